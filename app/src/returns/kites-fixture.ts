/** A small invented programme of kites, its return, and an honest workbook of it, for tests. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { serialOfDay } from './read/cell-text.ts'
import { loadReturnSchema, type SchemaRead } from './schema/load-return-schema.ts'
import { type OfficialRates, readRates } from './check/official-rates.ts'
import { vocabularyIn, type WrittenFacts, writtenFacts } from './facts-fixture.ts'
import { type ReadReturn, readReturn } from './read-return.ts'
import type { LineOrigin } from './return-facts.ts'
import { type ReturnYear, yearOf } from './return-year.ts'
import type { ReturnSchema } from './schema/return-schema.ts'
import { DATE_STYLE, PERCENT_STYLE, type TestCell, type TestSheet, type TestWorkbook, xlsx } from './archive-fixture.ts'

const PROGRAMME = `
programme: kites
title: { en: Kites, ur: پتنگیں }
authority: { en: Kite Board, ur: پتنگ بورڈ }
currency: PKR
year_starts: 07-01
languages: [en, ur]
`

export const VOCABULARY = `
kind:
  label: { en: Kind of kite, ur: پتنگ کی قسم }
  categories: [fighter, box]
  words: { fighter: { en: fighter kite, ur: لڑاکا پتنگ }, box: { en: box kite, ur: ڈبہ پتنگ } }
sales_value: { label: { en: Sales, ur: فروخت }, unit: PKR }
kites_made: { label: { en: Kites made, ur: بنی پتنگیں }, unit: count }
parts:
  label: { en: Parts, ur: پرزے }
  key: part
  lines:
    part: { label: { en: Part, ur: پرزہ }, text: true, describes: true }
    quantity: { label: { en: Quantity, ur: تعداد }, unit: count }
    unit_value: { label: { en: Value, ur: مالیت }, unit: PKR }
    local_rate: { label: { en: Local share, ur: مقامی حصہ }, unit: percent, event: true, at_most: 100% }
least_spools: { label: { en: Fewest spools, ur: کم ترین چرخیاں }, unit: count }
grade: { label: { en: Grade of the paper, ur: کاغذ کا درجہ }, categories: [plain, fine], words: { plain: { en: plain, ur: سادہ }, fine: { en: fine, ur: عمدہ } } }
tested_on: { label: { en: Day of the test, ur: جانچ کا دن }, unit: date, event: true }
open_workshop: { label: { en: The workshop is open, ur: کارخانہ کھلا ہے }, unit: boolean }
`

export const KITES_RETURN = `
return: kites
version: 3
title: { en: Return of kites, ur: پتنگوں کا گوشوارہ }
rates: { USD: { at_least: PKR 100 per USD, at_most: PKR 1000 per USD } }
sheets:
  production:
    label: { en: Production, ur: پیداوار }
    required: true
    key: [model, month]
    columns:
      model: { label: { en: Model, ur: ماڈل }, text: true, required: true }
      kind: { fact: kind, required: true }
      month: { label: { en: Month, ur: مہینہ }, unit: month, required: true }
      quantity: { label: { en: Kites, ur: پتنگیں }, unit: count, required: true, at_most: 1000000 }
      unit_price: { label: { en: Price, ur: قیمت }, unit: money, required: true }
      currency: { label: { en: Currency, ur: کرنسی }, currency_of: [unit_price], required: true }
      invoiced_on: { label: { en: Invoiced on, ur: انوائس کا دن }, unit: date, rate_date: true, required: true }
      grade: { fact: grade }
      spools: { label: { en: Spools, ur: چرخیاں }, unit: count, at_least: 2 }
  parts:
    label: { en: Parts, ur: پرزے }
    rows: 40
    key: [model, code]
    columns:
      model: { label: { en: Model, ur: ماڈل }, text: true, required: true, covers: production.model }
      code: { label: { en: Code, ur: کوڈ }, note: { en: Letter and three digits, ur: ایک حرف اور تین ہندسے }, text: true, pattern: '[A-Z][0-9]{3}', required: true }
      quantity: { label: { en: Quantity, ur: تعداد }, unit: count, required: true }
      unit_value: { label: { en: Value, ur: مالیت }, unit: PKR, required: true }
      local_rate: { fact: parts.local_rate }
  workshop:
    label: { en: Workshop, ur: کارخانہ }
    one_line: true
    columns:
      open_workshop: { fact: open_workshop, required: true }
      tested_on: { fact: tested_on }
facts:
  kind: { each: production.kind, by: model }
  sales_value: { sum: production.quantity * production.unit_price }
  kites_made: { sum: production.quantity }
  parts: { lines: parts, with: { part: '{model} {code}' } }
  least_spools: { least: production.spools }
  grade: { same: production.grade }
  tested_on: { first: workshop.tested_on }
  open_workshop: { one: workshop.open_workshop }
`

const RATES = `date,currency,rate,source
2026-07-10,USD,280.50,invented
2026-07-13,USD,281,invented
2026-09-01,CNY,39.125,invented
`

export function readKites(text: string = KITES_RETURN, vocabulary: string = VOCABULARY): SchemaRead {
  return loadReturnSchema({
    programme: { file: 'programme.yaml', text: PROGRAMME },
    vocabulary: { file: 'vocabulary.yaml', text: vocabulary },
    schema: { file: 'return.yaml', text },
  })
}

function mustBe<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the fixture does not load')
  return value
}

const read = readKites()
export const KITES: ReturnSchema = mustBe(read.ok ? read.schema : undefined)
export const YEAR: ReturnYear = mustBe(yearOf('2026-27', '07-01'))
const rates = readRates('rates.csv', RATES, KITES.rates)
export const KITE_RATES: OfficialRates = mustBe(rates.ok ? rates.rates : undefined)

export function day(text: string): TestCell {
  return { xml: `<c r="@" s="${DATE_STYLE}"><v>${serialOfDay(mustBe(parseDay(text)))}</v></c>` }
}

export function percent(ratio: string): TestCell {
  return { xml: `<c r="@" s="${PERCENT_STYLE}"><v>${ratio}</v></c>` }
}

export function stored(xml: string): TestCell {
  return { xml }
}

export type Lines = Readonly<Record<string, readonly (readonly TestCell[])[]>>

/** Every sheet with lines that nothing is wrong with. 2026-07-12 is a Sunday without a rate of its own. */
export const GOOD: Lines = {
  production: [
    ['Basant', 'fighter kite', '2026-07', 1000, 1.5, 'USD', day('2026-07-12'), 'fine', 4],
    ['Basant', 'fighter', '2026-08', 500, 420.25, 'PKR', day('2026-08-15'), 'عمدہ', 3],
    ['Dabba', 'ڈبہ پتنگ', '2026-09', 40, 10, 'CNY', day('2026-09-01')],
  ],
  parts: [
    ['Basant', 'A001', 1500, 12.5, percent('0.45')],
    ['Basant', 'B002', 3000, 0.75],
    ['Dabba', 'A001', 40, 90],
  ],
  workshop: [['yes', day('2026-05-05')]],
}

/** The marker row, the header and the lines of each sheet, and the hidden marker of programme and version. */
export function kitesWorkbook(lines: Lines, more: Partial<TestWorkbook> = {}): TestWorkbook {
  const sheets: TestSheet[] = KITES.sheets.map((sheet) => ({
    name: sheet.label.en,
    rows: [
      sheet.columns.map((column) => `${sheet.name}.${column.name}`),
      sheet.columns.map((column) => column.label.en),
      ...(lines[sheet.name] ?? []),
    ],
  }))
  return { ...more, sheets: [...sheets, marker('kites', '3'), ...(more.sheets ?? [])] }
}

export function marker(programme: string, version: string): TestSheet {
  return {
    name: '_maqami',
    state: 'veryHidden',
    rows: [
      ['return', programme],
      ['kind', 'annual'],
      ['version', version],
    ],
  }
}

export function readKite(bytes: Buffer): Promise<ReadReturn> {
  return readReturn({ form: 'xlsx', bytes }, { schema: KITES, rates: KITE_RATES, year: YEAR })
}

export function readLines(lines: Lines, more: Partial<TestWorkbook> = {}): Promise<ReadReturn> {
  return readKite(xlsx(kitesWorkbook(lines, more)))
}

/** Replaces one cell of the honest return; rows count from 0 among the lines. */
export function withCell(sheet: string, row: number, column: string, cell: TestCell): Lines {
  const index = mustBe(
    KITES.sheets.find((one) => one.name === sheet)?.columns.find((one) => one.name === column)?.index,
  )
  const lines = mustBe(GOOD[sheet]).map((line, at) =>
    at === row
      ? Array.from({ length: Math.max(line.length, index + 1) }, (_, each) => (each === index ? cell : line[each]))
      : line,
  )
  return { ...GOOD, [sheet]: lines }
}

/** By subject, in the notation of examples. */
export function kiteFacts(result: ReadReturn): readonly WrittenFacts[] {
  return writtenFacts(vocabularyIn(VOCABULARY), result)
}

/** The lines that a fact of a subject came from. */
export function originsIn(result: ReadReturn, subject: number, fact: string): readonly LineOrigin[] {
  const origins = result.ok ? result.subjects[subject]?.origins.get(fact) : undefined
  return origins === undefined ? [] : Array.from({ length: origins.count }, (_, nth) => origins.tell(nth))
}

/** What was found, in its order. */
export function codes(result: ReadReturn): readonly string[] {
  return (result.ok ? result.warnings : result.errors).map((error) => error.code)
}

/** Where the first of it is: `Parts!B4`. */
export function place(result: ReadReturn): string {
  const [error] = result.ok ? result.warnings : result.errors
  return `${error?.sheet ?? ''}!${error?.column ?? ''}${error?.row ?? ''}`
}
