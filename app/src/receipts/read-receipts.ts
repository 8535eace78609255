/** Statements of the bank and their lines as officers read them, and what a firm still owes as it reads it itself. */
import { determinationById } from '../determinations/read-determinations.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { digitsOf } from '../ledger/entry.ts'
import { receivedBy } from '../ledger/post-entry.ts'
import { entriesIn } from '../ledger/read-statement.ts'
import { type NoOrganization, seesOrganization } from '../people/see-organization.ts'
import { owedIn } from './debt.ts'
import { foresee, planOf } from './foresee-receipts.ts'
import {
  type Effect,
  type Foreseen,
  openProposal,
  proposalHash,
  type Receipt,
  type ReceiptLine,
  receiptOf,
  type ReceiptRefusal,
  type ReceiptStatement,
  statementHash,
} from './receipt.ts'
import {
  findStatement,
  linesById,
  linesOf,
  linesWaiting,
  listStatements,
  proposalsOf,
  statementsById,
  statementsOpen,
  sumsOfStatements,
} from './receipts-table.ts'

/** Within the transaction of a command. */
export async function receiptIn(tables: Handle, id: string): Promise<Receipt | undefined> {
  return (await receiptsOf(tables, await linesById(tables, [id])))[0]
}

async function receiptsOf(tables: Handle, lines: readonly ReceiptLine[]): Promise<readonly Receipt[]> {
  const ids = lines.map(({ id }) => id)
  const found = await statementsById(tables, [...new Set(lines.map(({ statement_id }) => statement_id))])
  const statements = new Map(found.map((one) => [one.id, one]))
  const proposals = Map.groupBy(await proposalsOf(tables, ids), ({ line_id }) => line_id)
  const entries = Map.groupBy(await receivedBy(tables, ids), ({ receipt_line_id }) => receipt_line_id)
  return lines.flatMap((line) => {
    const statement = statements.get(line.statement_id)
    if (statement === undefined) return []
    return [receiptOf(line, statement, entries.get(line.id) ?? [], proposals.get(line.id) ?? [])]
  })
}

export interface StatementListed extends ReceiptStatement {
  readonly lines: number
  readonly sums: readonly { readonly currency: string; readonly amount: string }[]
}

/** A page of them, newest first. */
export async function readStatements(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<StatementListed>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, before, limit) => {
    return await listed(tables, await listStatements(tables, before, limit))
  })
}

async function listed(tables: Handle, statements: readonly ReceiptStatement[]): Promise<readonly StatementListed[]> {
  const sums = Map.groupBy(
    await sumsOfStatements(
      tables,
      statements.map(({ id }) => id),
    ),
    ({ statement_id }) => statement_id,
  )
  return statements.map((one) => {
    const own = sums.get(one.id) ?? []
    const lines = own.reduce((sum, { lines: count }) => sum + count, 0)
    return { ...one, lines, sums: own.map(({ currency, amount }) => ({ currency, amount })) }
  })
}

export interface StatementShown {
  readonly statement: StatementListed
  readonly receipts: readonly Receipt[]
  /** What its booking would do, where nobody has decided on it. */
  readonly foreseen: readonly Foreseen[]
  readonly shown_hash: string | null
}

export async function readStatement(
  database: Database,
  actor: Actor,
  number: string,
): Promise<Outcome<StatementShown, ReceiptRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findStatement(tables, number)
    if (found === undefined) return { refused: { code: 'statement_unknown' } }
    const [statement = { ...found, lines: 0, sums: [] }] = await listed(tables, [found])
    const lines = await linesOf(tables, found.id)
    const isOpen = found.decided === null
    const foreseen = isOpen ? await foresee(tables, found, lines) : []
    const shown_hash = isOpen ? await statementHash(found, foreseen) : null
    return { done: { statement, receipts: await receiptsOf(tables, lines), foreseen, shown_hash } }
  })
}

export interface ReceiptShown {
  readonly receipt: Receipt
  /** What the approval of the open proposal would do; null where there is none, or it cannot be done any more. */
  readonly effect: Effect | null
  readonly shown_hash: string | null
}

export async function readReceipt(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<ReceiptShown, ReceiptRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const receipt = await receiptIn(tables, id)
    return receipt === undefined ? { refused: { code: 'receipt_unknown' } } : { done: await shownIn(tables, receipt) }
  })
}

async function shownIn(tables: Handle, receipt: Receipt): Promise<ReceiptShown> {
  const proposal = openProposal(receipt)
  const planned = proposal === undefined ? undefined : await planOf(tables, receipt, proposal)
  if (proposal === undefined || planned === undefined || 'refused' in planned)
    return { receipt, effect: null, shown_hash: null }
  const { effect } = planned.done
  return { receipt, effect, shown_hash: await proposalHash(proposal, effect) }
}

/** Those that wait for a person, with what is proposed about them, oldest first. */
export async function readWaiting(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<Receipt>> {
  return await readPage(database, actor, asked, 'oldest_first', async (tables, after, limit) => {
    return await receiptsOf(tables, await linesById(tables, await linesWaiting(tables, after, limit)))
  })
}

/** What waits for officers: statements to be booked, and lines, within the transaction of a page that shows several slices. */
export async function receiptsWaiting(tables: Handle) {
  const first = '00000000-0000-0000-0000-000000000000'
  const lines = await receiptsOf(tables, await linesById(tables, await linesWaiting(tables, first, MOST_ON_DESK)))
  return { statements: await statementsOpen(tables), lines }
}

const MOST_ON_DESK = 200

/** By the identifiers of lines, what the bank calls them; a firm sees those that are booked to its account. */
export async function bankReferences(tables: Handle, lines: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await linesById(tables, lines)).map(({ id, bank_reference }) => [id, bank_reference]))
}

/** What a firm still owes, each with the number that its payment is to name. */
export async function debtsOf(
  database: Database,
  actor: Actor,
  manufacturer: string,
): Promise<Outcome<Awaited<ReturnType<typeof debtsOwed>>, NoOrganization>> {
  return await readAs(database, actor, async (tables) => {
    return (await seesOrganization(tables, manufacturer))
      ? { done: await debtsOwed(tables, manufacturer) }
      : { refused: { code: 'organization_unknown' } }
  })
}

/** The same within a transaction. */
export async function debtsOwed(tables: Handle, manufacturer: string) {
  const debts = []
  for (const one of owedIn(await entriesIn(tables, manufacturer))) {
    const { manufacturer_id, programme, year, subject, rehearsal, finding, kind, currency, owed } = one
    const { number: reference } = await determinationById(tables, one.determination_id)
    const debt = { manufacturer_id, programme, year, subject, rehearsal, finding, kind, currency }
    debts.push({ ...debt, amount: digitsOf(owed), reference })
  }
  return debts
}
