/** An industry under a release and under a draft, and what is looked at in either: what is asked, what that puts at risk, and what is paid. */
import type { BatchResult, FindingColumn } from '@maqami/engine/batch/batch.ts'
import { linksOf, useOf } from '@maqami/engine/compare/uses.ts'
import type { Engine } from '@maqami/engine/determine/determine.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
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

export interface LawSide extends Consequences {
  readonly engine: Engine
  readonly result: BatchResult
}

interface Consequences {
  /** Requirements on whose failure a sanction may follow; all of them where the law has no sanction. */
  readonly decisive: ReadonlySet<string>
  /** Those of them on whose failure a licence may be lost for a time or for good. */
  readonly licensing: ReadonlySet<string>
}

export function lawSide(engine: Engine, result: BatchResult): LawSide {
  return { engine, result, ...consequencesOf(engine.programme) }
}

/** What a law connects is the same for any facts. */
const known = new WeakMap<Programme, Consequences>()

function consequencesOf(programme: Programme): Consequences {
  const found = known.get(programme) ?? findConsequences(programme)
  known.set(programme, found)
  return found
}

function findConsequences(programme: Programme): Consequences {
  const requirements = [...programme.provisions.values()].filter(({ kind }) => kind === 'requirement')
  const sanctioned = requirementsOf(programme, () => true)
  return {
    decisive: sanctioned.size === 0 ? new Set(requirements.map(({ name }) => name)) : sanctioned,
    licensing: requirementsOf(programme, (noun) => /(?:^|_)licen[cs]e$/.test(noun)),
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
