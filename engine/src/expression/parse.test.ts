import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bare, printed } from './formula-fixture.ts'
import { isReserved, parseFormula } from './parse.ts'
import type { Expression } from './tree.ts'

/** The block of docs/language.md that lays down how a formula is written. */
const GRAMMAR =
  /```\n(expression {2}=[^]*?)```/.exec(
    readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8'),
  )?.[1] ?? ''

function parsed(text: string): Expression {
  const result = parseFormula(text)
  if (!result.ok) throw new Error(`${text}: ${result.offset}: ${result.sentence}`)
  return result.expression
}

function refusal(text: string): string {
  const result = parseFormula(text)
  return result.ok ? '' : result.sentence
}

/** The tree with every operation in parentheses, for reading what binds to what. */
function grouped(tree: Expression): string {
  switch (tree.kind) {
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return `(${grouped(tree.left)} ${tree.operator} ${grouped(tree.right)})`
    case 'not':
    case 'negative':
      return `(${tree.kind === 'not' ? 'not ' : '-'}${grouped(tree.of)})`
    case 'is_known':
      return `(${grouped(tree.of)} is known)`
    case 'literal':
    case 'name':
    case 'lookup':
    case 'is_met':
    case 'extreme':
    case 'aggregate':
      return printed(tree)
  }
}

describe('what binds to what', () => {
  it.each([
    ['a + b * c', '(a + (b * c))'],
    ['a * b + c', '((a * b) + c)'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c', '((a / b) / c)'],
    ['a - (b - c)', '(a - (b - c))'],
    ['-a * b', '((-a) * b)'],
    ['- - a', '(-(-a))'],
    ['a + -b', '(a + (-b))'],
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c and d', '((a and b) or (c and d))'],
    ['not a and b', '((not a) and b)'],
    ['not a = b', '(not (a = b))'],
    ['not not a', '(not (not a))'],
    ['a + b >= c - d', '((a + b) >= (c - d))'],
    ['a < b and c != d', '((a < b) and (c != d))'],
    ['a + b is known', '((a + b) is known)'],
    ['1-a', '(1 - a)'],
    ['a+1day', '(a + 1 day)'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a -1', '(a - 1)'],
  ])('%s is %s', (text, expected) => {
    expect(grouped(parsed(text))).toBe(expected)
  })

  it('an aggregate reaches to the end, and its guard is a whole condition', () => {
    expect(bare(parsed('sum of a * b over lines where c = d or e'))).toMatchObject({
      kind: 'aggregate',
      operator: 'sum',
      over: 'lines',
      where: { kind: 'logic' },
    })
    expect(bare(parsed('(count over each form) + 1'))).toMatchObject({
      kind: 'arithmetic',
      left: { kind: 'aggregate', each: true },
    })
  })

  it('`on` belongs to the look-up before it', () => {
    expect(bare(parsed('a * rate on imported_on * b'))).toMatchObject({
      left: { right: { kind: 'lookup', name: 'rate', on: 'imported_on', keys: [] } },
    })
  })
})

describe('places', () => {
  it.each([
    ['a + b', 'a + b'],
    ['(a + b) * c', '(a + b) * c'],
    ['c * (a + b)', 'c * (a + b)'],
    ['(a) = (b)', '(a) = (b)'],
    ['not (a)', 'not (a)'],
    ['(a or b) and (c or d)', '(a or b) and (c or d)'],
    ['(a and b) or (c and d)', '(a and b) or (c and d)'],
    ['-(a)', '-(a)'],
    ['(rate[a]) is known', '(rate[a]) is known'],
    ['sum of (a) over lines where (b)', 'sum of (a) over lines where (b)'],
  ])('the place of %s is the whole of it', (text, expected) => {
    const { at } = parsed(text)
    expect(text.slice(at.start, at.end)).toBe(expected)
  })
})

describe('what a formula may not be, where, and why', () => {
  it.each([
    ['', 0, 'The formula is empty.'],
    ['   ', 3, 'The formula is empty.'],
    ['a >= 10%', 5, "'10%' may not stand in a formula. A number is a parameter"],
    ['a * 2', 4, "'2' may not stand in a formula"],
    ['a + 1.5', 4, "'1.5' may not stand in a formula"],
    ['a + 01', 4, "'01' may not stand in a formula"],
    ['a + 1%', 4, "'1%' may not stand in a formula"],
    ['a $ b', 2, "A formula does not use the character '$'."],
    ['a ≥ b', 2, "A formula does not use the character '≥'."],
    ['a + ٣', 4, "A formula does not use the character '٣'."],
    ['a + １', 4, "A formula does not use the character '１'."],
    ['Abc', 0, "A formula does not use the character 'A'."],
    ['a = "b"', 4, "A formula does not use the character '\"'."],
    ['a = 😀', 4, "A formula does not use the character '😀'."],
    ['a +', 3, 'Expected a name, found the end of the formula.'],
    ['a b', 2, "The formula should end before 'b'."],
    ['(a', 2, "Expected ')' to close the parenthesis, found the end of the formula."],
    ['a)', 1, "The formula should end before ')'."],
    ['a < b < c', 6, "Comparisons do not chain. Join two with 'and'."],
    ['a == b', 3, "Expected a name, found '='."],
    ['a and', 5, 'Expected a name'],
    ['a is', 4, "Expected 'met' or 'known' after 'is'"],
    ['a + b is met', 0, "Only a requirement's name can stand before 'is met'."],
    ['every a is known', 11, "Expected 'met' after 'every … is'"],
    ['every is met', 6, "'is' is a word of the language."],
    ['sum of a', 8, "Expected 'over' after 'sum'"],
    ['sum a over b', 0, "'sum' is a word of the language."],
    ['a + sum of b over c', 4, "Put 'sum … over …' in parentheses"],
    ['count of a over b', 0, "'count' is a word of the language."],
    ['rate[', 5, 'Expected a name'],
    ['rate[]', 5, "Expected a name, found ']'."],
    ['rate[a', 6, "Expected ']' to close the table’s keys"],
    ['rate[a] on 1', 11, "Expected a date after 'on'"],
    ['min()', 4, "Expected a name, found ')'."],
    ['max(a, )', 7, "Expected a name, found ')'."],
    ['min a', 0, "'min' is a word of the language."],
    ['a; b', 1, "A formula does not use the character ';'."],
    ['a.b', 1, "A formula does not use the character '.'."],
    ['f(a)', 1, "The formula should end before '('."],
  ])('%s', (text, offset, sentence) => {
    const result = parseFormula(text)
    expect(result).toMatchObject({ ok: false, offset })
    expect(result.ok ? '' : result.sentence).toContain(sentence)
  })

  it('is too long, or nested too deeply, and then its parts want names', () => {
    expect(refusal(`a${' + a'.repeat(1000)}`)).toContain('too long')
    expect(refusal(`${'('.repeat(61)}a${')'.repeat(61)}`)).toContain('too deeply')
    expect(refusal(`${'('.repeat(60)}a${')'.repeat(60)}`)).toBe('')
    for (const opening of ['not ', '-', 'min(', 'rate[', '(sum of '])
      expect(refusal(opening.repeat(300))).toContain('too deeply')
  })

  it('a word of the language is no name', () => {
    // Of the grammar's words only the day of '1 day' is none, since it stands behind a digit; 'none' is a value of the files.
    const words = [...GRAMMAR.matchAll(/"([a-z][a-z ]*)"/g)].flatMap(([, word = '']) => word.split(' '))
    expect(words).toContain('every')
    for (const word of [...words, 'none']) expect(isReserved(word), word).toBe(true)
    for (const name of ['day', 'constructor', 'sums', 'known_on']) expect(isReserved(name)).toBe(false)
  })
})
