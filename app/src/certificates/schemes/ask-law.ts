/** What the law says of a scheme on a day: to what a test is held, and how long a certificate holds. */
import { determine, findingOf } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import { type Exact, exact, isWhole, multiply, ONE, toText } from '@maqami/engine/value/exact.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import { ASKED } from './load-schemes.ts'
import type { SchemesLaw } from './read-schemes.ts'

/** In the unit of the test, as a decimal; undefined where the law does not say. */
export function limitOn(law: SchemesLaw, test: string, day: Day): string | undefined {
  const found = asked(law, law.certification.limit, ASKED.test, test, day)
  return found === undefined ? undefined : toText(found)
}

/** In whole months; undefined where the law does not say. */
export function monthsOn(law: SchemesLaw, scheme: string, day: Day): number | undefined {
  const { validity } = law.certification
  const found = asked(law, validity, ASKED.scheme, scheme, day)
  const type = law.release.engine.programme.typed.provisions.get(validity)?.type
  if (found === undefined || type?.kind !== 'calendar') return undefined
  const months = multiply(found, type.unit === 'years' ? exact(12) : ONE)
  return isWhole(months) ? Number(toText(months)) : undefined
}

/** Whether certificates with these last days, by the facts that they settle, are enough for a market; undefined where the law does not say. */
export function sufficesOn(
  law: SchemesLaw,
  requirement: string,
  market: string,
  until: ReadonlyMap<string, string>,
  day: Day,
): boolean | undefined {
  const facts = [...law.certification.schemes.values()].flatMap(({ until: fact }) =>
    fact === undefined ? [] : [[fact, until.get(fact) ?? 'none'] as const],
  )
  const outcome = outcomeOf(law, requirement, { [ASKED.market]: market, ...Object.fromEntries(facts) }, day)
  return typeof outcome === 'boolean' ? outcome : undefined
}

function asked(law: SchemesLaw, measure: string, by: string, member: string, day: Day): Exact | undefined {
  const outcome = outcomeOf(law, measure, { [by]: member }, day)
  return typeof outcome === 'object' && !(outcome instanceof NoValue) ? outcome : undefined
}

function outcomeOf(
  { release: { engine } }: SchemesLaw,
  provision: string,
  facts: Readonly<Record<string, string>>,
  day: Day,
) {
  const read = readFacts(engine.programme.vocabulary, { [ASKED.day]: formatDay(day), ...facts })
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  return findingOf(determine(engine, read.facts, day), provision)?.outcome
}
