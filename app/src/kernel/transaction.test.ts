import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerClient, sendAtOnce } from './database.ts'
import { type OpenTestDatabase, openTestDatabase, SERVERS } from './test-database-fixture.ts'
import { type Actor, readAs, readOne, systemActor, writeAs, writeForFirm } from './transaction.ts'

interface Account {
  readonly owner: string
  readonly amount: number
}

const ONE: Actor = { person: 'one', organization: 'bicycles', role: 'public' }
const TWO: Actor = { person: 'two', organization: 'kites', role: 'public' }

describe.each(SERVERS)('transactions on $name', (server) => {
  let made: OpenTestDatabase
  beforeAll(async () => {
    made = await openTestDatabase(server)
    const owner = ownerClient(made.owner)
    await owner.connect()
    await owner.query(`create table accounts (owner text primary key, amount integer not null);
      alter table accounts enable row level security;
      alter table accounts force row level security;
      create policy own on accounts using (owner = acting_organization() or acting_role() = 'system');
      grant select, insert, update on accounts to maqami_app;
      insert into migrations values (9000, 'test', 'test')`)
    await owner.end()
    for (const organization of ['bicycles', 'kites'])
      await writeAs(made.database, systemActor('test'), async (tables) => {
        await tables
          .withTables<{ accounts: Account }>()
          .insertInto('accounts')
          .values({ owner: organization, amount: 0 })
          .execute()
        return { commit: undefined }
      })
  })
  afterAll(async () => {
    await made.drop()
  })

  async function seenBy(actor: Actor): Promise<readonly string[]> {
    return await readAs(made.database, actor, async (tables) => {
      const rows = await tables.withTables<{ accounts: Account }>().selectFrom('accounts').select('owner').execute()
      return rows.map(({ owner }) => owner).toSorted()
    })
  }

  test('show each organization its own rows', async () => {
    expect(await seenBy(ONE)).toEqual(['bicycles'])
    expect(await seenBy(TWO)).toEqual(['kites'])
    expect(await seenBy({ person: 'three', organization: undefined, role: 'public' })).toEqual([])
    expect(await seenBy(systemActor('test'))).toEqual(['bicycles', 'kites'])
  })

  test('go on when a newer Maqami changes a table beside them, on every connection', async () => {
    const whole = async () =>
      await readAs(made.database, ONE, async (tables) => {
        const own = tables.withTables<{ accounts: Account }>().selectFrom('accounts').selectAll()
        return await own.where('owner', '=', 'bicycles').executeTakeFirst()
      })
    const before = await Promise.all([whole(), whole(), whole()])
    await made.tamper('alter table accounts add column note text')
    const after = await Promise.all([whole(), whole(), whole(), whole()])
    await made.tamper('alter table accounts drop column note')
    const columns = (rows: readonly (Account | undefined)[]) =>
      new Set(rows.map((row) => Object.keys(row ?? {}).join()))
    expect(columns(before)).toEqual(new Set(['owner,amount']))
    expect(columns(after)).toEqual(new Set(['owner,amount,note']))
    expect(columns([await whole()])).toEqual(new Set(['owner,amount']))
  })

  test('of one statement show each organization its own rows, go on after an error and when a table has changed', async () => {
    const mine = async (actor: Actor, owner: string, more = '') =>
      await readOne(
        made.database,
        actor,
        sql<Account>`select * ${sql.raw(more)} from accounts where owner = ${owner}`.compile(made.database.handle),
      )
    expect((await mine(ONE, 'bicycles')).map(({ owner }) => owner)).toEqual(['bicycles'])
    expect(await mine(TWO, 'bicycles')).toEqual([])
    expect(await mine(ONE, "o'clock")).toEqual([])
    await expect(mine(ONE, 'bicycles', ', 1 / (amount - amount)')).rejects.toThrow('division by zero')
    expect(await mine(ONE, 'bicycles')).toHaveLength(1)
    await made.tamper('alter table accounts add column note text')
    const [changed] = await mine(ONE, 'bicycles')
    await made.tamper('alter table accounts drop column note')
    expect(Object.keys(changed ?? {})).toContain('note')
    expect(Object.keys((await mine(ONE, 'bicycles'))[0] ?? {})).not.toContain('note')
    // Nothing of the acting person is left on the connection.
    const { rows } = await made.database.pool.query<{ count: number }>('select count(*) as count from accounts')
    expect(rows[0]?.count).toBe(0)
  })

  test('let nobody write for another', async () => {
    const forged = writeAs(made.database, ONE, async (tables) => {
      await tables
        .withTables<{ accounts: Account }>()
        .insertInto('accounts')
        .values({ owner: 'spoons', amount: 1 })
        .execute()
      return { commit: undefined }
    })
    await expect(forged).rejects.toThrow('violates row-level security')
  })

  test('leave nothing of the acting person on the connection, and without one there is no row', async () => {
    await seenBy(systemActor('test'))
    const { rows } = await made.database.pool.query<{ count: number }>('select count(*) as count from accounts')
    expect(rows[0]?.count).toBe(0)
  })

  test('run as a role that row-level security holds, and that can neither own nor change tables', async () => {
    const { rows } = await made.database.pool.query<{ role: string; unheld: boolean }>(
      'select current_user as role, rolsuper or rolbypassrls as unheld from pg_roles where rolname = current_user',
    )
    expect(rows).toEqual([{ role: 'maqami_app', unheld: false }])
    await expect(made.database.pool.query('create table mine (a int)')).rejects.toThrow('permission denied')
    await expect(made.database.pool.query('alter table accounts disable row level security')).rejects.toThrow(
      'must be owner',
    )
  })

  test('hold the owner of the tables too', async () => {
    const owner = ownerClient(made.owner)
    await owner.connect()
    expect((await owner.query('select from accounts')).rowCount).toBe(0)
    await owner.end()
  })

  async function add(actor: Actor, amount: number): Promise<'added' | 'refused'> {
    return await writeAs(made.database, actor, async (tables) => {
      const accounts = tables.withTables<{ accounts: Account }>()
      const before = await accounts.selectFrom('accounts').select('amount').executeTakeFirstOrThrow()
      await accounts
        .updateTable('accounts')
        .set({ amount: before.amount + amount })
        .execute()
      return amount < 0 ? { rollBack: 'refused' as const } : { commit: 'added' as const }
    })
  }
  async function amountOf(actor: Actor): Promise<number | undefined> {
    return await readAs(made.database, actor, async (tables) => {
      const row = await tables
        .withTables<{ accounts: Account }>()
        .selectFrom('accounts')
        .select('amount')
        .executeTakeFirst()
      return row?.amount
    })
  }

  test('that are refused leave nothing behind', async () => {
    const before = await amountOf(TWO)
    expect(await add(TWO, -5)).toBe('refused')
    expect(await amountOf(TWO)).toBe(before)
  })

  test('whose last statement fails on its way leave nothing behind, though the end went with it', async () => {
    const before = await amountOf(TWO)
    const spoiled = (last: string) =>
      writeAs(made.database, TWO, async (tables) => {
        const added = sendAtOnce(tables, 'update accounts set amount = amount + $1', [1000])
        const failed = sendAtOnce(tables, last, ['kites'])
        failed.catch(() => undefined)
        return await Promise.resolve({ commit: added.then(async () => await failed) })
      })
    await expect(spoiled('select 1 / (length($1::text) - 5)')).rejects.toThrow('division by zero')
    await expect(spoiled('insert into accounts values ($1, 1)')).rejects.toThrow('duplicate key')
    expect(await amountOf(TWO)).toBe(before)
  })

  test('in which a failure was passed over say so, since nothing of them is left', async () => {
    const before = await amountOf(TWO)
    const passedOver = writeAs(made.database, TWO, async (tables) => {
      await sendAtOnce(tables, 'update accounts set amount = amount + $1', [1000])
      await sendAtOnce(tables, 'select 1 / (length($1::text) - 5)', ['kites']).catch(() => undefined)
      return { commit: 'done' }
    })
    await expect(passedOver).rejects.toThrow('failed unseen')
    expect(await amountOf(TWO)).toBe(before)
  })

  test('that read and then write at the same moment do not lose an addition', async () => {
    const before = (await amountOf(ONE)) ?? 0
    const added = await Promise.all([1, 10, 100].map(async (amount) => await add(ONE, amount)))
    expect(added).toEqual(['added', 'added', 'added'])
    expect(await amountOf(ONE)).toBe(before + 111)
  })

  test('for one firm wait for each other, and see what the one before has written', async () => {
    const before = (await amountOf(ONE)) ?? 0
    const added = await Promise.all(
      Array.from({ length: 12 }, async () => {
        return await writeForFirm(made.database, ONE, 'one', async (tables) => {
          const accounts = tables.withTables<{ accounts: Account }>()
          const { amount } = await accounts.selectFrom('accounts').select('amount').executeTakeFirstOrThrow()
          await accounts
            .updateTable('accounts')
            .set({ amount: amount + 1 })
            .execute()
          return { commit: amount + 1 }
        })
      }),
    )
    expect(added.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, nth) => before + nth + 1))
  })

  test('for different firms are not in each other’s way, though their rows lie side by side', async () => {
    let tries = 0
    await made.tamper(`
      create table filings (firm text, number integer, primary key (firm, number));
      grant select, insert on filings to maqami_app;
    `)
    const firms = Array.from({ length: 30 }, (_, nth) => `firm ${nth}`)
    await Promise.all(
      firms.map(async (firm) => {
        await writeForFirm(made.database, ONE, firm, async (tables) => {
          tries += 1
          const own = await sql<{ number: number }>`select number from filings where firm = ${firm}`.execute(tables)
          await sql`insert into filings values (${firm}, ${own.rows.length + 1})`.execute(tables)
          return { commit: undefined }
        })
      }),
    )
    expect(tries).toBe(firms.length)
    await made.tamper('drop table filings')
  })

  test('that are to write what another wrote meanwhile see it when they are done again', async () => {
    let tries = 0
    await made.tamper(`
      create table events (position integer primary key);
      grant select, insert on events to maqami_app;
    `)
    const next = async (firm: string): Promise<number> => {
      return await writeForFirm(made.database, ONE, firm, async (tables) => {
        tries += 1
        const { rows } = await sql<{ last: number | null }>`select max(position) as last from events`.execute(tables)
        const position = (rows[0]?.last ?? 0) + 1
        await sql`select pg_sleep(0.02)`.execute(tables)
        await sql`insert into events values (${position})`.execute(tables)
        return { commit: position }
      })
    }
    expect((await Promise.all([next('one'), next('two')])).toSorted((a, b) => a - b)).toEqual([1, 2])
    expect(tries).toBe(3)
    await made.tamper('drop table events')
  })

  test('are tried six times and no more when somebody is always in the way', async () => {
    let tries = 0
    const always = writeAs(made.database, ONE, async (tables) => {
      tries += 1
      await sql`do $$ begin raise exception 'in the way' using errcode = 'serialization_failure'; end $$`.execute(
        tables,
      )
      return { commit: undefined }
    })
    await expect(always).rejects.toThrow('in the way')
    expect(tries).toBe(6)
  })

  test('are not repeated for any other reason', async () => {
    let tries = 0
    const broken = writeAs(made.database, ONE, async (tables) => {
      tries += 1
      await sql`select 1 / 0`.execute(tables)
      return { commit: undefined }
    })
    await expect(broken).rejects.toThrow('division by zero')
    expect(tries).toBe(1)
  })

  test('end when they take longer than anybody meant', async () => {
    const { rows } = await made.database.pool.query<{ statement: string; lock: string; idle: string }>(
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`,
    )
    expect(rows).toEqual([{ statement: '30s', lock: '10s', idle: '1min' }])
  })

  test('give whole numbers and instants as they stand in the row', async () => {
    const { rows } = await made.database.pool.query(
      `select 9007199254740991::bigint as whole, timestamptz '2027-06-30 14:00:00.5+05' as day, timestamptz '2027-06-30 09:00:00.123456Z' as fine,
        date '2027-06-30' as plain_day`,
    )
    expect(rows).toEqual([
      {
        whole: 9007199254740991,
        day: '2027-06-30T09:00:00.500Z',
        fine: '2027-06-30T09:00:00.123456Z',
        plain_day: '2027-06-30',
      },
    ])
    await expect(made.database.pool.query('select 9007199254740993::bigint')).rejects.toThrow('too large')
  })
})
