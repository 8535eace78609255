import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { formatDay } from '@maqami/engine/value/date.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordCommand } from '../audit-log/record-command.ts'
import { today } from '../kernel/clock.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, DelegationEnded, programActor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { actFor, readerOf } from './act-for.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'
import { commandsOf } from './delegation.ts'
import { endMembership, seePeople } from './end-membership.ts'
import { endDelegation, giveDelegation, seeDelegations } from './give-delegation.ts'
import { identifyRequest } from './identify-request.ts'
import {
  memberOf,
  openBrowser,
  openTestIdentity,
  PASSWORD,
  type TestBrowser,
  type TestIdentity,
} from './identity-fixture.ts'
import { namesIn } from './name-people.ts'
import { seeClients } from './see-clients.ts'

const YEAR_MS = 365 * 86_400_000

describe.each(SERVERS)('what a firm lets its accountant do, on $name', (server) => {
  let made: TestIdentity
  let house: string
  let accountant: { readonly person: string; readonly browser: TestBrowser }
  let ravi: Actor
  let chenab: Actor
  beforeAll(async () => {
    made = await openTestIdentity(server)
    house = await organizationOf(made.database, 'accountant', 'Hisab and Sons')
    accountant = await accountantOf(house)
    ravi = await headOf('Ravi Cycles')
    chenab = await headOf('Chenab Cycles')
  })
  afterAll(async () => {
    await made.drop()
  })

  async function headOf(name: string): Promise<Actor> {
    const firm = { id: await organizationOf(made.database, 'manufacturer', name), kind: 'manufacturer' } as const
    return await actorOf(made.database, 'administrator', firm)
  }
  async function accountantOf(organization: string) {
    const { email, person } = await memberOf(made, 'accountant', 'accountant', organization)
    const browser = openBrowser(made)
    expect((await browser.post('/api/sign-in', { email, password: PASSWORD })).status).toBe(200)
    return { person, browser }
  }
  async function give(by: Actor, wanted: object = {}, to = house) {
    return await giveDelegation(made.identity, by, { accountant: to, powers: ['returns'], days: 30, ...wanted })
  }
  async function given(by: Actor, wanted: object = {}): Promise<string> {
    const outcome = await give(by, wanted)
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    return outcome.done.delegation
  }
  async function choose(by: Actor, { browser } = accountant) {
    return await browser.post('/api/self/act-for', { organization: by.organization })
  }
  async function actor({ browser } = accountant): Promise<Actor> {
    const outcome = await identifyRequest(made.identity, browser.visitor())
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    return outcome.done
  }
  async function acting(by: Actor): Promise<Actor> {
    expect((await choose(by)).status).toBe(200)
    return await actor()
  }
  /** Of the firms in the table of organizations, those that an actor is shown. */
  async function firmsSeen(by: Actor): Promise<readonly string[]> {
    return await readAs(made.database, by, async (tables) => {
      const { rows } = await sql<{ id: string }>`select id from organizations where kind = 'manufacturer'`.execute(
        tables,
      )
      return rows.map(({ id }) => id)
    })
  }

  test('an accountant acts for the client that he chose, in what he was let do, and the log says through whom', async () => {
    const delegation = await given(ravi)
    const nobody = await actor()
    expect([nobody.organization, nobody.role]).toEqual([house, 'accountant'])
    const chosen = await acting(ravi)
    expect(chosen).toEqual({
      person: accountant.person,
      organization: ravi.organization,
      role: 'maker_clerk',
      delegation: { id: delegation, accountant: house, commands: commandsOf(['returns']) },
    })
    const reader = await readerOf(made.identity, accountant.browser.visitor())
    expect([reader?.acting_for, reader?.through]).toEqual(['Ravi Cycles', 'Hisab and Sons'])
    await recordCommand(made.identity, chosen, 'upload_return', async () => {
      return await Promise.resolve({ done: undefined, subject: 'return 1', details: { version: 1 } })
    })
    const [event] = await readAs(made.database, systemActor('test'), async (tables) => {
      return (
        await sql<{
          details: string
        }>`select organization, role, details from audit_events where command = 'upload_return'`.execute(tables)
      ).rows
    })
    expect(event).toEqual({
      organization: ravi.organization,
      role: 'maker_clerk',
      details: JSON.stringify({ accountant: house, delegation, version: 1 }),
    })
    expect(await endDelegation(made.identity, ravi, { delegation })).toEqual({ done: {} })
  })

  test('clients are kept apart: for one of them nothing of another is seen, and none is chosen that did not let him', async () => {
    const first = await given(ravi)
    expect((await choose(chenab)).body).toMatchObject({ code: 'no_such_membership' })
    const second = await given(chenab, { powers: ['notices'] })
    expect(await firmsSeen(await acting(chenab))).toEqual([chenab.organization])
    expect((await actor()).delegation?.commands).not.toContain('upload_return')
    expect(await firmsSeen(await acting(ravi))).toEqual([ravi.organization])
    const seen = await seeClients(made.identity, await actor())
    expect(seen.map(({ organization_name, is_acting }) => [organization_name, is_acting])).toEqual([
      ['Chenab Cycles', false],
      ['Ravi Cycles', true],
    ])
    // Whatever the request says of itself, the database goes by the row.
    const forged: Actor = { ...(await actor()), organization: chenab.organization }
    expect(await firmsSeen(forged)).toEqual([ravi.organization])
    const rival = await accountantOf(await organizationOf(made.database, 'accountant', 'Other books'))
    expect((await choose(ravi, rival)).body).toMatchObject({ code: 'no_such_membership' })
    const stolen: Actor = { ...(await actor()), person: rival.person }
    await expect(firmsSeen(stolen)).rejects.toThrow(DelegationEnded)
    for (const [by, delegation] of [
      [ravi, first],
      [chenab, second],
    ] as const)
      expect(await endDelegation(made.identity, by, { delegation })).toEqual({ done: {} })
  })

  test('what has ended or run out, or whose accountant has left, is over with the next request', async () => {
    const delegation = await given(ravi)
    const before = await acting(ravi)
    expect(await endDelegation(made.identity, ravi, { delegation })).toEqual({ done: {} })
    expect([(await actor()).organization, (await actor()).role]).toEqual([undefined, 'public'])
    expect(await seeClients(made.identity, before)).toEqual([])
    await expect(firmsSeen(before)).rejects.toThrow(DelegationEnded)
    await expect(writeAs(made.database, before, async () => await Promise.resolve({ commit: 1 }))).rejects.toThrow(
      DelegationEnded,
    )
    expect(await endDelegation(made.identity, ravi, { delegation })).toEqual({
      refused: { code: 'delegation_unknown' },
    })

    await given(ravi, { days: 1 })
    expect((await acting(ravi)).organization).toBe(ravi.organization)
    const later = { ...made.identity, clock: () => made.identity.clock() + 2 * 86_400_000 }
    expect(await identifyRequest(later, accountant.browser.visitor())).toMatchObject({ done: { role: 'public' } })

    const leaving = await accountantOf(house)
    expect((await choose(ravi, leaving)).status).toBe(200)
    const left = await actor(leaving)
    const head = await actorOf(made.database, 'administrator', { id: house, kind: 'accountant' })
    const { members } = await seePeople(made.identity, head)
    const membership = members.find(({ person_id }) => person_id === leaving.person)?.id ?? ''
    expect(await endMembership(made.identity, head, { membership })).toEqual({ done: {} })
    expect((await actor(leaving)).organization).toBeUndefined()
    await expect(firmsSeen(left)).rejects.toThrow(DelegationEnded)
  })

  test('who ends it while something is done under it waits, and what begins after that is refused', async () => {
    const delegation = await given(ravi)
    const under = await acting(ravi)
    const order: string[] = []
    const { promise: isBegun, resolve: begun } = Promise.withResolvers<undefined>()
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<undefined>()
    const act = writeAs(made.database, under, async () => {
      begun(undefined)
      await mayGoOn
      order.push('done')
      return { commit: undefined }
    })
    await isBegun
    const ending = endDelegation(made.identity, ravi, { delegation }).then((outcome) => {
      order.push('ended')
      return outcome
    })
    // Long enough for an ending that did not wait.
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(order).toEqual([])
    goOn(undefined)
    await act
    expect(await ending).toEqual({ done: {} })
    expect(order).toEqual(['done', 'ended'])
    await expect(writeAs(made.database, under, async () => await Promise.resolve({ commit: 1 }))).rejects.toThrow(
      DelegationEnded,
    )
  })

  test('it is given by an administrator of a maker, to an accountant, for a year at most and for what can be let', async () => {
    const clerk = await actorOf(made.database, 'maker_clerk', { id: ravi.organization ?? '', kind: 'manufacturer' })
    await expect(give(clerk)).rejects.toThrow('row-level security')
    const customs = await actorOf(made.database, 'administrator')
    expect(await give(customs)).toEqual({ refused: { code: 'accountant_unknown' } })
    expect(await give(ravi, {}, chenab.organization)).toEqual({ refused: { code: 'accountant_unknown' } })
    expect(await give(ravi, {}, 'nobody')).toEqual({ refused: { code: 'accountant_unknown' } })
    for (const powers of [[], ['file_return'], ['returns', 'toString']])
      expect(await give(ravi, { powers })).toMatchObject({ refused: { code: 'power_unknown' } })
    for (const days of [0, 366, 1.5])
      expect(await give(ravi, { days })).toMatchObject({ refused: { code: 'delegation_days' } })
    const expires_on = formatDay(today(made.identity.clock) + 365)
    expect(await give(ravi, { days: 365 })).toMatchObject({ done: { expires_on } })
    // Not by a statement of one's own either.
    const forging = writeAs(made.database, ravi, async (tables) => {
      await sql`insert into delegations select gen_random_uuid(), organization_id, organization_kind, accountant_id, accountant_kind, powers, given_by,
        given_at, expires_on + 30, null, null from delegations where organization_id = ${ravi.organization} and ended_at is null`.execute(
        tables,
      )
      return { commit: undefined }
    })
    expect(await forging.catch((error: unknown) => error instanceof DatabaseError && error.code)).toBe('42501')
  })

  test('another one takes the place of the one before, and the accountant can give it back', async () => {
    await given(ravi)
    const second = await given(ravi, { powers: ['models', 'returns', 'models'] })
    const { delegations, accountants } = await seeDelegations(made.identity, ravi)
    expect(delegations.filter(({ ended_at }) => ended_at === null)).toMatchObject([
      { id: second, powers: ['models', 'returns'], accountant_name: 'Hisab and Sons' },
    ])
    expect(accountants).toContainEqual({ id: house, name: 'Hisab and Sons' })
    const head = await actorOf(made.database, 'administrator', { id: house, kind: 'accountant' })
    expect((await seeDelegations(made.identity, head)).delegations[0]).toMatchObject({
      organization_name: 'Ravi Cycles',
    })
    expect(await endDelegation(made.identity, chenab, { delegation: second })).toEqual({
      refused: { code: 'delegation_unknown' },
    })
    expect(await endDelegation(made.identity, head, { delegation: second })).toEqual({ done: {} })
    expect((await seeDelegations(made.identity, head)).delegations).toEqual([])
  })

  test('the firm knows by name who could act for it, and nobody who came to the accountant later', async () => {
    const delegation = await given(ravi)
    const named = async (person: string) => {
      return await readAs(made.database, ravi, async (tables) => (await namesIn(tables, [person])).size)
    }
    expect(await named(accountant.person)).toBe(1)
    made.pass(1000)
    expect(await endDelegation(made.identity, ravi, { delegation })).toEqual({ done: {} })
    made.pass(YEAR_MS)
    const later = await memberOf(made, 'accountant', 'accountant', house)
    expect([await named(accountant.person), await named(later.person)]).toEqual([1, 0])
    const stranger = await headOf('Jhelum Cycles')
    expect(await readAs(made.database, stranger, async (tables) => (await namesIn(tables, [later.person])).size)).toBe(
      0,
    )
  })

  test('a key of the accountant has no clients: whom they let act is a person', async () => {
    await given(ravi)
    const key = programActor(made.identity.makeId(), house, 'accountant', [])
    expect(await seeClients(made.identity, key)).toEqual([])
  })

  test('who was never let choose is told so by name of nothing', async () => {
    expect(await actFor(made.identity, accountant.browser.visitor(), { organization: 'nonsense' })).toEqual({
      refused: { code: 'no_such_membership' },
    })
  })
})
