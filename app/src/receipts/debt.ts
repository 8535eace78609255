/** What a firm owes, as its accounts have it. */
import { add, compare, isNegative, ZERO } from '@maqami/engine/value/exact.ts'
import { type Entry, exactOf } from '../ledger/entry.ts'
import type { Debt } from './match.ts'

export interface FirmDebt
  extends Debt,
    Pick<Entry, 'manufacturer_id' | 'programme' | 'year' | 'subject' | 'rehearsal' | 'determination_id'> {
  /** Something of it was charged or paid, and stands. */
  readonly isCharged: boolean
}

const KINDS = ['levy', 'surcharge', 'interest', 'payable'] as const

/**
 * In the order in which they were booked first. One that was paid in full is among them with nothing owed; `determination_id` is the last that
 * changed what is owed.
 */
export function debtsIn(entries: readonly Entry[]): readonly FirmDebt[] {
  const reversed = new Set(entries.map(({ reverses }) => reverses))
  const debts = new Map<string, FirmDebt>()
  for (const entry of entries) {
    const { id, manufacturer_id, programme, year, subject, rehearsal, finding, phase, reverses } = entry
    const isCharging = phase === 'charge' || phase === 'interest' || phase === 'receive'
    const isCharged = isCharging && reverses === null && !reversed.has(id)
    for (const { kind: found, currency, amount, manufacturer_id: of } of entry.postings) {
      const kind = KINDS.find((one) => one === found)
      if (kind === undefined || of !== manufacturer_id) continue
      const key = JSON.stringify([of, programme, year, subject, rehearsal, finding, kind, currency])
      const before = debts.get(key)
      const isMoved = before !== undefined && (phase === 'pay' || phase === 'receive')
      debts.set(key, {
        key,
        manufacturer_id,
        programme,
        year,
        subject,
        rehearsal,
        finding,
        kind,
        currency,
        determination_id: isMoved ? before.determination_id : entry.determination_id,
        owed: add(before?.owed ?? ZERO, exactOf(amount)),
        isCharged: isCharged || before?.isCharged === true,
      })
    }
  }
  return [...debts.values()].filter(
    ({ owed, isCharged }) => !isNegative(owed) && (isCharged || compare(owed, ZERO) > 0),
  )
}

/** What is still to be paid. */
export function owedIn(entries: readonly Entry[]): readonly FirmDebt[] {
  return debtsIn(entries).filter(({ owed }) => compare(owed, ZERO) > 0)
}
