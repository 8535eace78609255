import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { sql } from 'kysely'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sealEvents } from './audit-log/seal-events.ts'
import type { Handlers } from './jobs/job.ts'
import { queueStanding } from './jobs/queue-job.ts'
import { LEASE_MS, runDueJobs } from './jobs/run-jobs.ts'
import { listening } from './kernel/listening.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs } from './kernel/transaction.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'
import { DELIVER_EVENT, deliverEvent } from './webhooks/deliver-event.ts'
import { GATHER_EVENTS, gatherEvents } from './webhooks/gather-events.ts'
import { EVENT_KINDS, happenedBy } from './webhooks/webhook.ts'
import {
  endWebhook,
  redeliverEvent,
  registerWebhook,
  seeWebhook,
  seeWebhooks,
  switchOnWebhook,
} from './webhooks/register-webhook.ts'

const SECRET = 'a secret for tests, of more than thirty-two characters'
const PUBLIC = new URL('https://maqami.example')

test('whatever orders a licence is told as an order about it', () => {
  for (const subject of ['decide_stay appeal A-000001', 'record_reply determination D-000001']) {
    const [command = '', about = '', name = ''] = subject.split(' ')
    expect(happenedBy(command, `${about} ${name}`, { licences: ['IL-000001', 'CN-000002'] })).toEqual([
      // That a stay was decided is told too.
      ...(command === 'decide_stay' ? [{ kind: 'appeal.stay_decided', about, name }] : []),
      { kind: 'licence.ordered', about: 'licence', name: 'IL-000001' },
      { kind: 'licence.ordered', about: 'licence', name: 'CN-000002' },
    ])
  }
})

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

describe.each(SERVERS)('webhooks on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let head: Actor
  let receiver: Server
  let address = ''
  let received: Received[] = []
  let answers: (number | 'wait')[] = []
  let licence = ''
  let now = 0
  let entry = 0
  const clock = () => now
  const recorder = () => ({ ...thread.recorder, clock, secret: SECRET, networks: ['127.0.0.1'] })
  const handlers = (): Handlers => ({
    [GATHER_EVENTS]: gatherEvents(recorder(), PUBLIC),
    [DELIVER_EVENT]: deliverEvent({ ...recorder(), publicAddress: PUBLIC }),
    send_letter: async () => await Promise.resolve(async () => await Promise.resolve(undefined)),
  })

  beforeAll(async () => {
    thread = await openThread(server)
    now = Date.UTC(2026, 7, 1)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    head = await actorOf(thread.made.database, 'administrator', { id: maker.id, kind: 'manufacturer' })
    const input = { programme: 'bicycles', kind: 'import_licence', quota: 1000, scope: [], reason: 'first' } as const
    const days = { valid_from: '2026-07-15', valid_until: '2027-06-30' }
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: maker.id,
      ...input,
      ...days,
    })
    licence = done(granted).number
    receiver = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(pieces).toString() })
        const status = answers.shift() ?? 204
        if (status !== 'wait') response.writeHead(status).end(status === 204 ? '' : 'not now')
      })
    })
    address = `http://127.0.0.1:${await listening(receiver, '127.0.0.1', 0, 'none')}/hook`
  })
  afterAll(async () => {
    receiver.close()
    receiver.closeAllConnections()
    await thread.made.drop()
  })
  beforeEach(async () => {
    received = []
    answers = []
    await thread.made.tamper(
      'delete from webhook_attempts; delete from webhook_deliveries; delete from webhooks; delete from jobs; delete from outbox',
    )
  })

  async function register(actor: Actor = head, kinds: readonly string[] = EVENT_KINDS) {
    now += 1000
    return done(await registerWebhook(recorder(), actor, { address, kinds }))
  }
  /** An import is drawn, and the log is sealed. */
  async function draw(): Promise<void> {
    now += 1000
    entry += 1
    const input = { licence, entry: `KHI-${entry}`, units: 1, hs_line: '87149100', drawn_on: '2026-07-20' }
    done(await drawQuota(recorder(), thread.customsOfficer, input))
    await sealEvents(recorder())
  }
  async function work(): Promise<void> {
    now += 4000
    await queueStanding(recorder(), GATHER_EVENTS)
    while ((await runDueJobs(recorder(), handlers())) > 0) continue
  }
  async function shown(id: string, actor: Actor = head) {
    return done(await seeWebhook(thread.made.database, actor, id))
  }

  test('an event is told once, signed as others verify it, with identifiers and links and no figure', async () => {
    const { id, secret } = await register()
    await draw()
    await work()
    await work()
    expect(received).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '' }] = received
    const verified = new Webhook(secret).verify(body, headers as Record<string, string>)
    expect(verified).toEqual({
      type: 'quota.drawn',
      timestamp: expect.stringMatching(/^2026-08-01T/) as string,
      data: {
        licence,
        manufacturer_id: maker.id,
        programme: 'bicycles',
        page: `https://maqami.example/licences/${licence}`,
        api: `https://maqami.example/api/licences/${licence}`,
      },
    })
    const other = await register()
    expect(() => new Webhook(other.secret).verify(body, headers as Record<string, string>)).toThrow(
      'No matching signature',
    )
    const { deliveries } = await shown(id)
    expect(deliveries).toMatchObject([
      { kind: 'quota.drawn', message_id: headers['webhook-id'], attempts: [{ nth: 1, status: 204 }] },
    ])
    expect(deliveries[0]?.delivered_at).not.toBeNull()
  })

  test('what happened before, of another kind or of another firm is not told', async () => {
    await draw()
    await register(head, ['notice.served'])
    const rival = await actorOf(thread.made.database, 'administrator', {
      id: (await authorisedMaker(thread, `Rival of ${server.name}`, `K-${server.name.length}99`)).id,
      kind: 'manufacturer',
    })
    await register(rival)
    await draw()
    await work()
    expect(received).toEqual([])
    // Customs books imports of all firms.
    const { organization = '' } = thread.customsOfficer
    await register(await actorOf(thread.made.database, 'administrator', { id: organization, kind: 'customs' }))
    await draw()
    await work()
    expect(received).toHaveLength(1)
    // Where it may look.
    const told = JSON.parse(received[0]?.body ?? '') as { readonly data: Readonly<Record<string, string>> }
    const asked = `licence=${told.data['licence'] ?? ''}&day=2026-08-01`
    expect([told.data['page'], told.data['api']]).toEqual([
      `https://maqami.example/gate?${asked}`,
      `https://maqami.example/api/gate/status?${asked}`,
    ])
  })

  test('the telecom regulator is told of orders about licences, and of no import', async () => {
    const telecom = await actorOf(thread.made.database, 'administrator', {
      id: await organizationOf(thread.made.database, 'telecom', 'Telecommunication Authority'),
      kind: 'telecom',
    })
    await register(telecom)
    await draw()
    now += 1000
    const input = { programme: 'bicycles', kind: 'manufacturing_authorisation', quota: null, scope: [] } as const
    const days = { valid_from: '2026-07-15', valid_until: '2027-06-30' }
    const of = { manufacturer_id: maker.id, ...input, ...days, reason: 'It may make.' }
    const { number } = done(await grantLicence(recorder(), thread.approvingOfficer, of))
    await sealEvents(recorder())
    await work()
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        type: 'licence.ordered',
        timestamp: expect.stringMatching(/^2026-08-01T/) as string,
        data: {
          licence: number,
          manufacturer_id: maker.id,
          programme: 'bicycles',
          page: `https://maqami.example/gate/models?licence=${number}&day=2026-08-01`,
          api: `https://maqami.example/api/gate/models?licence=${number}&day=2026-08-01`,
        },
      },
    ])
  })

  test('who answers badly is asked again under the same identifier, and each attempt is kept', async () => {
    const { id } = await register()
    answers = [500, 302, 204]
    await draw()
    await work()
    now += 30_000
    await work()
    now += 60_000
    await work()
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const { deliveries } = await shown(id)
    expect(deliveries[0]?.attempts.map(({ status, said }) => [status, said])).toEqual([
      [500, 'not now'],
      [302, 'not now'],
      [204, ''],
    ])
  })

  test('who fails for a day is switched off, his administrator is written to, and he can be told again what he missed', async () => {
    const { id } = await register()
    answers = Array.from({ length: 20 }, () => 503)
    await draw()
    await work()
    for (let hours = 0; hours < 26; hours += 0.5) {
      now += 1_800_000
      await work()
    }
    const tried = received.length
    // How often exactly is held where the pauses are.
    expect(tried).toBeGreaterThan(8)
    const off = await shown(id)
    expect(off.webhook.switched_off_at).not.toBeNull()
    expect(off.deliveries[0]?.failed_at).not.toBeNull()
    await draw()
    await work()
    expect(received).toHaveLength(tried)
    const letters = await lettersAbout()
    expect(letters).toEqual([`${head.person}@example.com`])

    answers = []
    expect(await switchOnWebhook(recorder(), head, id)).toEqual({ done: {} })
    expect(await redeliverEvent(recorder(), head, off.deliveries[0]?.id ?? '')).toEqual({ done: {} })
    await work()
    expect(received.at(-1)?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
    expect((await shown(id)).deliveries[0]).toMatchObject({ failed_at: null })
  })
  async function lettersAbout(): Promise<readonly string[]> {
    const { rows } = await readAs(
      thread.made.database,
      { person: 'system:test', organization: undefined, role: 'system' },
      async (tables) =>
        await sql<{ email: string }>`select email from outbox where about = 'webhook_off'`.execute(tables),
    )
    return rows.map(({ email }) => email)
  }

  test('two services that look at the same moment make each delivery once', async () => {
    const { id } = await register()
    for (let nth = 0; nth < 3; nth += 1) await draw()
    now += 4000
    await queueStanding(recorder(), GATHER_EVENTS)
    const service = async () => {
      for (let looks = 0; looks < 12; looks += 1) await runDueJobs(recorder(), handlers())
    }
    await Promise.all([service(), service(), service()])
    await work()
    expect((await shown(id)).deliveries).toHaveLength(3)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(3)
    expect(received).toHaveLength(3)
  })

  test('a service that is killed while it tells leaves it to another, and nothing is lost', async () => {
    const { id } = await register()
    await draw()
    now += 4000
    await queueStanding(recorder(), GATHER_EVENTS)
    await runDueJobs(recorder(), handlers())
    // It had sent, and was killed before it could write so down.
    const killed: Handlers = {
      ...handlers(),
      [DELIVER_EVENT]: async (job) => {
        await handlers()[DELIVER_EVENT]?.(job)
        return await new Promise(() => undefined)
      },
    }
    void runDueJobs(recorder(), killed)
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await work()
    expect(received).toHaveLength(1)
    now += LEASE_MS
    await work()
    expect(received).toHaveLength(2)
    expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id'])
    expect((await shown(id)).deliveries).toMatchObject([{ attempts: [{ nth: 1, status: 204 }] }])
  })

  test('an administrator sees to the addresses of his own organization, and nobody else does', async () => {
    const { id } = await register()
    const stranger = await actorOf(thread.made.database, 'administrator')
    const unknown = { code: 'webhook_unknown' }
    for (const actor of [stranger, maker.clerk, thread.caseOfficer]) {
      expect(await seeWebhooks(thread.made.database, actor)).toEqual([])
      expect(refusedFor(await seeWebhook(thread.made.database, actor, id))).toEqual(unknown)
      expect(refusedFor(await endWebhook(recorder(), actor, id))).toEqual(unknown)
    }
    expect(JSON.stringify(await seeWebhooks(thread.made.database, head))).not.toContain('secret')
    for (const wrong of [
      'ftp://example.com',
      'https://user:pass@example.com',
      'nonsense',
      `https://a.b/${'c'.repeat(500)}`,
    ])
      expect(refusedFor(await registerWebhook(recorder(), head, { address: wrong, kinds: EVENT_KINDS }))).toMatchObject(
        {
          code: 'webhook_address',
        },
      )
    const plainly = async (plain: string, networks: readonly string[]) =>
      await registerWebhook({ ...recorder(), networks }, head, { address: plain, kinds: EVENT_KINDS })
    for (const [plain, networks] of [
      ['http://example.com/hook', []],
      [address, []],
      [address, ['10.0.0.0/8']],
      ['http://[::1]/hook', ['127.0.0.1']],
    ] as const)
      expect(refusedFor(await plainly(plain, networks))).toEqual({ code: 'webhook_plain', place: '/body/address' })
    // What a name leads to is looked at when something is sent.
    for (const [plain, networks] of [
      ['https://example.com/hook', []],
      ['http://[::1]/hook', ['::1']],
      ['http://inside/hook', ['10.0.0.0/8']],
    ] as const)
      done(await endWebhook(recorder(), head, done(await plainly(plain, networks)).id))
    expect(refusedFor(await registerWebhook(recorder(), head, { address, kinds: ['gossip'] }))).toMatchObject({
      code: 'webhook_kinds',
    })
    expect(await endWebhook(recorder(), head, id)).toEqual({ done: {} })
    expect(await seeWebhooks(thread.made.database, head)).toEqual([])
    await draw()
    await work()
    expect(received).toEqual([])
  })
})
