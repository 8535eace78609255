/** What is at stake for a firm: figures of its year as its returns state them, and what its goods would bear without a concession. */
import type { Localized } from '../load/fields.ts'
import { FIGURES, type Figure, type Tariff, type WithoutConcession } from '../load/stakes.ts'
import type { Day } from '../value/date.ts'
import { add, type Exact, multiply, ZERO } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { isNone, NoValue, type Outcome } from '../value/outcome.ts'
import { type Assessment, determine, type Engine, findingOf } from './determine.ts'
import { readFacts } from './facts.ts'
import { type Evaluate, type Hand, newRun, type Run } from './run.ts'

/** Absent is not zero: `value` is null where it is not known, and `needs` says what is missing; where that is empty no return states it. */
export interface Stake {
  readonly figure: Figure
  readonly value: string | null
  readonly needs: readonly string[]
}

/** Of the subjects of one return, summed. */
export function yearStakes(assessments: readonly Assessment[]): readonly Stake[] {
  return FIGURES.map((figure) => {
    const found = assessments.map((one) => statedIn(one, figure))
    if (found.length === 0 || found.includes(undefined)) return { figure, value: null, needs: [] }
    const stated = found.filter((one) => one !== undefined)
    const needs = [...new Set(stated.flatMap(({ outcome }) => needsOf(outcome)))]
    const sum = total(stated.map(({ outcome }) => numberIn(outcome)))
    const [{ unit } = { unit: 'number' }] = stated
    return { figure, value: needs.length > 0 ? null : writeQuantity(sum, unit), needs }
  })
}

function statedIn(assessment: Assessment, figure: Figure): Stated | undefined {
  const { programme } = assessment.engine
  const name = programme.stakes?.year.get(figure)
  return name === undefined ? undefined : statedWhole(assessment, name)
}

interface Stated {
  readonly outcome: Outcome
  readonly unit: string
}

function statedWhole({ engine, run }: Assessment, name: string): Stated | undefined {
  const { typed, vocabulary } = engine.programme
  const type = vocabulary.facts.get(name)?.type ?? typed.provisions.get(name)?.type
  if (type?.kind !== 'number') return undefined
  return {
    outcome: namedIn(engine, freshRun(run), undefined, name) ?? new NoValue('undetermined', [name]),
    unit: type.unit,
  }
}

/** What is computed here leaves no trace in what the assessment explains. */
function freshRun({ typed, facts, day, periodEnd }: Run): Run {
  return newRun(typed, facts, day, { periodEnd })
}

/** A fact, a column of the line in hand, or a provision. */
function namedIn(
  { programme: { vocabulary, typed }, compiled }: Engine,
  run: Run,
  line: { readonly group: string; readonly hand: Hand } | undefined,
  name: string,
): Outcome | undefined {
  if (line !== undefined) {
    const column = [...(vocabulary.groups.get(line.group)?.columns.keys() ?? [])].indexOf(name)
    if (column !== -1) return line.hand.line[column]
  }
  const fact = [...vocabulary.facts.keys()].indexOf(name)
  if (fact !== -1) return run.facts.whole[fact]
  const provision = typed.provisions.get(name)
  if (provision === undefined) return undefined
  const hand = provision.scope.kind === 'lines' ? line?.hand : run.whole
  return hand === undefined ? undefined : (compiled.get(name) as Evaluate)(run, hand)
}

function needsOf(outcome: Outcome): readonly string[] {
  if (!(outcome instanceof NoValue) || isNone(outcome)) return []
  return [...outcome.missing, ...outcome.refusals.map(({ name }) => name)]
}

/** Where the law imposes nothing, that is zero in a sum. */
function numberIn(outcome: Outcome): Exact {
  return typeof outcome === 'object' && 'n' in outcome ? outcome : ZERO
}

function memberIn(outcome: Outcome): string {
  return typeof outcome === 'string' ? outcome : ''
}

export interface Charged {
  readonly charge: string
  readonly label: Localized | null
  /** Null where no tariff says what is charged under the concession. */
  readonly with: string | null
  readonly without: string
}

/** What the imports of the year would bear if they came in again. */
export interface ChargedWithout {
  readonly programme: string
  /** Null where charges are those of the year as a whole. */
  readonly units: string | null
  readonly charges: readonly Charged[]
  /** Of all charges. */
  readonly with: string | null
  readonly without: string
}

/** `needs` names what is missing; nothing of it is guessed. */
export type Without = { readonly charged: ChargedWithout } | { readonly needs: readonly string[] }

/** `tariff` is the programme that the law names, as it is in force on the day; undefined where none is. */
export function withoutConcession(
  assessment: Assessment,
  rule: WithoutConcession,
  tariff: Engine | undefined,
  on: Day,
): Without {
  if (rule.tariff === undefined) return chargedHere(assessment, rule.charges)
  if (tariff === undefined) return { needs: [rule.tariff.programme] }
  return chargedBy(assessment, rule.charges, rule.tariff, tariff, on)
}

function chargedHere(assessment: Assessment, names: readonly string[]): Without {
  const { programme } = assessment.engine
  const found = names.map((name) => ({ name, stated: statedWhole(assessment, name) }))
  const needs = found.flatMap(({ name, stated }) => (stated === undefined ? [name] : needsOf(stated.outcome)))
  if (needs.length > 0) return { needs: [...new Set(needs)] }
  const { currency } = programme.heading
  const sums = found.map(({ name, stated }) => ({ name, sum: stated === undefined ? ZERO : numberIn(stated.outcome) }))
  return {
    charged: {
      programme: programme.heading.name,
      units: null,
      charges: sums.map(({ name, sum }) => ({
        charge: name,
        label: programme.provisions.get(name)?.label ?? null,
        with: null,
        without: writeQuantity(sum, currency),
      })),
      with: null,
      without: writeQuantity(total(sums.map(({ sum }) => sum)), currency),
    },
  }
}

function chargedBy(assessment: Assessment, names: readonly string[], rule: Tariff, tariff: Engine, on: Day): Without {
  const { engine } = assessment
  const run = freshRun(assessment.run)
  const hands = run.groups.get(rule.lines) ?? []
  if (run.facts.groups.get(rule.lines) === undefined) return { needs: [rule.lines] }
  const needs = new Set<string>()
  const sums = { with: new Map<string, Exact>(), without: new Map<string, Exact>() }
  let units = ZERO
  for (const hand of hands) {
    const line = { group: rule.lines, hand }
    const at = (name: string): Outcome => {
      const outcome = namedIn(engine, run, line, name) ?? new NoValue('undetermined', [name])
      for (const need of needsOf(outcome)) needs.add(need)
      return outcome
    }
    if (rule.where !== undefined && !rule.where.members.includes(memberIn(at(rule.where.column)))) continue
    const count = numberIn(at(rule.units))
    const given = new Map([...rule.facts].map(([fact, name]) => [fact, at(name)]))
    if (needs.size > 0) break
    units = add(units, count)
    for (const way of ['with', 'without'] as const) {
      const charges = chargesOn(tariff, given, rule[way], names, on)
      if ('needs' in charges) for (const need of charges.needs) needs.add(need)
      else
        for (const [name, amount] of charges.amounts)
          sums[way].set(name, add(sums[way].get(name) ?? ZERO, multiply(amount, count)))
    }
  }
  if (needs.size > 0) return { needs: [...needs] }
  const { heading, provisions } = tariff.programme
  const written = (amount: Exact | undefined): string => writeQuantity(amount ?? ZERO, heading.currency)
  return {
    charged: {
      programme: heading.name,
      units: writeQuantity(units, 'count'),
      charges: names.map((name) => ({
        charge: name,
        label: provisions.get(name)?.label ?? null,
        with: written(sums.with.get(name)),
        without: written(sums.without.get(name)),
      })),
      with: written(total([...sums.with.values()])),
      without: written(total([...sums.without.values()])),
    },
  }
}

/** What one unit bears without a concession; of charges without an amount `needs` says what is missing to compute them. */
export interface UnitWithout {
  readonly charges: readonly {
    readonly charge: string
    readonly label: Localized | null
    readonly amount: string | null
  }[]
  /** Of all charges. */
  readonly total: string | null
  readonly needs: readonly string[]
}

/** By `law`, whose charges they are; `given` are its facts about one unit as they were written. What is charged on a year as a whole no unit bears. */
export function unitWithout(
  { charges: names, tariff }: WithoutConcession,
  law: Engine,
  given: Readonly<Record<string, string>>,
  on: Day,
): UnitWithout {
  const { heading, provisions } = law.programme
  const written = new Map([...(tariff?.without ?? []), ...Object.entries(given)])
  const found = tariff === undefined ? { needs: [] } : chargesOn(law, new Map(), written, names, on)
  const amounts = 'amounts' in found ? found.amounts : undefined
  const amountOf = (amount: Exact): string => writeQuantity(amount, heading.currency)
  return {
    charges: names.map((name) => {
      const amount = amounts?.get(name)
      const label = provisions.get(name)?.label ?? null
      return { charge: name, label, amount: amount === undefined ? null : amountOf(amount) }
    }),
    total: amounts === undefined ? null : amountOf(total([...amounts.values()])),
    needs: 'needs' in found ? [...new Set(found.needs)] : [],
  }
}

type ChargesOn = { readonly amounts: ReadonlyMap<string, Exact> } | { readonly needs: readonly string[] }

/** On one unit. A member of a category that the other programme does not know is what is missing there. */
function chargesOn(
  tariff: Engine,
  given: ReadonlyMap<string, Outcome>,
  written: ReadonlyMap<string, string>,
  names: readonly string[],
  on: Day,
): ChargesOn {
  const { vocabulary } = tariff.programme
  const unknown = [...given].filter(([fact, value]) => {
    const type = vocabulary.facts.get(fact)?.type
    return (
      type?.kind === 'category' && vocabulary.categories.get(type.category)?.members.includes(memberIn(value)) !== true
    )
  })
  if (unknown.length > 0) return { needs: unknown.map(([fact, value]) => `${fact} (${memberIn(value)})`) }
  const read = readFacts(vocabulary, Object.fromEntries(written), { whole: given, groups: new Map() })
  if (!read.ok) return { needs: read.problems.map(({ path }) => path) }
  const made = determine(tariff, read.facts, on)
  const amounts = new Map<string, Exact>()
  const needs: string[] = []
  for (const name of names) {
    const outcome = findingOf(made, name)?.outcome
    if (outcome === undefined) needs.push(name)
    else {
      needs.push(...needsOf(outcome))
      amounts.set(name, numberIn(outcome))
    }
  }
  return needs.length > 0 ? { needs } : { amounts }
}

function total(amounts: readonly Exact[]): Exact {
  return amounts.reduce((sum, amount) => add(sum, amount), ZERO)
}
