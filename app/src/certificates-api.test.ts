/** What programs are told of certificates: the register by page and by what is asked of it, what one is worth, and orders about it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openApi, PUBLIC_ADDRESS, type TestApi } from './api-fixture.ts'
import { LABORATORY, openLaboratory, type TestLaboratory } from './certificates-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { actorOf } from './people/actor-fixture.ts'
import { done, openThread, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-03'
const LAST = '2026-08-10'
const KEYS = ['order-of-another', 'order-of-an-officer', 'order-of-its-own'] as const

interface Line {
  readonly number: string
  readonly status: string
}
interface Page {
  readonly items: readonly Line[]
  readonly next: string | null
}
interface Verified extends Line {
  readonly on: string
  readonly is_good: boolean
  readonly doubt: string | null
  readonly sentence: { readonly en: string; readonly ur: string }
  readonly credential: string
  readonly shown_hash: string
}

describe.each(SERVERS.slice(0, 1))('certificates over the interface on $name', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-certificates-'))
  let thread: TestThread
  let laboratory: TestLaboratory
  let api: TestApi
  /** Numbers, oldest first. */
  const numbers: string[] = []
  let credential: string
  beforeAll(async () => {
    thread = await openThread(server)
    thread.at(`${DAY}T11:59:00Z`)
    laboratory = await openLaboratory(thread, PUBLIC_ADDRESS)
    api = await openApi(thread, folder)
    for (let made = 0; made < 5; made += 1) {
      const one = done(await laboratory.issued({ valid_from: DAY, valid_until: LAST }))
      numbers.push(one.number)
      credential = one.credential
    }
  })
  afterAll(async () => {
    await api.app.close()
    await thread.made.drop()
    rmSync(folder, { recursive: true })
  })
  beforeEach(() => {
    thread.at(`${DAY}T11:59:00Z`)
  })

  const listed = async (query: string) =>
    (await api.ask(ANYBODY, { method: 'GET', url: `/api/certificates${query}` })).json<Page>()
  const verified = async (number: string) =>
    (await api.ask(ANYBODY, { method: 'GET', url: `/api/certificates/${number}` })).json<Verified>()
  const ordered = async (actor: Actor, number: string, key: string, shown_hash: string) =>
    await api.ask(actor, {
      method: 'POST',
      url: `/api/certificates/${number}/orders`,
      body: {
        kind: 'suspend',
        effective_on: DAY,
        reasons: 'The reference of the meter was wrong.',
        shown_hash,
        second_factor: '123456',
      },
      headers: { 'idempotency-key': key },
    })

  test('the register is read page by page, newest first, and each certificate once', async () => {
    const first = await listed('?limit=2')
    const second = await listed(`?limit=2&cursor=${first.next ?? ''}`)
    const third = await listed(`?limit=2&cursor=${second.next ?? ''}`)
    expect([first, second, third].map(({ items }) => items.length)).toEqual([2, 2, 1])
    expect([first, second, third].flatMap(({ items }) => items.map(({ number }) => number))).toEqual(
      numbers.toReversed(),
    )
    expect(third.next).toBeNull()
  })

  test.each([
    ['?q=chenab', 5],
    ['?q=Chenab%20Bicycles', 0],
    // A sign that stands for any other in a pattern stands for itself here.
    ['?q=%25', 0],
    ['?q=_', 0],
    [`?laboratory=${LABORATORY}`, 5],
    ['?laboratory=LAB-999999', 0],
    ['?scheme=no_such', 0],
  ])('of %s it has %i', async (query, count) => {
    expect((await listed(query)).items).toHaveLength(count)
  })

  test('one is found by its number', async () => {
    expect((await listed(`?q=${numbers[2] ?? ''}`)).items.map(({ number }) => number)).toEqual([numbers[2]])
  })

  test('it is good through its last day, and expired on the next, in Pakistan', async () => {
    const number = numbers[4] ?? ''
    expect(await verified(number)).toMatchObject({
      on: DAY,
      status: 'valid',
      is_good: true,
      doubt: null,
      credential,
    })
    const { sentence } = await verified(number)
    expect(sentence.en).toContain('10 August 2026')
    expect(sentence.ur).toContain('2026')
    thread.at(`${LAST}T18:59:59Z`)
    expect(await verified(number)).toMatchObject({ on: LAST, is_good: true })
    thread.at(`${LAST}T19:00:00Z`)
    expect(await verified(number)).toMatchObject({
      on: '2026-08-11',
      status: 'expired',
      is_good: false,
      doubt: 'expired',
    })
  })

  test('whoever did not issue it cannot order anything about it, and who did puts it out of force at once', async () => {
    const number = numbers[0] ?? ''
    const other = await actorOf(thread.made.database, 'laboratory_signatory')
    const { shown_hash } = await verified(number)
    expect((await ordered(other, number, KEYS[0], shown_hash)).json()).toMatchObject({ code: 'certificate_others' })
    expect((await ordered(thread.caseOfficer, number, KEYS[1], shown_hash)).statusCode).toBe(403)
    expect(await verified(number)).toMatchObject({ is_good: true })
    const answer = await ordered(laboratory.first, number, KEYS[2], shown_hash)
    expect(answer.json()).toMatchObject({
      status: 'suspended',
      orders: [{ kind: 'suspend', ordered_by: 'laboratory' }],
    })
    // The same question again changes nothing more.
    expect((await ordered(laboratory.first, number, KEYS[2], shown_hash)).json()).toEqual(answer.json())
    expect(await verified(number)).toMatchObject({ status: 'suspended', is_good: false, doubt: 'suspended' })
    expect((await listed(`?q=${number}`)).items).toMatchObject([{ status: 'suspended' }])
  })

  test('a certificate that is not there is said not to be there', async () => {
    const answer = await api.ask(ANYBODY, { method: 'GET', url: '/api/certificates/C-999999' })
    expect([answer.statusCode, answer.json<{ readonly code: string }>().code]).toEqual([404, 'certificate_unknown'])
  })
})
