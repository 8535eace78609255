/** Finds what a name in a formula means: a fact, a column, a parameter, another provision, or nothing. */
import type { Axis, Parameter } from '../load/parameters.ts'
import { didYouMean } from '../load/problem.ts'
import { BUILT_IN_DATES, isBuiltInDate } from './built-in-dates.ts'
import { DATE, type Type } from '../value/type.ts'
import type { Span } from './tree.ts'
import type { Typed, TypedProvision } from './typed.ts'
import { type Context, fail, NO_SLOT, slot } from './typing-context.ts'

export function typeName(context: Context, name: string, at: Span, expected: Type | undefined): Typed {
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
  if (isBuiltInDate(name)) return { kind: name, type: DATE, slot: NO_SLOT, at }
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

export function unknownName(context: Context, name: string, at: Span): never {
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
    ...BUILT_IN_DATES,
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
export function memberOf(context: Context, provision: TypedProvision, at: Span): Typed | undefined {
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

export function parameterNode(
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

export function axisName(axis: Axis): string {
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
