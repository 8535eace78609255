/** The same facts under two states of the law, finding by finding: a release and a draft, or two releases. */
import { shown } from '../check/run-examples.ts'
import type { Assessment, Finding } from '../determine/determine.ts'
import type { Localized } from '../load/fields.ts'
import type { Programme } from '../load/programme.ts'
import { plainLaw } from './plain-law.ts'
import { type Exact, subtract } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { NoValue } from '../value/outcome.ts'

export interface FindingChange {
  readonly name: string
  readonly label: Localized | undefined
  /** In the notation of `expect`; undefined where that law has no such finding. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** After less before, where both are amounts in one unit. */
  readonly difference: string | undefined
  readonly changed: boolean
}

export interface LawChange {
  readonly name: string
  readonly kind: 'parameter' | 'provision'
  readonly change: 'added' | 'removed' | 'changed'
}

export function compareFindings(before: Assessment, after: Assessment): readonly FindingChange[] {
  const old = new Map(before.findings.map((finding) => [finding.provision.name, finding]))
  const names = [
    ...old.keys(),
    ...after.findings.map((finding) => finding.provision.name).filter((name) => !old.has(name)),
  ]
  const now = new Map(after.findings.map((finding) => [finding.provision.name, finding]))
  return names.map((name) => {
    const [left, right] = [old.get(name), now.get(name)]
    const [was, is] = [left === undefined ? undefined : shown(left), right === undefined ? undefined : shown(right)]
    const label = (right ?? left)?.provision.source.label
    return { name, label, before: was, after: is, difference: differenceOf(left, right), changed: was !== is }
  })
}

function differenceOf(before: Finding | undefined, after: Finding | undefined): string | undefined {
  const type = after?.provision.type
  if (before === undefined || after === undefined || type?.kind !== 'number' || before.provision.type.kind !== 'number')
    return undefined
  if (type.unit !== before.provision.type.unit || before.outcome instanceof NoValue || after.outcome instanceof NoValue)
    return undefined
  return writeQuantity(subtract(after.outcome as Exact, before.outcome as Exact), type.unit)
}

/** Which parameters and provisions differ, whatever they do to any firm. */
export function compareLaw(before: Programme, after: Programme): readonly LawChange[] {
  const changes = (
    kind: LawChange['kind'],
    old: ReadonlyMap<string, unknown>,
    now: ReadonlyMap<string, unknown>,
  ): readonly LawChange[] => {
    const removed = [...old.keys()]
      .filter((name) => !now.has(name))
      .map((name) => ({ name, kind, change: 'removed' as const }))
    const others = [...now].flatMap(([name, law]): readonly LawChange[] => {
      if (!old.has(name)) return [{ name, kind, change: 'added' }]
      return plainLaw(old.get(name)) === plainLaw(law) ? [] : [{ name, kind, change: 'changed' }]
    })
    return [...removed, ...others]
  }
  return [
    ...changes('parameter', before.parameters, after.parameters),
    ...changes('provision', before.provisions, after.provisions),
  ]
}
