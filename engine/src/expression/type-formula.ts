/** Settles the names and units of one formula, or says in a sentence why they do not fit. */
import { didYouMean } from '../load/problem.ts'
import type { Axis, Parameter } from '../load/parameters.ts'
import type { LineGroup, Vocabulary } from '../load/vocabulary.ts'
import type { AmbiguousDates } from '../value/date.ts'
import { ONE, ZERO } from '../value/exact.ts'
import { BOOLEAN, DATE, describeType, numberOf, type Type } from '../value/type.ts'
import { productUnit, quotientUnit, sameUnit } from '../value/unit.ts'
import type { Expression, Span } from './tree.ts'
import type { Frame, Over, Scope, Typed, TypedProvision } from './typed.ts'

/** Hands out the slots of one kind of frame. */
export interface Layout {
  size: number
}

export function frameOf(layout: Layout): Frame {
  return Array.from<unknown>({ length: layout.size })
}

export interface Context {
  readonly vocabulary: Vocabulary
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The provision of that name, typed already; fails when it is circular. */
  readonly provision: (name: string, at: Span) => TypedProvision | undefined
  readonly provisionNames: () => Iterable<string>
  readonly factIndex: ReadonlyMap<string, number>
  readonly group: LineGroup | undefined
  /** The categories of which a member is in hand. */
  readonly inHand: readonly string[]
  readonly layout: Layout
  /** The layout that a group's provisions have; undefined inside a line or a member, where an aggregate runs more than once. */
  readonly groupLayout: ((group: string) => Layout) | undefined
  readonly ambiguousDates: AmbiguousDates | undefined
  readonly text: string
}

export class TypeProblem extends Error {
  readonly offset: number
  constructor(at: Span, sentence: string) {
    super(sentence)
    this.offset = at.start
  }
}

function fail(at: Span, sentence: string): never {
  throw new TypeProblem(at, sentence)
}

const NO_SLOT = -1

function slot(context: Context): number {
  context.layout.size += 1
  return context.layout.size - 1
}

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

function written(context: Context, at: Span): string {
  return context.text.slice(at.start, at.end)
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

function typeName(context: Context, name: string, at: Span, expected: Type | undefined): Typed {
  const category = expected?.kind === 'category' ? context.vocabulary.categories.get(expected.category) : undefined
  if (category?.members.includes(name) === true) {
    return {
      kind: 'member',
      category: category.name,
      member: name,
      type: { kind: 'category', category: category.name },
      slot: NO_SLOT,
      at,
    }
  }
  if (name === 'assessment_date') return { kind: 'assessment_date', type: DATE, slot: NO_SLOT, at }
  const column = context.group?.columns.get(name)
  if (column !== undefined && context.group !== undefined) {
    const index = [...context.group.columns.keys()].indexOf(name)
    return {
      kind: 'column',
      group: context.group.name,
      name,
      index,
      type: usable(column.type, name, at),
      slot: NO_SLOT,
      at,
    }
  }
  if (context.inHand.includes(name))
    return { kind: 'in_hand', category: name, type: { kind: 'category', category: name }, slot: NO_SLOT, at }
  const fact = context.vocabulary.facts.get(name)
  if (fact !== undefined) {
    return {
      kind: 'fact',
      name,
      index: context.factIndex.get(name) ?? -1,
      type: usable(fact.type, name, at),
      slot: NO_SLOT,
      at,
    }
  }
  const parameter = context.parameters.get(name)
  if (parameter !== undefined) return parameterNode(context, parameter, [], undefined, at)
  const provision = context.provision(name, at)
  if (provision !== undefined) return provisionNode(context, provision, at)
  return unknownName(context, name, at)
}

function usable(type: Type, name: string, at: Span): Type {
  if (type.kind === 'text') fail(at, `'${name}' is a free text, which no formula may use.`)
  return type
}

function unknownName(context: Context, name: string, at: Span): never {
  for (const group of context.vocabulary.groups.values()) {
    if (group.columns.has(name)) {
      fail(
        at,
        `'${name}' is a column of '${group.name}': it has a value for each line. Use it inside 'sum of … over ${group.name}', or in a provision with 'per: ${group.name}'.`,
      )
    }
  }
  if (context.vocabulary.groups.has(name))
    fail(at, `'${name}' is a group of lines, not a value. Use 'sum of … over ${name}'.`)
  for (const category of context.vocabulary.categories.values()) {
    if (category.members.includes(name))
      fail(at, `'${name}' is a member of '${category.name}'. Compare it with one: '${category.name} = ${name}'.`)
  }
  const known = [
    ...context.vocabulary.facts.keys(),
    ...(context.group?.columns.keys() ?? []),
    ...context.parameters.keys(),
    ...context.provisionNames(),
    'assessment_date',
  ]
  fail(at, `Nothing is called '${name}'.${didYouMean(name, known)}`)
}

function provisionNode(context: Context, provision: TypedProvision, at: Span): Typed {
  if (provision.source.kind === 'requirement')
    fail(at, `'${provision.name}' is a requirement: say '${provision.name} is met'.`)
  const via = memberOf(context, provision, at)
  return { kind: 'provision', provision, via, type: provision.type, slot: NO_SLOT, at }
}

/** What says which line or member the provision is asked for; fails where none is in hand. */
function memberOf(context: Context, provision: TypedProvision, at: Span): Typed | undefined {
  const { scope } = provision
  if (scope.kind === 'whole') return undefined
  if (scope.kind === 'lines') {
    if (context.group?.name === scope.group) return undefined
    fail(
      at,
      `'${provision.name}' has a value for each line of '${scope.group}'. Use it inside '… over ${scope.group}', or 'every ${provision.name} is met'.`,
    )
  }
  const column = context.group?.columns.get(scope.category)
  if (column?.type.kind === 'category' || context.inHand.includes(scope.category))
    return typeName(context, scope.category, at, undefined)
  const fact = context.vocabulary.facts.get(scope.category)
  if (fact !== undefined) return typeName(context, scope.category, at, undefined)
  fail(at, `'${provision.name}' has a value for each ${scope.category}. Use it inside '… over each ${scope.category}'.`)
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

function parameterNode(
  context: Context,
  parameter: Parameter,
  keys: readonly Typed[],
  on: Typed | undefined,
  at: Span,
): Typed {
  if (keys.length !== parameter.by.length) {
    fail(
      at,
      `'${parameter.name}' is a table: say for which ${parameter.by.map(axisName).join(', ')}, as in '${parameter.name}[…]'.`,
    )
  }
  return { kind: 'parameter', parameter, keys, on, type: parameter.type, slot: slot(context), at }
}

function axisName(axis: Axis): string {
  switch (axis.kind) {
    case 'category':
      return axis.category
    case 'boolean':
      return axis.fact
    case 'count':
      return 'count'
    case 'band':
      return `an amount in ${axis.unit}`
  }
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
  const type = arithmeticType(context, expression, left.type, right.type)
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

function arithmeticType(
  context: Context,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Type,
  right: Type,
): Type {
  const { operator, at } = expression
  const mismatch = (): never =>
    fail(at, `'${written(context, at)}' mixes ${describeType(left)} and ${describeType(right)} with '${operator}'.`)
  if (left.kind === 'date' || right.kind === 'date') return dateArithmetic(context, expression, left, right, mismatch)
  if (left.kind !== 'number' || right.kind !== 'number') return mismatch()
  if (operator === '*') return numberOf(productUnit(left.unit, right.unit))
  if (operator === '/') return numberOf(quotientUnit(left.unit, right.unit))
  return numberOf(sameUnit(left.unit, right.unit) ?? mismatch())
}

function dateArithmetic(
  context: Context,
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Type,
  right: Type,
  mismatch: () => never,
): Type {
  const { operator, at } = expression
  if (operator === '-' && left.kind === 'date' && right.kind === 'date') return numberOf('days')
  const other = left.kind === 'date' ? right : left
  if (operator !== '+' && !(operator === '-' && left.kind === 'date')) return mismatch()
  if (other.kind === 'number' && other.unit === 'days') return DATE
  if (other.kind !== 'calendar') return mismatch()
  if (context.ambiguousDates === undefined) {
    fail(
      at,
      `'${written(context, at)}' can fall on a day that does not exist (31 January and one month). Say 'ambiguous_dates: earlier' or 'later' in this provision.`,
    )
  }
  return DATE
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

/** The type of either of two formulas, or undefined when they do not fit each other. */
export function unified(a: Type, b: Type): Type | undefined {
  if (a.kind === 'number' && b.kind === 'number') {
    const unit = sameUnit(a.unit, b.unit)
    return unit === undefined ? undefined : numberOf(unit)
  }
  if (a.kind === 'category' && b.kind === 'category') return a.category === b.category ? a : undefined
  if (a.kind === 'calendar' && b.kind === 'calendar') return a.unit === b.unit ? a : undefined
  return a.kind === b.kind ? a : undefined
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

export function scopeContext(context: Context, scope: Scope): Context {
  switch (scope.kind) {
    case 'whole':
      return context
    case 'lines':
      return { ...context, group: context.vocabulary.groups.get(scope.group) }
    case 'members':
      return { ...context, inHand: [scope.category] }
  }
}
