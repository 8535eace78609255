/** Settles the names and units of one formula, or says in a sentence why they do not fit. */
import type { Axis, Parameter } from '../load/parameters.ts'
import { didYouMean } from '../load/problem.ts'
import { ONE, ZERO } from '../value/exact.ts'
import { BOOLEAN, describeType, numberOf, type Type } from '../value/type.ts'
import { sameUnit } from '../value/unit.ts'
import type { Expression, Span } from './tree.ts'
import { typeName, unknownName, memberOf, parameterNode, axisName } from './type-name.ts'
import { arithmeticType, unified } from './type-operators.ts'
import type { Over, Typed, TypedProvision } from './typed.ts'
import { type Layout, frameOf, type Context, fail, NO_SLOT, slot, written } from './typing-context.ts'

/** `expected` helps only to tell which category a bare member belongs to. */
export function typeFormula(context: Context, expression: Expression, expected?: Type): Typed {
  switch (expression.kind) {
    case 'literal':
      return typeLiteral(expression)
    case 'name':
      return typeName(context, expression.name, expression.at, expected)
    case 'lookup':
      return typeLookup(context, expression)
    case 'negative': {
      const of = typeFormula(context, expression.of)
      if (of.type.kind !== 'number')
        fail(expression.at, `Only a number has a negative; this is ${describeType(of.type)}.`)
      return { kind: 'negative', of, type: of.type, slot: slot(context), at: expression.at }
    }
    case 'arithmetic':
      return typeArithmetic(context, expression)
    case 'comparison':
      return typeComparison(context, expression)
    case 'logic': {
      const left = condition(context, expression.left, `'${expression.operator}'`)
      const right = condition(context, expression.right, `'${expression.operator}'`)
      return {
        kind: 'logic',
        operator: expression.operator,
        left,
        right,
        type: BOOLEAN,
        slot: slot(context),
        at: expression.at,
      }
    }
    case 'not':
      return {
        kind: 'not',
        of: condition(context, expression.of, "'not'"),
        type: BOOLEAN,
        slot: slot(context),
        at: expression.at,
      }
    case 'is_met':
      return typeIsMet(context, expression)
    case 'is_known':
      return typeIsKnown(context, expression)
    case 'extreme':
      return typeExtreme(context, expression)
    case 'aggregate':
      return typeAggregate(context, expression)
  }
}

/** A formula that must be true or false. */
export function condition(context: Context, expression: Expression, where: string): Typed {
  const typed = typeFormula(context, expression)
  if (typed.type.kind === 'boolean') return typed
  fail(
    expression.at,
    `${where} takes a condition (true or false); '${written(context, expression.at)}' is ${describeType(typed.type)}.`,
  )
}

function typeLiteral(expression: Extract<Expression, { kind: 'literal' }>): Typed {
  const base = { kind: 'literal', text: expression.text, slot: NO_SLOT, at: expression.at } as const
  switch (expression.text) {
    case '0':
      return { ...base, value: ZERO, type: numberOf('zero') }
    case '1':
      return { ...base, value: ONE, type: numberOf('one') }
    case '1 day':
      return { ...base, value: ONE, type: numberOf('days') }
    case 'true':
    case 'false':
      return { ...base, value: expression.text === 'true', type: BOOLEAN }
  }
}

function typeLookup(context: Context, expression: Extract<Expression, { kind: 'lookup' }>): Typed {
  const { name, at } = expression
  const parameter = context.parameters.get(name)
  if (parameter === undefined) {
    const known = [...context.parameters.keys()]
    fail(at, `'${name}[…]' is a look-up in a table, and no parameter is called '${name}'.${didYouMean(name, known)}`)
  }
  if (expression.keys.length !== parameter.by.length) {
    const wanted = parameter.by.length === 0 ? 'no key' : parameter.by.map(axisName).join(', ')
    fail(
      at,
      `'${name}' is looked up by ${wanted}; this gives ${expression.keys.length} ${expression.keys.length === 1 ? 'key' : 'keys'}.`,
    )
  }
  const keys = parameter.by.map((axis, index) =>
    typeKey(context, parameter, axis, expression.keys[index] as Expression),
  )
  const on = expression.on === undefined ? undefined : typeName(context, expression.on, at, undefined)
  if (on !== undefined && on.type.kind !== 'date')
    fail(at, `'on ${expression.on}' names a date; '${expression.on}' is ${describeType(on.type)}.`)
  return parameterNode(context, parameter, keys, on, at)
}

function typeKey(context: Context, parameter: Parameter, axis: Axis, expression: Expression): Typed {
  const expected: Type = axis.kind === 'category' ? { kind: 'category', category: axis.category } : BOOLEAN
  const key = typeFormula(context, expression, expected)
  const fits =
    axis.kind === 'category'
      ? key.type.kind === 'category' && key.type.category === axis.category
      : axis.kind === 'boolean'
        ? key.type.kind === 'boolean'
        : key.type.kind === 'number' &&
          sameUnit(key.type.unit, axis.kind === 'count' ? 'count' : axis.unit) !== undefined
  if (fits) return key
  fail(
    expression.at,
    `'${parameter.name}' is looked up by ${axisName(axis)}; '${written(context, expression.at)}' is ${describeType(key.type)}.`,
  )
}

function typeArithmetic(context: Context, expression: Extract<Expression, { kind: 'arithmetic' }>): Typed {
  const left = typeFormula(context, expression.left)
  const right = typeFormula(context, expression.right)
  const type = arithmeticType(context, expression, left, right)
  return {
    kind: 'arithmetic',
    operator: expression.operator,
    left,
    right,
    ambiguousDates: context.ambiguousDates,
    divisor: written(context, expression.right.at),
    type,
    slot: slot(context),
    at: expression.at,
  }
}

function typeComparison(context: Context, expression: Extract<Expression, { kind: 'comparison' }>): Typed {
  const { operator, at } = expression
  let left = typeMaybeMember(context, expression.left)
  const right = typeFormula(context, expression.right, left?.type)
  left ??= typeFormula(context, expression.left, right.type)
  const [a, b] = [left.type, right.type]
  const ordered =
    (a.kind === 'date' && b.kind === 'date') ||
    (a.kind === 'number' && b.kind === 'number' && sameUnit(a.unit, b.unit) !== undefined)
  const alike =
    ordered ||
    (a.kind === 'category' && b.kind === 'category' && a.category === b.category) ||
    (a.kind === 'boolean' && b.kind === 'boolean')
  if (!alike) fail(at, `'${written(context, at)}' compares ${describeType(a)} with ${describeType(b)}.`)
  if (!ordered && operator !== '=' && operator !== '!=')
    fail(at, `'${written(context, at)}' asks which of two is larger, but ${describeType(a)} has no order. Use = or !=.`)
  return { kind: 'comparison', operator, left, right, type: BOOLEAN, slot: slot(context), at }
}

/** A bare name that is nothing but a category's member is typed after the other side is known. */
function typeMaybeMember(context: Context, expression: Expression): Typed | undefined {
  if (expression.kind !== 'name') return typeFormula(context, expression)
  const isMember = [...context.vocabulary.categories.values()].some((category) =>
    category.members.includes(expression.name),
  )
  const isElse = context.vocabulary.facts.has(expression.name) || context.group?.columns.has(expression.name) === true
  return isMember && !isElse ? undefined : typeFormula(context, expression)
}

function requirement(context: Context, name: string, at: Span): TypedProvision {
  const provision = context.provision(name, at)
  if (provision === undefined) unknownName(context, name, at)
  if (provision.source.kind !== 'requirement')
    fail(at, `Only a requirement can be met; '${name}' is a ${provision.source.kind}.`)
  return provision
}

function typeIsMet(context: Context, expression: Extract<Expression, { kind: 'is_met' }>): Typed {
  const { name, at, negated } = expression
  const provision = requirement(context, name, at)
  if (!expression.every) {
    return {
      kind: 'is_met',
      provision,
      via: memberOf(context, provision, at),
      negated,
      type: BOOLEAN,
      slot: slot(context),
      at,
    }
  }
  if (provision.scope.kind === 'whole') fail(at, `'${name}' has one outcome; say '${name} is met'.`)
  return { kind: 'every_met', provision, negated, type: BOOLEAN, slot: slot(context), at }
}

function typeIsKnown(context: Context, expression: Extract<Expression, { kind: 'is_known' }>): Typed {
  const of = typeFormula(context, expression.of)
  const canBeNone = of.kind === 'parameter' || of.kind === 'provision' || isEvent(context, of)
  if (!canBeNone) {
    fail(
      expression.at,
      `'${written(context, expression.of.at)}' is never none, so asking whether it is known decides nothing. Only events and table cells can be none.`,
    )
  }
  return { kind: 'is_known', of, negated: expression.negated, type: BOOLEAN, slot: slot(context), at: expression.at }
}

function isEvent(context: Context, of: Typed): boolean {
  if (of.kind === 'fact') return context.vocabulary.facts.get(of.name)?.event === true
  return of.kind === 'column' && context.group?.columns.get(of.name)?.event === true
}

function typeExtreme(context: Context, expression: Extract<Expression, { kind: 'extreme' }>): Typed {
  const of = expression.of.map((item) => typeFormula(context, item))
  const type = of
    .map((item) => item.type)
    .reduce(
      (a, b) =>
        unified(a, b) ??
        fail(expression.at, `'${written(context, expression.at)}' mixes ${describeType(a)} and ${describeType(b)}.`),
    )
  if (type.kind !== 'number' && type.kind !== 'date')
    fail(expression.at, `'${expression.operator}' takes numbers or dates, not ${describeType(type)}.`)
  return { kind: 'extreme', operator: expression.operator, of, type, slot: slot(context), at: expression.at }
}

function typeAggregate(context: Context, expression: Extract<Expression, { kind: 'aggregate' }>): Typed {
  const { operator, at } = expression
  const shared = expression.each ? undefined : context.groupLayout
  const layout =
    shared === undefined || !context.vocabulary.groups.has(expression.over) ? { size: 0 } : shared(expression.over)
  const { over, inner } = overOf({ ...context, groupLayout: undefined }, expression, layout)
  const where = expression.where === undefined ? undefined : condition(inner, expression.where, "'where'")
  const of = expression.of === undefined ? undefined : typeFormula(inner, expression.of)
  const type = of?.type ?? numberOf('count')
  if (operator === 'sum' && type.kind !== 'number') fail(at, `A sum adds numbers, not ${describeType(type)}.`)
  if (type.kind !== 'number' && type.kind !== 'date')
    fail(at, `'${operator} of' takes numbers or dates, not ${describeType(type)}.`)
  const own = slot(context)
  // The slot behind the outcome holds the frames of the lines.
  slot(context)
  return {
    kind: 'aggregate',
    operator,
    of,
    where,
    over,
    innerFrame: shared === undefined ? frameOf(layout) : undefined,
    type,
    slot: own,
    at,
  }
}

function overOf(
  context: Context,
  expression: Extract<Expression, { kind: 'aggregate' }>,
  layout: Layout,
): { readonly over: Over; readonly inner: Context } {
  const { over: name, at } = expression
  if (!expression.each) {
    const group = context.vocabulary.groups.get(name)
    if (group === undefined)
      fail(
        at,
        `'over ${name}': no group of lines is called '${name}'.${didYouMean(name, context.vocabulary.groups.keys())}`,
      )
    return { over: { kind: 'lines', group: name }, inner: { ...context, group, layout } }
  }
  const category = context.vocabulary.categories.get(name)
  if (category === undefined)
    fail(
      at,
      `'over each ${name}': no category is called '${name}'.${didYouMean(name, context.vocabulary.categories.keys())}`,
    )
  return {
    over: { kind: 'members', category: name, members: category.members },
    inner: { ...context, group: undefined, inHand: [...context.inHand, name], layout },
  }
}
