import type { Unit } from './unit.ts'

/** What kind of value a name or a formula has. */
export type Type =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'number'; readonly unit: Unit }
  | { readonly kind: 'calendar'; readonly unit: 'months' | 'years' }

export const BOOLEAN: Type = { kind: 'boolean' }
export const DATE: Type = { kind: 'date' }

export function numberOf(unit: Unit): Type {
  return { kind: 'number', unit }
}

/** The name of a type in a sentence: `an amount in PKR`, `a date`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'boolean':
      return 'a condition (true or false)'
    case 'text':
      return 'a text'
    case 'date':
      return 'a date'
    case 'category':
      return `a ${type.category}`
    case 'calendar':
      return `a number of ${type.unit}`
    case 'number':
      return describeUnit(type.unit)
  }
}

function describeUnit(unit: Unit): string {
  switch (unit) {
    case 'percent':
      return 'a rate in percent'
    case 'count':
      return 'a count'
    case 'number':
    case 'one':
    case 'zero':
      return 'a number'
    case 'days':
      return 'a number of days'
    default:
      return `an amount in ${unit}`
  }
}
