/** What an approved determination does, within the transaction that approves it: entries in the ledger, orders about licences. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { today } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { postingsOf } from '../ledger/entry.ts'
import { postEntry, reverseEntries } from '../ledger/post-entry.ts'
import { type LicencesOrdered, orderLicences } from '../licences/order-licences.ts'
import { amountOf, type Determination, type DeterminedFinding, statusOf } from './determination.ts'
import { determinationsOf } from './determinations-table.ts'

export interface Effects {
  /** The entries posted. */
  readonly entries: readonly string[]
  /** The numbers of the licences that an order reached. */
  readonly licences: readonly string[]
}

export async function giveEffect(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
): Promise<Effects> {
  if (determination.kind === 'entitlement') await reverseBefore(tables, recorder, actor, determination)
  const entries: string[] = []
  for (const finding of determination.findings) {
    const id = await post(tables, recorder, actor, determination, finding)
    if (id !== undefined) entries.push(id)
  }
  const licences: string[] = []
  for (const ordered of ordersOf(determination, formatDay(today(recorder.clock))))
    licences.push(...(await orderLicences(tables, recorder, actor, ordered)))
  return { entries, licences }
}

/** A restated return is determined anew: what the determination before it booked is taken back, and the new amounts are posted. */
async function reverseBefore(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
): Promise<void> {
  const before = (await determinationsOf(tables, determination)).filter(
    (one) => one.kind === 'entitlement' && one.id !== determination.id && statusOf(one) === 'approved',
  )
  for (const one of before) await reverseEntries(tables, recorder, actor, one.manufacturer_id, one.id, determination.id)
}

async function post(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { id, manufacturer_id, programme, rehearsal }: Determination,
  finding: DeterminedFinding,
): Promise<string | undefined> {
  const amount = amountOf(finding)
  const exact = amount === undefined ? undefined : parseDecimal(amount.digits)
  // A sanction without power behind it is a recommendation.
  if (amount === undefined || exact === undefined || (finding.kind === 'sanction' && finding.power === null))
    return undefined
  const kind = finding.kind === 'entitlement' ? 'entitlement' : 'liability'
  const postings = postingsOf(kind, {
    finding: finding.finding,
    manufacturer_id,
    currency: amount.currency,
    amount: exact,
  })
  const entry = await postEntry(tables, recorder, actor, {
    manufacturer_id,
    programme,
    rehearsal,
    finding: finding.finding,
    determination_id: id,
    reverses: null,
    postings,
  })
  return entry.id
}

/** The nouns by which programmes call licences, and the kind that each reaches. */
const LICENCES: Readonly<Record<string, LicencesOrdered['kind'] | 'every'>> = {
  licence: 'every',
  import_licence: 'import_licence',
  manufacturing_authorisation: 'manufacturing_authorisation',
}

/** No order reaches back: it has effect from the day that the law gives, or from today where that has passed. */
function ordersOf(
  { id, number, kind, manufacturer_id, programme, rehearsal, findings }: Determination,
  now: string,
): readonly LicencesOrdered[] {
  const base = { manufacturer_id, programme, rehearsal, determination_id: id, reason: number }
  if (kind === 'restoration') return [{ ...base, kind: undefined, order: 'restore', effective_on: now }]
  return findings.flatMap((finding): readonly LicencesOrdered[] => {
    const reached = finding.effect?.verb === 'suspend' ? LICENCES[finding.effect.noun] : undefined
    if (reached === undefined || finding.power === null) return []
    const effective_on = finding.from !== null && finding.from > now ? finding.from : now
    return [{ ...base, kind: reached === 'every' ? undefined : reached, order: 'suspend', effective_on }]
  })
}
