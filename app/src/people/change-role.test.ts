import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberRole } from '../kernel/authority.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, writeAs } from '../kernel/transaction.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'
import { changeRole } from './change-role.ts'
import { endMembership, seePeople } from './end-membership.ts'
import { memberOf, openBrowser, openTestIdentity, PASSWORD, type TestIdentity } from './identity-fixture.ts'

describe.each(SERVERS)('the roles of a firm, on $name', (server) => {
  let made: TestIdentity
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  async function firmOf(...roles: readonly MemberRole[]) {
    const firm = { id: await organizationOf(made.database, 'manufacturer'), kind: 'manufacturer' } as const
    return await Promise.all(roles.map(async (role) => await actorOf(made.database, role, firm)))
  }
  async function membershipOf({ person }: Actor, seenBy: Actor): Promise<string> {
    const { members } = await seePeople(made.identity, seenBy)
    return members.find((one) => one.person_id === person)?.id ?? ''
  }
  async function change(by: Actor, of: Actor, role: string, seenBy = by) {
    return await changeRole(made.identity, by, { membership: await membershipOf(of, seenBy), role })
  }
  async function rolesIn(by: Actor): Promise<readonly string[]> {
    return (await seePeople(made.identity, by)).members.map(({ role }) => role).toSorted()
  }

  test('are given by its administrator, and hold from the next request on', async () => {
    const clerk = await memberOf(made, 'maker_clerk', 'manufacturer')
    const head = await memberOf(made, 'administrator', 'manufacturer', clerk.organization)
    const [browser, asHead] = [openBrowser(made), openBrowser(made, '192.0.2.2')]
    await browser.post('/api/sign-in', { email: clerk.email, password: PASSWORD })
    await asHead.post('/api/sign-in', { email: head.email, password: PASSWORD })
    const { members } = (await asHead.get('/api/people')).body as {
      members: readonly { id: string; person_id: string }[]
    }
    const membership = members.find(({ person_id }) => person_id === clerk.person)?.id
    expect((await asHead.post('/api/people/role', { membership, role: 'maker_signatory' })).status).toBe(200)
    expect((await browser.get('/api/self')).body).toMatchObject({ acting_for: { role: 'maker_signatory' } })
    // The membership that it was has ended, and is changed no more.
    expect((await asHead.post('/api/people/role', { membership, role: 'maker_clerk' })).status).toBe(404)
    const spans = await readAs(
      made.database,
      { person: head.person, organization: clerk.organization, role: 'administrator' },
      async (tables) =>
        (
          await sql<{ role: string; ended: boolean }>`select role, ended_at is not null as ended from memberships
          where person_id = ${clerk.person} order by began_at`.execute(tables)
        ).rows,
    )
    expect(spans).toEqual([
      { role: 'maker_clerk', ended: true },
      { role: 'maker_signatory', ended: false },
    ])
  })

  test('are those of its kind, and are given by nobody else', async () => {
    const [head, clerk] = await firmOf('administrator', 'maker_clerk')
    const [rival] = await firmOf('administrator')
    if (!head || !clerk || !rival) throw new Error('nobody')
    for (const role of ['case_officer', 'system', ''])
      expect(await change(head, clerk, role)).toMatchObject({ refused: { code: 'role_not_of_kind', role } })
    expect(await change(head, clerk, 'maker_clerk')).toEqual({ refused: { code: 'role_unchanged' } })
    const unknown = { refused: { code: 'membership_unknown' } }
    expect(await change(rival, clerk, 'maker_signatory', head)).toEqual(unknown)
    expect(await change(clerk, clerk, 'maker_signatory', head)).toEqual(unknown)
    const bringIn = writeAs(made.database, head, async (tables) => ({
      commit:
        await sql`insert into memberships values (gen_random_uuid(), ${rival.person}, ${head.organization}, 'manufacturer', 'maker_clerk', now())`.execute(
          tables,
        ),
    }))
    await expect(bringIn).rejects.toThrow('without an invitation')
    expect(await rolesIn(head)).toEqual(['administrator', 'maker_clerk'])
  })

  test('leave it an administrator, also when two of them end or demote each other at the same moment', async () => {
    const [only] = await firmOf('administrator', 'maker_clerk')
    if (!only) throw new Error('nobody')
    expect(await change(only, only, 'maker_clerk')).toEqual({ refused: { code: 'last_administrator' } })
    for (const how of ['end', 'demote', 'both'] as const) {
      const [one, other] = await firmOf('administrator', 'administrator')
      if (!one || !other) throw new Error('nobody')
      const ids = [await membershipOf(other, one), await membershipOf(one, one)] as const
      const end = async (by: Actor, membership: string) => await endMembership(made.identity, by, { membership })
      const demote = async (by: Actor, membership: string) =>
        await changeRole(made.identity, by, { membership, role: 'maker_clerk' })
      const outcomes = await Promise.all([
        (how === 'demote' ? demote : end)(one, ids[0]),
        (how === 'end' ? end : demote)(other, ids[1]),
      ])
      expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
      expect(outcomes.find((outcome) => 'refused' in outcome)).toEqual({ refused: { code: 'last_administrator' } })
      expect((await rolesIn(one)).filter((role) => role === 'administrator')).toHaveLength(1)
    }
  })
})
