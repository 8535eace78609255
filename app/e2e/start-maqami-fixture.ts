/** The service as a user starts it, with a database of its own in a folder that goes with it. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningMaqami extends AsyncDisposable {
  readonly address: string
  /** What it printed until it answered. */
  readonly said: string
}

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts')

/** Empty, or with the demonstration. */
export async function startMaqami(command: 'serve' | 'start' = 'serve'): Promise<RunningMaqami> {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-e2e-'))
  chmodSync(folder, 0o755)
  const environment = { PATH: process.env['PATH'], MAQAMI_DATA_FOLDER: join(folder, 'data'), MAQAMI_PORT: '0' }
  const service = spawn(process.execPath, [MAIN, command], { env: { ...environment, MAQAMI_METRICS_PORT: '0' } })
  const ended = new Promise((resolve) => service.once('exit', resolve))
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      const [, found] = /^Maqami answers at ([^\s;]+)/m.exec(said) ?? []
      if (found !== undefined) resolve(found)
    }
    service.stdout.on('data', hear)
    service.stderr.on('data', hear)
    service.once('exit', () => reject(new Error(said)))
  })
  return {
    address,
    said,
    [Symbol.asyncDispose]: async () => {
      service.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
