import { describe, expect, it } from 'vitest'
import type { Localized } from '../load/fields.ts'
import type { Refusal } from '../value/outcome.ts'
import { type Language, type Names, NO_NAMES } from './names.ts'
import { missingIn, refusalIn, voiceOf } from './voice.ts'

const LABELS: readonly [string, Localized][] = [
  ['target', { en: 'Least share', ur: 'کم سے کم حصہ' }],
  ['ex_works_value', { en: 'Ex-works value', ur: 'کارخانے پر مالیت' }],
  ['parts', { en: 'Parts', ur: 'پرزے' }],
  ['parts.unit_value', { en: 'Value of one part', ur: 'ایک پرزے کی مالیت' }],
]
const NAMES: Names = {
  ...NO_NAMES,
  labels: new Map(LABELS),
  // 'laptop' is a member of two categories, and called otherwise in the one that comes first.
  members: new Map([
    ['book.laptop', { en: 'portable computer', ur: 'کمپیوٹر' }],
    ['category.laptop', { en: 'laptop', ur: 'لیپ ٹاپ' }],
  ]),
  axes: new Map([
    ['target', ['category', undefined]],
    ['rate', ['category', 'book']],
  ]),
}

const DATED = { name: 'target', day: '2050-06-30', limit: '2033-06-30' }
const KEYED = { name: 'target', key: 'laptop', row: '2026-07-01' }

/** One of each reason: a new reason does not compile until it has one, and a sentence in both languages. */
const REFUSALS: { readonly [R in Refusal['reason']]: Extract<Refusal, { reason: R }> } = {
  before_first_row: { reason: 'before_first_row', ...DATED },
  after_last_known: { reason: 'after_last_known', ...DATED },
  day_not_known: { reason: 'day_not_known', ...DATED, limit: '2050-06' },
  unknown_cell: { reason: 'unknown_cell', ...KEYED },
  no_cell: { reason: 'no_cell', ...KEYED },
  beyond_last_band: { reason: 'beyond_last_band', ...KEYED, key: 'USD 800' },
  division_by_zero: { reason: 'division_by_zero', name: 'ex_works_value' },
  empty_extreme: { reason: 'empty_extreme', name: 'min of' },
  no_case: { reason: 'no_case', name: 'target' },
  not_a_day: { reason: 'not_a_day', name: 'target' },
  too_long: { reason: 'too_long', name: 'target' },
}

const TARGET = { en: 'Least share', ur: 'کم سے کم حصہ' }

/** What each sentence is about, as its reader calls it. */
const NAMED: Readonly<Record<Refusal['reason'], Readonly<Record<'en' | 'ur', string>>>> = {
  before_first_row: TARGET,
  after_last_known: TARGET,
  day_not_known: TARGET,
  unknown_cell: TARGET,
  no_cell: TARGET,
  beyond_last_band: TARGET,
  division_by_zero: { en: 'Ex-works value', ur: 'کارخانے پر مالیت' },
  empty_extreme: { en: 'the least value', ur: 'کم سے کم قدر' },
  no_case: TARGET,
  not_a_day: TARGET,
  too_long: TARGET,
}

function refusalSentence(refusal: Refusal, language: Language, names: Names): string {
  return refusalIn(voiceOf(language, names), refusal)
}

function missingSentence(missing: readonly string[], names?: Names): string {
  return missingIn(voiceOf('en', names), missing)
}

describe('a refusal as a sentence', () => {
  it('says which rule, which day, where its limit lies and who can change it', () => {
    expect(refusalSentence(REFUSALS.after_last_known, 'en', NAMES)).toBe(
      '“Least share” is known until 30 June 2033; 30 June 2050 is later, and future law is not guessed. Take an earlier date; when the law is made, the authority that keeps the programme’s law can add it.',
    )
  })

  it('names the member of a category in the reader’s language', () => {
    expect(refusalSentence(REFUSALS.unknown_cell, 'en', NAMES)).toContain('no known value for laptop from 1 July 2026')
    expect(refusalSentence(REFUSALS.unknown_cell, 'ur', NAMES)).toContain('لیپ ٹاپ')
  })

  it('calls a member by the word of the category that stands at its place', () => {
    const refusal: Refusal = { ...REFUSALS.unknown_cell, name: 'rate', key: 'laptop, laptop' }
    expect(refusalSentence(refusal, 'en', NAMES)).toContain('no known value for laptop, portable computer from')
  })

  it('names what stands in a divisor as people call it', () => {
    const refusal: Refusal = { reason: 'division_by_zero', name: 'ex_works_value - unit_value' }
    expect(refusalSentence(refusal, 'en', NAMES)).toMatch(/^“Ex-works value - Value of one part” is zero/)
  })

  it.each(Object.values(REFUSALS))('leaves nothing open in either language: $reason', (refusal) => {
    for (const language of ['en', 'ur'] as const) {
      const sentence = refusalSentence(refusal, language, NAMES)
      expect(sentence).not.toMatch(/undefined|\$\{|“”|““|\[object/)
      expect(sentence).toMatch(language === 'en' ? /\.$/ : /۔$/)
      expect(sentence).toContain(NAMED[refusal.reason][language])
    }
  })
})

describe('missing facts as a sentence', () => {
  it('calls facts and lines by their names', () => {
    expect(missingSentence(['ex_works_value', 'parts[3].unit_value'], NAMES)).toBe(
      'Ex-works value, line 3 of Parts: Value of one part',
    )
  })

  it('tells many lines of one column together', () => {
    const missing = [1, 2, 3, 4, 5, 1006, 1007].map((line) => `parts[${line}].unit_value`)
    expect(missingSentence(missing, NAMES)).toBe('lines 1, 2, 3, 4, 5 and 2 more of Parts: Value of one part')
  })

  it('spells a name that has no label', () => {
    expect(missingSentence(['export_share'])).toBe('export share')
  })
})
