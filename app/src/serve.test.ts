import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SERVICE_LOGIN } from './kernel/embedded-postgres.ts'
import { listening } from './kernel/listening.ts'
import { copyTemplate, emptyDatabase, SERVERS } from './kernel/test-database-fixture.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

let scratch = ''
let services: ChildProcess[] = []
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'maqami-serve-'))
  chmodSync(scratch, 0o755)
  services = []
})
afterEach(async () => {
  await Promise.all(services.map(ended))
  rmSync(scratch, { recursive: true })
})

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return { PATH, MAQAMI_DATA_FOLDER: join(scratch, 'data'), MAQAMI_PORT: '0', MAQAMI_METRICS_PORT: '0', ...more }
}

async function ended(service: ChildProcess): Promise<number | null> {
  if (service.exitCode !== null) return service.exitCode
  const exit = new Promise<number | null>((resolve) => service.once('exit', resolve))
  service.kill('SIGTERM')
  return await exit
}

async function serving(more: Readonly<Record<string, string>> = {}) {
  const service = spawn(process.execPath, [MAIN, 'serve'], {
    env: environment(more),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  services.push(service)
  let said = ''
  const addresses = await new Promise<readonly string[]>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString()
      const [, main, metrics] = /^Maqami answers at (\S+); metrics at (\S+)$/m.exec(said) ?? []
      if (main !== undefined && metrics !== undefined) resolve([main, metrics])
    }
    service.stdout.on('data', hear)
    service.stderr.on('data', hear)
    service.once('exit', () => reject(new Error(said)))
  })
  return { service, address: addresses[0] ?? '', metrics: addresses[1] ?? '', said: () => said }
}

function run(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    env: environment(more),
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

/** Half a second is how often the sealing job looks. */
async function firstCheckpoint(address: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${address}/api/audit-log/checkpoint`)
    if (answer.status === 200 || tries === 100) return answer
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('with nothing configured it serves, is held to its audit log, and stops the database last', async () => {
  const { service, address, metrics } = await serving()
  expect((await fetch(`${address}/health`)).status).toBe(200)
  expect((await fetch(`${address}/ready`)).status).toBe(200)
  expect(await (await firstCheckpoint(address)).json()).toMatchObject({ position: 1 })
  expect(await (await fetch(metrics)).text()).toContain('maqami_part_well{part="sealer"} 1')
  expect((await fetch(`${address}/metrics`)).status).toBe(404)

  // Beside the service that runs.
  expect(run(['audit', 'verify'])).toMatchObject({ status: 0 })
  expect(run(['serve'])).toMatchObject({
    status: 1,
    said: expect.stringContaining('Another Maqami uses the data folder') as string,
  })

  expect(await ended(service)).toBe(0)
  expect(existsSync(join(scratch, 'data', 'postgres', 'postmaster.pid'))).toBe(false)

  // The start and the stop, both sealed.
  const verified = run(['audit', 'verify'])
  expect(verified).toEqual({
    status: 0,
    said: expect.stringMatching(
      /^2 events sealed under [12] checkpoints?s?, 0 not sealed yet\.\nNo row was altered, removed or inserted\.\n$/,
    ) as string,
  })
  expect(existsSync(join(scratch, 'data', 'postgres', 'postmaster.pid'))).toBe(false)

  // A key that others may read is no secret.
  chmodSync(join(scratch, 'data', 'audit-key.pem'), 0o644)
  expect(run(['serve']).said).toContain('can be read by others. Run: chmod 600')
})

test('whoever runs the service lets the first administrator in, who invites the next', async () => {
  copyTemplate(join(scratch, 'data'))
  const { address } = await serving()
  const send = async (path: string, body: object, cookie?: string): Promise<Response> =>
    await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie, origin: address }) },
      body: JSON.stringify(body),
    })
  const invited = run(['invite', 'administrator', '--organization', 'Bicycle Board', '--email', 'Khan@example.gov'])
  const [, token = ''] = /^http:\/\/localhost:8080\/accept-invitation\?token=(\S+)$/m.exec(invited.said) ?? []
  const person = { token, name: 'A. Khan', password: 'correct horse battery' }
  expect(await (await send('/api/invitations/accept', person)).json()).toEqual({ email: 'khan@example.gov' })
  const signedIn = await send('/api/sign-in', { email: 'khan@example.gov', password: person.password })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const self = await fetch(`${address}/api/self`, { headers: { cookie } })
  expect(await self.json()).toMatchObject({
    acting_for: { organization_name: 'Bicycle Board', role: 'administrator' },
  })
  const next = { email: 'ali@example.gov', role: 'case_officer' }
  expect((await send('/api/invitations', next, cookie)).status).toBe(200)
  expect(run(['outbox']).said).toMatch(
    // Written to a file by now, or about to be.
    /^ali@example\.gov: invitation, good until \S+(?:, in mail\/\S+\.eml)?\n {2}http:\/\/localhost:8080\/accept-invitation\?token=\S{43}$/m,
  )
  expect(run(['invite', 'administrator', '--organization', 'Bicycle Board', '--email', 'x']).said).toContain(
    '--email is no mail address',
  )
})

test('an administrator who changes a row is found out', async () => {
  copyTemplate(join(scratch, 'data'))
  const { address } = await serving()
  await firstCheckpoint(address)
  const host = join(scratch, 'data', 'socket')
  const client = new Client({ host, user: 'postgres', database: 'maqami' })
  await client.connect()
  await client.query(`set session_replication_role = replica; update audit_events set person = 'system:nobody'`)
  await client.end()
  const verified = run(['audit', 'verify'])
  expect(verified.status).toBe(1)
  expect(verified.said).toMatch(/^The event \S+ at position 1 was altered\.$/m)
})

describe.each(SERVERS)('on a database that the settings name, $name', (server) => {
  test('it serves, whether one role or two sign in', async () => {
    const made = await emptyDatabase(server)
    const { database, host, user } = made.owner as { database: string; host: string; user: string }
    const urlOf = (login: string): string =>
      `postgresql://${login}@localhost/${database}?host=${encodeURIComponent(host)}`
    const two = await serving({ DATABASE_URL: urlOf(SERVICE_LOGIN), DATABASE_OWNER_URL: urlOf(user) })
    expect((await fetch(`${two.address}/ready`)).status).toBe(200)
    expect(existsSync(join(scratch, 'data', 'postgres'))).toBe(false)
    expect(await ended(two.service)).toBe(0)
    const one = await serving({ DATABASE_URL: urlOf(user) })
    expect((await fetch(`${one.address}/ready`)).status).toBe(200)
    expect(await ended(one.service)).toBe(0)
    expect(
      run(['audit', 'verify'], { DATABASE_URL: urlOf(SERVICE_LOGIN), DATABASE_OWNER_URL: urlOf(user) }).status,
    ).toBe(0)
    // The same log by a service with another key.
    const elsewhere = { DATABASE_URL: urlOf(user), MAQAMI_DATA_FOLDER: join(scratch, 'other') }
    expect(run(['serve'], elsewhere).said).toMatch(/^The audit log was signed by the key [0-9a-f]{16}, and this one is/)
    await made.drop()
  })
})

test.each([
  [{ MAQAMI_PORT: 'http' }, "The setting MAQAMI_PORT is 'http'. Write a port"],
  [{ DATABASE_URL: 'postgresql://maqami:hunter2@127.0.0.1:1/maqami' }, 'The database cannot be reached: '],
  [{ MAQAMI_AUDIT_KEY_FILE: MAIN }, 'can be read by others'],
])('%o is refused in a sentence', (settings, sentence) => {
  copyTemplate(join(scratch, 'data'))
  const { status, said } = run(['serve'], settings)
  expect(said).toContain(sentence)
  expect(said).not.toMatch(/hunter2|^ {4}at /m)
  expect(status).toBe(1)
})

test('a port that is taken is named with its setting, and nothing is left running', async () => {
  copyTemplate(join(scratch, 'data'))
  const taken = createServer()
  const port = await listening(taken, '127.0.0.1', 0, '')
  const { status, said } = run(['serve'], { MAQAMI_PORT: String(port) })
  taken.close()
  expect(said).toContain(
    `Port ${port} on 127.0.0.1 cannot be had: another program listens there. Stop it, or set MAQAMI_PORT`,
  )
  expect(status).toBe(1)
  expect(existsSync(join(scratch, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a checkpoint in the data folder that is none is refused, not overlooked', async () => {
  copyTemplate(join(scratch, 'data'))
  const { service } = await serving()
  await ended(service)
  const file = join(scratch, 'data', 'audit-checkpoint.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ position: 2 })
  writeFileSync(file, '{}')
  expect(run(['audit', 'verify'])).toMatchObject({
    status: 1,
    said: expect.stringContaining('holds no checkpoint') as string,
  })
})
