/** The tree of a formula after its names and units have been settled. Nothing in it can fail on a type when it runs. */
import type { Parameter } from '../load/parameters.ts'
import type { Provision } from '../load/provisions.ts'
import type { AmbiguousDates } from '../value/date.ts'
import type { Rounding } from '../value/notation.ts'
import type { Value } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import type { Arithmetic, Comparator, Gathering, Span } from './tree.ts'

/** Outcomes by slot; behind an aggregate's outcome, the hands of its lines or members. */
export type Frame = unknown[]

/** Each node that is computed keeps its outcome in a slot of the frame it runs in; the explanation reads it there. */
interface Base {
  readonly type: Type
  /** -1 for what is not computed: literals, facts, members. */
  readonly slot: number
  readonly at: Span
}

export type Typed =
  | (Base & { readonly kind: 'literal'; readonly value: Value; readonly text: string })
  /** The day of the assessment; the last day of the period that it is about. */
  | (Base & { readonly kind: 'assessment_date' | 'period_end' })
  | (Base & { readonly kind: 'fact'; readonly name: string; readonly index: number })
  | (Base & { readonly kind: 'column'; readonly group: string; readonly name: string; readonly index: number })
  | (Base & { readonly kind: 'member'; readonly category: string; readonly member: string })
  | (Base & { readonly kind: 'in_hand'; readonly category: string })
  | (Base & {
      readonly kind: 'parameter'
      readonly parameter: Parameter
      readonly keys: readonly Typed[]
      readonly on: Typed | undefined
    })
  | (Base & { readonly kind: 'provision'; readonly provision: TypedProvision; readonly via: Typed | undefined })
  | (Base & { readonly kind: 'negative'; readonly of: Typed })
  | (Base & {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: Typed
      readonly right: Typed
      readonly ambiguousDates: AmbiguousDates | undefined
      /** What a division by zero is blamed on: the divisor as it was written. */
      readonly divisor: string
    })
  | (Base & { readonly kind: 'comparison'; readonly operator: Comparator; readonly left: Typed; readonly right: Typed })
  | (Base & { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly left: Typed; readonly right: Typed })
  | (Base & { readonly kind: 'not'; readonly of: Typed })
  | (Base & {
      readonly kind: 'is_met'
      readonly provision: TypedProvision
      readonly via: Typed | undefined
      readonly negated: boolean
    })
  | (Base & { readonly kind: 'every_met'; readonly provision: TypedProvision; readonly negated: boolean })
  | (Base & { readonly kind: 'is_known'; readonly of: Typed; readonly negated: boolean })
  | (Base & { readonly kind: 'extreme'; readonly operator: 'min' | 'max'; readonly of: readonly Typed[] })
  | (Base & {
      readonly kind: 'aggregate'
      readonly operator: Gathering
      readonly of: Typed | undefined
      readonly where: Typed | undefined
      readonly over: Over
      /** The empty frame of each line or member; undefined where the formula shares the frames of its group's provisions. */
      readonly innerFrame: Frame | undefined
    })

export type Over =
  | { readonly kind: 'lines'; readonly group: string }
  | { readonly kind: 'members'; readonly category: string; readonly members: readonly string[] }

/** Where a provision is computed: once, for each line of a group, or for each member of a category. */
export type Scope = { readonly kind: 'whole' } | Over

export interface TypedCase {
  readonly when: Typed | undefined
  readonly amount: Typed
}

/** Filled while typing, since provisions may refer to later ones. */
export interface TypedProvision {
  readonly name: string
  readonly source: Provision
  readonly scope: Scope
  /** Slots: the provision's own outcome, the index of the case taken, and the day from which a sanction has effect. */
  readonly slot: number
  readonly caseSlot: number
  readonly fromSlot: number
  type: Type
  when: Typed | undefined
  unless: Typed | undefined
  requires: Typed | undefined
  cases: readonly TypedCase[]
  from: Typed | undefined
  round: Rounding | undefined
  show: Rounding | undefined
}
