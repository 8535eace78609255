/** Reads an outcome back from the data of an explanation. */
import { parseDay } from '../value/date.ts'
import { type Exact, exact, fromText, multiply } from '../value/exact.ts'
import { NoValue, NOT_HAPPENED, NOT_IMPOSED, type Outcome, type Value } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import type { Said } from './explanation.ts'

const HUNDREDTH = exact(1, 100)

export function isExact(outcome: unknown): outcome is Exact {
  return typeof outcome === 'object' && outcome !== null && 'n' in outcome && 'd' in outcome
}

/** Undefined where nothing was computed, or where the text is not a value of that type. */
export function outcomeOf(said: Said, type: Type): Outcome | undefined {
  switch (said.state) {
    case 'not_needed':
      return undefined
    case 'none':
      return said.because === 'not_happened' ? NOT_HAPPENED : NOT_IMPOSED
    case 'undetermined':
      return new NoValue('undetermined', said.missing)
    case 'refused':
      return new NoValue('refused', said.missing, said.refusals)
    case 'value':
      return valueOf(said.text, type)
  }
}

export function valueOf(text: string, type: Type): Value | undefined {
  switch (type.kind) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'text':
    case 'category':
      return text
    case 'date':
      return parseDay(text)
    case 'number':
    case 'calendar':
      return numberOf(text, type.unit)
  }
}

/** The inverse of `writeQuantity`, also for fractions that do not end: `PKR 1/3`, `100/3%`. */
function numberOf(text: string, unit: string): Exact | undefined {
  if (unit === 'percent') {
    const number = text.endsWith('%') ? fromText(text.slice(0, -1)) : undefined
    return number === undefined ? undefined : multiply(number, HUNDREDTH)
  }
  // What surrounds the number is the unit, which the type has settled already.
  const found = /(?:^|\s)(-?\d+(?:\.\d+|\/\d+)?)(?:\s|$)/.exec(text)
  return found === null ? undefined : fromText(found[1] ?? '')
}
