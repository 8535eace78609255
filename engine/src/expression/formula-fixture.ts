/** The text of a formula from its tree, with no parenthesis too many. */
import type { Expression } from './tree.ts'

/** How tightly each level of the grammar binds, loosest first. */
const LEVELS = ['expression', 'conjunction', 'negation', 'comparison', 'sum', 'product', 'factor', 'primary'] as const
type Level = (typeof LEVELS)[number]

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
