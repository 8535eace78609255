import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runDueJobs } from '../jobs/run-jobs.ts'
import { seeJobs } from '../jobs/retry-job.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { type Mailer, openMailer } from '../kernel/mailer.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { openTestIdentity, type TestIdentity } from './identity-fixture.ts'
import { lettersAt } from './outbox-table.ts'
import { queueLetter } from './queue-letter.ts'
import { SEND_LETTER, sendLetter } from './send-letter.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
const LINK = 'https://maqami.example/accept-invitation?token=abc'
const HOUR_MS = 3_600_000

let made: TestIdentity
let folder = ''
let closing: (() => Promise<void> | void)[] = []
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  made = await openTestIdentity(first)
  folder = mkdtempSync(join(tmpdir(), 'maqami-mail-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await made.drop()
})
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
  await made.tamper('delete from jobs; delete from outbox')
})

interface Taken {
  readonly to: readonly string[]
  readonly from: string
  readonly text: string
}

/** A mail server on this machine: what it took, and how often it was asked. */
async function mailServer(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const taken: Taken[] = []
  let asked = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) => {
      asked += 1
      done()
    },
    onData: (stream, { envelope }, done) => {
      const bytes: Buffer[] = []
      stream.on('data', (piece: Buffer) => bytes.push(piece))
      stream.on('end', () => {
        const { mailFrom } = envelope
        taken.push({
          to: envelope.rcptTo.map(({ address }) => address),
          from: mailFrom === false ? '' : mailFrom.address,
          text: Buffer.concat(bytes).toString('utf8'),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve)
  })
  closing.push(async () => await new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { taken, asked: () => asked, url: `smtp://${host}:${port}`, port }
}

function mailerFor(environment: Readonly<Record<string, string>>): Mailer {
  const mailer = openMailer(
    readConfiguration({ MAQAMI_DATA_FOLDER: folder, MAQAMI_PUBLIC_ADDRESS: 'https://maqami.example', ...environment }),
  )
  closing.push(mailer.close)
  return mailer
}

async function queue(more: Partial<Parameters<typeof queueLetter>[2]> = {}): Promise<void> {
  const letter = { email: 'a.khan@example.com', about: 'invitation', text: LINK, lastsMs: HOUR_MS, ...more } as const
  await queueLetter(made.identity, SECRET, letter)
}

async function run(mailer: Mailer): Promise<number> {
  return await runDueJobs(made.identity, { [SEND_LETTER]: sendLetter(made.identity, SECRET, mailer) })
}

async function waiting() {
  const seen = await seeJobs(made.identity.database, systemActor('test'))
  if ('refused' in seen) throw new Error(seen.refused.code)
  return seen.done.jobs
}

async function inOutbox() {
  const now = new Date(made.identity.clock()).toISOString()
  return await readAs(made.database, systemActor('test'), async (tables) => await lettersAt(tables, now))
}

/** The subject and the text as a mail program shows them (RFC 2045 and 2047). */
function shown(message: string): {
  readonly subject: string
  readonly text: string
  readonly names: readonly string[]
} {
  const [head = '', ...body] = message.replaceAll('\r\n', '\n').split('\n\n')
  const fields = head
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .map((line) => /^([\w-]+): (.*)$/.exec(line)?.slice(1) ?? [line, ''])
  const valueOf = (name: string) => fields.find(([one]) => one?.toLowerCase() === name)?.[1] ?? ''
  const words = valueOf('subject').replaceAll(/\?= +=\?/g, '?==?')
  const bytes = words.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('latin1') : unquoted(text.replaceAll('_', ' ')),
  )
  const text = body.join('\n\n')
  const encoding = valueOf('content-transfer-encoding')
  return {
    subject: Buffer.from(bytes, 'latin1').toString('utf8'),
    text: (encoding === 'base64'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(text.replaceAll('=\n', '')) : text, 'latin1').toString()
    ).replaceAll('\r\n', '\n'),
    names: fields.map(([name = '']) => name.toLowerCase()),
  }
}

function unquoted(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

test('a letter is handed to the mail server once, in both languages, and its link is then forgotten', async () => {
  const server = await mailServer()
  const mailer = mailerFor({ MAQAMI_SMTP_URL: server.url, MAQAMI_MAIL_FROM: 'board@example.gov' })
  expect(mailer.sentence).toBe(`Letters go to the mail server 127.0.0.1:${server.port}.`)
  await queue()
  const [letter] = await inOutbox()
  expect(await run(mailer)).toBe(1)
  expect(await run(mailer)).toBe(0)
  expect(server.taken).toMatchObject([{ to: ['a.khan@example.com'], from: 'board@example.gov' }])
  const text = server.taken[0]?.text ?? ''
  expect(text).toContain(`Message-ID: <${letter?.id ?? ''}@maqami.example>`)
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/im)
  const read = shown(text)
  expect(read.subject).toBe('Invitation to Maqami – مقامی میں شمولیت کی دعوت')
  expect(read.text.split(LINK)).toHaveLength(3)
  expect(read.text).toContain('یہ صرف آپ کے لیے ہے')
  expect(await inOutbox()).toEqual([])
  expect(await sealed()).toEqual([''])
})

async function sealed(): Promise<readonly string[]> {
  const client = await made.superuser()
  const { rows } = await client.query<{ sealed_text: string }>('select sealed_text from outbox')
  await client.end()
  return rows.map(({ sealed_text }) => sealed_text)
}

test('a server that is down is asked again later, and one that refuses is quoted to the operator', async () => {
  const server = await mailServer({
    onRcptTo: (_, __, done) => done(Object.assign(new Error('no such mailbox here'), { responseCode: 550 })),
  })
  await queue()
  expect(await run(mailerFor({ MAQAMI_SMTP_URL: 'smtp://127.0.0.1:1' }))).toBe(1)
  expect(await waiting()).toMatchObject([{ tries: 1, error: expect.stringContaining('ECONNREFUSED') as string }])
  expect(await run(mailerFor({ MAQAMI_SMTP_URL: server.url }))).toBe(0)
  made.pass(30_000)
  expect(await run(mailerFor({ MAQAMI_SMTP_URL: server.url }))).toBe(1)
  expect(await waiting()).toMatchObject([
    { tries: 2, error: expect.stringContaining('no such mailbox here') as string },
  ])
  expect(await inOutbox()).toHaveLength(1)
  const well = await mailServer()
  made.pass(60_000)
  expect(await run(mailerFor({ MAQAMI_SMTP_URL: well.url }))).toBe(1)
  expect(well.taken).toHaveLength(1)
  expect(await waiting()).toEqual([])
})

test('a letter that holds no more is not sent, and waits no longer', async () => {
  const server = await mailServer()
  await queue({ lastsMs: HOUR_MS })
  made.pass(HOUR_MS)
  expect(await run(mailerFor({ MAQAMI_SMTP_URL: server.url }))).toBe(1)
  expect([server.asked(), await waiting()]).toEqual([0, []])
})

test('two services send a letter once between them', async () => {
  const server = await mailServer()
  const mailer = mailerFor({ MAQAMI_SMTP_URL: server.url })
  for (let nth = 0; nth < 6; nth += 1) await queue({ email: `p${nth}@example.com` })
  const service = async () => {
    while ((await run(mailer)) > 0) continue
  }
  await Promise.all([service(), service(), service()])
  expect(server.taken.flatMap(({ to }) => to).toSorted()).toEqual(
    [0, 1, 2, 3, 4, 5].map((nth) => `p${nth}@example.com`),
  )
})

test('nothing in an address or a subject makes a header or a recipient of its own', async () => {
  const server = await mailServer()
  const mailer = mailerFor({ MAQAMI_SMTP_URL: server.url })
  const mail = { id: 'a', to: 'a@example.com', subject: 's', text: 't', sent_at: 0 }
  await mailer.send({
    ...mail,
    subject: 'Due\r\nBcc: spy@example.com\r\n\r\nbody',
    text: '.\r\nRCPT TO:<spy@example.com>',
  })
  expect(server.taken).toHaveLength(1)
  expect(server.taken[0]?.to).toEqual(['a@example.com'])
  const { names, subject } = shown(server.taken[0]?.text ?? '')
  expect(names).not.toContain('bcc')
  expect(subject).toBe('Due Bcc: spy@example.com body')
  for (const to of [
    'a@example.com\r\nBcc: spy@example.com',
    'a@example.com,spy@example.com',
    '"a" <a@example.com>',
    'a@b@c',
  ])
    await expect(mailer.send({ ...mail, to })).rejects.toThrow('not one mail address')
  expect(server.taken).toHaveLength(1)
})

test('a server elsewhere that offers no TLS is given nothing', async () => {
  const mail = { id: 'a', to: 'a@example.com', subject: 's', text: 't', sent_at: 0 }
  // An address of this machine that does not count as it.
  const server = await mailServer({}, '127.0.0.2')
  await expect(mailerFor({ MAQAMI_SMTP_URL: server.url }).send(mail)).rejects.toThrow('STARTTLS')
  expect([server.asked(), server.taken]).toEqual([1, []])
})

test('without a mail server letters are files for their owner alone, and stay in the outbox', async () => {
  const mailer = mailerFor({})
  expect(mailer.sentence).toBe(
    `Letters are written to '${join(folder, 'mail')}' and not sent, since MAQAMI_SMTP_URL is not set.`,
  )
  await queue({ about: 'recovery' })
  expect(await run(mailer)).toBe(1)
  const [letter] = await inOutbox()
  expect(letter?.sent_to).toBe('file')
  const names = readdirSync(join(folder, 'mail'))
  expect(names).toEqual([`${letter?.id ?? ''}.eml`])
  const file = join(folder, 'mail', names[0] ?? '')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(shown(readFileSync(file, 'utf8')).text).toContain(LINK)
  expect(await made.lettersTo('a.khan@example.com')).toEqual([LINK])
})

test('a letter that was written whole says in its first line what it is about', async () => {
  const server = await mailServer()
  await queue({ about: 'reminder', text: 'Seven days left\n\nThe return of 2026-27 is due.' })
  await run(mailerFor({ MAQAMI_SMTP_URL: server.url }))
  expect(shown(server.taken[0]?.text ?? '')).toMatchObject({
    subject: 'Seven days left',
    text: 'The return of 2026-27 is due.\n',
  })
})
