/** Reads what was done to a thing from the audit log, for whoever sees the thing. */
import { appealIn, appealsOf } from '../appeals/read-appeals.ts'
import { eventsAbout } from '../audit-log/read-events.ts'
import type { AuditEvent } from '../audit-log/event.ts'
import { determinationIn, determinationsFound } from '../determinations/read-determinations.ts'
import { budgetIn } from '../budgets/read-budgets.ts'
import type { Database, Handle } from '../kernel/database.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { ListPage, PageAsked } from '../kernel/read-page.ts'
import { type Actor, isProgram, readAs } from '../kernel/transaction.ts'
import { licenceIn } from '../licences/read-licences.ts'
import { manufacturerIn, namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { recordsIn } from '../manufacturers/records/read-records.ts'
import { noticeIn, noticesIn } from '../notices/read-notices.ts'
import { namesIn } from '../people/name-people.ts'
import { paymentIn } from '../payments/decide-payment.ts'
import { modelIn } from '../products/read-models.ts'
import { guaranteeIn } from '../receipts/guarantees/read-guarantees.ts'
import { receiptIn } from '../receipts/read-receipts.ts'
import { returnIn } from '../returns/filing/read-returns.ts'
import { type HistoryEntry, type HistoryRefusal, type Thing, toldIn } from './history.ts'

/** A page of it, newest first. `id` is what the address of the thing ends with. */
export async function readHistory(
  database: Database,
  actor: Actor,
  { thing, id }: { readonly thing: Thing; readonly id: string },
  asked: PageAsked,
): Promise<Outcome<ListPage<HistoryEntry>, HistoryRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const subjects = await subjectsOf(tables, actor, { thing, id })
    if (subjects === undefined) return { refused: { code: 'history_unknown' } }
    const { items, next } = await eventsAbout(tables, subjects, asked)
    return { done: { items: await told(tables, actor, items), next } }
  })
}

/** What is written in the log about a thing and what belongs to it; undefined where the reader sees no such thing. */
async function subjectsOf(
  tables: Handle,
  { role }: Actor,
  { thing, id }: { readonly thing: Thing; readonly id: string },
): Promise<readonly string[] | undefined> {
  if (thing === 'licences') {
    const licence = await licenceIn(tables, id)
    if (licence === undefined) return undefined
    const ordered = licence.orders.flatMap(({ determination_id }) => determination_id ?? [])
    const determinations = await determinationsFound(tables, ordered)
    return [`licence ${id}`, ...determinations.map(({ number }) => `determination ${number}`)]
  }
  if (thing === 'determinations') {
    const determination = await determinationIn(tables, id)
    if (determination === undefined) return undefined
    const notices = await noticesIn(tables, [determination.id])
    const appeals = await appealsOf(tables, [determination.id])
    return [
      `determination ${id}`,
      ...notices.map((one) => `notice ${one.id}`),
      ...appeals.map(({ number }) => `appeal ${number}`),
    ]
  }
  if (thing === 'budgets') return (await budgetIn(tables, id)) === undefined ? undefined : [`budget ${id}`]
  if (thing === 'payments') return (await paymentIn(tables, id)) === undefined ? undefined : [`payment ${id}`]
  if (thing === 'guarantees') return (await guaranteeIn(tables, id)) === undefined ? undefined : [`guarantee ${id}`]
  if (!isId(id)) return undefined
  switch (thing) {
    case 'manufacturers': {
      if ((await manufacturerIn(tables, id)) === undefined) return undefined
      const records = await recordsIn(tables, id)
      return [`manufacturer ${id}`, ...records.map((one) => `record ${one.id}`)]
    }
    case 'returns':
      return (await returnIn(tables, id)) === undefined ? undefined : [`return ${id}`]
    case 'notices': {
      const notice = await noticeIn(tables, id)
      if (notice === undefined) return undefined
      const [failure] = await determinationsFound(tables, [notice.determination_id])
      return [`notice ${id}`, ...(failure === undefined ? [] : [`determination ${failure.number}`])]
    }
    case 'appeals': {
      const appeal = await appealIn(tables, id)
      return appeal === undefined ? undefined : [`appeal ${appeal.number}`]
    }
    case 'receipts': {
      const receipt = isOfficerRole(role) ? await receiptIn(tables, id) : undefined
      return receipt === undefined ? undefined : [`receipt ${id}`, `receipt statement ${receipt.statement.number}`]
    }
    case 'models':
      return 'refused' in (await modelIn(tables, id)) ? undefined : [`model ${id}`]
  }
}

/** A firm is not told by name who acts for the authority. */
async function told(tables: Handle, actor: Actor, events: readonly AuditEvent[]): Promise<readonly HistoryEntry[]> {
  const isOfficer = isOfficerRole(actor.role)
  const isOwn = ({ organization }: AuditEvent): boolean => organization !== null && organization === actor.organization
  const mayName = events.filter((event) => isOfficer || isOwn(event))
  const names = await namesIn(
    tables,
    mayName.map(({ person }) => person),
  )
  const firms = isOfficer
    ? await namesOfFirms(
        tables,
        events.flatMap(({ organization }) => organization ?? []),
      )
    : new Map<string, string>()
  return events.map((event) => ({
    id: event.id,
    recorded_at: event.recorded_at,
    subject: event.subject,
    ...toldIn(event.command, event.details),
    by: {
      role: event.role,
      name: names.get(event.person) ?? null,
      organization: firms.get(event.organization ?? '') ?? null,
      is_own: isOwn(event),
      is_program: isProgram(event),
    },
  }))
}
