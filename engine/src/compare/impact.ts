/** What a draft touches, before anybody's facts: the provisions that rest on what it changes, and the worked cases that come out otherwise. */
import { failuresOf, prepare } from '../check/run-examples.ts'
import { type Assessment, determine, type Engine } from '../determine/determine.ts'
import { formulasOf, nodesOf } from '../expression/walk-typed.ts'
import type { Example } from '../load/examples.ts'
import { compareFindings, type FindingChange, type LawChange } from './compare.ts'

export interface Use {
  /** A parameter or provision that the draft changes. */
  readonly name: string
  /** Provisions whose formulas name it. */
  readonly direct: readonly string[]
  /** Those that rest on the former, at whatever remove, in the order of the law. */
  readonly through: readonly string[]
}

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
  const links = linksOf(before)
  for (const [name, named] of linksOf(after)) links.set(name, new Set([...(links.get(name) ?? []), ...named]))
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

type Links = Map<string, ReadonlySet<string>>

/** By provision: every parameter and provision that its formulas name. */
function linksOf(engine: Engine): Links {
  return new Map(
    [...engine.programme.typed.provisions].map(([name, provision]) => [
      name,
      new Set(
        formulasOf(provision).flatMap(({ root }) =>
          [...nodesOf(root)].flatMap((node) =>
            node.kind === 'parameter' ? [node.parameter.name] : 'provision' in node ? [node.provision.name] : [],
          ),
        ),
      ),
    ]),
  )
}

function useOf(name: string, links: Links): Use {
  const usersOf = (one: string): readonly string[] =>
    [...links].flatMap(([user, named]) => (named.has(one) ? [user] : []))
  const direct = usersOf(name)
  const all = new Set(direct)
  // A set may grow while it is gone through, and gives what was added too.
  for (const one of all) for (const user of usersOf(one)) all.add(user)
  const through = [...links.keys()].filter((one) => all.has(one) && !direct.includes(one) && one !== name)
  return { name, direct, through }
}
