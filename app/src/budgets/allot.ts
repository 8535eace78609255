/** Who gets how much of an envelope: exact, to the last hundredth. */
import {
  add,
  compare,
  divide,
  exact,
  type Exact,
  isZero,
  multiply,
  round,
  subtract,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import { least, less, most, total } from './budget.ts'

/** What somebody still wants, in the order of the line. */
export interface Want {
  readonly firm: string
  readonly amount: Exact
}

export interface Left {
  readonly amount: Exact
  /** Undefined where nothing caps a firm. */
  readonly ofFirm: (firm: string) => Exact | undefined
  readonly over_cap: 'remainder' | 'nothing'
}

/** In order; behind the first for which the envelope does not suffice nobody passes. Whom only his own cap holds lets others pass. */
export function firstCome(wants: readonly Want[], { amount, ofFirm, over_cap }: Left): readonly Exact[] {
  const given: Exact[] = []
  let left = most(amount, ZERO)
  let isOver = false
  for (const [nth, want] of wants.entries()) {
    const before = total(given.filter((_, one) => wants[one]?.firm === want.firm))
    const fits = fitting(want, left, ofFirm(want.firm), before)
    const gets = isOver || (over_cap === 'nothing' && less(fits, want.amount)) ? ZERO : fits
    isOver ||= less(left, want.amount)
    left = subtract(left, gets)
    given[nth] = gets
  }
  return given
}

function fitting({ amount }: Want, left: Exact, cap: Exact | undefined, before: Exact): Exact {
  return least(amount, left, ...(cap === undefined ? [] : [most(subtract(cap, before), ZERO)]))
}

/** What a firm wants beyond its cap does not count; of the rest everybody gets the same share, and the sum is the whole of what there is. */
export function proRata(wants: readonly Want[], { amount, ofFirm }: Pick<Left, 'amount' | 'ofFirm'>): readonly Exact[] {
  const counted: Exact[] = wants.map((want) => want.amount)
  for (const firm of new Set(wants.map((want) => want.firm))) {
    const cap = ofFirm(firm)
    const own = wants.flatMap((want, nth) => (want.firm === firm ? [nth] : []))
    const shares =
      cap === undefined
        ? []
        : shared(
            own.map((nth) => wants[nth]?.amount ?? ZERO),
            cap,
          )
    for (const [nth, share] of shares.entries()) counted[own[nth] ?? 0] = share
  }
  return shared(counted, amount)
}

const HUNDREDTH = exact(1, 100)

/** Largest remainder: rounded down, and the hundredths that are left go to those who lost most by it, the earlier first. */
export function shared(wants: readonly Exact[], amount: Exact): readonly Exact[] {
  const all = total(wants)
  const there = most(amount, ZERO)
  if (compare(all, there) <= 0) return wants
  const whole = wants.map((want) => divide(multiply(want, there), all))
  const given = whole.map((share) => round(share, 'down', HUNDREDTH))
  const lost = whole.map((share, nth) => ({ nth, lost: subtract(share, given[nth] ?? ZERO) }))
  let left = subtract(there, total(given))
  for (const { nth } of lost.toSorted((a, b) => compare(b.lost, a.lost) || a.nth - b.nth)) {
    if (isZero(left)) break
    given[nth] = add(given[nth] ?? ZERO, HUNDREDTH)
    left = subtract(left, HUNDREDTH)
  }
  return given
}
