/**
 * The explanation of a finding as data: what was computed, from what, by which clause and which row of which parameter.
 * It is read off the frames that the computation left behind, so it cannot say anything else than what happened.
 */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { Arithmetic, Comparator, Gathering } from '../expression/tree.ts'
import type { Localized } from '../load/fields.ts'
import type { Reading, Standing } from '../load/standing.ts'
import type { AmbiguousDates } from '../value/date.ts'
import type { Refusal } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'

/** An outcome as data. `text` is the value in the notation of files; a number that does not end is a fraction: `PKR 1/3`. */
export type Said =
  | { readonly state: 'value'; readonly text: string }
  | { readonly state: 'none'; readonly because: 'not_happened' | 'not_imposed' }
  | { readonly state: 'undetermined'; readonly missing: readonly string[] }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[]; readonly missing: readonly string[] }
  /** The other operand decided, or an earlier case was taken. */
  | { readonly state: 'not_needed' }

interface Node {
  readonly type: Type
  readonly said: Said
}

export type Why =
  | (Node & { readonly kind: 'literal'; readonly text: string })
  | (Node & { readonly kind: 'assessment_date' | 'period_end' })
  /** `path` is `parts[3].unit_value` for a line's column, whose `name` is `unit_value`. */
  | (Node & {
      readonly kind: 'fact'
      readonly name: string
      readonly path: string
      readonly label: Localized | undefined
    })
  | (Node & { readonly kind: 'member'; readonly name: string; readonly label: Localized | undefined })
  | (Node & { readonly kind: 'in_hand'; readonly name: string; readonly label: Localized | undefined })
  | (Node & ParameterUse & { readonly kind: 'parameter' })
  /** A provision with one outcome is explained once, under its name; one of a line or a member is explained here. */
  | (Node & {
      readonly kind: 'provision'
      readonly name: string
      readonly label: Localized | undefined
      /** What says for which member of a category it is computed. */
      readonly via: Why | undefined
      readonly here: ProvisionWhy | undefined
    })
  | (Node & { readonly kind: 'negative'; readonly of: Why })
  | (Node & {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: Why
      readonly right: Why
      readonly ambiguous_dates: AmbiguousDates | undefined
      readonly divisor: string
    })
  | (Node & { readonly kind: 'comparison'; readonly operator: Comparator; readonly left: Why; readonly right: Why })
  | (Node & { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Why; readonly right: Why })
  | (Node & { readonly kind: 'not'; readonly of: Why })
  | (Node & { readonly kind: 'is_met'; readonly negated: boolean; readonly of: Why })
  | (Node & {
      readonly kind: 'every_met'
      readonly negated: boolean
      readonly name: string
      readonly label: Localized | undefined
      readonly over: string
      readonly over_kind: OverKind
      readonly over_label: Localized | undefined
      readonly each: readonly LineWhy[]
    })
  | (Node & { readonly kind: 'is_known'; readonly negated: boolean; readonly of: Why })
  | (Node & { readonly kind: 'extreme'; readonly operator: 'min' | 'max'; readonly of: readonly Why[] })
  | (Node & {
      readonly kind: 'aggregate'
      readonly operator: Gathering
      readonly over: string
      readonly over_kind: OverKind
      readonly over_label: Localized | undefined
      readonly lines: readonly LineWhy[]
      /** Of lines named by a category: members that fit the condition and have no line. */
      readonly absent: readonly AbsentLine[]
    })

/** The lines of a group, or the members of a category. */
export type OverKind = 'lines' | 'members'

export type WhyKind = Why['kind']

export interface AbsentLine {
  readonly key: string
  readonly label: Localized | undefined
}

/** One line, or one member, of an aggregate. `where` and `of` are absent where the formula has none. */
export interface LineWhy {
  readonly key: string
  readonly label: Localized | undefined
  readonly where: Why | undefined
  readonly of: Why | undefined
}

export interface ParameterUse {
  readonly name: string
  readonly label: Localized | undefined
  readonly keys: readonly Why[]
  readonly on: Why | undefined
  /** The row used: its date as written, and the cell as written. Absent where none was found. */
  readonly row: string | undefined
  readonly cell: string | undefined
  readonly standing: Standing
  readonly end: { readonly kind: 'good_until' | 'seen_on'; readonly day: string }
  /** The day from which the number was first announced to hold, where it came to hold from another. */
  readonly announced_for: string | undefined
  readonly corrects: string | undefined
  readonly reason: Localized | undefined
  readonly reading: Reading | undefined
}

export interface CaseWhy {
  /** Undefined in `otherwise`. */
  readonly when: Why | undefined
  /** Only of the case taken. */
  readonly amount: Why | undefined
}

export interface ProvisionWhy {
  readonly name: string
  readonly kind: TypedProvision['source']['kind']
  readonly label: Localized | undefined
  readonly summary: Localized | undefined
  /** `act, 3(1)`. */
  readonly clause: string | undefined
  readonly quotation: string | undefined
  readonly standing: Standing
  readonly reading: Reading | undefined
  readonly type: Type
  readonly said: Said
  readonly when: Why | undefined
  readonly unless: Why | undefined
  readonly requires: Why | undefined
  /** The cases up to and including the one taken; a plain amount is one case without a guard. */
  readonly cases: readonly CaseWhy[]
  readonly round: string | undefined
  readonly show: string | undefined
  readonly effect: { readonly verb: string; readonly noun: string } | undefined
  readonly power: { readonly authority: Localized; readonly clause: string | undefined } | undefined
  readonly from: Why | undefined
}

/** What a finding rests on that does not bind, by the names of parameters and provisions. */
export interface Footing {
  readonly draft: readonly string[]
  readonly reported: readonly string[]
  readonly assumed: readonly string[]
}

/** Provisions as they were applied on a day. */
export interface Applied {
  /** The day of the assessment: `2027-06-30`. */
  readonly as_of: string
  /** The last day of the period that is assessed, where that is another day: `2027-06-30`. */
  readonly period_end?: string
  readonly provisions: readonly ProvisionWhy[]
  readonly footing: Footing
}

/** The finding's own provision comes first, then every other one that it uses, in the order in which they are met. */
export interface Explanation extends Applied {
  readonly finding: string
}

export type TypedOf<K extends Typed['kind']> = Extract<Typed, { kind: K }>

const COMPUTED = [
  'parameter',
  'negative',
  'arithmetic',
  'comparison',
  'logic',
  'not',
  'is_met',
  'every_met',
  'is_known',
  'extreme',
  'aggregate',
] as const
export type ComputedKind = (typeof COMPUTED)[number]

/** Whether a node follows from those below it; the others are leaves, or refer to another provision. */
export function isComputed<T extends { readonly kind: string }>(
  node: T,
): node is Extract<T, { readonly kind: ComputedKind }> {
  return (COMPUTED as readonly string[]).includes(node.kind)
}
