/** Tables for tests, with the arithmetic by which they come out even. */
import type { InputOutputTable } from './input-output.ts'

/** Miller and Blair, Input-Output Analysis, the example of two sectors. */
export const PUBLISHED: InputOutputTable = {
  sectors: ['one', 'two'],
  flows: [
    [150, 500],
    [200, 100],
  ],
  household_consumption: [50, 400],
  other_final_demand: [300, 1300],
  imports: [0, 0],
  taxes: [0, 0],
  value_added: [650, 1400],
  compensation: [300, 500],
  employment: [300, 500],
  output: [1000, 2000],
}

export const SQUARE = `PKR million 2022,one,two,household_consumption,other_final_demand,output
one,150,500,50,300,1000
two,200,100,400,1300,2000
imports,0,0,,,
compensation,300,500,,,
other_value_added,350,900,,,
employment,300,500,,,
output,1000,2000,,,
`

/**
 * Two countries of two sectors each. Pakistan: C26 sells 10 + 20 at home and 5 abroad, households take 40, others here 20, abroad 5: 100.
 * C27 sells 15 + 30 at home and 10 abroad, households 60, others here 70, abroad 15: 200. Into C26 go 10 + 15 of its own country, 3 + 7 from
 * abroad, taxes 5, value added 60: 100. Into C27 go 20 + 30, 12 + 18, taxes 10, value added 110: 200.
 * Abroad: C26 sells 3 + 12 to Pakistan, 100 + 40 at home, final demand 45: 200. C27 sells 7 + 18, 60 + 90, final demand 125: 300.
 * Into C26 go 5 + 0, 100 + 60, taxes 5, value added 30: 200. Into C27 go 0 + 10, 40 + 90, taxes 10, value added 150: 300.
 */
const ROWS: readonly (readonly [string, string, ...number[]])[] = [
  // PAK C26, C27; CHN C26, C27; PAK households, capital; CHN households, capital; output
  ['PAK', 'C26', 10, 20, 5, 0, 40, 20, 5, 0, 100],
  ['PAK', 'C27', 15, 30, 0, 10, 60, 70, 10, 5, 200],
  ['CHN', 'C26', 3, 12, 100, 40, 0, 0, 45, 0, 200],
  ['CHN', 'C27', 7, 18, 60, 90, 0, 0, 120, 5, 300],
]
const TAXES = [5, 10, 5, 10]
const ADDED = [60, 110, 30, 150]
const OUTPUT = [100, 200, 200, 300]
const EARNED = [40, 60, 20, 100]
const PERSONS = [200, 500, 300, 400]

function belowIcio(label: string, numbers: readonly number[]): string {
  return `${label},${numbers.join()},0,0,0,0,0`
}

/** As the OECD publishes it, with the rows of compensation and employment that may be added. */
export function icio(): string {
  return `${[
    'V1,PAK_C26,PAK_C27,CHN_C26,CHN_C27,PAK_HFCE,PAK_GFCF,CHN_HFCE,CHN_GFCF,OUT',
    ...ROWS.map(([country, code, ...numbers]) => `${country}_${code},${numbers.join()}`),
    belowIcio('TLS', TAXES),
    belowIcio('VA', ADDED),
    belowIcio('OUT', OUTPUT),
    belowIcio('LABR', EARNED),
    belowIcio('EMPN', PERSONS),
  ].join('\n')}\n`
}

type Row = readonly (string | number)[]

function belowMrio(label: string, code: string, numbers: readonly number[]): Row {
  return ['', label, 'TOT', code, ...numbers, 0, 0, 0, 0, 0]
}

const CODES: Readonly<Record<string, string>> = { C26: 'c14', C27: 'c13' }
const NAMES: Readonly<Record<string, string>> = { C26: 'Electrical and Optical Equipment', C27: 'Machinery, Nec' }

/** The same as the ADB publishes it: rows of cells, as they stand in the sheet. */
export function mrio(): readonly Row[] {
  const sectors = ['C26', 'C27', 'C26', 'C27'].map((one) => NAMES[one] ?? '')
  return [
    ['Multiregional Input-Output Table 2022'],
    ['2 economies, at current prices (industry by industry)'],
    ['In millions of US$'],
    [],
    ['', '', '', '', ...sectors, 'Households', 'GFCF', 'Households', 'GFCF', 'TOTAL'],
    ['', '', '', '', 'PAK', 'PAK', 'PRC', 'PRC', 'PAK', 'PAK', 'PRC', 'PRC', 'ToT'],
    ['', '', '', '', 'c14', 'c13', 'c14', 'c13', 'F1', 'F4', 'F1', 'F4', ''],
    ...ROWS.map(([country, code, ...numbers]) => [
      '',
      NAMES[code] ?? '',
      country === 'CHN' ? 'PRC' : country,
      CODES[code] ?? '',
      ...numbers,
    ]),
    belowMrio('Intermediate input total', 'r60', [35, 80, 165, 140]),
    belowMrio('Taxes less subsidies on products', 'r99', TAXES),
    belowMrio('CIF / FOB adjustments on exports', 'r61', [0, 0, 0, 0]),
    belowMrio('Value added at basic prices', 'r64', ADDED),
    belowMrio('International Transport Margins', 'trs', [0, 0, 0, 0]),
    belowMrio('Output at basic prices', 'r69', OUTPUT),
    ['', 'Note: invented.'],
  ]
}
