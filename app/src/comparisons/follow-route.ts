/**
 * What one route costs: the comparison's own formulas, with the charges that each law asked gives for it. A charge may hang on what the
 * formulas say (the tax on a supply on its price) and they on the charge, so both are asked in turn until nothing new comes. Pure.
 */
import { type Assessment, determine, type Engine, type Finding, findingOf } from '@maqami/engine/determine/determine.ts'
import { type FactProblem, readFacts } from '@maqami/engine/determine/facts.ts'
import type { Day } from '@maqami/engine/value/date.ts'
import { ZERO } from '@maqami/engine/value/exact.ts'
import { isNone, isUnsettled, type Outcome } from '@maqami/engine/value/outcome.ts'
import { type Asked, type Comparison, type Law, releaseName, type Written } from './comparison.ts'

/** A comparison with all the law that it asks, ready to be followed any number of times. */
export interface Routes {
  readonly comparison: Comparison
  readonly engine: Engine
  /** By the name of the release: `pk-medmp-2026/2026-02`. */
  readonly asked: ReadonlyMap<string, Engine>
}

export interface Charge {
  readonly name: string
  /** Where it was asked; undefined where no release of this law knows it, and it is zero. */
  readonly from: { readonly release: string; readonly assessment: Assessment; readonly finding: Finding } | undefined
}

export interface FollowedRoute {
  readonly route: string
  readonly assessment: Assessment
  readonly charges: readonly Charge[]
}

export type Followed =
  | { readonly ok: true; readonly routes: readonly FollowedRoute[] }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/** Refuses facts that are not the vocabulary's or out of their bounds, and those with which a requirement of the comparison is not met. */
export function followRoutes(
  routes: Routes,
  law: Law,
  facts: Written,
  day: Day,
  only: readonly string[] = routes.comparison.routes,
): Followed {
  const { programme } = routes.engine
  const read = readFacts(programme.vocabulary, facts)
  if (!read.ok) return read
  const begun = only.map((route) => begin(routes, law, { ...facts, route }, route, day))
  const unmet = routes.comparison.requires.filter((name) =>
    begun.some(({ assessment }) => findingOf(assessment, name)?.outcome === false),
  )
  if (unmet.length > 0) {
    const problems = unmet.map((name): FactProblem => {
      const { en = name, ur = en } = programme.provisions.get(name)?.summary ?? {}
      return { path: name, sentence: `It must hold: ${en}`, ur: `لازم ہے: ${ur}` }
    })
    return { ok: false, problems }
  }
  return { ok: true, routes: begun.map((one) => follow(routes, one)) }
}

/** As many rounds as a chain of charges that hang on each other could be long; it is two in the law of today. */
const MOST_ROUNDS = 5

/** A route before any law was asked. */
interface Begun {
  readonly route: string
  readonly facts: Written
  readonly day: Day
  readonly asking: readonly { readonly name: string; readonly asked: Asked; readonly engine: Engine }[]
  /** Charges that no release of this law knows are zero. */
  readonly known: Map<string, Outcome>
  readonly assessment: Assessment
}

function begin(routes: Routes, law: Law, facts: Written, route: string, day: Day): Begun {
  const asking = law.ask.flatMap((release) => {
    const name = releaseName(release)
    const asked = routes.comparison.asked.find(({ programme }) => programme === release.programme)
    const engine = routes.asked.get(name)
    return asked === undefined || engine === undefined ? [] : [{ name, asked, engine }]
  })
  const known = new Map<string, Outcome>()
  for (const { charges } of routes.comparison.asked) for (const charge of charges) known.set(charge, ZERO)
  for (const { asked, engine } of asking)
    for (const charge of asked.charges) if (knows(engine, charge)) known.delete(charge)
  return { route, facts, day, asking, known, assessment: apply(routes.engine, facts, known, day) }
}

function follow(routes: Routes, { route, facts, day, asking, known, assessment: first }: Begun): FollowedRoute {
  let assessment = first
  let answers: readonly Answer[] = []
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = known.size
    answers = asking.map(({ name, asked, engine }) => ({
      name,
      asked,
      assessment: apply(engine, asked.routes.get(route) ?? {}, givenTo(asked, assessment), day),
    }))
    for (const answer of answers) take(answer, known)
    if (known.size === before) break
    assessment = apply(routes.engine, facts, known, day)
  }
  const charges = routes.comparison.asked.flatMap((one) => one.charges.map((charge) => chargeOf(charge, answers)))
  return { route, assessment, charges }
}

interface Answer {
  readonly name: string
  readonly asked: Asked
  readonly assessment: Assessment
}

function knows(engine: Engine, charge: string): boolean {
  return engine.findings.some(({ name }) => name === charge)
}

function apply(engine: Engine, written: Written, given: ReadonlyMap<string, Outcome>, day: Day): Assessment {
  const read = readFacts(engine.programme.vocabulary, written, { whole: given, groups: new Map() })
  if (!read.ok) throw new Error(read.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
  return determine(engine, read.facts, day)
}

/** Facts of the programme that is asked, as far as they are known here. */
function givenTo(asked: Asked, assessment: Assessment): ReadonlyMap<string, Outcome> {
  const given = new Map<string, Outcome>()
  for (const [name, from] of asked.facts) {
    const value = findingOf(assessment, from)?.outcome ?? factOf(assessment, from)
    if (value !== undefined && !isUnsettled(value)) given.set(name, value)
  }
  return given
}

function factOf({ engine, run }: Assessment, name: string): Outcome | undefined {
  return run.facts.whole[[...engine.programme.vocabulary.facts.keys()].indexOf(name)]
}

/** What is not due is zero. */
function take({ asked, assessment }: Answer, known: Map<string, Outcome>): void {
  for (const charge of asked.charges) {
    const outcome = findingOf(assessment, charge)?.outcome
    if (outcome !== undefined && !isUnsettled(outcome)) known.set(charge, isNone(outcome) ? ZERO : outcome)
  }
}

function chargeOf(name: string, answers: readonly Answer[]): Charge {
  for (const { name: release, assessment, asked } of answers) {
    const finding = asked.charges.includes(name) ? findingOf(assessment, name) : undefined
    if (finding !== undefined) return { name, from: { release, assessment, finding } }
  }
  return { name, from: undefined }
}
