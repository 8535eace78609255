import { expect, test } from 'vitest'
import { checkFormulas, numbersIn } from './policies.ts'

function findings(path: string, text: string) {
  return checkFormulas(new Map([[path, text]]))
}

test('names, 0, 1 and one day are no numbers of the law', () => {
  for (const formula of [
    'localization_rate >= localization_target[category]',
    '1 - certified_local_rate',
    'failure_cured_on <= cure_ends_on + 1 day',
    'sum of quantity * unit_value over parts where book = imported',
    'x2 + levy_2026 > 0',
    'min(a, 0)',
  ]) {
    expect(numbersIn(formula), formula).toEqual([])
  }
})

test('every other number is found as it is written', () => {
  expect(numbersIn('localization_rate >= 45%')).toEqual(['45%'])
  expect(numbersIn('cf_value <= USD 100.01 and units < 2,000')).toEqual(['100.01', '2,000'])
  expect(numbersIn('notice_served_on + 90 days')).toEqual(['90'])
  expect(numbersIn('certified_on < 2027-06-30')).toEqual(['2027', '06', '30'])
  expect(numbersIn('0.1 * fob_value')).toEqual(['0.1'])
  expect(numbersIn('rate >= 1%')).toEqual(['1%'])
  expect(numbersIn('served_on + 11 days')).toEqual(['11'])
})

test('a number is found in every field that holds a formula, with its line', () => {
  const text = [
    'levy:',
    '  kind: liability',
    '  when: units > 5',
    '  unless: units = 6',
    '  amount: 3% * value',
    '  round: down to PKR 1',
    'requirement:',
    '  requires: rate >= 45%',
    'share:',
    '  cases:',
    '    - { when: units = 7, amount: 8 }',
    '    - { otherwise: 9 }',
    'suspension:',
    '  from: served_on + 14 days',
  ].join('\n')
  expect(findings('policy/bicycles/levy/provisions.yaml', text).map((finding) => finding.line)).toEqual([
    5, 3, 4, 8, 11, 11, 12, 14,
  ])
  expect(findings('policy/bicycles/levy/provisions.yaml', text)[0]?.sentence).toBe(
    'A number stands in a formula: 3%. Make it a parameter, with a date, a unit and a source.',
  )
})

test('precision, summaries and clauses may hold numbers', () => {
  const text =
    'rate:\n  show: half up to 0.01%\n  summary: At least 45% from 2027.\n  clause: act, section 12\n  amount: local / total\n'
  expect(findings('policy/bicycles/levy/provisions.yaml', text)).toEqual([])
})

test('a number in a draft is found in its provisions, not in its parameters', () => {
  const text = [
    'draft: 2026-02',
    'parts:',
    '  levy:',
    '    parameters:',
    '      rate: { unit: percent, values: { 2026-07-01: 5% } }',
    '    provisions:',
    '      levy: { kind: liability, amount: 5% * value }',
  ].join('\n')
  expect(findings('policy/bicycles/drafts/2026-02.yaml', text).map((finding) => finding.line)).toEqual([7])
})

test('parameters and examples are full of numbers', () => {
  expect(findings('policy/bicycles/levy/parameters.yaml', 'rate: { amount: 5% }')).toEqual([])
  expect(findings('policy/bicycles/levy/examples.yaml', '- { when: 5 }')).toEqual([])
})

test('a file that cannot be read is found', () => {
  expect(findings('policy/bicycles/programme.yaml', 'a: 1\na: 2\n')).toMatchObject([{ line: 2 }])
})
