/** The service as `npm start` runs it, in a process and on a data folder of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listening } from '../../app/src/kernel/listening.ts'

export interface RunningDemonstration {
  readonly address: string
  /** From the command to the whole first page. */
  readonly milliseconds: number
  readonly stop: () => Promise<void>
}

const POLL_MS = 5

export async function startDemonstration(root: string, folder: string): Promise<RunningDemonstration> {
  const address = `http://127.0.0.1:${await freePort()}`
  const begin = performance.now()
  const service = spawn(process.execPath, [join(root, 'app', 'maqami.js'), 'start'], {
    env: settingsOf(folder, address),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exit = once(service, 'exit')
  for (;;) {
    if (service.exitCode !== null) throw new Error(`the service ended with ${service.exitCode}`)
    if (await isShown(address)) break
    await sleep(POLL_MS)
  }
  return {
    address,
    milliseconds: performance.now() - begin,
    stop: async () => {
      service.kill('SIGTERM')
      await exit
    },
  }
}

/** Nothing of the caller's own settings. */
export function settingsOf(folder: string, address: string): Readonly<Record<string, string | undefined>> {
  return {
    PATH: process.env['PATH'],
    MAQAMI_DATA_FOLDER: folder,
    MAQAMI_PORT: new URL(address).port,
    // Browsers run scripts from the address by which the service calls itself, and from no other.
    MAQAMI_PUBLIC_ADDRESS: address,
    MAQAMI_METRICS_PORT: '0',
  }
}

async function isShown(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address)
    return answer.status === 200 && (await answer.text()) !== ''
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const holder = createServer()
  const port = await listening(holder, '127.0.0.1', 0, '')
  holder.close()
  await once(holder, 'close')
  return port
}
