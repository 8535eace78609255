import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownerClient } from './database.ts'
import { SERVICE_LOGIN } from './embedded-postgres.ts'
import { migrate, readMigrations } from './migrations.ts'
import { emptyDatabase, SERVERS, type TestDatabase } from './test-database-fixture.ts'

describe.each(SERVERS)('migrations on $name', (server) => {
  let files = ''
  let made: TestDatabase
  let client: Client
  beforeEach(async () => {
    files = mkdtempSync(join(tmpdir(), 'maqami-migrations-'))
    made = await emptyDatabase(server)
    client = await connected()
    write('0001-makers.sql', 'create table makers (name text primary key); insert into makers values ($$one$$);')
    write('0002-sites.sql', 'create table sites (maker text references makers);')
  })
  afterEach(async () => {
    await client.end()
    await made.drop()
    rmSync(files, { recursive: true })
  })

  function write(name: string, sql: string): void {
    writeFileSync(join(files, name), sql)
  }
  async function connected(): Promise<Client> {
    const one = ownerClient(made.owner)
    await one.connect()
    return one
  }
  async function run(by: Client = client): Promise<number> {
    return await migrate(by, readMigrations(files), SERVICE_LOGIN)
  }
  async function count(table: string): Promise<unknown> {
    return (await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count
  }

  test('are applied in order, and once', async () => {
    expect(await run()).toBe(2)
    expect(await run()).toBe(0)
    write('0003-more.sql', 'insert into sites values ($$one$$);')
    expect(await run()).toBe(1)
    expect([await count('makers'), await count('sites'), await count('migrations')]).toEqual([1, 1, 3])
  })

  test('are applied once when eight processes start at the same moment', async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, connected))
    const applied = await Promise.all(clients.map(run))
    await Promise.all(clients.map(async (one) => await one.end()))
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, 0, 0, 2])
    expect(await count('makers')).toBe(1)
  })

  test('that fail leave nothing of theirs behind, and say where', async () => {
    write('0003-broken.sql', 'create table half (a int);\ninsert into nowhere values (1);')
    await expect(run()).rejects.toThrow(/^app\/migrations\/0003-broken\.sql:2: PostgreSQL says: relation "nowhere"/)
    expect(await count('migrations')).toBe(2)
    await expect(count('half')).rejects.toThrow('does not exist')
    write('0003-broken.sql', 'create table half (a int);')
    expect(await run()).toBe(1)
  })

  test('that were changed afterwards are refused', async () => {
    await run()
    write('0001-makers.sql', 'create table makers (name text);')
    await expect(run()).rejects.toThrow(
      "The migration '0001-makers.sql' is not the one that this database was made with",
    )
  })

  test('of a newer Maqami are not run backwards', async () => {
    await run()
    rmSync(join(files, '0002-sites.sql'))
    await expect(run()).rejects.toThrow("The database was brought to '0002-sites.sql' by a newer Maqami")
  })

  test('that leave a number out are refused when it comes late, after a later one was applied', async () => {
    write('0004-later.sql', '')
    expect(await run()).toBe(3)
    write('0003-late.sql', '')
    await expect(run()).rejects.toThrow("'0003-late.sql' is not the one that this database was made with")
  })

  test.each(['0002-twice.sql', '0000-none.sql', 'three.sql'])(
    'whose number is not its own, as %s, are refused',
    (name) => {
      write(name, '')
      expect(() => readMigrations(files)).toThrow('has no number of its own')
    },
  )
})
