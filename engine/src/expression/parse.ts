/** Reads a formula by recursive descent. The grammar is in docs/language.md; each function below is one of its lines. */
import { type Token, tokenize } from './token.ts'
import type { Comparator, Expression, Gathering, Span } from './tree.ts'

export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly offset: number; readonly sentence: string }

const LONGEST_FORMULA = 4000
const DEEPEST = 60

const RESERVED: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'is',
  'met',
  'known',
  'every',
  'sum',
  'min',
  'max',
  'count',
  'of',
  'over',
  'each',
  'where',
  'on',
  'true',
  'false',
  'none',
])

export function isReserved(name: string): boolean {
  return RESERVED.has(name)
}

/** Refuses with an offset and a sentence; never throws, whatever the text. */
export function parseFormula(text: string): Parsed {
  if (text.length > LONGEST_FORMULA)
    return { ok: false, offset: 0, sentence: 'The formula is too long. Give its parts names as measures of their own.' }
  const read = tokenize(text)
  if (!read.ok)
    return { ok: false, offset: read.offset, sentence: `A formula does not use the character '${read.found}'.` }
  const reader: Reader = { tokens: read.tokens, position: 0, depth: 0 }
  try {
    const whole = peek(reader).kind === 'end' ? fail(reader, 'The formula is empty.') : formula(reader)
    if (peek(reader).kind !== 'end') fail(reader, `The formula should end before '${peek(reader).text}'.`)
    return { ok: true, expression: whole }
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, offset: error.offset, sentence: error.message }
    throw error
  }
}

interface Reader {
  readonly tokens: readonly Token[]
  position: number
  depth: number
}

class Unexpected extends Error {
  readonly offset: number
  constructor(offset: number, sentence: string) {
    super(sentence)
    this.offset = offset
  }
}

function fail(reader: Reader, sentence: string): never {
  throw new Unexpected(peek(reader).at.start, sentence)
}

function peek(reader: Reader, ahead = 0): Token {
  const last = reader.tokens.length - 1
  return reader.tokens[Math.min(reader.position + ahead, last)] as Token
}

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.position += 1
  return token
}

function isWord(reader: Reader, text: string, ahead = 0): boolean {
  const token = peek(reader, ahead)
  return token.text === text && token.kind !== 'number'
}

function accept(reader: Reader, text: string): boolean {
  if (!isWord(reader, text)) return false
  reader.position += 1
  return true
}

function expect(reader: Reader, text: string, why: string): void {
  if (!accept(reader, text)) fail(reader, `Expected '${text}' ${why}, found ${found(reader)}.`)
}

function found(reader: Reader): string {
  const token = peek(reader)
  return token.kind === 'end' ? 'the end of the formula' : `'${token.text}'`
}

function nameToken(reader: Reader, what: string): Token {
  const token = peek(reader)
  if (token.kind !== 'name') fail(reader, `Expected ${what}, found ${found(reader)}.`)
  if (isReserved(token.text)) fail(reader, `Expected ${what}; '${token.text}' is a word of the language.`)
  return take(reader)
}

function span(from: Span, to: Span): Span {
  return { start: from.start, end: to.end }
}

/** From that token to the one taken last, so that a parenthesis on either side is whole. */
function since(first: Token, reader: Reader): Span {
  return span(first.at, peek(reader, -1).at)
}

/** Nesting is bounded, so that no input can exhaust the stack. */
function nested<T>(reader: Reader, read: (reader: Reader) => T): T {
  reader.depth += 1
  if (reader.depth > DEEPEST)
    fail(reader, 'The formula is nested too deeply. Give its parts names as measures of their own.')
  const result = read(reader)
  reader.depth -= 1
  return result
}

const GATHERINGS: readonly Gathering[] = ['sum', 'min', 'max']

function startsAggregate(reader: Reader): boolean {
  if (isWord(reader, 'count')) return isWord(reader, 'over', 1)
  return GATHERINGS.some((word) => isWord(reader, word) && isWord(reader, 'of', 1))
}

function formula(reader: Reader): Expression {
  return startsAggregate(reader) ? aggregate(reader) : expression(reader)
}

function aggregate(reader: Reader): Expression {
  const first = take(reader)
  const operator = first.text as Gathering
  let of: Expression | undefined
  if (operator !== 'count') {
    take(reader)
    of = nested(reader, sum)
  }
  expect(reader, 'over', `after '${operator}', and what to go through`)
  const each = accept(reader, 'each')
  const over = nameToken(reader, each ? 'the name of a category' : 'the name of a group of lines')
  const where = accept(reader, 'where') ? nested(reader, expression) : undefined
  return { kind: 'aggregate', operator, of, over: over.text, each, where, at: since(first, reader) }
}

function expression(reader: Reader): Expression {
  const first = peek(reader)
  let left = conjunction(reader)
  while (accept(reader, 'or')) {
    const right = conjunction(reader)
    left = { kind: 'logic', operator: 'or', left, right, at: since(first, reader) }
  }
  return left
}

function conjunction(reader: Reader): Expression {
  const first = peek(reader)
  let left = negation(reader)
  while (accept(reader, 'and')) {
    const right = negation(reader)
    left = { kind: 'logic', operator: 'and', left, right, at: since(first, reader) }
  }
  return left
}

function negation(reader: Reader): Expression {
  const token = peek(reader)
  if (!accept(reader, 'not')) return comparison(reader)
  const of = nested(reader, negation)
  return { kind: 'not', of, at: since(token, reader) }
}

const COMPARATORS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

function comparison(reader: Reader): Expression {
  const first = peek(reader)
  if (accept(reader, 'every')) {
    const subject = nameToken(reader, 'the name of a requirement')
    expect(reader, 'is', "after 'every …'")
    const negated = accept(reader, 'not')
    const last = peek(reader)
    expect(reader, 'met', "after 'every … is'")
    return { kind: 'is_met', name: subject.text, every: true, negated, at: span(first.at, last.at) }
  }
  const left = sum(reader)
  const next = peek(reader)
  if (next.kind === 'symbol' && COMPARATORS.has(next.text)) {
    const operator = take(reader).text as Comparator
    const right = sum(reader)
    if (COMPARATORS.has(peek(reader).text)) fail(reader, "Comparisons do not chain. Join two with 'and'.")
    return { kind: 'comparison', operator, left, right, at: since(first, reader) }
  }
  return accept(reader, 'is') ? state(reader, first, left) : left
}

function state(reader: Reader, first: Token, left: Expression): Expression {
  const negated = accept(reader, 'not')
  const last = peek(reader)
  if (accept(reader, 'known')) return { kind: 'is_known', of: left, negated, at: span(first.at, last.at) }
  expect(reader, 'met', "or 'known' after 'is'")
  if (left.kind !== 'name') throw new Unexpected(left.at.start, "Only a requirement's name can stand before 'is met'.")
  return { kind: 'is_met', name: left.name, every: false, negated, at: span(first.at, last.at) }
}

function sum(reader: Reader): Expression {
  const first = peek(reader)
  let left = product(reader)
  for (;;) {
    const operator = isWord(reader, '+') ? '+' : isWord(reader, '-') ? '-' : undefined
    if (operator === undefined) return left
    take(reader)
    const right = product(reader)
    left = { kind: 'arithmetic', operator, left, right, at: since(first, reader) }
  }
}

function product(reader: Reader): Expression {
  const first = peek(reader)
  let left = factor(reader)
  for (;;) {
    const operator = isWord(reader, '*') ? '*' : isWord(reader, '/') ? '/' : undefined
    if (operator === undefined) return left
    take(reader)
    const right = factor(reader)
    left = { kind: 'arithmetic', operator, left, right, at: since(first, reader) }
  }
}

function factor(reader: Reader): Expression {
  const token = peek(reader)
  if (!accept(reader, '-')) return primary(reader)
  const of = nested(reader, factor)
  return { kind: 'negative', of, at: since(token, reader) }
}

function primary(reader: Reader): Expression {
  const token = peek(reader)
  if (token.kind === 'number') return number(reader)
  if (accept(reader, '(')) {
    const inner = nested(reader, formula)
    expect(reader, ')', 'to close the parenthesis')
    return inner
  }
  if (token.text === 'true' || token.text === 'false') {
    take(reader)
    return { kind: 'literal', text: token.text, at: token.at }
  }
  if ((token.text === 'min' || token.text === 'max') && isWord(reader, '(', 1)) return extreme(reader)
  if (startsAggregate(reader))
    fail(reader, `Put '${token.text} … over …' in parentheses when it is part of a larger formula.`)
  const subject = nameToken(reader, 'a name')
  if (!accept(reader, '[')) {
    const on = accept(reader, 'on') ? nameToken(reader, "a date after 'on'") : undefined
    if (on === undefined) return { kind: 'name', name: subject.text, at: subject.at }
    return { kind: 'lookup', name: subject.text, keys: [], on: on.text, at: span(subject.at, on.at) }
  }
  const keys = list(reader, ']', 'to close the table’s keys')
  const last = peek(reader, -1)
  const on = accept(reader, 'on') ? nameToken(reader, "a date after 'on'") : undefined
  return { kind: 'lookup', name: subject.text, keys, on: on?.text, at: span(subject.at, on?.at ?? last.at) }
}

function number(reader: Reader): Expression {
  const token = take(reader)
  if (token.text === '1' && accept(reader, 'day')) {
    return { kind: 'literal', text: '1 day', at: span(token.at, peek(reader, -1).at) }
  }
  if (token.text === '0' || token.text === '1') return { kind: 'literal', text: token.text, at: token.at }
  throw new Unexpected(
    token.at.start,
    `'${token.text}' may not stand in a formula. A number is a parameter, with a date, a unit and a source; only 0, 1 and '1 day' are written here.`,
  )
}

function extreme(reader: Reader): Expression {
  const token = take(reader)
  expect(reader, '(', `after '${token.text}'`)
  const of = list(reader, ')', 'to close the list')
  return { kind: 'extreme', operator: token.text as 'min' | 'max', of, at: span(token.at, peek(reader, -1).at) }
}

function list(reader: Reader, close: string, why: string): readonly Expression[] {
  const items = [nested(reader, sum)]
  while (accept(reader, ',')) items.push(nested(reader, sum))
  expect(reader, close, why)
  return items
}
