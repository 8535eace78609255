/**
 * Puts what was received to what is owed. A line names a determination by its number; it is put to what that one charged, the oldest first, until it
 * is used up, and what is left is a credit of the firm. Nothing of it goes anywhere else: one debt is never set off against another.
 */
import { compare, type Exact, isZero, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { least } from '../budgets/budget.ts'

/** An account of a firm in one case. */
export interface Debt {
  /** The same for whichever number of a determination leads to it. */
  readonly key: string
  readonly finding: string
  readonly kind: 'levy' | 'surcharge' | 'interest' | 'payable'
  readonly currency: string
  readonly owed: Exact
}

/** What may be paid by the number of a determination. */
export interface Demand {
  readonly rehearsal: boolean
  /** An appeal has stayed it. */
  readonly isStayed: boolean
  /** The registration numbers of the firm and of whoever answers for it. */
  readonly payers: readonly string[]
  /** In the order in which they were booked. */
  readonly debts: readonly Debt[]
}

export interface Received {
  readonly id: string
  readonly received_on: string
  readonly account: string
  readonly bank_reference: string
  readonly currency: string
  readonly amount: Exact
  readonly payer_number: string | null
  readonly reference: string
}

/** Why a line waits for a person. */
export const WAITS = [
  'no_reference',
  'several_references',
  'unknown_reference',
  'other_rehearsal',
  'stayed',
  'other_payer',
  'nothing_charged',
  'other_currency',
] as const
export type Waits = (typeof WAITS)[number]

export interface Applied {
  readonly debt: Debt
  readonly amount: Exact
}

export interface Matched {
  readonly id: string
  /** The number of the determination; null where it waits. */
  readonly number: string | null
  readonly applied: readonly Applied[]
  readonly credit: Exact
  readonly waits: Waits | null
}

/** In the order of day, account and bank reference, whatever the order of the lines is. */
export function match(
  lines: readonly Received[],
  demands: ReadonlyMap<string, Demand>,
  isRehearsal: boolean,
): readonly Matched[] {
  const left = new Map<string, Exact>()
  return lines.toSorted(inOrder).map((line) => {
    const { id } = line
    const [number = '', ...more] = referencesIn(line.reference)
    const demand = demands.get(number)
    const waits =
      number === ''
        ? 'no_reference'
        : more.length > 0
          ? 'several_references'
          : (waitsFor(line, demand, isRehearsal) ?? otherPayer(line, demand))
    if (waits !== undefined || demand === undefined)
      return { id, number: null, applied: [], credit: ZERO, waits: waits ?? 'unknown_reference' }
    return { id, number, ...apply(line, demand, left), waits: null }
  })
}

function inOrder(a: Received, b: Received): number {
  const [one, other] = [a, b].map((line) => JSON.stringify([line.received_on, line.account, line.bank_reference]))
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** `D-000012` of `dues d 000012`, each once. */
export function referencesIn(text: string): readonly string[] {
  const found = [...text.matchAll(/(?<![A-Z0-9])D[-\s]?(\d{6,12})(?!\d)/gi)].map(([, digits]) => `D-${digits}`)
  return [...new Set(found)]
}

/** Why it cannot be put there even by hand. */
export function waitsFor(
  { currency }: Pick<Received, 'currency'>,
  demand: Demand | undefined,
  isRehearsal: boolean,
): Waits | undefined {
  if (demand === undefined) return 'unknown_reference'
  if (demand.rehearsal !== isRehearsal) return 'other_rehearsal'
  if (demand.isStayed) return 'stayed'
  if (demand.debts.length === 0) return 'nothing_charged'
  return demand.debts.some((debt) => debt.currency === currency) ? undefined : 'other_currency'
}

function otherPayer({ payer_number }: Received, demand: Demand | undefined): Waits | undefined {
  return payer_number === null || demand?.payers.includes(payer_number) === true ? undefined : 'other_payer'
}

/** `left` is what lines before this one have left of each debt. */
export function apply(
  { amount, currency }: Pick<Received, 'amount' | 'currency'>,
  { debts }: Pick<Demand, 'debts'>,
  left: Map<string, Exact>,
): Pick<Matched, 'applied' | 'credit'> {
  const applied: Applied[] = []
  let rest = amount
  for (const debt of debts.filter((one) => one.currency === currency)) {
    const owed = left.get(debt.key) ?? debt.owed
    const part = least(rest, owed)
    if (isZero(part) || compare(part, ZERO) < 0) continue
    applied.push({ debt, amount: part })
    left.set(debt.key, subtract(owed, part))
    rest = subtract(rest, part)
  }
  return { applied, credit: rest }
}
