/** How a value looks to a reader: `PKR 1,250,000.50`, `12.5%`, `30 June 2027`. What is printed never decides anything. */
import { parseMonth, partsOf, type Day } from '../value/date.ts'
import {
  compare,
  type Exact,
  exact,
  fromText,
  isZero,
  multiply,
  negate,
  ONE,
  round,
  toDecimal,
  toFixed,
  toText,
  ZERO,
} from '../value/exact.ts'
import { parseRounding, writeValue } from '../value/notation.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { isCurrency, type Unit } from '../value/unit.ts'
import type { Said } from './explanation.ts'
import { inLanguage, type Language, type Names, NO_NAMES } from './names.ts'
import { outcomeOf } from './said.ts'
import { type State, type Words, wordsOf } from './words.ts'

export interface Displayed {
  readonly text: string
  /** The value itself in the notation of files, where `text` is rounded: `PKR 1/3`. */
  readonly exact: string | undefined
  /** The value itself as a reader can take it in, where `text` is rounded: `≈ 33.3333%`, `12.3456%`. */
  readonly unrounded: string | undefined
}

export interface DisplayOptions {
  /** The provision's `show:`, such as `half up to 0.01%`. */
  readonly show?: string | undefined
  /** What a condition is called when it is true: a requirement is *met*, a fact is *yes*, a comparison *holds*. */
  readonly truth?: 'met' | 'yes' | 'holds' | undefined
  readonly names?: Names | undefined
  /** Of an event: just *none*, as inside a formula. */
  readonly isBrief?: boolean | undefined
  /** In a table: an amount of money from a thousand on in whole units. The exact one stands in its explanation. */
  readonly isRounded?: boolean | undefined
}

const THOUSAND = exact(1000)
const PLACES = 4
const MOST_PLACES = 6

export function display(of: Said | Outcome, type: Type, language: Language, options: DisplayOptions = {}): string {
  return displayed(of, type, language, options).text
}

export function displayed(of: Said | Outcome, type: Type, language: Language, options: DisplayOptions = {}): Displayed {
  const words = wordsOf(language)
  const outcome = isSaid(of) ? outcomeOf(of, type) : of
  if (outcome === undefined) return whole(words.states.not_needed)
  if (outcome instanceof NoValue)
    return whole(noValueWord(outcome, words, type.kind === 'date' && options.isBrief !== true))
  if (typeof outcome === 'boolean') return whole(words.states[truthState(outcome, options.truth ?? 'holds')])
  if (typeof outcome === 'string') return whole(memberWord(outcome, type, language, options.names ?? NO_NAMES))
  if (typeof outcome === 'number') return whole(displayDay(outcome, language))
  const unit = type.kind === 'number' || type.kind === 'calendar' ? type.unit : 'number'
  if (options.isRounded === true && isLargeAmount(outcome, unit)) {
    const text = `≈ ${displayQuantity(round(outcome, 'half up', ONE), unit, words)}`
    return { text, exact: writeValue(outcome, type), unrounded: undefined }
  }
  const show = options.show === undefined ? undefined : parseRounding(options.show, unit)
  const rounded = show === undefined ? outcome : round(outcome, show.mode, show.step)
  // What is not nothing is not shown as nothing: a rate of −0.001% is not 0%.
  const shown = isZero(rounded) ? outcome : rounded
  const text = displayQuantity(shown, unit, words)
  const ends = readable(inUnit(shown, unit)) !== undefined
  if (ends && compare(shown, outcome) === 0) return whole(text)
  const unrounded = compare(shown, outcome) === 0 ? undefined : displayQuantity(outcome, unit, words)
  return { text, exact: writeValue(outcome, type), unrounded }
}

function isLargeAmount(value: Exact, unit: Unit): boolean {
  const isWhole = compare(round(value, 'down', ONE), value) === 0
  const size = compare(value, ZERO) < 0 ? negate(value) : value
  return isCurrency(unit) && !isWhole && compare(size, THOUSAND) >= 0
}

function whole(text: string): Displayed {
  return { text, exact: undefined, unrounded: undefined }
}

function isSaid(of: Said | Outcome): of is Said {
  return typeof of === 'object' && 'state' in of
}

function noValueWord(outcome: NoValue, words: Words, isDay: boolean): string {
  switch (outcome.kind) {
    case 'not_happened':
      return isDay ? words.notHappened : words.states.none
    case 'not_imposed':
      return words.states.none
    case 'undetermined':
      return words.states.undetermined
    case 'refused':
      return words.states.refused
  }
}

function truthState(value: boolean, truth: 'met' | 'yes' | 'holds'): State {
  switch (truth) {
    case 'met':
      return value ? 'met' : 'not_met'
    case 'yes':
      return value ? 'yes' : 'no'
    case 'holds':
      return value ? 'holds' : 'fails'
  }
}

function memberWord(member: string, type: Type, language: Language, names: Names): string {
  if (type.kind !== 'category') return member
  return inLanguage(names.members.get(`${type.category}.${member}`), language, member)
}

function displayDay(day: Day, language: Language): string {
  const { year, month, day: ofMonth } = partsOf(day)
  return `${ofMonth} ${wordsOf(language).months[month - 1] ?? ''} ${year}`
}

/** A day or, where the day is not known, a month: `2024-07` is *July 2024*. */
export function displayDayText(text: string, language: Language): string {
  const month = parseMonth(text)
  if (month !== undefined) return displayDay(month.first, language).replace(/^1 /, '')
  return display({ state: 'value', text }, { kind: 'date' }, language)
}

export function displayCount(count: number, language: Language): string {
  return displayQuantity(exact(count), 'count', wordsOf(language))
}

function inUnit(value: Exact, unit: Unit): Exact {
  return unit === 'percent' ? multiply(value, exact(100)) : value
}

/** The number as decimals, where it has few enough of them that a reader gains by them. */
function readable(value: Exact): string | undefined {
  const decimal = toDecimal(value)
  return decimal === undefined || (decimal.split('.')[1] ?? '').length > MOST_PLACES ? undefined : decimal
}

/** A number that does not end, or not soon, is cut to four places and marked ≈. */
function displayQuantity(value: Exact, unit: Unit, words: Words): string {
  const number = inUnit(value, unit)
  const decimal = readable(number)
  const cut = decimal ?? toText(fromText(toFixed(number, PLACES)) ?? number)
  return `${decimal === undefined ? '≈ ' : ''}${withUnit(cut, unit, words)}`
}

function withUnit(number: string, unit: Unit, words: Words): string {
  switch (unit) {
    case 'percent':
      return `${separated(number)}%`
    case 'count':
    case 'number':
    case 'one':
    case 'zero':
      return separated(number)
    case 'days':
    case 'months':
    case 'years':
      return `${separated(number)} ${words.units[unit][number === '1' ? 0 : 1]}`
    default: {
      if (isCurrency(unit)) return `${unit} ${separated(withCents(number))}`
      const [over = '', under = ''] = unit.split(' per ')
      const amount = `${over === '1' ? '' : `${over} `}${separated(number)}`
      return under === '' ? amount : `${amount} ${words.per} ${under}`
    }
  }
}

/** An amount of money with a fraction has at least two places: `84.50`. */
function withCents(number: string): string {
  return /\.\d$/.test(number) ? `${number}0` : number
}

function separated(number: string): string {
  const [integer = '', fraction] = number.replace('-', '−').split('.')
  const grouped = integer.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
