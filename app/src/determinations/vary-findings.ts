/** What a determination found is replaced by less: an event, with what it does to money and licences in the same transaction. */
import type { Recorder } from '../audit-log/record-command.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { owedBy } from '../ledger/entry.ts'
import { openEntries, postEntry, reverseEntry } from '../ledger/post-entry.ts'
import type { Determination, DeterminationRefusal, DeterminedFinding } from './determination.ts'
import { determinationsOf } from './determinations-table.ts'
import { moneyOf } from './plan-effect.ts'
import { orderableAs, recordStanding, replacedBy, type StandingOrdered } from './order-standing.ts'
import { findingsNow } from './standing.ts'
import { restrictLicences } from './restrict-licences.ts'

interface VaryFindings {
  readonly determination: Pick<Determination, 'id'>
  /** All that it finds from now on. That it is less is for who orders it to hold. */
  readonly findings: readonly DeterminedFinding[]
  readonly cause: string
}

/**
 * An amount that is less is booked anew, one that is not found any more is taken back, and what is the same stands; licences follow what is left.
 * The database refuses to book more than was determined.
 */
export async function varyFindings(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { determination: { id }, findings, cause }: VaryFindings,
): Promise<Outcome<StandingOrdered, DeterminationRefusal>> {
  const orderable = await orderableAs(tables, actor, id, 'varied')
  if ('refused' in orderable) return orderable
  const { found, after } = orderable.done
  await recordStanding(tables, recorder, actor, { determination: found, kind: 'varied', cause, reaches: [], findings })
  const reversed: string[] = []
  const before = findingsNow(found)
  const booked = replacedBy(found, await determinationsOf(tables, found))
  for (const entry of await openEntries(tables, found.manufacturer_id, booked)) {
    if (entry.phase !== 'charge') continue
    const was = before.find((one) => one.finding === entry.finding)
    const left = findings.find((one) => one.finding === entry.finding)
    if (was !== undefined && was.value === left?.value) continue
    await reverseEntry(tables, recorder, actor, entry, id)
    reversed.push(entry.id)
    const money = left === undefined ? undefined : moneyOf(left)
    if (money === undefined) continue
    const { kind, ...owed } = { ...money, finding: entry.finding, manufacturer_id: found.manufacturer_id }
    const { programme, year, subject, rehearsal, manufacturer_id } = found
    const of = { manufacturer_id, programme, year, subject, rehearsal, finding: entry.finding }
    await postEntry(tables, recorder, actor, { ...of, determination_id: id, reverses: null, ...owedBy(kind, owed) })
  }
  const on = todayText(recorder.clock)
  const licences = await restrictLicences(tables, recorder, actor, found, { on, reason: cause })
  return { done: { standing: after, reversed, licences } }
}
