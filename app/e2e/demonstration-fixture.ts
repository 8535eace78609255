/** The demonstration as a user starts it, whose calendar can be moved on. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { Client } from 'pg'
import { EMBEDDED_DATABASE, joinPostgres } from '../src/kernel/embedded-postgres.ts'

export interface Demonstration extends AsyncDisposable {
  readonly address: string
  readonly password: string
  /** A code of the second factor that was not used before. */
  readonly codeFor: (email: string) => Promise<string>
  /** The letters that were sent to an address, the first one first. */
  readonly mailTo: (email: string) => Promise<readonly string[]>
  /** Stops the service, moves its calendar, and starts it again. */
  readonly passDays: (days: number) => Promise<void>
}

const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts')
const DAY_MS = 86_400_000
const HALF_MINUTE_MS = 30_000

interface Started {
  readonly service: ChildProcess
  readonly said: string
}

export async function startDemonstration(): Promise<Demonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-journey-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const port = await freePort()
  // A passkey belongs to a name, and not to a number.
  const address = `http://localhost:${port}`
  const start = async (): Promise<Started> =>
    await started({
      PATH: process.env['PATH'],
      MAQAMI_DATA_FOLDER: data,
      MAQAMI_PORT: String(port),
      MAQAMI_PUBLIC_ADDRESS: address,
      MAQAMI_METRICS_PORT: '0',
    })
  let running = await start()
  const [, password = ''] = /password of each is (\S+?)\./.exec(running.said) ?? []
  const secrets = new Map(
    [...running.said.matchAll(/^ {2}(\S+) .*signs with ([A-Z2-7]+)$/gm)].map(([, email = '', secret = '']) => [
      email,
      secret,
    ]),
  )
  const used = new Set<string>()
  return {
    address,
    password,
    codeFor: async (email) => {
      const secret = Buffer.from(base32.decode(secrets.get(email) ?? '')).toString('utf8')
      for (;;) {
        const now = Math.floor(Date.now() / HALF_MINUTE_MS)
        for (const counter of [now - 1, now, now + 1]) {
          const code = await createOTP(secret).hotp(counter)
          if (used.has(`${email} ${code}`)) continue
          used.add(`${email} ${code}`)
          return code
        }
        await sleep(1000)
      }
    },
    mailTo: async (email) => {
      const mail = join(data, 'mail')
      const names = existsSync(mail) ? readdirSync(mail).filter((name) => name.endsWith('.eml')) : []
      const letters = names.toSorted().map((name) => readFileSync(join(mail, name), 'utf8'))
      return await Promise.resolve(letters.filter((letter) => letter.includes(`To: ${email}`)).map(plainText))
    },
    passDays: async (days) => {
      const host = await joinPostgres(data)
      const client = new Client({ host: host ?? '', user: 'postgres', database: EMBEDDED_DATABASE })
      await client.connect()
      await client.query(
        `set session_replication_role = replica; update demonstration set ahead_ms = ahead_ms + ${days * DAY_MS}`,
      )
      await client.end()
      await stopped(running.service)
      running = await start()
    },
    [Symbol.asyncDispose]: async () => {
      await stopped(running.service)
      rmSync(folder, { recursive: true })
    },
  }
}

/** The text of a letter in a file: what is behind its header, in one of the two codes in which mail travels. */
function plainText(letter: string): string {
  const [header = '', ...parts] = letter.split('\r\n\r\n')
  const body = parts.join('\r\n\r\n')
  if (/^content-transfer-encoding: base64/im.test(header)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => `%${hex}`)
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

async function started(environment: NodeJS.ProcessEnv): Promise<Started> {
  const service = spawn(process.execPath, [MAIN, 'start'], { env: { ...environment, MAQAMI_LOG_LEVEL: 'warn' } })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      if (/^Maqami answers at /m.test(said)) resolve()
    }
    service.stdout.on('data', hear)
    service.stderr.on('data', hear)
    service.once('exit', () => reject(new Error(said)))
  })
  return { service, said }
}

async function stopped(service: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => service.once('exit', resolve))
  service.kill('SIGTERM')
  await ended
}
