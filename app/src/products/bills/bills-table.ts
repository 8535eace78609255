/** The table of bills of materials, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { Bill } from './bill.ts'

interface BillRow extends Omit<Bill, 'lines'> {
  /** JSON going in; the driver gives it back read. */
  readonly lines: string
}

function bills(handle: Handle): Kysely<{ readonly bills: BillRow }> {
  return handle.withTables<{ readonly bills: BillRow }>()
}

function billOf({ lines, ...row }: BillRow): Bill {
  return { ...row, lines: lines as unknown as Bill['lines'] }
}

export async function insertBill(handle: Handle, { lines, ...bill }: Bill): Promise<void> {
  await bills(handle)
    .insertInto('bills')
    .values({ ...bill, lines: JSON.stringify(lines) })
    .execute()
}

/** False where somebody has changed it since. */
export async function changeBill(handle: Handle, seen: number, { lines, ...bill }: Bill): Promise<boolean> {
  const { version, changed_at, changed_by, released_at, released_by } = bill
  const { numUpdatedRows } = await bills(handle)
    .updateTable('bills')
    .set({ version, changed_at, changed_by, released_at, released_by, lines: JSON.stringify(lines) })
    .where('model_id', '=', bill.model_id)
    .where('revision', '=', bill.revision)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function findBill(handle: Handle, model: string, revision: number): Promise<Bill | undefined> {
  const row = await bills(handle)
    .selectFrom('bills')
    .selectAll()
    .where('model_id', '=', model)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row === undefined ? undefined : billOf(row)
}

/** The newest first. */
export async function billsOf(handle: Handle, model: string): Promise<readonly Bill[]> {
  const rows = await bills(handle)
    .selectFrom('bills')
    .selectAll()
    .where('model_id', '=', model)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map(billOf)
}

/** What is released of all these models, in the order of revisions. */
export async function releasedBills(handle: Handle, models: readonly string[]): Promise<readonly Bill[]> {
  if (models.length === 0) return []
  const rows = await bills(handle)
    .selectFrom('bills')
    .selectAll()
    .where('model_id', 'in', models)
    .where('released_at', 'is not', null)
    .orderBy('revision')
    .execute()
  return rows.map(billOf)
}
