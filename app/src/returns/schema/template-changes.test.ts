import { expect, test } from 'vitest'
import {
  marker,
  KITE_RATES,
  KITES,
  KITES_RETURN,
  kitesWorkbook,
  GOOD,
  readKites,
  VOCABULARY,
  YEAR,
} from '../kites-fixture.ts'
import { xlsx } from '../archive-fixture.ts'
import { readReturn } from '../read-return.ts'
import type { ReturnSchema } from './return-schema.ts'
import { templateChanges } from './template-changes.ts'

/** The kites as they stand, with this in the place of that. */
function kites(before: string, after: string, text = KITES_RETURN): ReturnSchema {
  if (!text.includes(before)) throw new Error(`there is no ${before}`)
  const read = readKites(text.replace(before, after))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.schema
}

function told(before: ReturnSchema, now: ReturnSchema): readonly string[] {
  return templateChanges(before, now).map(({ code, sentence }) => `${code} ${sentence.en}`)
}

test('a template beside itself has not changed', () => {
  expect(told(KITES, KITES)).toEqual([])
  // The place of a column is none of its marks.
  const [spools = ''] = /^ +spools: .*\n/m.exec(KITES_RETURN) ?? []
  const moved = kites(
    '      model: { label: { en: Model',
    `${spools}      model: { label: { en: Model`,
    KITES_RETURN.replace(spools, ''),
  )
  expect(told(KITES, moved)).toEqual([])
})

test('each change is said for both directions, with the label that the filer reads', () => {
  const [grade = ''] = /^ +grade: .*\n/m.exec(KITES_RETURN) ?? []
  const without = kites(grade, '', KITES_RETURN.replace('  grade: { same: production.grade }\n', ''))
  expect(told(without, KITES)).toEqual([
    'template_column_added New in the sheet "Production": the column "Grade of the paper". It may be empty.',
  ])
  expect(told(KITES, without)).toEqual([
    'template_column_removed The sheet "Production" no longer has the column "Grade of the paper".',
  ])
  const needed = kites(
    'spools: { label: { en: Spools, ur: چرخیاں }, unit: count',
    'spools: { label: { en: Spools, ur: چرخیاں }, required: true, unit: count',
  )
  expect(told(KITES, needed)).toEqual([
    'template_column_required The column "Spools" of the sheet "Production" must now be filled in.',
  ])
  expect(told(needed, KITES)).toEqual([
    'template_column_optional The column "Spools" of the sheet "Production" may now be empty.',
  ])
  const renamed = kites('{ en: Spools, ur: چرخیاں }', '{ en: Reels, ur: چرخیاں }')
  expect(told(KITES, renamed)).toEqual([
    'template_column_renamed The column "Spools" of the sheet "Production" is now called "Reels".',
  ])
  const [first] = templateChanges(KITES, renamed)
  expect(first?.sentence.ur).toContain('پیداوار')
})

test('what a column holds, its choices, its form and its bounds are told apart', () => {
  const dollars: ReturnSchema = {
    ...KITES,
    sheets: KITES.sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) =>
        column.name === 'unit_value' ? { ...column, type: { kind: 'money', currency: { fixed: 'USD' } } } : column,
      ),
    })),
  }
  expect(told(KITES, dollars)).toEqual([
    'template_column_holds The column "Value" of the sheet "Parts" now holds an amount in USD; it held an amount in PKR.',
  ])
  const more = readKites(
    KITES_RETURN,
    VOCABULARY.replace('[plain, fine]', '[fine, golden]').replace(
      'plain: { en: plain, ur: سادہ }',
      'golden: { en: golden, ur: سنہرا }',
    ),
  )
  if (!more.ok) throw new Error(JSON.stringify(more.problems))
  expect(told(KITES, more.schema)).toEqual([
    'template_choices_added The column "Grade of the paper" of the sheet "Production" has new choices: golden.',
    'template_choices_removed The column "Grade of the paper" of the sheet "Production" no longer has these choices: plain.',
  ])
  for (const changed of [kites('[A-Z][0-9]{3}', '[A-Z][0-9]{4}'), kites('at_least: 2', 'at_least: 3')])
    expect(templateChanges(KITES, changed).map(({ code }) => code)).toEqual(['template_column_rules'])
})

test('sheets come, go, are renamed and get other rules', () => {
  const [workshop = ''] = /^ {2}workshop:\n(?: {4}.*\n)+/m.exec(KITES_RETURN) ?? []
  const without = KITES_RETURN.replace(workshop, '')
    .replace('  tested_on: { first: workshop.tested_on }\n', '')
    .replace('  open_workshop: { one: workshop.open_workshop }\n', '')
  const old = kites('version: 3', 'version: 2', without)
  expect(told(old, KITES)).toEqual(['template_sheet_added New in the template: the sheet "Workshop".'])
  expect(told(KITES, old)).toEqual(['template_sheet_removed No longer in the template: the sheet "Workshop".'])
  expect(told(KITES, kites('{ en: Parts, ur: پرزے }\n    rows', '{ en: Components, ur: پرزے }\n    rows'))).toEqual([
    'template_sheet_renamed The sheet "Parts" is now called "Components".',
  ])
  expect(told(KITES, kites('rows: 40', 'rows: 50'))).toEqual([
    'template_sheet_rules The lines of the sheet "Parts" now have this rule: at most 50 lines; no two lines share Model, Code.',
  ])
})

test('a workbook of an earlier version is refused with what has changed, and one of a version that nobody knows without', async () => {
  const old = kites(
    'version: 3',
    'version: 2',
    KITES_RETURN.replace('{ en: Spools, ur: چرخیاں }', '{ en: Reels, ur: چرخیاں }'),
  )
  const earlier = async (version: string) => await Promise.resolve(version === '2' ? old : undefined)
  const read = async (version: string) => {
    const { sheets, ...others } = kitesWorkbook(GOOD)
    const bytes = xlsx({
      ...others,
      sheets: [...sheets.filter(({ name }) => name !== '_maqami'), marker('kites', version)],
    })
    return await readReturn({ form: 'xlsx', bytes }, { schema: KITES, rates: KITE_RATES, year: YEAR, earlier })
  }
  const stale = await read('2')
  expect(!stale.ok && [stale.total, stale.errors.map(({ code }) => code)]).toEqual([
    1,
    ['wrong_version', 'template_column_renamed'],
  ])
  const unknown = await read('1')
  expect(!unknown.ok && unknown.errors.map(({ code }) => code)).toEqual(['wrong_version'])
})
