/** What a draft touches, before anybody's facts: the provisions that rest on what it changes, and the worked cases that come out otherwise. */
import { failuresOf, prepare } from '../check/run-examples.ts'
import { type Assessment, determine, type Engine } from '../determine/determine.ts'
import type { Example } from '../load/examples.ts'
import { compareFindings, type FindingChange, type LawChange } from './compare.ts'
import { linksOf, type Use, useOf } from './uses.ts'

export interface CaseChange {
  readonly example: Example
  readonly before: Assessment
  /** Undefined where the draft cannot read the facts of the case. */
  readonly after: Assessment | undefined
  /** Of what the case expects; where it expects a refusal that no longer comes, all that change. */
  readonly findings: readonly FindingChange[]
}

export interface Impact {
  readonly uses: readonly Use[]
  /** How many cases of the programme were worked under both laws. */
  readonly worked: number
  readonly cases: readonly CaseChange[]
}

export function impactOf(before: Engine, after: Engine, law: readonly LawChange[]): Impact {
  const links = new Map(linksOf(before.programme))
  for (const [name, named] of linksOf(after.programme)) links.set(name, new Set([...(links.get(name) ?? []), ...named]))
  const { examples } = before.programme
  const now = prepare(after, examples)
  const cases = prepare(before, examples).flatMap((prepared, index): readonly CaseChange[] => {
    const { example, facts } = prepared
    const then = now[index]
    if (facts === undefined || then === undefined || failuresOf(after, then).length === 0) return []
    const was = determine(before, facts, example.asOf, { periodEnd: example.periodEnd })
    if (then.facts === undefined) return [{ example, before: was, after: undefined, findings: [] }]
    const is = determine(after, then.facts, example.asOf, { periodEnd: example.periodEnd })
    const changed = compareFindings(was, is).filter((finding) => finding.changed)
    const expected = changed.filter(({ name }) => example.expect.some(({ finding }) => finding === name))
    // A case that fails under both laws alike is not the draft's doing.
    if (changed.length === 0) return []
    return [{ example, before: was, after: is, findings: expected.length === 0 ? changed : expected }]
  })
  return { uses: law.map(({ name }) => useOf(name, links)), worked: examples.length, cases }
}
