/** A request that comes again under its Idempotency-Key is answered as it was, and done once: also by two processes at the same moment. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, openApi, type TestApi } from './api-fixture.ts'
import { forgetAnswers } from './audit-log/answer-once.ts'
import { takesKey } from './kernel/route.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, programActor } from './kernel/transaction.ts'
import { actorOf } from './people/actor-fixture.ts'
import type { ConfirmSignature } from './people/signature-context.ts'
import { shownHash } from './returns/filing/file-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  authorisedMaker,
  bicycles,
  done,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const TEN = Array.from({ length: 10 }, (_, index) => index)
const REPLAYED = 'idempotency-replayed'

function modelOf(name: string) {
  const own = { brand: 'Ravi', brand_owner: '', trade_names: [] }
  return { name, description: 'steel', programme: 'bicycles', category: null, ...own }
}

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  /** Two processes before one database. */
  let apis: readonly [TestApi, TestApi]
  let maker: TestMaker
  let grant: Asked
  const folder = mkdtempSync(join(tmpdir(), 'maqami-idempotency-'))
  const used = new Set<string>()
  /** Each code is good once. */
  const confirm: ConfirmSignature = async (_actor, code) => {
    const isGood = !used.has(code)
    used.add(code)
    return await Promise.resolve(isGood ? { done: true } : { refused: { code: 'code_wrong' } })
  }

  beforeAll(async () => {
    thread = await openThread(server)
    apis = [await openApi(thread, folder, confirm), await openApi(thread, folder, confirm)]
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const body = {
      manufacturer_id: maker.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Authorised for a first year.',
    }
    grant = { method: 'POST', url: '/api/licences', body }
  }, 60_000)
  afterAll(async () => {
    for (const { app } of apis) await app.close()
    await thread.made.drop()
    rmSync(folder, { recursive: true })
  })

  async function ask(actor: Actor, asked: Asked, key: string, api = apis[0]): Promise<LightMyRequestResponse> {
    return await api.ask(actor, { ...asked, headers: { ...asked.headers, 'idempotency-key': key } })
  }
  async function licences(): Promise<number> {
    const answer = await apis[0].ask(thread.caseOfficer, { method: 'GET', url: '/api/licences?limit=100' })
    return answer.json<{ readonly items: readonly unknown[] }>().items.length
  }
  function codeOf(answer: LightMyRequestResponse) {
    const { code, place } = answer.json<{ readonly code?: string; readonly place?: string }>()
    return [answer.statusCode, code, place]
  }

  test('ten grants under one key, over two processes, are one licence and ten equal answers', async () => {
    const before = await licences()
    const answers = await Promise.all(
      TEN.map(async (nth) => await ask(thread.approvingOfficer, grant, 'grant-1', apis[nth % 2 === 0 ? 0 : 1])),
    )
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.json()).toMatchObject({ quota: 1000, orders: [{ kind: 'grant' }] })
    expect(answers.filter(({ headers }) => headers[REPLAYED] === 'true')).toHaveLength(9)
    expect(await licences()).toBe(before + 1)
  })

  test('ten filings under one key are filed once, with one code of the second factor', async () => {
    thread.on('2027-07-10')
    const { recorder, shelf } = thread
    const bytes = await workbook('bicycles', bicycles(16_000))
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
    const shown_hash = await shownHash(recorder, maker.signatory, found.id, version)
    const filing: Asked = {
      method: 'POST',
      url: `/api/returns/${found.id}/versions/${version}/filing`,
      body: { shown_hash, second_factor: '123456' },
    }
    const answers = await Promise.all(TEN.map(async () => await ask(maker.signatory, filing, 'filing-1')))
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(answers[0]?.json()).toMatchObject({ status: 'filed', events: [{ kind: 'filed' }] })
    const elsewhere = await ask(maker.signatory, filing, 'filing-1', apis[1])
    expect([elsewhere.body, elsewhere.headers[REPLAYED]]).toEqual([answers[0]?.body, 'true'])
    // The same signature once more is no second filing, whatever key it comes under.
    const signedAgain = await ask(maker.signatory, filing, 'filing-2')
    expect([signedAgain.statusCode, signedAgain.json()]).toEqual([200, answers[0]?.json()])
  })

  test('another body or another route under the same key is refused, and does nothing', async () => {
    const { approvingOfficer } = thread
    expect((await ask(approvingOfficer, grant, 'grant-2')).statusCode).toBe(200)
    const before = await licences()
    const other = { ...grant, body: { ...grant.body, quota: 2000 } }
    expect(codeOf(await ask(approvingOfficer, other, 'grant-2'))).toEqual([422, 'key_reused', undefined])
    const elsewhere = { ...grant, url: '/api/licences?again=1' }
    expect(codeOf(await ask(approvingOfficer, elsewhere, 'grant-2'))).toEqual([422, 'key_reused', undefined])
    expect(await licences()).toBe(before)
  })

  test('the same key of another person, of a program, or for another organization is another', async () => {
    const model: Asked = { method: 'POST', url: '/api/models', body: modelOf('Roadster') }
    const program = programActor(thread.recorder.makeId(), maker.id, 'maker_clerk', ['register_model'])
    const first = await ask(maker.clerk, model, 'model-1')
    expect(first.statusCode).toBe(200)
    expect(codeOf(await ask(program, model, 'model-1'))).toEqual([409, 'model_exists', undefined])
    const second = { ...model, body: modelOf('Tourer') }
    const byProgram = await ask(program, second, 'model-1')
    expect([byProgram.statusCode, byProgram.headers[REPLAYED]]).toEqual([200, undefined])
    expect((await ask(program, second, 'model-1')).body).toBe(byProgram.body)
    expect((await ask(maker.clerk, model, 'model-1')).body).toBe(first.body)
    const rival = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    const elsewhere = await ask({ ...maker.clerk, organization: rival.id }, model, 'model-1')
    expect(codeOf(elsewhere)).toEqual([422, 'key_reused', undefined])
  })

  test('what was refused may be sent again under its key', async () => {
    const model: Asked = { method: 'POST', url: '/api/models', body: modelOf('Racer') }
    const newcomer = await actorOf(thread.made.database, 'maker_clerk')
    expect(codeOf(await ask(newcomer, model, 'model-2'))).toEqual([403, 'not_authorised', undefined])
    const authorised = { ...newcomer, organization: maker.id }
    expect((await ask(authorised, model, 'model-2')).statusCode).toBe(200)
  })

  test.each(['', 'two words', 'x'.repeat(256), 'مفتاح'])('%j is no key', async (key) => {
    const place = '/headers/idempotency-key'
    expect(codeOf(await ask(thread.approvingOfficer, grant, key))).toEqual([422, 'input_invalid', place])
  })

  test('where the answer is a secret or anybody asks no key is taken, since it could not be held to', async () => {
    const refusing = apis[0].routes.filter((one) => one.method === 'POST' && !takesKey(one)).map(({ url }) => url)
    expect(refusing.toSorted()).toEqual(
      [
        '/api/calendar/address',
        '/api/comparisons/:comparison',
        '/api/comparisons/:comparison/protection',
        '/api/invitations/accept',
        '/api/invitations/see',
        '/api/keys',
        '/api/recovery',
        '/api/recovery/password',
        '/api/recovery/second-factor',
        '/api/recovery/second-factor/stop',
        '/api/self/act-for',
        '/api/self/passkeys',
        '/api/self/passkeys/remove',
        '/api/self/password',
        '/api/self/second-factor',
        '/api/self/second-factor/confirm',
        '/api/self/second-factor/remove',
        '/api/self/sessions/end',
        '/api/sign-in',
        '/api/sign-in/openid',
        '/api/sign-in/passkey',
        '/api/sign-in/second-factor',
        '/api/sign-out',
        '/api/spillover',
        '/api/webhooks',
      ].toSorted(),
    )
    const head = await actorOf(thread.made.database, 'administrator', { id: maker.id, kind: 'manufacturer' })
    const issue: Asked = {
      method: 'POST',
      url: '/api/keys',
      body: { name: 'books', role: 'maker_clerk', commands: [] },
    }
    expect(codeOf(await ask(head, issue, 'key-1'))).toEqual([422, 'key_not_taken', undefined])
    expect((await apis[0].ask(head, { method: 'GET', url: '/api/keys' })).json()).toEqual({ keys: [] })
  })

  test('an answer is kept for a day, and then let go of', async () => {
    const { approvingOfficer, made } = thread
    const first = await ask(approvingOfficer, grant, 'grant-3')
    await made.tamper(`update answered_requests set answered_at = now() - interval '23 hours' where key = 'grant-3'`)
    await forgetAnswers(made.database)
    expect((await ask(approvingOfficer, grant, 'grant-3')).body).toBe(first.body)
    await made.tamper(`update answered_requests set answered_at = now() - interval '25 hours' where key = 'grant-3'`)
    await forgetAnswers(made.database)
    const anew = await ask(approvingOfficer, grant, 'grant-3')
    expect([anew.statusCode, anew.headers[REPLAYED]]).toEqual([200, undefined])
    expect(anew.body).not.toBe(first.body)
  })
})
