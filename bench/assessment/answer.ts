/** What an assessment of one row comes to, and how the answers of different engines are held against each other. */
import { type Day, dayText } from './row.ts'

export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

/** Undefined is none: nothing is due, or nothing is imposed. */
export interface Answer {
  /** In rupees. */
  readonly importedContent: Fraction
  readonly localizationRate: Fraction
  readonly localizationRequirement: boolean
  readonly operationalRequirement: boolean
  readonly reportingRequirement: boolean
  readonly kitRequirement: boolean
  readonly performanceGate: boolean
  /** In whole rupees. */
  readonly importLevy: bigint
  /** In whole rupees. */
  readonly exportAllowance: bigint | undefined
  readonly concessionWithdrawal: Day | undefined
  readonly importSurcharge: Surcharge | undefined
  readonly licenceSuspension: Day | undefined
}

export interface Surcharge {
  /** In whole rupees. */
  readonly amount: bigint
  readonly from: Day
}

/** The same from an engine that computes in decimals or doubles. */
export interface NumberAnswer {
  readonly importedContent: number
  readonly localizationRate: number
  readonly localizationRequirement: boolean
  readonly operationalRequirement: boolean
  readonly reportingRequirement: boolean
  readonly kitRequirement: boolean
  readonly performanceGate: boolean
  readonly importLevy: number
  readonly exportAllowance: number | null
  readonly concessionWithdrawal: number | null
  readonly importSurcharge: { readonly amount: number | null; readonly from: number | null }
  readonly licenceSuspension: number | null
}

/** One finding that came out otherwise than by hand. */
export interface Difference {
  readonly finding: keyof Answer
  readonly expected: string
  readonly given: string
}

/**
 * What decides is held strictly: met or not, whole rupees, days. The two measures are given the half of their last printed
 * digit (a paisa, a hundredth of a percent), since an engine without fractions cannot hold them.
 */
export function differences(expected: Answer, given: Answer | NumberAnswer): readonly Difference[] {
  const found: Difference[] = []
  for (const finding of Object.keys(expected) as (keyof Answer)[]) {
    const [right, other] = [expected[finding], given[finding]]
    if (!same(right, other)) found.push({ finding, expected: text(finding, right), given: text(finding, other) })
  }
  return found
}

type Held = Answer[keyof Answer] | NumberAnswer[keyof NumberAnswer]

function same(expected: Answer[keyof Answer], given: Held): boolean {
  if (expected === undefined)
    return given === undefined || given === null || (isSurcharge(given) && given.from === null)
  if (typeof expected === 'bigint')
    return given === expected || (typeof given === 'number' && given === Number(expected))
  if (typeof expected !== 'object') return given === expected
  if ('d' in expected) return sameFraction(expected, given)
  return isSurcharge(given) && given.from === expected.from && same(expected.amount, given.amount)
}

function sameFraction(expected: Fraction, given: Held): boolean {
  if (typeof given === 'object' && given !== null && 'd' in given) return given.n * expected.d === expected.n * given.d
  const value = Number(expected.n) / Number(expected.d)
  return typeof given === 'number' && Math.abs(given - value) <= (Math.abs(value) <= 1 ? 0.00005 : 0.005)
}

function isSurcharge(value: Held): value is Surcharge | NumberAnswer['importSurcharge'] {
  return typeof value === 'object' && value !== null && 'from' in value
}

const DAYS: readonly (keyof Answer)[] = ['concessionWithdrawal', 'licenceSuspension']

function text(finding: keyof Answer, value: Held): string {
  if (value === undefined || value === null) return 'none'
  if (typeof value === 'number' && DAYS.includes(finding)) return `from ${dayText(value)}`
  if (typeof value !== 'object') return String(value)
  if ('d' in value) return String(Number(value.n) / Number(value.d))
  return value.from === null ? 'none' : `${value.amount} from ${dayText(value.from)}`
}
