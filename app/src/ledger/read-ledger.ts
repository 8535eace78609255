/** The whole ledger for officers and the treasury: the trial balance, and every posting as a table. */
import type { Database } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { csvText } from '../pages/csv-response.ts'
import { type ExportRow, exportRows, type TrialRow, trialRows } from './ledger-table.ts'

export async function readTrialBalance(database: Database, actor: Actor): Promise<readonly TrialRow[]> {
  return await readAs(database, actor, trialRows)
}

const COLUMNS = [
  'booked_on',
  'id',
  'phase',
  'programme',
  'year',
  'rehearsal',
  'manufacturer_id',
  'subject',
  'finding',
  'determination_id',
  'payment_order_id',
  'receipt_line_id',
  'reverses',
  'kind',
  'account',
  'currency',
] as const satisfies readonly (keyof ExportRow)[]

/** Its columns stand in docs/treasury-export.md. Debit and credit stand in columns of their own, so that no amount begins with a sign. */
export async function exportLedger(database: Database, actor: Actor, programme: string): Promise<string> {
  const rows = await readAs(database, actor, async (tables) => await exportRows(tables, programme))
  return csvText([
    [...COLUMNS, 'debit', 'credit'],
    ...rows.map((row) => [
      ...COLUMNS.map((name) => String(row[name] ?? '')),
      isCredit(row.amount) ? '' : row.amount,
      isCredit(row.amount) ? row.amount.slice(1) : '',
    ]),
  ])
}

function isCredit(amount: string): boolean {
  return amount.startsWith('-')
}
