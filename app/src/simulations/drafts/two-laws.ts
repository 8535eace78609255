/** An industry under a release and under a draft, and what is looked at in either: what is asked, what that puts at risk, and what is paid. */
import { type BatchResult, type FindingColumn, REFUSED, SETTLED, UNDETERMINED } from '@maqami/engine/batch/batch.ts'
import { linksOf, useOf } from '@maqami/engine/compare/uses.ts'
import type { Engine } from '@maqami/engine/determine/determine.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import type { Gathered } from '../gather-columns.ts'
import type { Industry } from './read-industry.ts'

/** Under the release, and under the draft. */
export interface Both<Value> {
  readonly release: Value
  readonly draft: Value
}

export const SIDES = ['release', 'draft'] as const
export type Side = (typeof SIDES)[number]

export function both<Value>(of: (side: Side) => Value): Both<Value> {
  return { release: of('release'), draft: of('draft') }
}

/** An industry under both laws. */
export interface Compared {
  readonly gathered: Gathered
  readonly industry: Industry
  readonly release: LawSide
  readonly draft: LawSide
}

export interface LawSide {
  readonly engine: Engine
  readonly result: BatchResult
  /** Requirements on whose failure a sanction may follow; all of them where the law has no sanction. */
  readonly decisive: readonly FindingColumn[]
  /** Those of them on whose failure a licence may be lost for a time or for good. */
  readonly licensing: readonly FindingColumn[]
  /** What is granted, owed and imposed in money. */
  readonly money: readonly FindingColumn[]
}

export function lawSide(engine: Engine, result: BatchResult): LawSide {
  const requirements = result.findings.filter(({ provision }) => provision.source.kind === 'requirement')
  const sanctioned = requirementsOf(engine.programme, () => true)
  const licensing = requirementsOf(engine.programme, (noun) => /(?:^|_)licen[cs]e$/.test(noun))
  return {
    engine,
    result,
    decisive:
      sanctioned.size === 0 ? requirements : requirements.filter(({ provision }) => sanctioned.has(provision.name)),
    licensing: requirements.filter(({ provision }) => licensing.has(provision.name)),
    money: result.findings.filter(isMoney),
  }
}

/** Requirements that a sanction names, itself or through what it names, where its effect is on such a thing. */
function requirementsOf(programme: Programme, isOn: (noun: string) => boolean): ReadonlySet<string> {
  const links = linksOf(programme)
  const sanctions = new Set(
    [...programme.provisions.values()]
      .filter(({ kind, effect }) => kind === 'sanction' && effect !== undefined && isOn(effect.noun))
      .map(({ name }) => name),
  )
  const named = [...programme.provisions.values()].filter(({ kind, name }) => {
    if (kind !== 'requirement') return false
    const { direct, through } = useOf(name, links)
    return [...direct, ...through].some((user) => sanctions.has(user))
  })
  return new Set(named.map(({ name }) => name))
}

/** What the law leaves unrounded is no amount that anybody pays. */
function isMoney({ provision: { source, type, round } }: FindingColumn): boolean {
  const isPaid = source.kind === 'entitlement' || source.kind === 'liability' || source.kind === 'sanction'
  return isPaid && type.kind === 'number' && isCurrency(type.unit) && round !== undefined
}

export type RowState = 'met' | 'not_met' | 'value' | 'none' | 'undetermined' | 'refused'

export function stateAt({ provision, states, values }: FindingColumn, row: number): RowState {
  const state = states[row]
  if (state === UNDETERMINED) return 'undetermined'
  if (state === REFUSED) return 'refused'
  if (state !== SETTLED) return 'none'
  if (provision.source.kind !== 'requirement') return 'value'
  return values[row] === 1 ? 'met' : 'not_met'
}

/** An amount of money in steps of its rounding. */
export function stepsAt({ provision: { round }, states, values }: FindingColumn, row: number): number {
  if (states[row] !== SETTLED || round === undefined) return 0
  return Math.round(((values[row] as number) * Number(round.step.d)) / Number(round.step.n))
}

export type At = (column: FindingColumn, row: number) => boolean

export const isFailed: At = ({ states, values }, row) => states[row] === SETTLED && values[row] === 0
export const isOpen: At = ({ states }, row) => states[row] === UNDETERMINED || states[row] === REFUSED

/** Measures only lead to other findings. */
export function isTold({ provision }: FindingColumn): boolean {
  return provision.source.kind !== 'measure'
}

/** The findings of both laws by name; undefined where one has no such finding. */
export function pairsOf(
  release: LawSide,
  draft: LawSide,
): readonly (readonly [FindingColumn | undefined, FindingColumn | undefined])[] {
  const named = ({ result }: LawSide): ReadonlyMap<string, FindingColumn> =>
    new Map(result.findings.filter(isTold).map((one) => [one.provision.name, one]))
  const [was, is] = [named(release), named(draft)]
  return [...new Set([...was.keys(), ...is.keys()])].map((name) => [was.get(name), is.get(name)] as const)
}

/** Why something is not known is no other outcome, and that nothing is due is none whether it is said as zero or not at all. */
export function isOther(was: FindingColumn | undefined, is: FindingColumn | undefined, row: number): boolean {
  const [before, after] = [was, is].map((one) => {
    const state = one === undefined ? 'none' : stateAt(one, row)
    return state === 'value' && one?.provision.round !== undefined && one.values[row] === 0 ? 'none' : state
  })
  if (before !== after) return true
  if (before !== 'value' || was === undefined || is === undefined) return false
  return was.values[row] !== is.values[row] || was.from?.[row] !== is.from?.[row]
}
