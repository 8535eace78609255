import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../determine/determine.ts'
import { plainFacts } from '../determine/facts.ts'
import {
  assess,
  engineFor,
  engineFrom,
  measure,
  parameter,
  provision as provisionOf,
  requirement,
  SEED,
} from '../lamps-fixture.ts'
import type { Fact, Vocabulary } from '../load/vocabulary.ts'
import { policyFiles } from '../policy-fixture.ts'
import { explain, explainAll } from './explain.ts'
import type { Applied, Said } from './explanation.ts'
import { explanationHtml } from './html.ts'
import { namesOf } from './names.ts'
import { recompute } from './recompute.ts'
import { assessmentText, explanationText } from './text.ts'

const ENGINES: readonly (readonly [string, Engine])[] = [
  ...['pk-medmp-2026', 'pk-handset-taxes', 'pk-mdm-2021', 'bicycles'].map(
    (name) => [name, engineFrom(policyFiles(name))] as const,
  ),
  ['pk-medmp-2026, draft of February', engineFrom(policyFiles('pk-medmp-2026'), '2026-02')],
]

const DAYS = [
  '2020-01-01',
  '2022-10-01',
  '2023-03-01',
  '2026-08-15',
  '2027-03-10',
  '2027-06-30',
  '2030-06-30',
  '2033-06-30',
  '2040-01-01',
]

/** A value of the fact as it is filed; now and then none, now and then nothing at all. */
function valueOf(vocabulary: Vocabulary, fact: Fact): fc.Arbitrary<string | undefined> {
  const values = settledValue(vocabulary, fact)
  const maybe = fact.event
    ? fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: fc.constant('none') })
    : values
  return fc.oneof({ weight: 9, arbitrary: maybe }, { weight: 1, arbitrary: fc.constant(undefined) })
}

function settledValue(vocabulary: Vocabulary, fact: Fact): fc.Arbitrary<string> {
  switch (fact.type.kind) {
    case 'boolean':
      return fc.constantFrom('true', 'false')
    case 'text':
      return fc.constantFrom('lens', '<script>alert(1)</script>', 'پرزہ', '"&\'')
    case 'date':
      return fc.constantFrom('2021-01-25', '2024-02-29', '2026-07-01', '2027-03-31', '2027-06-30', '2028-01-31')
    case 'category':
      return fc.constantFrom(...(vocabulary.categories.get(fact.type.category)?.members ?? []))
    case 'calendar':
      return fc.constant(`2 ${fact.type.unit}`)
    case 'number':
      return quantity(fact.type.unit)
  }
}

function quantity(unit: string): fc.Arbitrary<string> {
  if (unit === 'percent') return fc.integer({ min: 0, max: 1000 }).map((tenths) => `${tenths / 10}%`)
  if (unit === 'count' || unit === 'number') return fc.integer({ min: 1, max: 60 }).map(String)
  if (unit === 'days') return fc.integer({ min: 0, max: 400 }).map((days) => `${days} days`)
  const [over = '', under] = unit.split(' per ')
  return fc
    .integer({ min: 0, max: 100_000 })
    .map((cents) => `${over} ${cents / 100}${under === undefined ? '' : ` per ${under}`}`)
}

function lineOf(
  vocabulary: Vocabulary,
  columns: ReadonlyMap<string, Fact>,
): fc.Arbitrary<Record<string, string | undefined>> {
  return fc.record(
    Object.fromEntries([...columns.values()].map((column) => [column.name, valueOf(vocabulary, column)])),
  )
}

function factsOf(vocabulary: Vocabulary): fc.Arbitrary<Record<string, unknown>> {
  const whole = [...vocabulary.facts.values()].map((fact) => [fact.name, valueOf(vocabulary, fact)] as const)
  const groups = [...vocabulary.groups.values()].map((group) => {
    const lines = fc
      .array(lineOf(vocabulary, group.columns), { maxLength: 4 })
      .map((given) => withKeys(given, group.key, vocabulary, group.columns))
    return [
      group.name,
      fc.oneof({ weight: 9, arbitrary: lines }, { weight: 1, arbitrary: fc.constant(undefined) }),
    ] as const
  })
  return fc.record(Object.fromEntries([...whole, ...groups])).map((facts) => withoutAbsent(facts))
}

/** No two lines with the same key: a category's members in turn, other keys with their number. */
function withKeys(
  lines: readonly Record<string, string | undefined>[],
  key: string | undefined,
  vocabulary: Vocabulary,
  columns: ReadonlyMap<string, Fact>,
): unknown {
  const column = key === undefined ? undefined : columns.get(key)
  const members =
    column?.type.kind === 'category' ? (vocabulary.categories.get(column.type.category)?.members ?? []) : undefined
  return lines.map((line, index) => {
    const named =
      key === undefined ? {} : { [key]: members === undefined ? `${line[key] ?? 'line'} ${index + 1}` : members[index] }
    return withoutAbsent({ ...line, ...named })
  })
}

function withoutAbsent(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

/** As somebody else holds it. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

interface SaidAt {
  readonly holder: { said: Said; readonly kind?: string }
  readonly isLeaf: boolean
}

function saidsIn(value: unknown): readonly SaidAt[] {
  if (typeof value !== 'object' || value === null) return []
  const own =
    'said' in value && 'type' in value
      ? [{ holder: value as SaidAt['holder'], isLeaf: 'kind' in value && value.kind === 'fact' }]
      : []
  return [...own, ...Object.values(value).flatMap(saidsIn)]
}

function changed(said: Said): Said {
  if (said.state !== 'value') return { state: 'value', text: 'true' }
  const { text } = said
  if (text === 'true' || text === 'false') return { state: 'value', text: text === 'true' ? 'false' : 'true' }
  // Another digit makes another number or another day; a category has none, and gets another name.
  const digit = /\d(?=\D*$)/.exec(text)
  if (digit === null) return { state: 'value', text: `${text}_else` }
  const other = String((Number(digit[0]) + 1) % 10)
  return { state: 'value', text: `${text.slice(0, digit.index)}${other}${text.slice(digit.index + 1)}` }
}

describe.each(ENGINES)('explanations under %s', (_name, engine) => {
  const { vocabulary } = engine.programme
  const cases = fc.tuple(factsOf(vocabulary), fc.constantFrom(...DAYS))

  it('give the finding again when they are computed from their leaves', () => {
    fc.assert(
      fc.property(cases, ([facts, day]) => {
        const assessment = assess(engine, facts, day)
        const all = sent(explainAll(assessment))
        expect(recompute(all, { facts: plainFacts(vocabulary, assessment.run.facts) })).toEqual({ same: true })
        for (const { provision } of assessment.findings) {
          const one = explain(assessment, provision.name)
          expect(one === undefined ? undefined : recompute(sent(one))).toEqual({ same: true })
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('show where any one value has been changed', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ([facts, day], nth) => {
        const assessment = assess(engine, facts, day)
        const all: Applied = sent(explainAll(assessment))
        const saids = saidsIn(all.provisions)
        const target = saids[nth % saids.length] as SaidAt
        target.holder.said = changed(target.holder.said)
        const outcome = recompute(all, { facts: plainFacts(vocabulary, assessment.run.facts) })
        expect(outcome.same).toBe(false)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('render whole in both languages', () => {
    const names = namesOf(engine.programme)
    fc.assert(
      fc.property(cases, ([facts, day]) => {
        const assessment = assess(engine, facts, day)
        const all = explainAll(assessment)
        for (const language of ['en', 'ur'] as const) {
          const html = explanationHtml(all, { language, names })
          const texts = [assessmentText(assessment, { language }), html]
          const [first] = assessment.findings
          const one = first === undefined ? undefined : explain(assessment, first.provision.name)
          if (one !== undefined) texts.push(explanationText(one, { language, names, lines: 'all' }))
          for (const text of texts) expect(text).not.toMatch(/undefined|\[object|NaN|\$\{|\{\w+\}|“”/)
          expect(html).not.toContain('<script')
        }
      }),
      { seed: SEED, numRuns: 25 },
    )
  })
})

describe('recomputing an explanation', () => {
  it('says in which provision and at which node the difference is', () => {
    const engine = engineFrom(policyFiles('bicycles'))
    const facts = { imports: [{ entry: 'E1', imported_on: '2026-08-03', value: 'PKR 150000' }] }
    const all = sent(explainAll(assess(engine, facts, '2027-06-30')))
    const fee = all.provisions.find((one) => one.name === 'import_fee')
    const sum = saidsIn(fee).find(({ holder }) => holder.kind === 'aggregate')
    if (sum !== undefined) sum.holder.said = { state: 'value', text: 'PKR 6001' }
    // 4% of PKR 150,000 is PKR 6,000.
    expect(recompute(all)).toEqual({
      same: false,
      provision: 'import_fee',
      path: 'cases[0].amount.of[1].left',
      said: { state: 'value', text: 'PKR 6001' },
      recomputed: { state: 'value', text: 'PKR 6000' },
    })
  })

  it('reads a table on the last day of the period, and notices when that day is another', () => {
    const engine = engineFrom(policyFiles('pk-medmp-2026'))
    const facts = {
      category: 'smartphone',
      ex_works_value: 'PKR 1000000',
      parts: [{ part: 'display', book: 'imported', quantity: 1, unit_value: 'PKR 900000' }],
    }
    const all = sent(explainAll(assess(engine, facts, '2028-12-15', '2028-06-30')))
    expect(all).toMatchObject({ as_of: '2028-12-15', period_end: '2028-06-30' })
    expect(recompute(all)).toEqual({ same: true })
    expect(recompute({ ...all, period_end: '2029-06-30' })).toMatchObject({ same: false })
    const { period_end: _, ...without } = all
    expect(recompute(without)).toMatchObject({ same: false })
  })
})

describe('what was once said wrongly', () => {
  function rechecked(law: Parameters<typeof engineFor>[0], facts: unknown): unknown {
    return recompute(sent(explainAll(assess(engineFor(law), facts))))
  }

  it('a line of which nothing is known but that its date never came', () => {
    const law = {
      vocabulary: 'parts: { lines: { value: { unit: PKR }, bought_on: { unit: date, event: true } } }\n',
      parameters: parameter('least', 'PKR', '{ 2026-01-01: PKR 5 }'),
      provisions: measure('first_on', 'min of bought_on over parts where value > least'),
    }
    expect(rechecked(law, { parts: [{ bought_on: 'none' }] })).toEqual({ same: true })
  })

  it('a sanction none of whose cases holds', () => {
    const law = {
      vocabulary: 'price: { unit: PKR }\nserved_on: { unit: date }\n',
      provisions: provisionOf(
        'sanction',
        'fine',
        "effect: impose fine\nfrom: served_on\nround: exact\ncases:\n  - { when: 'price < 0', amount: price }",
      ),
    }
    expect(rechecked(law, { price: 'PKR 1', served_on: '2027-01-01' })).toEqual({ same: true })
  })

  it('a requirement of a category whose member nobody said', () => {
    const law = {
      vocabulary: 'form: { categories: [plug, bulb] }\nopen: { unit: boolean }\n',
      provisions: requirement('is_open', 'open', 'per: form') + requirement('sound', 'is_open is met'),
    }
    expect(rechecked(law, { open: 'true' })).toEqual({ same: true })
  })
})
