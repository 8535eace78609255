import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberRole, OrganizationKind } from '../kernel/authority.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, writeAs } from '../kernel/transaction.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'
import { endMembership, seePeople } from './end-membership.ts'
import {
  memberOf,
  openBrowser,
  openTestIdentity,
  PASSWORD,
  STRANGER,
  type TestBrowser,
  type TestIdentity,
  tokenOf,
} from './identity-fixture.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { registerOrganization } from './register-organization.ts'

const WEEK_MS = 7 * 24 * 3_600_000

describe.each(SERVERS)('invitations on $name', (server) => {
  let made: TestIdentity
  let nth = 0
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  async function administratorOf(kind: OrganizationKind): Promise<Actor & { readonly organization: string }> {
    const id = await organizationOf(made.database, kind)
    return await actorOf(made.database, 'administrator', { id, kind })
  }
  async function invited(actor: Actor, role: string, email = `new${(nth += 1)}@example.com`) {
    const outcome = await invitePerson(made.identity, actor, { email, role })
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    const token = tokenOf((await made.lettersTo(email)).at(-1) ?? '')
    return { email, token, invitation: outcome.done.invitation }
  }
  async function accept(token: string, browser?: TestBrowser): Promise<unknown> {
    const input = { token, name: 'Bilal Ahmed', password: PASSWORD }
    const outcome = await acceptInvitation(made.identity, browser?.visitor() ?? STRANGER, input)
    return 'done' in outcome ? 'accepted' : outcome.refused.code
  }
  async function rolesIn(organization: string): Promise<readonly string[]> {
    const { rows } = await readAs(made.database, await actorOf(made.database, 'analyst'), async (tables) =>
      sql<{
        role: string
      }>`select role from memberships where organization_id = ${organization} and ended_at is null`.execute(tables),
    )
    return rows.map(({ role }) => role).toSorted()
  }

  test('are good once, however many accept at the same moment', async () => {
    const administrator = await administratorOf('manufacturer')
    const { token, email } = await invited(administrator, 'maker_clerk')
    const all = await Promise.all(Array.from({ length: 5 }, async () => await accept(token)))
    expect(all.filter((one) => one === 'accepted')).toHaveLength(1)
    expect(all.filter((one) => one === 'invitation_unknown')).toHaveLength(4)
    expect(await rolesIn(administrator.organization)).toEqual(['administrator', 'maker_clerk'])
    const browser = openBrowser(made)
    expect((await browser.post('/api/sign-in', { email, password: PASSWORD })).status).toBe(200)
    expect((await browser.get('/api/self')).body).toMatchObject({ acting_for: { role: 'maker_clerk' } })
  })

  test('show what they are to, and are good for a week, unless they are withdrawn', async () => {
    const administrator = await administratorOf('manufacturer')
    const { token, email } = await invited(administrator, 'maker_signatory')
    const browser = openBrowser(made)
    expect((await browser.post('/api/invitations/see', { token })).body).toMatchObject({
      email,
      role: 'maker_signatory',
      organization_name: 'manufacturer',
      is_known_person: false,
    })
    made.pass(WEEK_MS - 60_000)
    expect((await browser.post('/api/invitations/see', { token })).status).toBe(200)
    made.pass(60_000)
    expect((await browser.post('/api/invitations/see', { token })).status).toBe(404)
    expect(await accept(token)).toBe('invitation_unknown')

    const second = await invited(administrator, 'maker_clerk')
    const { identity } = made
    const foreign = await administratorOf('manufacturer')
    const refused = { refused: { code: 'invitation_unknown' } }
    expect(await withdrawInvitation(identity, foreign, second)).toEqual(refused)
    expect(await withdrawInvitation(identity, administrator, second)).toEqual({ done: {} })
    expect(await withdrawInvitation(identity, administrator, second)).toEqual(refused)
    expect(await accept(second.token)).toBe('invitation_unknown')
    expect(await accept('no token at all')).toBe('invitation_unknown')
  })

  test('take one whose name or password is missing no further, and do not spend themselves', async () => {
    const { token } = await invited(await administratorOf('laboratory'), 'laboratory_signatory')
    const tryWith = async (input: { name?: string; password?: string }) =>
      await acceptInvitation(made.identity, STRANGER, { token, ...input })
    expect(await tryWith({ password: PASSWORD })).toMatchObject({ refused: { code: 'name_missing' } })
    expect(await tryWith({ name: 'Bilal' })).toMatchObject({ refused: { code: 'password_length' } })
    expect(await tryWith({ name: 'Bilal', password: 'a'.repeat(11) })).toMatchObject({
      refused: { least: 12, most: 128 },
    })
    for (const [password, code] of [
      ['qwerty123456', 'password_leaked'],
      ['Bilal@maqami1', 'password_guessable'],
    ] as const)
      expect(await tryWith({ name: 'Bilal', password })).toMatchObject({ refused: { code, place: '/body/password' } })
    expect(await tryWith({ name: 'Bilal', password: 'xkvqzjtwpmny' })).toHaveProperty('done')
  })

  test('give somebody who is known a second organization once he has signed in, and he acts for one at a time', async () => {
    const { email, organization } = await memberOf(made, 'maker_clerk', 'manufacturer')
    const laboratory = await administratorOf('laboratory')
    const { token } = await invited(laboratory, 'laboratory_signatory', email)
    expect(await accept(token)).toBe('sign_in_to_accept')
    const other = await memberOf(made, 'maker_clerk', 'manufacturer')
    const wrong = openBrowser(made)
    await wrong.post('/api/sign-in', { email: other.email, password: PASSWORD })
    expect(await accept(token, wrong)).toBe('sign_in_to_accept')

    const browser = openBrowser(made)
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    expect(await accept(token, browser)).toBe('accepted')
    expect((await browser.get('/api/self')).body['acting_for']).toBeNull()
    for (const [chosen, role] of [
      [laboratory.organization, 'laboratory_signatory'],
      [organization, 'maker_clerk'],
    ] as const) {
      expect((await browser.post('/api/self/act-for', { organization: chosen })).body).toEqual({ role })
      expect((await browser.get('/api/self')).body).toMatchObject({ acting_for: { organization_id: chosen, role } })
    }
    const foreign = await browser.post('/api/self/act-for', { organization: other.organization })
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'no_such_membership'])
    // One role in each.
    const again = await invited(laboratory, 'administrator', email)
    expect(await accept(again.token, browser)).toBe('member_already')
  })

  test('come from an administrator for his own organization and its roles, and from nobody to the regulator but its own', async () => {
    const { identity } = made
    const maker = await administratorOf('manufacturer')
    const regulator = await administratorOf('regulator')
    const officer = await actorOf(made.database, 'case_officer', { id: regulator.organization, kind: 'regulator' })
    const codeOf = async (actor: Actor, role: string, organization?: string): Promise<string> => {
      const email = `new${(nth += 1)}@example.com`
      const input = { email, role, ...(organization === undefined ? {} : { organization }) }
      const outcome = await invitePerson(identity, actor, input)
      return 'done' in outcome ? 'invited' : outcome.refused.code
    }
    expect(await codeOf(maker, 'maker_clerk')).toBe('invited')
    expect(await codeOf(maker, 'case_officer')).toBe('role_not_of_kind')
    expect(await codeOf(maker, 'system')).toBe('role_not_of_kind')
    expect(await codeOf(maker, 'administrator', regulator.organization)).toBe('organization_unknown')
    expect(await codeOf(regulator, 'approving_officer')).toBe('invited')
    expect(await codeOf(regulator, 'maker_clerk', maker.organization)).toBe('organization_unknown')
    expect(await codeOf(officer, 'administrator', maker.organization)).toBe('invited')
    expect(await codeOf(officer, 'maker_signatory', maker.organization)).toBe('role_not_of_kind')
    expect(await codeOf(officer, 'administrator')).toBe('organization_unknown')
    expect(await codeOf(officer, 'administrator', 'not an identifier')).toBe('organization_unknown')
    expect(await invitePerson(identity, maker, { email: 'nobody', role: 'maker_clerk' })).toMatchObject({
      refused: { code: 'email_invalid' },
    })
  })

  test('begin with an organization that a case officer registers', async () => {
    const officer = await actorOf(made.database, 'case_officer')
    const email = `new${(nth += 1)}@example.com`
    const input = { name: ' Kite Works ', kind: 'manufacturer', administrator_email: email } as const
    const registered = await registerOrganization(made.identity, officer, input)
    if ('refused' in registered) throw new Error(registered.refused.code)
    expect(await accept(tokenOf((await made.lettersTo(email)).at(-1) ?? ''))).toBe('accepted')
    expect(await rolesIn(registered.done.organization)).toEqual(['administrator'])
    const nameless = await registerOrganization(made.identity, officer, { ...input, name: ' ' })
    expect(nameless).toMatchObject({ refused: { code: 'name_missing' } })
    const unreachable = await registerOrganization(made.identity, officer, { ...input, administrator_email: 'nobody' })
    expect(unreachable).toEqual({ refused: { code: 'email_invalid', place: '/body/administrator_email' } })
  })

  test('lead to a membership that an administrator ends, from the next request on, and never the last of his own kind', async () => {
    const administrator = await administratorOf('manufacturer')
    const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer', administrator.organization)
    const browser = openBrowser(made)
    await browser.post('/api/sign-in', { email, password: PASSWORD })
    const { members } = await seePeople(made.identity, administrator)
    const [clerk, himself] = ['maker_clerk', 'administrator'].map(
      (role) => members.find((one) => one.role === role)?.id ?? '',
    )
    const end = async (actor: Actor, membership = '') => await endMembership(made.identity, actor, { membership })
    const unknown = { refused: { code: 'membership_unknown' } }
    expect(await end(await administratorOf('manufacturer'), clerk)).toEqual(unknown)
    expect(await end(administrator, 'nonsense')).toEqual(unknown)
    expect(await end(administrator, clerk)).toEqual({ done: {} })
    expect((await browser.get('/api/self')).body).toMatchObject({ person: { id: person }, acting_for: null })
    expect(await end(administrator, himself)).toEqual({ refused: { code: 'last_administrator' } })
    expect(await rolesIn(administrator.organization)).toEqual(['administrator'])
  })

  test('are held by the database where the code would forget to ask', async () => {
    const administrator = await administratorOf('manufacturer')
    const rival = await administratorOf('manufacturer')
    const officer = await actorOf(made.database, 'case_officer')
    await invited(administrator, 'maker_clerk')
    const seenBy = async (actor: Actor, table: string) =>
      await readAs(
        made.database,
        actor,
        async (tables) =>
          (
            await sql`select from ${sql.table(table)} where ${table === 'outbox' ? sql`true` : sql`organization_id = ${administrator.organization}`}`.execute(
              tables,
            )
          ).rows.length,
      )
    expect(await seenBy(administrator, 'invitations')).toBe(1)
    for (const actor of [rival, officer, { ...administrator, role: 'maker_signatory' as const }])
      expect(await seenBy(actor, 'invitations')).toBe(0)
    for (const actor of [administrator, officer]) expect(await seenBy(actor, 'outbox')).toBe(0)
    const forge = async (actor: Actor, organization: string, role: MemberRole) =>
      await writeAs(made.database, actor, async (tables) => {
        await sql`insert into invitations (id, organization_id, kind, role, email, token_hash, invited_by, invited_at, expires_at)
          values (${made.identity.makeId()}, ${organization}, 'manufacturer', ${role}, 'a@b.c', ${made.identity.makeId()},
            ${actor.person}, now(), now() + interval '1 day')`.execute(tables)
        return { commit: 'written' }
      })
    expect(await forge(administrator, administrator.organization, 'maker_signatory')).toBe('written')
    for (const [actor, role] of [
      [rival, 'maker_signatory'],
      [officer, 'maker_signatory'],
      [{ ...administrator, role: 'maker_signatory' }, 'administrator'],
    ] as const)
      await expect(forge(actor, administrator.organization, role)).rejects.toThrow('violates row-level security')
    // An invitation is accepted by the service alone.
    const taken = writeAs(made.database, administrator, async (tables) => {
      await sql`update invitations set accepted_at = now(), accepted_by = ${administrator.person}`.execute(tables)
      return { commit: undefined }
    })
    await expect(taken).rejects.toThrow('violates row-level security')
  })
})
