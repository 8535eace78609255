/** The tables of tests, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { AskedScheme, Recorded, TestAct, TestActKind, TestEvent, TestRequest } from './way.ts'

export type Requested = Omit<TestRequest, 'events'>
type RequestRow = Omit<Requested, 'scheme' | 'tests'> & { readonly scheme: string; readonly tests: string }

interface EventRow extends Recorded {
  readonly request_id: string
  readonly manufacturer_id: string
  readonly laboratory_id: string
  readonly kind: TestActKind
  /** JSON when it is written. */
  readonly said: string
  readonly report_hash: string | null
  readonly certificate: string | null
}

/** When work on a method began and ended, for anybody to know. */
export interface Turn {
  readonly request_id: string
  readonly laboratory_id: string
  readonly standard: string
  readonly method: string
  readonly kind: 'begun' | 'ended' | 'dropped'
  readonly recorded_on: string
  readonly working_days: number | null
}

interface Report {
  readonly hash: string
  readonly request_id: string
  readonly report: string
}

type TestTables = {
  readonly test_requests: RequestRow
  readonly test_events: EventRow
  readonly test_reports: Report
  readonly test_turns: Turn
}

function tests(handle: Handle): Kysely<TestTables> {
  return handle.withTables<TestTables>()
}

/** `T-000012`. One that was not used in the end leaves a gap. */
export async function nextTestNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('test_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of test numbers gave nothing')
  return `T-${String(next).padStart(6, '0')}`
}

export async function insertRequest(handle: Handle, request: Requested): Promise<void> {
  const row = { ...request, scheme: JSON.stringify(request.scheme), tests: JSON.stringify(request.tests) }
  await tests(handle).insertInto('test_requests').values(row).execute()
}

export async function insertTestEvent(handle: Handle, request: Requested, event: TestEvent): Promise<void> {
  const { position, recorded_on, recorded_at, recorded_by, kind, ...rest } = event
  const { report_hash = null, certificate = null, ...said } = rest as Partial<EventRow>
  const { id: request_id, manufacturer_id, laboratory_id } = request
  const of = { request_id, manufacturer_id, laboratory_id, position, recorded_on, recorded_at, recorded_by }
  const row = { ...of, kind, said: JSON.stringify(said), report_hash, certificate }
  await tests(handle).insertInto('test_events').values(row).execute()
}

export async function insertReport(handle: Handle, report: Report): Promise<void> {
  // After a retest the same may be measured again, and the report is the same.
  await tests(handle)
    .insertInto('test_reports')
    .values(report)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export async function findReport(handle: Handle, hash: string): Promise<string | undefined> {
  const found = tests(handle).selectFrom('test_reports').select('report').where('hash', '=', hash)
  return (await found.executeTakeFirst())?.report
}

export async function findRequest(handle: Handle, number: string): Promise<TestRequest | undefined> {
  const all = tests(handle).selectFrom('test_requests').selectAll()
  return (await withEvents(handle, await all.where('number', '=', number).execute()))[0]
}

/** A page of those that the reader may see, newest first. */
export async function listRequests(handle: Handle, before: string, limit: number): Promise<readonly TestRequest[]> {
  const all = tests(handle).selectFrom('test_requests').selectAll()
  return await withEvents(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

/** All that the reader may see, newest first. */
export async function* everyRequest(handle: Handle): AsyncGenerator<TestRequest, undefined, undefined> {
  for (let before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'; ; ) {
    const some = await listRequests(handle, before, AT_ONCE)
    yield* some
    const last = some.at(-1)
    if (last === undefined) return
    before = last.id
  }
}

const AT_ONCE = 500

async function withEvents(handle: Handle, rows: readonly RequestRow[]): Promise<readonly TestRequest[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const all = tests(handle).selectFrom('test_events').selectAll().where('request_id', 'in', ids)
  const byRequest = Map.groupBy(await all.orderBy('position').execute(), ({ request_id }) => request_id)
  return rows.map((row) => ({
    ...row,
    // The database gives JSON as what it says.
    scheme: row.scheme as unknown as AskedScheme,
    tests: row.tests as unknown as TestRequest['tests'],
    events: (byRequest.get(row.id) ?? []).map(eventOf),
  }))
}

function eventOf({ position, recorded_on, recorded_at, recorded_by, kind, ...row }: EventRow): TestEvent {
  const signed = {
    ...(row.report_hash !== null && { report_hash: row.report_hash }),
    ...(kind === 'reviewed' && { certificate: row.certificate }),
  }
  const said = row.said as unknown as object
  return { kind, ...said, ...signed, position, recorded_on, recorded_at, recorded_by } as TestAct & Recorded
}

export async function insertTurns(handle: Handle, turns: readonly Turn[]): Promise<void> {
  if (turns.length > 0) await tests(handle).insertInto('test_turns').values(turns).execute()
}

export async function listTurns(handle: Handle): Promise<readonly Turn[]> {
  return await tests(handle).selectFrom('test_turns').selectAll().orderBy('recorded_on').execute()
}
