/** Paths, forecasts and colours, by arithmetic that anybody can follow. */
import { join } from 'node:path'
import { type Exact, exact, toText } from '@maqami/engine/value/exact.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease, type Release } from '../policy-releases/load-release.ts'
import type { Series } from '../statistics/statistic.ts'
import { actualYears, type TotalsOf } from './actual-values.ts'
import { forecastAt, type Goal, type GoalRules, judgeGoal, pathAt, type YearValue } from './goal.ts'
import { goalProblems, goalsOf } from './load-goals.ts'
import { totalsIn, yearOfPeriod } from './sum-totals.ts'

const RULES: GoalRules = { green: exact(1), amber: exact(4, 5), forecast_years: 3, reading: undefined }
const at = (year: string, value: number): YearValue => ({ year, value: exact(value) })
const EXPORTS = { targets: [at('2030-31', 700)], from: at('2025-26', 0) }
const STEPS = { targets: [at('2026-27', 10), at('2028-29', 25), at('2032-33', 50)], from: undefined }
const told = (value: Exact | undefined) => (value === undefined ? undefined : toText(value))

describe('the path', () => {
  test.each([
    // 700 over five years are 140 a year.
    [EXPORTS, '2025-26', '0'],
    [EXPORTS, '2026-27', '140'],
    [EXPORTS, '2030-31', '700'],
    // After the last target it stays.
    [EXPORTS, '2031-32', '700'],
    // Halfway between 10 and 25, and a quarter of the way from 25 to 50: 17.5 and 31.25.
    [STEPS, '2027-28', toText(exact(35, 2))],
    [STEPS, '2029-30', toText(exact(125, 4))],
    // Before the first year that is named there is none.
    [STEPS, '2025-26', undefined],
    [{ targets: [], from: undefined }, '2026-27', undefined],
  ] as const)('%# in %s', (goal, year, value) => {
    expect(told(pathAt(goal, year))).toBe(value)
  })
})

describe('the forecast', () => {
  test.each([
    ['needs two years', [at('2026-27', 100)], undefined],
    // 100, 160: 60 more each year, and four years on 400.
    ['goes on as two years went', [at('2026-27', 100), at('2027-28', 160)], '400'],
    // Through 0, 30 and 30 the closest line rises by 15 from 5: at 2, 35; at 2031-32, the fifth, 80.
    ['lies closest to three', [at('2026-27', 0), at('2027-28', 30), at('2028-29', 30)], '80'],
    // The first of four does not count.
    ['leaves out what is older', [at('2025-26', 999), at('2026-27', 0), at('2027-28', 30), at('2028-29', 30)], '80'],
    ['is never below zero', [at('2026-27', 100), at('2027-28', 10)], '0'],
  ] as const)('%s', (_, years, value) => {
    expect(told(forecastAt(years, '2031-32', 3))).toBe(value)
  })
})

describe('the colour', () => {
  test.each([
    // The path of 2026-27 is 140; four fifths of it are 112.
    [140, 'green'],
    [139, 'amber'],
    [112, 'amber'],
    [111, 'red'],
  ] as const)('of %i where the path is at 140 is %s', (now, colour) => {
    expect(judgeGoal(EXPORTS, RULES, [at('2026-27', now)]).colour).toBe(colour)
  })
  test('is grey without a target, without a value, and before the path begins', () => {
    expect(judgeGoal({ targets: [], from: undefined }, RULES, [at('2026-27', 1)]).colour).toBe('grey')
    expect(judgeGoal(EXPORTS, RULES, []).colour).toBe('grey')
    expect(judgeGoal(STEPS, RULES, [at('2025-26', 1)]).colour).toBe('grey')
  })
})

describe('the actual value', () => {
  const row = (measure: string, period: string, part: string, value: string) => ({ measure, period, part, value })
  const measures = [{ name: 'jobs', kind: 'stock' }] as never
  const totals = totalsIn(
    [
      row('exports', '2026-07', 'smartphone', '10'),
      row('exports', '2027-06', 'smartphone', '5.5'),
      row('exports', '2027-07', 'smartphone', '100'),
      row('jobs', '2027-05', 'women', '70'),
      row('jobs', '2027-06', 'women', '30'),
      row('jobs', '2027-06', 'men', '50'),
      row('parts', '2026-27', 'smartphone', '75'),
      row('works', '2026-12', 'smartphone', '100'),
    ],
    measures,
    '07-01',
  )
  const years = ['2026-27', '2027-28']
  const of = (actual: Goal['actual']) =>
    actualYears({ actual, statistic: undefined }, years, totals, [], '07-01').map(({ year, value }) => [
      year,
      value === 'withheld' ? value : toText(value),
    ])
  test.each([
    [
      'of a flow is the sum of its months',
      { kind: 'year', measure: 'exports', parts: [], times: undefined },
      [
        ['2026-27', toText(exact(31, 2))],
        ['2027-28', '100'],
      ],
    ],
    [
      'to date is the sum of the years',
      { kind: 'to_date', measure: 'exports', parts: [] },
      [
        ['2026-27', toText(exact(31, 2))],
        ['2027-28', toText(exact(231, 2))],
      ],
    ],
    [
      'of a stock is that of the last month',
      { kind: 'year', measure: 'jobs', parts: [], times: undefined },
      [['2026-27', '80']],
    ],
    [
      'of an estimate is so many for each: 80 × 0.375',
      { kind: 'year', measure: 'jobs', parts: [], times: exact(3, 8) },
      [['2026-27', '30']],
    ],
    ['of some is theirs', { kind: 'year', measure: 'jobs', parts: ['women'], times: undefined }, [['2026-27', '30']]],
    // 100 less 75 of 100.
    [
      'of a share is what is not the other',
      { kind: 'share_without', measure: 'parts', of: 'works', parts: ['smartphone'] },
      [['2026-27', toText(exact(1, 4))]],
    ],
  ] as const)('%s', (_, actual, expected) => {
    expect(of(actual)).toEqual(expected)
  })
  test('that is withheld anywhere is withheld to date', () => {
    const some: TotalsOf = (_, __, year) => (year === '2026-27' ? 'withheld' : exact(5))
    const actual = { kind: 'to_date', measure: 'exports', parts: [] } as const
    const found = actualYears({ actual, statistic: undefined }, years, some, [], '07-01')
    expect(found.map(({ value }) => value)).toEqual(['withheld', 'withheld'])
  })
  test('of years without returns is that of the statistics of record', () => {
    const figure = (last: number, value: string) => ({ period: { text: '', first: last, last }, value }) as never
    // June 2024 lies in the year that began in July 2023; June 2027 has returns.
    const series = [
      { name: 'jobs', figures: [figure(2024 * 12 + 5, '60000'), figure(2027 * 12 + 5, '1')] },
    ] as unknown as readonly Series[]
    const actual = { kind: 'year', measure: 'jobs', parts: [], times: undefined } as const
    expect(actualYears({ actual, statistic: 'jobs' }, years, totals, series, '07-01')).toEqual([
      { year: '2023-24', value: exact(60_000), from: 'statistic' },
      { year: '2026-27', value: exact(80), from: 'returns' },
    ])
  })
  test.each([
    ['2026-06', '2025-26'],
    ['2026-07', '2026-27'],
    ['2026-27', '2026-27'],
  ])('of %s belongs to %s', (period, year) => {
    expect(yearOfPeriod(period, '07-01')).toBe(year)
  })
})

describe('goals.yaml', () => {
  let release: Release
  beforeAll(async () => {
    release = await loadRelease(join(PROJECT_ROOT, 'policy', 'pk-medmp-2026'))
  })
  test('says what was reported of the programme', () => {
    const goals = goalsOf(release)?.goals ?? []
    const last = Object.fromEntries(
      goals.map(({ name, targets, standing }) => [
        name,
        [targets.at(-1)?.year, told(targets.at(-1)?.value), standing.evidence],
      ]),
    )
    expect(last).toMatchObject({
      exports: ['2030-31', '700000000', 'reported'],
      trained: ['2032-33', '50000', 'reported'],
      specialists_trained: ['2032-33', '15000', 'reported'],
      e_waste: ['2032-33', toText(exact(7, 10)), 'reported'],
      localization_smartphone: ['2032-33', toText(exact(1, 2)), 'reported'],
    })
  })
  test.each([
    ['exports: 0', 'year: exports', 'year: export', "figures.yaml has no 'export'. Did you mean 'exports'?"],
    ['a multiplier above nothing', 'times: 0.375', 'times: 0', 'is a number above 0, such as 0.5'],
    [
      'a multiplier of a year',
      'year: employment, times',
      'to_date: employment, times',
      'stands beside year, and only there',
    ],
    ['a source', 'source: tribune-2026-01-01', 'source: tribune', "'sources' has no 'tribune'."],
    ['a share without its sign', '2032-33: 70%', '2032-33: 0.7', 'This is a share such as 10%'],
    ['a year', '2030-31: 700000000', '2031: 700000000', 'has years of the programme'],
    ['where the path begins', 'from: { 2025-26: 0 }', 'from: { 2030-31: 0 }', 'lies before the first target'],
  ])('is held to it: %s', (_, is, instead, sentence) => {
    const text = release.files.get('goals.yaml') ?? ''
    expect(text).toContain(is)
    const files = new Map([...release.files, ['goals.yaml', text.replace(is, instead)]])
    expect(
      goalProblems({ ...release, files })
        .map((one) => one.sentence)
        .join(' '),
    ).toContain(sentence)
  })
})
