/** What one assessment computes in: the facts, the day, and a frame for the whole, for each line and for each member. */
import type { Parameter } from '../load/parameters.ts'
import type { Frame, Typed, TypedCase, TypedProvision } from '../expression/typed.ts'
import type { TypedProgramme } from '../expression/type-programme.ts'
import type { Day } from '../value/date.ts'
import type { Outcome } from '../value/outcome.ts'
import type { Facts } from './facts.ts'

/** What a formula has in hand when it runs. */
export interface Hand {
  readonly frame: Frame
  readonly line: readonly Outcome[]
  readonly lineIndex: number
  readonly members: Readonly<Record<string, string>>
}

export interface Run {
  readonly typed: TypedProgramme
  readonly facts: Facts
  readonly day: Day
  /** The last day of the period that the assessment is about; its own day where no period is given. */
  readonly periodEnd: Day
  readonly whole: Hand
  readonly groups: ReadonlyMap<string, readonly Hand[]>
  readonly categories: ReadonlyMap<string, ReadonlyMap<string, Hand>>
  /** Looks on, and may answer otherwise: how `check` tries a boundary's mutants. */
  readonly watch: Watch | undefined
}

export type Evaluate = (run: Run, hand: Hand) => Outcome

export interface Watch {
  /** How a provision is computed. */
  readonly provision: (provision: TypedProvision, own: Evaluate) => Evaluate
  readonly comparison: (
    node: Extract<Typed, { kind: 'comparison' }>,
    left: Outcome,
    right: Outcome,
    outcome: Outcome,
  ) => Outcome
  readonly parameter: (parameter: Parameter, day: Day, keys: readonly Outcome[]) => Parameter
  /** The day on which a table is read that a formula reads on `period_end`. */
  readonly period: (parameter: Parameter, run: Run) => Day
  readonly guard: (taken: TypedCase, outcome: Outcome) => Outcome
  /** Of `is met`, `every … is met` and `is known`. */
  readonly state: (node: Typed, outcome: Outcome) => Outcome
}

const NO_LINE: readonly Outcome[] = []
const NO_MEMBERS: Readonly<Record<string, string>> = {}

/** What an assessment may be told beside the facts and its day. */
export interface Setting {
  /** The last day of the period that it is about, which may lie before the day of the assessment, or after it. */
  readonly periodEnd?: Day | undefined
  readonly watch?: Watch | undefined
}

export function newRun(typed: TypedProgramme, facts: Facts, day: Day, { periodEnd = day, watch }: Setting = {}): Run {
  const groups = new Map<string, readonly Hand[]>()
  for (const [group, frame] of typed.groupFrames) groups.set(group, lineHands(facts, group, frame, NO_MEMBERS))
  const categories = new Map<string, Map<string, Hand>>()
  for (const category of typed.categoryFrames.keys()) categories.set(category, new Map())
  // Copying an empty frame is much cheaper than making one.
  return {
    typed,
    facts,
    day,
    periodEnd,
    whole: { frame: typed.wholeFrame.slice(), line: NO_LINE, lineIndex: -1, members: NO_MEMBERS },
    groups,
    categories,
    watch,
  }
}

/** A hand for each line, each with a copy of the empty frame. */
export function lineHands(facts: Facts, group: string, frame: Frame, members: Hand['members']): readonly Hand[] {
  const lines = facts.groups.get(group)?.lines ?? []
  return lines.map((line, lineIndex) => ({ frame: frame.slice(), line, lineIndex, members }))
}

/** The hand in which a provision with `per: category` is computed for one member; made when first asked for. */
export function memberHand(run: Run, category: string, member: string): Hand {
  const hands = run.categories.get(category) as Map<string, Hand>
  const known = hands.get(member)
  if (known !== undefined) return known
  const frame = (run.typed.categoryFrames.get(category) as Frame).slice()
  const hand: Hand = { frame, line: NO_LINE, lineIndex: -1, members: { [category]: member } }
  hands.set(member, hand)
  return hand
}
