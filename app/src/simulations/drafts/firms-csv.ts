/** Firm by firm and year by year, as a file for spreadsheets and programs; the same in both languages. */
import { csvText } from '../../pages/csv-response.ts'
import type { DraftEffect } from './draft-effect.ts'
import type { DraftReport } from './draft-report.ts'
import type { Amounts } from './sum-money.ts'
import { SIDES } from './two-laws.ts'

/** Returns that are left out stand below, with why and without figures. */
export function firmsCsv({ firm_years, left_out }: Pick<DraftReport, 'firm_years' | 'left_out'>): string {
  const [head = [], ...rows] = firmRows(firm_years)
  const blank = head.slice(BEFORE_FIGURES).map(() => '')
  return csvText([
    [...head, 'left_out'],
    ...rows.map((row) => [...row, '']),
    ...left_out.map(({ firm, period, why }) => [firm, period, '', '0', ...blank, why.en]),
  ])
}

/** The firm, the year, when it ends and how many cases. */
const BEFORE_FIGURES = 4

function firmRows(firms: DraftEffect['firm_years']): readonly (readonly string[])[] {
  const money = firms[0]?.amounts.map(({ name }) => name) ?? []
  return [
    [
      'firm',
      'year',
      'ends_on',
      'cases',
      ...sided('fails'),
      ...sided('licence_at_risk'),
      ...[...money, 'balance'].flatMap((name) => [...sided(name), `${name}_difference`]),
      'jobs',
      'exports',
      ...sided('open'),
      'changed_findings',
    ],
    ...firms.map((one) => [
      one.firm,
      one.year,
      one.ends_on,
      String(one.cases),
      ...SIDES.map((side) => one.fails[side].join(' ')),
      ...SIDES.map((side) => String(one.licence_at_risk[side])),
      ...[...one.amounts, one.balance].flatMap(figures),
      one.jobs === null ? '' : String(one.jobs),
      one.exports ?? '',
      ...SIDES.map((side) => one.open[side].join(' ')),
      String(one.changed),
    ]),
  ]
}

function sided(name: string): readonly string[] {
  return SIDES.map((side) => `${name}_${side}`)
}

function figures({ release, draft, difference }: Amounts): readonly string[] {
  return [release, draft, difference]
}
