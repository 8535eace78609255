/** What the frames of an assessment have recorded, and on what it rests. */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import { childrenOf } from '../expression/walk-typed.ts'
import type { Cell, Row } from '../load/parameters.ts'
import type { Programme } from '../load/programme.ts'
import type { Standing } from '../load/standing.ts'
import { cellOf, rowOn } from '../determine/look-up.ts'
import { type Hand, memberHand, type Run } from '../determine/run.ts'
import { NoValue, NOT_IMPOSED, type Outcome } from '../value/outcome.ts'
import { ZERO } from '../value/exact.ts'
import { isComputed, type TypedOf } from './explanation.ts'

export interface Work {
  readonly programme: Programme
  readonly run: Run
  /** Provisions with one outcome that have been met, in that order. */
  readonly met: Map<string, TypedProvision>
  readonly draft: Set<string>
  readonly reported: Set<string>
  readonly assumed: Set<string>
  /** Of the nodes gone through for many lines, those below that rest on something. */
  readonly notable: Map<Typed, readonly Typed[]>
}

export function rest(work: Work, name: string, standing: Standing): void {
  if (standing.status !== 'notified') work.draft.add(name)
  if (standing.evidence === 'reported') work.reported.add(name)
  if (standing.evidence === 'assumed') work.assumed.add(name)
}

/** The hand in which a provision of a line or of a member is computed; undefined where its member is not known. */
export function handOf(
  work: Pick<Work, 'run'>,
  provision: TypedProvision,
  via: Typed | undefined,
  hand: Hand,
): Hand | undefined {
  const { scope } = provision
  switch (scope.kind) {
    case 'whole':
      return work.run.whole
    case 'lines':
      return work.run.groups.get(scope.group)?.[hand.lineIndex]
    case 'members': {
      const member = via === undefined ? undefined : outcomeOf(work, via, hand)
      return typeof member === 'string' ? memberHand(work.run, scope.category, member) : undefined
    }
  }
}

/** What a provision came to where another refers to it; without its member, what the member lacks. */
export function referredOutcome(
  work: Pick<Work, 'run'>,
  { provision, via }: TypedOf<'provision' | 'is_met'>,
  hand: Hand,
): Outcome | undefined {
  const target = handOf(work, provision, via, hand)
  if (target === undefined && via !== undefined) return outcomeOf(work, via, hand)
  return target?.frame[provision.slot] as Outcome | undefined
}

export function outcomeOf(work: Pick<Work, 'run'>, node: Typed, hand: Hand): Outcome | undefined {
  if (isComputed(node)) return hand.frame[node.slot] as Outcome | undefined
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'assessment_date':
      return work.run.day
    case 'period_end':
      return work.run.periodEnd
    case 'fact':
      return work.run.facts.whole[node.index]
    case 'column':
      return hand.line[node.index]
    case 'member':
      return node.member
    case 'in_hand':
      return hand.members[node.category]
    case 'provision':
      return referredOutcome(work, node, hand)
  }
}

/** The row and the cell that a look-up used; undefined where it found none, or was not needed. */
export function cellUsed(
  work: Work,
  node: TypedOf<'parameter'>,
  hand: Hand,
): { readonly row: Row | undefined; readonly cell: Cell | undefined } {
  const { parameter } = node
  const day = node.on === undefined ? work.run.day : outcomeOf(work, node.on, hand)
  if (hand.frame[node.slot] === undefined || typeof day !== 'number') return { row: undefined, cell: undefined }
  const row = rowOn(parameter, day)
  if (row instanceof NoValue) return { row: undefined, cell: undefined }
  const keys = node.keys.map((key) => outcomeOf(work, key, hand)).map((key) => (key === NOT_IMPOSED ? ZERO : key))
  if (keys.some((key) => key === undefined || key instanceof NoValue)) return { row, cell: undefined }
  const cell = cellOf(parameter, row, keys as Outcome[])
  return { row, cell: cell instanceof NoValue ? undefined : cell }
}

/** Notes what a formula rests on without explaining it: how the lines of a long sum are gone through. */
export function note(work: Work, node: Typed, hand: Hand): void {
  if (node.kind === 'parameter') {
    if (hand.frame[node.slot] === undefined) return
    rest(work, node.parameter.name, cellUsed(work, node, hand).cell?.standing ?? node.parameter.standing)
  }
  if (node.kind === 'provision' || node.kind === 'is_met')
    noteProvision(work, node.provision, handOf(work, node.provision, node.via, hand))
  if (node.kind === 'every_met') {
    for (const each of handsOf(work, node.provision)) noteProvision(work, node.provision, each)
  }
  const below = notable(work, node)
  if (node.kind === 'aggregate') {
    if (below.length === 0) return
    for (const inner of (hand.frame[node.slot + 1] as readonly Hand[] | undefined) ?? [])
      for (const child of below) note(work, child, inner)
    return
  }
  for (const child of below) note(work, child, hand)
}

/** The nodes below that rest on something: most formulas of a line are made of its columns alone. */
function notable(work: Work, node: Typed): readonly Typed[] {
  const known = work.notable.get(node)
  if (known !== undefined) return known
  const below = childrenOf(node).filter((child) => restsOnLaw(work, child))
  work.notable.set(node, below)
  return below
}

function restsOnLaw(work: Work, node: Typed): boolean {
  return REFERENCES.has(node.kind) || notable(work, node).length > 0
}

const REFERENCES: ReadonlySet<Typed['kind']> = new Set(['parameter', 'provision', 'is_met', 'every_met'])

/** The hands of a provision that has an outcome for each line or member. */
function handsOf(work: Work, provision: TypedProvision): readonly Hand[] {
  const { scope } = provision
  switch (scope.kind) {
    case 'whole':
      return []
    case 'lines':
      return work.run.groups.get(scope.group) ?? []
    case 'members':
      return scope.members.map((member) => memberHand(work.run, scope.category, member))
  }
}

function noteProvision(work: Work, provision: TypedProvision, hand: Hand | undefined): void {
  if (hand === undefined || hand.frame[provision.slot] === undefined) return
  if (provision.scope.kind === 'whole') {
    // It is explained on its own, and rests on what it rests on.
    if (!work.met.has(provision.name)) work.met.set(provision.name, provision)
    return
  }
  rest(work, provision.name, provision.source.standing)
  const taken = hand.frame[provision.caseSlot] as number | undefined
  const cases = provision.cases.slice(0, taken === undefined ? 0 : taken + 1)
  const formulas = [
    provision.when,
    provision.unless,
    provision.requires,
    provision.from,
    ...cases.map((one) => one.when),
    cases.at(-1)?.amount,
  ]
  for (const formula of formulas) if (formula !== undefined && restsOnLaw(work, formula)) note(work, formula, hand)
}
