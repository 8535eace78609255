import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES_OF } from '../kernel/authority.ts'
import { type OpenTestDatabase, openTestDatabase, SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { actorOf, organizationOf } from './actor-fixture.ts'

const TABLES = ['organizations', 'people', 'memberships'] as const

describe.each(SERVERS)('people and organizations on $name', (server) => {
  let made: OpenTestDatabase
  let clerk: Actor
  let signatory: Actor
  let rival: Actor
  let officer: Actor
  beforeAll(async () => {
    made = await openTestDatabase(server)
    const id = await organizationOf(made.database, 'manufacturer', 'Kite Works')
    clerk = await actorOf(made.database, 'maker_clerk', { id, kind: 'manufacturer' })
    signatory = await actorOf(made.database, 'maker_signatory', { id, kind: 'manufacturer' })
    rival = await actorOf(made.database, 'maker_clerk')
    officer = await actorOf(made.database, 'case_officer')
  })
  afterAll(async () => {
    await made.drop()
  })

  async function counts(actor: Actor): Promise<readonly number[]> {
    return await readAs(made.database, actor, async (tables) => {
      const counted: number[] = []
      for (const table of TABLES) counted.push((await sql`select from ${sql.table(table)}`.execute(tables)).rows.length)
      return counted
    })
  }
  async function write(actor: Actor, statement: ReturnType<typeof sql>): Promise<number> {
    return await writeAs(made.database, actor, async (tables) => ({
      commit: Number((await statement.execute(tables)).numAffectedRows),
    }))
  }

  test('are nothing to a stranger, with whatever role he says he has', async () => {
    const person = randomUUID()
    for (const role of ['public', 'maker_signatory', 'administrator', 'customs_officer'] as const) {
      expect(await counts({ person, organization: undefined, role })).toEqual([0, 0, 0])
      expect(await counts({ person: 'anonymous', organization: randomUUID(), role })).toEqual([0, 0, 0])
    }
  })

  test('are to a member his own organization and his colleagues, and to the regulator all', async () => {
    expect(await counts(clerk)).toEqual([1, 2, 2])
    expect(await counts({ ...clerk, organization: undefined, role: 'public' })).toEqual([1, 1, 1])
    expect(await counts(rival)).toEqual([1, 1, 1])
    expect(await counts(officer)).toEqual([3, 4, 4])
    expect(await counts({ ...officer, role: 'administrator' })).toEqual([1, 1, 1])
  })

  test('are added by nobody but the service, and an organization by a case officer', async () => {
    const statements = [
      sql`insert into people values (${randomUUID()}, 'New', ${`${randomUUID()}@example.com`}, now())`,
      sql`insert into memberships values (${randomUUID()}, ${clerk.person}, ${rival.organization}, 'manufacturer', 'maker_signatory', now())`,
    ]
    for (const actor of [clerk, signatory, officer, { ...rival, role: 'administrator' } as const])
      for (const statement of statements)
        await expect(write(actor, statement)).rejects.toThrow(/violates row-level security|without an invitation/)
    const organization = sql`insert into organizations values (${randomUUID()}, 'laboratory', 'Test House', now())`
    for (const role of ['administrator', 'approving_officer', 'public', 'maker_signatory'] as const)
      await expect(write({ ...officer, role }, organization)).rejects.toThrow('violates row-level security')
    expect(await write(officer, organization)).toBe(1)
  })

  test('have memberships that an administrator of theirs ends, once, and changes in no other way', async () => {
    const leaving = await actorOf(made.database, 'maker_clerk', { id: clerk.organization ?? '', kind: 'manufacturer' })
    const end = sql`update memberships set ended_at = now() where person_id = ${leaving.person}`
    for (const actor of [leaving, signatory, officer, { ...rival, role: 'administrator' } as const])
      expect(await write(actor, end)).toBe(0)
    const administrator: Actor = { ...clerk, role: 'administrator' }
    expect(await write(administrator, end)).toBe(1)
    expect(await write(administrator, end)).toBe(0)
    for (const change of [sql`role = 'maker_signatory'`, sql`organization_id = ${rival.organization}`])
      await expect(write(administrator, sql`update memberships set ${change}`)).rejects.toThrow('permission denied')
  })

  test('have the roles of the table of authority, and no other', async () => {
    const { rows } = await made.database.pool.query<{ kind: string; role: string }>(
      'select kind, role from organization_roles',
    )
    const known = Object.entries(ROLES_OF).flatMap(([kind, roles]) => roles.map((role) => `${kind} ${role}`))
    expect(rows.map(({ kind, role }) => `${kind} ${role}`).toSorted()).toEqual(known.toSorted())
    const forged = (kind: string, role: string) =>
      write(
        systemActor('test'),
        sql`insert into memberships values (${randomUUID()}, ${officer.person}, ${clerk.organization}, ${kind}, ${role}, now())`,
      )
    await expect(forged('manufacturer', 'approving_officer')).rejects.toThrow('memberships_kind_role_fkey')
    await expect(forged('regulator', 'approving_officer')).rejects.toThrow('memberships_organization_id_kind_fkey')
  })

  test('give each person one role at a time in an organization', async () => {
    const again = actorOf(made.database, 'maker_clerk', { id: clerk.organization ?? '', kind: 'manufacturer' })
    await expect(again).resolves.toBeDefined()
    const second = sql`insert into memberships values (${randomUUID()}, ${clerk.person}, ${clerk.organization}, 'manufacturer', 'maker_signatory', now())`
    await expect(write(systemActor('test'), second)).rejects.toThrow('one_role_at_a_time')
  })

  test('the roles that act for the regulator are its roles without the administrator', async () => {
    const roles = [...new Set([...Object.values(ROLES_OF).flat(), 'system' as const])]
    const acting: string[] = []
    for (const role of roles) {
      const { rows } = await readAs(made.database, { ...officer, role }, async (tables) =>
        sql<{ acting: boolean }>`select acting_for_regulator() as acting`.execute(tables),
      )
      if (rows[0]?.acting === true) acting.push(role)
    }
    expect(acting).toEqual(ROLES_OF.regulator.filter((role) => role !== 'administrator'))
    const { rows } = await made.database.pool.query(
      'select acting_for_regulator() as acting, acting_person_id() as person',
    )
    expect(rows).toEqual([{ acting: false, person: null }])
  })
})
