import { generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Handle } from '../kernel/database.ts'
import { makeIds } from '../kernel/identifiers.ts'
import { type OpenTestDatabase, openTestDatabase, SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import { pendingEvents, sealedAfter } from './audit-log-table.ts'
import type { Checkpoint } from './event.ts'
import { findTampering } from './find-tampering.ts'
import { keyOf } from './open-audit-key.ts'
import { type Recorder, recordCommand } from './record-command.ts'
import { sealEvents } from './seal-events.ts'

const OFFICER: Actor = { person: 'officer 7', organization: 'board', role: 'public' }
const KEY = keyOf(generateKeyPairSync('ed25519').privateKey)

describe.each(SERVERS)('the audit log on $name', (server) => {
  let made: OpenTestDatabase
  let recorder: Recorder
  beforeAll(async () => {
    made = await openTestDatabase(server)
  })
  afterAll(async () => {
    await made.drop()
  })
  beforeEach(() => {
    let now = Date.UTC(2027, 5, 30)
    const clock = (): number => (now += 1)
    recorder = { database: made.database, key: KEY, clock, makeId: makeIds(clock) }
  })
  afterEach(async () => {
    await tamper('truncate audit_events, audit_seals, audit_checkpoints, audit_pending cascade')
  })

  async function record(subject: string, details: Readonly<Record<string, unknown>> = {}): Promise<string> {
    let id = ''
    const kept = { ...recorder, makeId: () => (id = recorder.makeId()) }
    await recordCommand(kept, OFFICER, 'grant_licence', async () => {
      return await Promise.resolve({ done: undefined, subject, details })
    })
    return id
  }
  async function asSystem<T>(body: (tables: Handle) => Promise<T>): Promise<T> {
    return await readAs(made.database, systemActor('test'), body)
  }
  async function found(kept?: Checkpoint): Promise<readonly string[]> {
    return (await findTampering(made.database, KEY, kept, () => undefined)).findings
  }
  /** Seven events under three checkpoints: positions 1 and 2, 3 to 5, 6 and 7. */
  async function sevenEvents(): Promise<{ readonly ids: readonly string[]; readonly last: Checkpoint | undefined }> {
    const ids: string[] = []
    let last: Checkpoint | undefined
    for (const count of [2, 3, 2]) {
      for (let nth = 0; nth < count; nth += 1) ids.push(await record(`licence ${ids.length + 1}`, { fee: 100 }))
      last = await sealEvents(recorder)
    }
    return { ids, last }
  }
  /** As an administrator who turns off what stands in his way. */
  async function tamper(statements: string): Promise<void> {
    await made.tamper(`set session_replication_role = replica; ${statements}`)
  }

  test('is whole when nobody touched it', async () => {
    const { last } = await sevenEvents()
    await record('licence 8')
    expect(await findTampering(made.database, KEY, last, () => undefined)).toEqual({
      sealed: 7,
      unsealed: 1,
      checkpoints: 3,
      findings: [],
      isCut: false,
    })
  })

  test.each([
    ['person', `person = 'officer 8'`],
    ['organization', 'organization = null'],
    ['time, by a millionth of a second', `recorded_at = recorded_at + interval '1 microsecond'`],
    ['command', `command = 'revoke_licence'`],
    ['subject', `subject = 'licence 99'`],
    ['details, by a space', `details = replace(details, ':', ': ')`],
    ['signature', `signature = 'AAAA'`],
  ])('names an event whose %s was altered, and no other', async (_, change) => {
    const { ids, last } = await sevenEvents()
    await tamper(`update audit_events set ${change} where id = '${ids[3]}'`)
    expect(await found(last)).toEqual([`The event ${ids[3]} at position 4 was altered.`])
  })

  test('names an event that was removed, alone or with its seal', async () => {
    const { ids, last } = await sevenEvents()
    await tamper(`delete from audit_events where id = '${ids[0]}'`)
    expect(await found(last)).toEqual([`The event ${ids[0]} at position 1 was removed.`])
    await tamper(`delete from audit_seals where position = 3; delete from audit_events where id = '${ids[2]}'`)
    expect(await found(last)).toEqual([
      `The event ${ids[0]} at position 1 was removed.`,
      'The seal at position 3 was removed.',
    ])
  })

  test('knows that the end was cut off, seals and checkpoints with it, by the checkpoint outside the database', async () => {
    const { last } = await sevenEvents()
    await tamper(`delete from audit_checkpoints where position > 5; delete from audit_events where id in
      (select event_id from audit_seals where position > 5); delete from audit_seals where position > 5`)
    expect(await found()).toEqual([])
    expect(await found(last)).toEqual([
      'The rows from position 6 to 7 were removed from the end: the checkpoint in the data folder knows them.',
    ])
  })

  test('names an event that was inserted, before it is sealed and after', async () => {
    const { ids } = await sevenEvents()
    const id = '01a20000-0000-7000-8000-000000000000'
    await tamper(`insert into audit_events select '${id}', recorded_at, person, organization, role, command, 'licence 99', details, key_id, signature
      from audit_events where id = '${ids[0]}'; insert into audit_pending values ('${id}')`)
    const sentence = `The event ${id} was inserted or altered: its signature does not hold.`
    expect(await found()).toEqual([sentence])
    await sealEvents(recorder)
    expect(await found()).toEqual([sentence])
  })

  test('finds a chain that was made anew around a changed event, since checkpoints cannot be signed again', async () => {
    const { ids, last } = await sevenEvents()
    await tamper(`update audit_events set subject = 'licence 99' where id = '${ids[6]}';
      delete from audit_checkpoints where position > 5; delete from audit_seals where position > 5;
      insert into audit_pending values ('${ids[5]}'), ('${ids[6]}')`)
    await sealEvents(recorder)
    expect(await found(last)).toEqual([
      `The event ${ids[6]} was inserted or altered: its signature does not hold.`,
      'The chain up to position 7 is not the one that the checkpoint in the data folder signs.',
    ])
  })

  test('names a seal and a checkpoint that were altered or removed', async () => {
    await sevenEvents()
    await tamper(`update audit_seals set hash = repeat('0', 64) where position = 4`)
    expect(await found()).toEqual(['The seal at position 4 was altered.', 'The seal at position 5 was altered.'])
    await tamper(`update audit_checkpoints set signed_at = signed_at + interval '1 day' where position = 2;
      delete from audit_checkpoints where position = 7`)
    expect((await found()).slice(2)).toEqual([
      'The checkpoint at position 2 was altered or inserted: its signature does not hold.',
      'The checkpoint after position 5 was removed: nothing signs what follows up to 7.',
    ])
  })

  test('is unreadable with another key, and says so', async () => {
    await sevenEvents()
    const other = keyOf(generateKeyPairSync('ed25519').privateKey)
    const { findings } = await findTampering(made.database, other, undefined, () => undefined)
    expect(findings[0]).toContain(`names the key ${KEY.id} and not ${other.id}`)
  })

  test('only grows: neither the service nor the owner of the tables changes a row', async () => {
    await sevenEvents()
    for (const table of ['audit_events', 'audit_seals', 'audit_checkpoints']) {
      for (const statement of [`delete from ${table}`, `update ${table} set hash = ''`, `truncate ${table}`])
        await expect(made.database.pool.query(statement)).rejects.toThrow(/permission denied|does not exist/)
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
        await expect(made.tamper(statement)).rejects.toThrow('only grows')
    }
  })

  async function asOfficer(statement: string): Promise<number> {
    return await writeAs(made.database, OFFICER, async (tables) => {
      const { numAffectedRows } = await sql.raw(statement).execute(tables)
      return { rollBack: Number(numAffectedRows) }
    })
  }
  const eventSql = (id: string, by: string): string =>
    `insert into audit_events values ('${id}', now(), ${by}, 'grant_licence', 'licence 1', '{}', '${KEY.id}', '')`

  test('takes no event in the name of another person, organization or role', async () => {
    const id = recorder.makeId()
    expect(await asOfficer(eventSql(id, `'officer 7', 'board', 'public'`))).toBe(1)
    for (const by of [
      `'officer 8', 'board', 'public'`,
      `'officer 7', 'customs', 'public'`,
      `'officer 7', null, 'public'`,
      `'officer 7', 'board', 'system'`,
    ])
      await expect(asOfficer(eventSql(id, by))).rejects.toThrow('violates row-level security')
  })

  test('waits to be sealed as soon as it is recorded, and nobody else says what waits', async () => {
    const id = await record('licence 1')
    const waiting = async () => (await made.database.pool.query('select from audit_pending')).rowCount
    expect(await asSystem(async (tables) => await pendingEvents(tables, 9))).toMatchObject([{ id }])
    expect(await waiting()).toBe(0)
    for (const statement of [
      `insert into audit_pending values ('${id}')`,
      `insert into audit_pending select id from audit_events`,
      `update audit_pending set event_id = '${recorder.makeId()}'`,
    ])
      await expect(asOfficer(statement)).rejects.toThrow('permission denied')
    expect(await asOfficer('delete from audit_pending')).toBe(0)
    expect(await sealEvents(recorder)).toMatchObject({ position: 1 })
  })

  test('keeps nothing of a command that was refused or failed', async () => {
    const refused = await recordCommand(recorder, OFFICER, 'grant_licence', async () => {
      return await Promise.resolve({ refused: { code: 'quota_used_up' } })
    })
    expect(refused).toEqual({ refused: { code: 'quota_used_up' } })
    const failed = recordCommand(
      recorder,
      OFFICER,
      'grant_licence',
      async () => await Promise.reject(new Error('broke')),
    )
    await expect(failed).rejects.toThrow('broke')
    expect(await asSystem(async (tables) => await pendingEvents(tables, 9))).toEqual([])
  })

  test('is read by the service itself and nobody else', async () => {
    await sevenEvents()
    expect(await readAs(made.database, OFFICER, async (tables) => await sealedAfter(tables, 0, 9))).toEqual([])
  })

  test('has one chain when many record and three seal at the same moment', async () => {
    const recording = Array.from({ length: 40 }, async (_, index) => await record(`licence ${index}`))
    const sealing = [0, 1, 2].map(async () => {
      for (let round = 0; round < 8; round += 1) await sealEvents(recorder)
    })
    const ids = await Promise.all(recording)
    await Promise.all(sealing)
    await sealEvents(recorder)
    expect(await findTampering(made.database, KEY, undefined, () => undefined)).toMatchObject({
      sealed: 40,
      unsealed: 0,
      findings: [],
    })
    const rows = await asSystem(async (tables) => await sealedAfter(tables, 0, 99))
    expect(rows.map(({ seal }) => seal.position)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(rows.map(({ seal }) => seal.event_id).toSorted()).toEqual(ids.toSorted())
  })

  test('holds whatever text and details a command gives it', async () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed())
    // PostgreSQL keeps no NUL in a text; in the details it stands escaped.
    const plain = text.map((one) => one.replaceAll('\0', ''))
    const details = fc.dictionary(text, fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.array(text)))
    await assert(
      fc.asyncProperty(plain, details, async (subject, given) => {
        await record(subject, given)
      }),
      { numRuns: 30 },
    )
    await sealEvents(recorder)
    expect(await findTampering(made.database, KEY, undefined, () => undefined)).toMatchObject({
      sealed: 30,
      findings: [],
    })
  })
})
