/** The table of where returns stand, which the database keeps itself, and all the SQL that knows it. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Return } from './return.ts'
import type { DueDays, Standing, WantedReturns } from './wanted-returns.ts'

type Begun = Pick<Return, 'id' | 'manufacturer_id' | 'programme' | 'kind' | 'period'>

type StandingTables = {
  readonly return_standings: Omit<Begun, 'id'> & {
    readonly return_id: string
    readonly standing: Standing
    readonly filed_at: string | null
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const AFTER_ALL = '~'

function standings(handle: Handle): Kysely<StandingTables> {
  return handle.withTables<StandingTables>()
}

/** A page of those that the reader may see; `cursor` is the last of the page before. `dues` are asked for where only late ones are wanted. */
export async function listWanted(
  handle: Handle,
  { programme, period, standing, manufacturer_id, order = 'newest' }: WantedReturns,
  dues: DueDays | undefined,
  cursor: string,
  limit: number,
): Promise<readonly Begun[]> {
  let wanted = selected(handle)
  if (programme !== undefined) wanted = wanted.where('programme', '=', programme)
  if (period !== undefined) wanted = wanted.where('period', '=', period)
  if (standing !== undefined) wanted = wanted.where('standing', '=', standing)
  if (manufacturer_id !== undefined) wanted = wanted.where('manufacturer_id', '=', manufacturer_id)
  if (dues !== undefined) wanted = wanted.where(isLate(dues))
  switch (order) {
    case 'newest':
      wanted = wanted.where('return_id', '<', cursor).orderBy('return_id', 'desc')
      break
    case 'oldest':
      wanted = wanted.where('return_id', '>', cursor).orderBy('return_id')
      break
    case 'period':
      wanted = wanted
        .where(beyond('period', '<', AFTER_ALL, cursor))
        .orderBy('period', 'desc')
        .orderBy('return_id', 'desc')
      break
    case 'firm':
      wanted = wanted
        .where(beyond('manufacturer_id', '>', FIRST, cursor))
        .orderBy('manufacturer_id')
        .orderBy('return_id')
      break
  }
  return await wanted.limit(limit).execute()
}

/** Of these firms, or of all that the reader may see; newest first. */
export async function listBegunOf(
  handle: Handle,
  firms: readonly string[] | undefined,
  period: string | undefined,
  limit: number,
): Promise<readonly Begun[]> {
  let wanted = selected(handle)
  if (firms !== undefined) wanted = wanted.where('manufacturer_id', '=', sql<string>`any(${firms}::uuid[])`)
  if (period !== undefined) wanted = wanted.where('period', '=', period)
  return await wanted.orderBy('return_id', 'desc').limit(limit).execute()
}

/** Those that stand so, the longest there first. */
export async function listBegunStanding(handle: Handle, kinds: readonly Standing[]): Promise<readonly Begun[]> {
  return await selected(handle).where('standing', 'in', kinds).orderBy('return_id').execute()
}

function selected(handle: Handle) {
  return standings(handle)
    .selectFrom('return_standings')
    .select(['return_id as id', 'manufacturer_id', 'programme', 'kind', 'period'])
}

/** After the row of the cursor in an order by this column first. On the first page the cursor names no row, and `first` stands for its column. */
function beyond(
  column: 'period' | 'manufacturer_id',
  side: '<' | '>',
  first: string,
  cursor: string,
): RawBuilder<boolean> {
  const ref = sql.ref(column)
  const of = sql`coalesce((select ${ref} from return_standings where return_id = ${cursor}), ${first})`
  return sql<boolean>`(${ref}, return_id) ${sql.raw(side)} (${of}, ${cursor})`
}

function isLate({ today, days }: DueDays): RawBuilder<boolean> {
  const texts = (name: 'programme' | 'kind' | 'period' | 'due_on') => days.map((one) => one[name])
  return sql<boolean>`exists (
    select from unnest(
      ${texts('programme')}::text[], ${texts('kind')}::text[], ${texts('period')}::text[], ${texts('due_on')}::date[]
    ) as due (programme, kind, period, due_on)
    where due.programme = return_standings.programme and due.kind = return_standings.kind
      and due.period = return_standings.period
      and coalesce((filed_at at time zone 'Asia/Karachi')::date, ${today}::date) > due.due_on
  )`
}

/** How many wait for a review, and since when the first of them. */
export async function countFiled(handle: Handle): Promise<{ readonly count: number; readonly since: string | null }> {
  const { rows } = await sql<{ count: number; since: string | null }>`
    select count(*)::int as count, min(filed_at) as since from return_standings where standing = 'filed'`.execute(
    handle,
  )
  return rows[0] ?? { count: 0, since: null }
}
