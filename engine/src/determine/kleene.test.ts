import { describe, expect, it } from 'vitest'
import { engineFor, measure, parameter, requirement, said } from '../lamps-fixture.ts'

const WORDS = ['true', 'false', 'unknown', 'refused'] as const
type Word = (typeof WORDS)[number]

/** Two of everything, so that what is missing on each side can be told apart. */
const engine = engineFor({
  vocabulary: `
left: { unit: boolean }
right: { unit: boolean }
left_known: { unit: boolean }
right_known: { unit: boolean }
`,
  parameters:
    parameter(
      'left_table',
      'boolean',
      '{ 2026-01-01: { true: true, false: unknown } }',
      'by: [left_known]\nseen_on: 2026-01-01',
    ) +
    parameter(
      'right_table',
      'boolean',
      '{ 2026-01-01: { true: true, false: unknown } }',
      'by: [right_known]\nseen_on: 2026-01-01',
    ),
  provisions:
    requirement('left_side', 'left and left_table[left_known] = true') +
    requirement('right_side', 'right and right_table[right_known] = true') +
    requirement('conjunction', 'left_side is met and right_side is met') +
    requirement('disjunction', 'left_side is met or right_side is met') +
    requirement('negation', 'left_side is not met') +
    requirement('long_negation', 'not left_side is met') +
    requirement('neither', 'not (left_side is met or right_side is met)') +
    requirement('not_both_false', 'not left_side is met and not right_side is met'),
})

function factsFor(side: 'left' | 'right', word: Word): Record<string, string> {
  switch (word) {
    case 'true':
      return { [side]: 'true', [`${side}_known`]: 'true' }
    case 'false':
      return { [side]: 'false', [`${side}_known`]: 'true' }
    case 'unknown':
      return { [`${side}_known`]: 'true' }
    case 'refused':
      return { [side]: 'true', [`${side}_known`]: 'false' }
  }
}

function both(name: string, left: Word, right: Word): string {
  return said(engine, name, { ...factsFor('left', left), ...factsFor('right', right) })
}

const LEFT = 'undetermined, needs left'
const RIGHT = 'undetermined, needs right'
const EITHER = 'undetermined, needs left and right'
const LEFT_REFUSED = 'refused, left_table (unknown_cell)'
const RIGHT_REFUSED = 'refused, right_table (unknown_cell)'
const BOTH_REFUSED = 'refused, left_table (unknown_cell), right_table (unknown_cell)'

describe('and: one false side is enough for false; what is refused is refused though another is missing', () => {
  const TABLE: Readonly<Record<Word, readonly string[]>> = {
    // right:   true        false      unknown        refused
    true: ['met', 'not met', RIGHT, RIGHT_REFUSED],
    false: ['not met', 'not met', 'not met', 'not met'],
    unknown: [LEFT, 'not met', EITHER, RIGHT_REFUSED],
    refused: [LEFT_REFUSED, 'not met', LEFT_REFUSED, BOTH_REFUSED],
  }
  it.each(WORDS.flatMap((left) => WORDS.map((right, column) => [left, right, TABLE[left][column]] as const)))(
    '%s and %s is %s',
    (left, right, expected) => {
      expect(both('conjunction', left, right)).toBe(expected)
    },
  )
})

describe('or: one true side is enough for true', () => {
  const TABLE: Readonly<Record<Word, readonly string[]>> = {
    true: ['met', 'met', 'met', 'met'],
    false: ['met', 'not met', RIGHT, RIGHT_REFUSED],
    unknown: ['met', LEFT, EITHER, RIGHT_REFUSED],
    refused: ['met', LEFT_REFUSED, LEFT_REFUSED, BOTH_REFUSED],
  }
  it.each(WORDS.flatMap((left) => WORDS.map((right, column) => [left, right, TABLE[left][column]] as const)))(
    '%s or %s is %s',
    (left, right, expected) => {
      expect(both('disjunction', left, right)).toBe(expected)
    },
  )

  it.each(WORDS.flatMap((left) => WORDS.map((right) => [left, right] as const)))(
    'not (%s or %s) is the same as neither',
    (left, right) => {
      expect(both('neither', left, right)).toBe(both('not_both_false', left, right))
    },
  )
})

describe('not', () => {
  it.each([
    ['true', 'not met'],
    ['false', 'met'],
    ['unknown', LEFT],
    ['refused', LEFT_REFUSED],
  ] as const)('not %s is %s', (word, expected) => {
    expect(both('negation', word, 'true')).toBe(expected)
    expect(both('long_negation', word, 'true')).toBe(expected)
  })
})

describe('what is missing', () => {
  const sums = engineFor({
    vocabulary: `
a: { unit: PKR }
b: { unit: PKR }
c: { unit: PKR }
d: { unit: boolean }
parts:
  key: part
  lines:
    part: { text: true, describes: true }
    value: { unit: PKR }
    weight: { unit: count }
    counts: { unit: boolean }
`,
    provisions:
      measure('quotient', '(a - b) / c') +
      requirement('guarded', 'a >= b', 'when: d') +
      measure('total', 'sum of value * weight over parts where counts') +
      measure('either', 'min(a, b, c)'),
  })

  it('is exactly what was needed and not known, in the order of its use', () => {
    expect(said(sums, 'quotient', {})).toBe('undetermined, needs a and b and c')
    expect(said(sums, 'quotient', { b: 'PKR 1' })).toBe('undetermined, needs a and c')
    expect(said(sums, 'quotient', { a: 'PKR 1', c: 'PKR 1' })).toBe('undetermined, needs b')
    expect(said(sums, 'quotient', { a: 'PKR 3', b: 'PKR 1', c: 'PKR 4' })).toBe('50%')
    expect(said(sums, 'either', { a: 'PKR 3' })).toBe('undetermined, needs b and c')
  })

  it('leaves out what a false condition makes needless', () => {
    expect(said(sums, 'guarded', { d: 'false' })).toBe('met')
    expect(said(sums, 'guarded', { d: 'true', a: 'PKR 1' })).toBe('undetermined, needs b')
    expect(said(sums, 'guarded', { a: 'PKR 1', b: 'PKR 1' })).toBe('met')
    expect(said(sums, 'guarded', { a: 'PKR 1', b: 'PKR 2' })).toBe('undetermined, needs d')
  })

  it('names the line, counted from 1, and the column, and not the columns behind a false guard', () => {
    const parts = [
      { part: 'x', value: 'PKR 2', weight: '3', counts: 'true' },
      { part: 'y', counts: 'false' },
      { part: 'z', value: 'PKR 5', counts: 'true' },
    ]
    expect(said(sums, 'total', { parts })).toBe('undetermined, needs parts[3].weight')
    // 2 × 3 = 6, and the second line is not counted
    expect(said(sums, 'total', { parts: parts.slice(0, 2) })).toBe('PKR 6')
    expect(said(sums, 'total', { parts: [{ part: 'y', value: 'PKR 1', weight: '1' }] })).toBe(
      'undetermined, needs parts[1].counts',
    )
    expect(said(sums, 'total', {})).toBe('undetermined, needs parts')
  })

  it('is there even when a factor is zero: zero times what nobody knows is not known', () => {
    expect(said(sums, 'total', { parts: [{ part: 'x', value: 'PKR 0', counts: 'true' }] })).toBe(
      'undetermined, needs parts[1].weight',
    )
  })
})
