/** Firm by firm and year by year, as a file for spreadsheets and programs; the same in both languages. */
import { csvText } from '../../pages/csv-response.ts'
import type { DraftEffect } from './draft-effect.ts'
import type { Amounts } from './sum-money.ts'
import { SIDES } from './two-laws.ts'

export function firmsCsv({ firm_years }: DraftEffect): string {
  return csvText(firmRows(firm_years))
}

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
