/** Formulas for tests: any tree that can be written, and its text with no parenthesis too many. */
import * as fc from 'fast-check'
import type { Comparator, Expression, Gathering } from './tree.ts'

const AT = { start: 0, end: 0 } as const

const names = fc.constantFrom('a', 'b2', 'ex_works_value', 'rate', 'assessment_date', 'day', 'constructor', 'x_1')

/** How tightly each level of the grammar binds, loosest first. */
const LEVELS = ['expression', 'conjunction', 'negation', 'comparison', 'sum', 'product', 'factor', 'primary'] as const
type Level = (typeof LEVELS)[number]

export const formulas: fc.Arbitrary<Expression> = fc.letrec<{
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

/** The formula as text, with the parentheses that its tree needs. */
export function printed(tree: Expression, level: Level = 'expression', top = true): string {
  const [text, own] = written(tree)
  const loose = own === 'aggregate' ? !top : LEVELS.indexOf(own) < LEVELS.indexOf(level)
  return loose ? `(${text})` : text
}

function inside(tree: Expression, level: Level): string {
  return printed(tree, level, false)
}

function written(tree: Expression): readonly [string, Level | 'aggregate'] {
  switch (tree.kind) {
    case 'literal':
      return [tree.text, 'primary']
    case 'name':
      return [tree.name, 'primary']
    case 'lookup': {
      const on = tree.on === undefined ? '' : ` on ${tree.on}`
      const keys = tree.keys.length === 0 ? '' : `[${tree.keys.map((key) => inside(key, 'sum')).join(', ')}]`
      return [`${tree.name}${keys}${on}`, 'primary']
    }
    case 'negative':
      return [`-${inside(tree.of, 'factor')}`, 'factor']
    case 'arithmetic': {
      const [own, next] =
        tree.operator === '+' || tree.operator === '-'
          ? (['sum', 'product'] as const)
          : (['product', 'factor'] as const)
      return [`${inside(tree.left, own)} ${tree.operator} ${inside(tree.right, next)}`, own]
    }
    case 'comparison':
      return [`${inside(tree.left, 'sum')} ${tree.operator} ${inside(tree.right, 'sum')}`, 'comparison']
    case 'logic': {
      const [own, next] =
        tree.operator === 'or' ? (['expression', 'conjunction'] as const) : (['conjunction', 'negation'] as const)
      return [`${inside(tree.left, own)} ${tree.operator} ${inside(tree.right, next)}`, own]
    }
    case 'not':
      return [`not ${inside(tree.of, 'negation')}`, 'negation']
    case 'is_met':
      return [`${tree.every ? 'every ' : ''}${tree.name} is ${tree.negated ? 'not ' : ''}met`, 'comparison']
    case 'is_known':
      return [`${inside(tree.of, 'sum')} is ${tree.negated ? 'not ' : ''}known`, 'comparison']
    case 'extreme':
      return [`${tree.operator}(${tree.of.map((item) => inside(item, 'sum')).join(', ')})`, 'primary']
    case 'aggregate': {
      const of = tree.of === undefined ? 'count' : `${tree.operator} of ${inside(tree.of, 'sum')}`
      const where = tree.where === undefined ? '' : ` where ${inside(tree.where, 'expression')}`
      return [`${of} over ${tree.each ? 'each ' : ''}${tree.over}${where}`, 'aggregate']
    }
  }
}

/** The same tree without its places. */
export function bare(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'at' ? undefined : value)))
}
