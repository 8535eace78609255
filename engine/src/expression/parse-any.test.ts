import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEED } from '../lamps-fixture.ts'
import { bare, printed } from './formula-fixture.ts'
import { parseFormula } from './parse.ts'
import type { Comparator, Expression, Gathering } from './tree.ts'

const AT = { start: 0, end: 0 } as const

const names = fc.constantFrom('a', 'b2', 'ex_works_value', 'rate', 'assessment_date', 'day', 'constructor', 'x_1')

/** Any tree that can be written. */
const formulas: fc.Arbitrary<Expression> = fc.letrec<{
  any: Expression
  sum: Expression
  aggregate: Expression
}>((tie) => {
  const literal = fc
    .constantFrom('0', '1', '1 day', 'true', 'false')
    .map((text): Expression => ({ kind: 'literal', text: text as '0', at: AT }))
  const name = names.map((one): Expression => ({ kind: 'name', name: one, at: AT }))
  const lookup = fc
    .record({
      name: names,
      keys: fc.array(tie('sum'), { minLength: 1, maxLength: 3 }),
      on: fc.option(names, { nil: undefined }),
    })
    .map((one): Expression => ({ kind: 'lookup', ...one, at: AT }))
  const dated = fc
    .record({ name: names, on: names })
    .map((one): Expression => ({ kind: 'lookup', ...one, keys: [], at: AT }))
  const extreme = fc
    .record({
      operator: fc.constantFrom('min' as const, 'max' as const),
      of: fc.array(tie('sum'), { minLength: 1, maxLength: 3 }),
    })
    .map((one): Expression => ({ kind: 'extreme', ...one, at: AT }))
  const negative = tie('any').map((of): Expression => ({ kind: 'negative', of, at: AT }))
  const arithmetic = fc
    .record({
      operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('any'),
      right: tie('any'),
    })
    .map((one): Expression => ({ kind: 'arithmetic', ...one, at: AT }))
  const comparison = fc
    .record({
      operator: fc.constantFrom<Comparator>('=', '!=', '<', '<=', '>', '>='),
      left: tie('any'),
      right: tie('any'),
    })
    .map((one): Expression => ({ kind: 'comparison', ...one, at: AT }))
  const logic = fc
    .record({ operator: fc.constantFrom('and' as const, 'or' as const), left: tie('any'), right: tie('any') })
    .map((one): Expression => ({ kind: 'logic', ...one, at: AT }))
  const not = tie('any').map((of): Expression => ({ kind: 'not', of, at: AT }))
  const isMet = fc
    .record({ name: names, every: fc.boolean(), negated: fc.boolean() })
    .map((one): Expression => ({ kind: 'is_met', ...one, at: AT }))
  const isKnown = fc
    .record({ of: tie('any'), negated: fc.boolean() })
    .map((one): Expression => ({ kind: 'is_known', ...one, at: AT }))
  const aggregate = fc
    .record({
      operator: fc.constantFrom<Gathering>('sum', 'min', 'max', 'count'),
      of: tie('sum'),
      over: names,
      each: fc.boolean(),
      where: fc.option(tie('any'), { nil: undefined }),
    })
    .map(
      (one): Expression => ({ kind: 'aggregate', ...one, of: one.operator === 'count' ? undefined : one.of, at: AT }),
    )
  const leaf = { arbitrary: fc.oneof(literal, name, dated, isMet), weight: 6 }
  return {
    aggregate,
    sum: fc.oneof({ maxDepth: 4 }, leaf, lookup, extreme, negative, arithmetic),
    any: fc.oneof(
      { maxDepth: 4 },
      leaf,
      lookup,
      extreme,
      negative,
      arithmetic,
      comparison,
      logic,
      not,
      isKnown,
      tie('aggregate'),
    ),
  }
}).any

function parsed(text: string): Expression {
  const result = parseFormula(text)
  if (!result.ok) throw new Error(`${text}: ${result.offset}: ${result.sentence}`)
  return result.expression
}

describe(`any text (seed ${SEED})`, () => {
  const words =
    'a b rate and or not is met known every sum of min max count over each where on true false none day 0 1 2 10% ( ) [ ] , + - * / = != < <= > >= $ "'.split(
      ' ',
    )

  function survives(text: string): void {
    const result = parseFormula(text)
    if (result.ok) return
    expect(result.sentence.length).toBeGreaterThan(10)
    expect(result.offset).toBeGreaterThanOrEqual(0)
    expect(result.offset).toBeLessThanOrEqual(text.length)
  }

  it('is a formula or is refused with a place and a sentence', () => {
    assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 60 })), survives), {
      seed: SEED,
      numRuns: 3000,
    })
  })

  it('of the language’s own words too', () => {
    assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), fc.constantFrom(' ', ''), (list, space) =>
        survives(list.join(space)),
      ),
      { seed: SEED, numRuns: 5000 },
    )
  })

  it('that is a formula with a slip of the hand too', () => {
    assert(
      fc.property(
        formulas,
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom(...words, '', '\u202e', '\0'),
        (tree, at, dropped, put) => {
          const text = printed(tree)
          const index = at % (text.length + 1)
          survives(text.slice(0, index) + put + text.slice(index + dropped))
        },
      ),
      { seed: SEED, numRuns: 3000 },
    )
  })
})

describe(`any formula (seed ${SEED})`, () => {
  it('written out and read again is the same formula', () => {
    const kinds = new Set<string>()
    assert(
      fc.property(formulas, (tree) => {
        const text = printed(tree)
        fc.pre(text.length < 4000)
        kinds.add(tree.kind)
        expect(bare(parsed(text))).toEqual(bare(tree))
      }),
      { seed: SEED, numRuns: 3000 },
    )
    expect([...kinds].toSorted()).toEqual([
      'aggregate',
      'arithmetic',
      'comparison',
      'extreme',
      'is_known',
      'is_met',
      'literal',
      'logic',
      'lookup',
      'name',
      'negative',
      'not',
    ])
  })

  it('does not care about white space', () => {
    assert(
      fc.property(formulas, (tree) => {
        const text = printed(tree)
        fc.pre(text.length < 1500)
        expect(bare(parsed(`\n ${text.replaceAll(' ', ' \t\n ')} `))).toEqual(bare(tree))
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})
