/** Where an officer decides less than what was computed: of sanctions only, each with its reasons, and never more. Both stand in the letter. */
import { compare, isZero, parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { amountOf, type DeterminationRefusal, type DeterminedFinding, NOT_DUE } from './determination.ts'

export interface Less {
  readonly finding: string
  /** It is not imposed at all; amount and day say nothing then. */
  readonly not_imposed?: boolean
  /** Digits in the currency that was computed: `5000`, `84.50`. */
  readonly amount?: string
  /** A later day. */
  readonly from?: string
  readonly reasons: string
}

/** The findings as they are decided, each with what was computed of it where that is more. */
export function decidedLess(
  findings: readonly DeterminedFinding[],
  asked: readonly Less[],
): Outcome<readonly DeterminedFinding[], DeterminationRefusal> {
  const decided = new Map(findings.map((one) => [one.finding, one]))
  for (const less of asked) {
    const computed = decided.get(less.finding)
    if (computed?.kind !== 'sanction' || computed.less !== undefined)
      return { refused: { code: 'less_of_nothing', finding: less.finding } }
    const one = lessThan(computed, less)
    if ('refused' in one) return one
    decided.set(less.finding, one.done)
  }
  return { done: findings.map((one) => decided.get(one.finding) ?? one) }
}

function lessThan(
  computed: DeterminedFinding,
  { finding, not_imposed: isNot, amount, from, reasons }: Less,
): Outcome<DeterminedFinding, DeterminationRefusal> {
  const less = { value: computed.value, from: computed.from, reasons }
  const stated = amountOf(computed)
  if (isNot === true) return { done: { ...computed, value: stated === undefined ? 'false' : NOT_DUE, less } }
  const value = amount === undefined || amount === '' ? computed.value : lower(stated, amount)
  const day = from === undefined || from === '' ? computed.from : from
  const isMore =
    value === undefined || (day !== computed.from && (computed.from === null || (day ?? '') < computed.from))
  if (isMore || (value === computed.value && day === computed.from))
    return { refused: { code: 'not_less', finding, computed: computed.value, from: computed.from } }
  // A suspension is stated as the day on which it begins.
  return { done: { ...computed, value: value === computed.from ? (day ?? '') : value, from: day, less } }
}

/** Undefined where it is not lower, or nothing at all, or no amount was computed. */
function lower(computed: ReturnType<typeof amountOf>, digits: string): string | undefined {
  const [most, asked] = [parseDecimal(computed?.digits ?? ''), parseDecimal(digits)]
  if (computed === undefined || most === undefined || asked === undefined) return undefined
  if (isZero(asked) || compare(asked, most) > 0) return undefined
  return compare(asked, most) === 0 ? `${computed.currency} ${computed.digits}` : `${computed.currency} ${digits}`
}

/** What was computed of them, whatever was decided. */
export function asComputed(findings: readonly DeterminedFinding[]): readonly DeterminedFinding[] {
  return findings.map(({ less, ...one }) => (less === undefined ? one : { ...one, value: less.value, from: less.from }))
}
