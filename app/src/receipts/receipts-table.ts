/** The tables of receipts, and all the SQL that knows them. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { LineText, ReceiptLine, ReceiptProposal, ReceiptStatement } from './receipt.ts'

type StatementDecided = NonNullable<ReceiptStatement['decided']> & { readonly statement_id: string }
type ProposalDecided = NonNullable<ReceiptProposal['decided']> & { readonly proposal_id: string }

type ReceiptTables = {
  readonly receipt_statements: Omit<ReceiptStatement, 'decided'>
  readonly receipt_statement_events: StatementDecided
  readonly receipt_lines: ReceiptLine
  readonly receipt_proposals: Omit<ReceiptProposal, 'decided'>
  readonly receipt_decisions: ProposalDecided
}

function receipts(handle: Handle): Kysely<ReceiptTables> {
  return handle.withTables<ReceiptTables>()
}

/** `S-000012`. One that was not used in the end leaves a gap. */
export async function nextStatementNumber(handle: Handle): Promise<string> {
  const { rows } = await sql<{ next: number }>`select nextval('receipt_numbers') as next`.execute(handle)
  const next = rows[0]?.next
  if (next === undefined) throw new Error('the sequence of statement numbers gave nothing')
  return `S-${String(next).padStart(6, '0')}`
}

/** Those that a table takes at once: a statement has thousands. */
const AT_ONCE = 500

export async function insertStatement(
  handle: Handle,
  statement: ReceiptTables['receipt_statements'],
  lines: readonly ReceiptLine[],
): Promise<void> {
  await receipts(handle).insertInto('receipt_statements').values(statement).execute()
  for (let from = 0; from < lines.length; from += AT_ONCE)
    await receipts(handle)
      .insertInto('receipt_lines')
      .values(lines.slice(from, from + AT_ONCE))
      .execute()
}

export async function insertStatementDecided(handle: Handle, decided: StatementDecided): Promise<void> {
  await receipts(handle).insertInto('receipt_statement_events').values(decided).execute()
}

export async function insertProposal(handle: Handle, proposal: ReceiptTables['receipt_proposals']): Promise<void> {
  await receipts(handle).insertInto('receipt_proposals').values(proposal).execute()
}

export async function insertProposalDecided(handle: Handle, decided: ProposalDecided): Promise<void> {
  await receipts(handle).insertInto('receipt_decisions').values(decided).execute()
}

/** Those that stand, of what was played or not. */
function standing(handle: Handle, isRehearsal: boolean) {
  return receipts(handle)
    .selectFrom('receipt_statements as s')
    .where('s.rehearsal', '=', isRehearsal)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('receipt_statement_events as e')
            .select('e.kind')
            .whereRef('e.statement_id', '=', 's.id')
            .where('e.kind', '=', 'sent_back'),
        ),
      ),
    )
}

/** The statement that was made of the same file. */
export async function findByHash(handle: Handle, hash: string, isRehearsal: boolean): Promise<string | undefined> {
  const found = await standing(handle, isRehearsal).select('s.number').where('s.hash', '=', hash).executeTakeFirst()
  return found?.number
}

/** Of these lines those that the bank told of before. */
export async function linesKnown(
  handle: Handle,
  lines: readonly Pick<LineText, 'bank_reference'>[],
  isRehearsal: boolean,
): Promise<readonly LineText[]> {
  if (lines.length === 0) return []
  return await standing(handle, isRehearsal)
    .innerJoin('receipt_lines as l', 'l.statement_id', 's.id')
    .select(['l.account', 'l.bank_reference', 'l.received_on', 'l.currency', 'l.amount'])
    .select(['l.payer', 'l.payer_number', 'l.reference'])
    .where('l.bank_reference', 'in', [...new Set(lines.map(({ bank_reference }) => bank_reference))])
    .execute()
}

export async function findStatement(handle: Handle, number: string): Promise<ReceiptStatement | undefined> {
  const all = receipts(handle).selectFrom('receipt_statements').selectAll()
  return (await withDecided(handle, await all.where('number', '=', number).execute()))[0]
}

export async function statementsById(handle: Handle, ids: readonly string[]): Promise<readonly ReceiptStatement[]> {
  if (ids.length === 0) return []
  const all = receipts(handle).selectFrom('receipt_statements').selectAll()
  return await withDecided(handle, await all.where('id', 'in', ids).execute())
}

/** A page of them, newest first. */
export async function listStatements(
  handle: Handle,
  before: string,
  limit: number,
): Promise<readonly ReceiptStatement[]> {
  const all = receipts(handle).selectFrom('receipt_statements').selectAll()
  return await withDecided(handle, await all.where('id', '<', before).orderBy('id', 'desc').limit(limit).execute())
}

/** Those on which nobody has decided, oldest first. */
export async function statementsOpen(handle: Handle): Promise<readonly ReceiptStatement[]> {
  const rows = await receipts(handle)
    .selectFrom('receipt_statements as s')
    .selectAll()
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('receipt_statement_events as e').select('e.kind').whereRef('e.statement_id', '=', 's.id'),
        ),
      ),
    )
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({ ...row, decided: null }))
}

async function withDecided(
  handle: Handle,
  rows: readonly ReceiptTables['receipt_statements'][],
): Promise<readonly ReceiptStatement[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const events = await receipts(handle)
    .selectFrom('receipt_statement_events')
    .selectAll()
    .where('statement_id', 'in', ids)
    .execute()
  const eventOf = new Map(events.map(({ statement_id, ...event }) => [statement_id, event]))
  return rows.map((row) => ({ ...row, decided: eventOf.get(row.id) ?? null }))
}

/** How many lines each has, and what they sum to in each currency. */
export async function sumsOfStatements(handle: Handle, ids: readonly string[]) {
  if (ids.length === 0) return []
  return await receipts(handle)
    .selectFrom('receipt_lines')
    .select(['statement_id', 'currency'])
    .select(sql<string>`sum(amount)::numeric(24, 2)`.as('amount'))
    .select(sql<number>`count(*)::integer`.as('lines'))
    .where('statement_id', 'in', ids)
    .groupBy(['statement_id', 'currency'])
    .orderBy('currency')
    .execute()
}

/** In the order of the file. */
export async function linesOf(handle: Handle, statement: string): Promise<readonly ReceiptLine[]> {
  const all = receipts(handle).selectFrom('receipt_lines').selectAll()
  return await all.where('statement_id', '=', statement).orderBy('row').execute()
}

export async function linesById(handle: Handle, ids: readonly string[]): Promise<readonly ReceiptLine[]> {
  if (ids.length === 0) return []
  return await receipts(handle).selectFrom('receipt_lines').selectAll().where('id', 'in', ids).orderBy('id').execute()
}

/** Oldest first. */
export async function proposalsOf(handle: Handle, lines: readonly string[]): Promise<readonly ReceiptProposal[]> {
  if (lines.length === 0) return []
  const rows = await receipts(handle)
    .selectFrom('receipt_proposals')
    .selectAll()
    .where('line_id', 'in', lines)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const events = await receipts(handle)
    .selectFrom('receipt_decisions')
    .selectAll()
    .where('proposal_id', 'in', ids)
    .execute()
  const eventOf = new Map(events.map(({ proposal_id, ...event }) => [proposal_id, event]))
  return rows.map((row) => ({ ...row, decided: eventOf.get(row.id) ?? null }))
}

/** Those of booked statements that are booked to nobody and neither went back nor bounced, and those about which something is proposed; after one. */
export async function linesWaiting(handle: Handle, after: string, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from receipt_lines l
    join receipt_statement_events s on s.statement_id = l.statement_id and s.kind = 'booked'
    where l.id > ${after} and (
      exists (
        select from receipt_proposals p where p.line_id = l.id and not exists (select from receipt_decisions where proposal_id = p.id)
      )
      or not exists (
        select from ledger_entries e where e.receipt_line_id = l.id and e.reverses is null
          and not exists (select from ledger_entries back where back.reverses = e.id)
      ) and coalesce((
        select p.kind from receipt_proposals p join receipt_decisions d on d.proposal_id = p.id and d.kind = 'approved'
        where p.line_id = l.id order by p.id desc limit 1
      ), '') not in ('return', 'bounce')
    )
    order by l.id limit ${limit}`.execute(handle)
  return rows.map(({ id }) => id)
}
