import { describe, expect, test } from 'vitest'
import { contradictionsIn, type Figure, parsePeriod, type Series } from './statistic.ts'

function figure(period: string, value: string, source = 'https://a.example/'): Figure {
  const parsed = parsePeriod(period)
  if (parsed === undefined) throw new Error(`'${period}' is no period`)
  return {
    period: parsed,
    value,
    status: 'reported',
    said_by: undefined,
    source,
    source_on: undefined,
    note: undefined,
  }
}

function told(kind: Series['kind'], ...figures: readonly Figure[]): readonly (readonly string[])[] {
  const title = { en: 'Kites made', ur: 'تیار شدہ پتنگیں' }
  return contradictionsIn({ name: 'kites_made', group: 'units', unit: 'million', kind, title, figures }).map((one) => [
    one.kind,
    ...one.figures.map(({ period, value }) => `${period.text}: ${value}`),
  ])
}

describe('a period', () => {
  test.each([
    ['2024', 2024 * 12, 2024 * 12 + 11],
    ['2024-05', 2024 * 12 + 4, 2024 * 12 + 4],
    ['2024-07/2025-06', 2024 * 12 + 6, 2025 * 12 + 5],
    ['../2025-12', undefined, 2025 * 12 + 11],
  ])('is counted in months: %s', (text, first, last) => {
    expect(parsePeriod(text)).toEqual({ text, first, last })
  })

  test.each(['', '24', '2024-13', '2024-00', '2025-06/2024-07', '2024-05/2024-05', '2024-05/..', '2024/2025', '../..'])(
    'is not %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined()
    },
  )
})

describe('sources contradict each other', () => {
  test('where they give different figures for one period, all of which are shown', () => {
    expect(told('flow', figure('2024', '3.98'), figure('2024', '39.9'), figure('2024', '4.0'))).toEqual([
      ['differ', '2024: 3.98', '2024: 39.9', '2024: 4.0'],
    ])
  })

  test('and not where one is only coarser than the other', () => {
    expect(told('flow', figure('2024', '3.98'), figure('2024', '4.0'), figure('2024', '4'))).toEqual([])
    expect(told('flow', figure('2024', '3.94'), figure('2024', '4.0'))).toHaveLength(1)
  })

  test('where five months have more than nine that hold them', () => {
    expect(told('flow', figure('2022-01/2022-05', '12.41'), figure('2022-01/2022-09', '7.24'))).toEqual([
      ['part_is_more', '2022-01/2022-05: 12.41', '2022-01/2022-09: 7.24'],
    ])
  })

  // 24.66 + 14.08 = 38.74.
  test('where a fiscal year has more than the two years together across which it lies, and not where it has as much', () => {
    const [first, second] = [figure('2021', '24.66'), figure('2022-01/2022-06', '14.08')]
    expect(told('flow', first, second, figure('2021-07/2022-06', '38.75'))).toEqual([
      ['part_is_more', '2021-07/2022-06: 38.75', '2021: 24.66', '2022-01/2022-06: 14.08'],
    ])
    expect(told('flow', first, second, figure('2021-07/2022-06', '38.74'))).toEqual([])
  })

  test('where a year has more than all time until later, from whenever that is counted', () => {
    expect(told('flow', figure('../2025-12', '230000'), figure('2024-01/2024-05', '7600000'))).toHaveLength(1)
    expect(told('flow', figure('../2024-03', '230000'), figure('2024-01/2024-05', '7600000'))).toEqual([])
  })

  test('but what stands at the end of a period may be less later', () => {
    expect(told('stock', figure('2024-10', '33'), figure('2024', '31'))).toEqual([])
  })
})
