/** A kit that customs asks about: whether it is broken down as far as the law wants, and whether it is one kit in several declarations. */
import { type Assessment, determine, type Engine, findingOf } from '@maqami/engine/determine/determine.ts'
import { type FactProblem, readFacts } from '@maqami/engine/determine/facts.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { toText } from '@maqami/engine/value/exact.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'

export interface KitDeclared {
  /** The customs entry. */
  readonly entry: string
  /** What the consignee calls it: its model, or a reference. */
  readonly kit: string
  /** As the vocabulary of the programme names it: `smartphone`. */
  readonly category: string
  readonly kit_form: string
  readonly parts: number
  readonly declared_on: string
}

/** `not_asked` where the law asks for no least number of such a kit; `undetermined` where it cannot say. */
export type KitFinding = 'met' | 'not_met' | 'not_asked' | 'undetermined'

/** Within how many days declarations of one kit are read together, as the law of the day says. */
interface Window {
  /** Null where it does not say. */
  readonly window_days: number | null
  readonly window_is_assumed: boolean
}

export interface HeldKit extends KitDeclared, Window {
  readonly id: string
  readonly licence: string
  readonly licence_id: string
  readonly manufacturer_id: string
  readonly release_id: string
  readonly finding: KitFinding
  /** The least number of parts that the law asks for; null where it asks for none. */
  readonly least: number | null
  readonly rehearsal: boolean
  readonly recorded_at: string
  readonly recorded_by: string
}

export type OtherEntry = Pick<KitDeclared, 'entry' | 'parts' | 'declared_on'> & { readonly finding: KitFinding }

export interface KitAnswer extends HeldKit {
  /** Other declarations of the same kit by the same consignee, as near to this one as the window says. */
  readonly others: readonly OtherEntry[]
  /** It may be one kit in several declarations. That is said, and decided by an officer. */
  readonly flagged: boolean
}

/** Where each is whole by itself there are so many kits; where one is not, it may be a piece of another. */
export function withOthers(kit: HeldKit, others: readonly OtherEntry[]): KitAnswer {
  const flagged = others.length > 0 && [kit, ...others].some(({ finding }) => finding === 'not_met')
  return { ...kit, others, flagged }
}

/** As programmes call the least number of parts of a kit, and the days within which its declarations are read together. */
const REQUIREMENT = 'kit_requirement'
const TOGETHER = 'kits_read_together'
const FACTS = ['category', 'kit_form', 'kit_parts'] as const
/** More than any law would ask for. */
const MOST_PARTS = 4096

type Judged = Window & { readonly finding: KitFinding; readonly least: number | null }
export type KitJudged = Judged | { readonly problems: readonly FactProblem[] }

const NO_WINDOW: Window = { window_days: null, window_is_assumed: false }

/** What the law of the day says of such a kit. The least number is found by asking it, so that it is nowhere but in the law. */
export function judgeKit(engine: Engine, { category, kit_form, parts, declared_on }: KitDeclared): KitJudged {
  const { vocabulary, typed } = engine.programme
  const isAsked = typed.provisions.has(REQUIREMENT) && FACTS.every((name) => vocabulary.facts.has(name))
  if (!isAsked) return { finding: 'not_asked', least: null, ...NO_WINDOW }
  const day = parseDay(declared_on)
  if (day === undefined) throw new RangeError(`'${declared_on}' is no day`)
  const metWith = (kit_parts: number): boolean | undefined => {
    const read = readFacts(vocabulary, { category, kit_form, kit_parts })
    if (!read.ok) return undefined
    const outcome = findingOf(determine(engine, read.facts, day), REQUIREMENT)?.outcome
    return typeof outcome === 'boolean' ? outcome : undefined
  }
  const read = readFacts(vocabulary, { category, kit_form, kit_parts: parts })
  if (!read.ok) return { problems: read.problems }
  const window = windowOf(determine(engine, read.facts, day))
  const met = metWith(parts)
  if (met === undefined) return { finding: 'undetermined', least: null, ...window }
  if (metWith(1) === true) return { finding: 'not_asked', least: null, ...window }
  let [missed, reached] = [1, MOST_PARTS]
  while (reached - missed > 1) {
    const middle = Math.floor((missed + reached) / 2)
    if (metWith(middle) === true) reached = middle
    else missed = middle
  }
  return { finding: met ? 'met' : 'not_met', least: reached, ...window }
}

function windowOf(assessment: Assessment): Window {
  const { outcome, provision } = findingOf(assessment, TOGETHER) ?? {}
  if (outcome === undefined || outcome instanceof NoValue || typeof outcome !== 'object') return NO_WINDOW
  return {
    window_days: Number(toText(outcome)),
    window_is_assumed: provision?.source.standing.evidence === 'assumed',
  }
}
