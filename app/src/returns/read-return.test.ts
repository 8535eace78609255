import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ReturnErrorCode } from './return-errors.ts'
import { returnError, RETURN_SENTENCES } from './return-errors.ts'
import { readReturn } from './read-return.ts'
import { RETURN_LIMITS } from './return-limits.ts'
import { type TestCell, type TestSheet, xlsx } from './archive-fixture.ts'
import {
  codes,
  day,
  GOOD,
  KITE_RATES,
  kiteFacts,
  KITES,
  kitesWorkbook,
  type Lines,
  percent,
  originsIn,
  place,
  readLines,
  stored,
  withCell,
  YEAR,
} from './kites-fixture.ts'

describe('an honest return', () => {
  test('becomes facts in the notation of examples', async () => {
    const read = await readLines(GOOD)
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    expect(read.warnings).toEqual([])
    expect(read.subjects.map(({ subject }) => subject)).toEqual([{ kind: 'fighter' }, { kind: 'box' }])
    expect(kiteFacts(read)).toEqual([
      {
        kind: 'fighter',
        // 1000 at USD 1.5 and the rate of Friday the 10th, 280.50, and 500 at PKR 420.25: 420,750 + 210,125.
        sales_value: 'PKR 630875',
        kites_made: '1500',
        parts: [
          { part: 'Basant A001', quantity: '1500', unit_value: 'PKR 12.5', local_rate: '45%' },
          { part: 'Basant B002', quantity: '3000', unit_value: 'PKR 0.75', local_rate: 'none' },
        ],
        least_spools: '3',
        grade: 'fine',
        tested_on: '2026-05-05',
        open_workshop: 'true',
      },
      {
        kind: 'box',
        // 40 at CNY 10 and 39.125. Spools and grade were not reported: left out, not zero.
        sales_value: 'PKR 15650',
        kites_made: '40',
        parts: [{ part: 'Dabba A001', quantity: '40', unit_value: 'PKR 90', local_rate: 'none' }],
        tested_on: '2026-05-05',
        open_workshop: 'true',
      },
    ])
  })

  test('keeps for each fact the lines it came from, with the amount as filed and the official rate', async () => {
    const read = await readLines(GOOD)
    if (!read.ok) throw new Error('refused')
    expect(originsIn(read, 0, 'sales_value')).toEqual([
      {
        sheet: 'Production',
        row: 3,
        amounts: {
          unit_price: {
            amount: '1.5',
            currency: 'USD',
            rate: '280.5',
            rate_on: '2026-07-10',
            wanted_on: '2026-07-12',
            rate_source: 'invented',
          },
        },
      },
      { sheet: 'Production', row: 4 },
    ])
    expect(originsIn(read, 0, 'parts').map((line) => line.row)).toEqual([3, 4])
  })

  test('an event whose cell is empty has not happened', async () => {
    const read = await readLines({ ...GOOD, workshop: [['no']] })
    expect(kiteFacts(read)[0]?.['tested_on']).toBe('none')
    expect(kiteFacts(read)[0]?.['open_workshop']).toBe('false')
  })

  test('blank lines between others are passed over, and rows keep their numbers', async () => {
    const read = await readLines({
      ...GOOD,
      parts: [...(GOOD['parts'] ?? []).slice(0, 2), [], ['  '], ['Dabba', 'A001', 40, 90]],
    })
    expect(originsIn(read, 1, 'parts').map((line) => line.row)).toEqual([7])
  })

  test('shared strings with runs and phonetic signs, booleans, formulas with results and ISO dates are read', async () => {
    const lines: Lines = {
      ...GOOD,
      parts: [
        [
          stored('<c r="@" t="s"><v>0</v></c>'),
          'A001',
          stored('<c r="@"><f>1000+500</f><v>1500</v></c>'),
          stored('<c r="@"><f>0.1+0.2</f><v>0.30000000000000004</v></c>'),
        ],
        [
          stored('<c r="@" t="str"><f>"Dab"&amp;"ba"</f><v>Dabba</v></c>'),
          'A001',
          40,
          90,
          stored('<c r="@" t="str"><f>""</f><v></v></c>'),
        ],
      ],
      workshop: [[stored('<c r="@" t="b"><v>1</v></c>'), stored('<c r="@" t="d"><v>2026-05-05T00:00:00</v></c>')]],
    }
    const strings =
      '<?xml version="1.0"?><sst xmlns="x"><si><r><t>Bas</t></r><r><t>ant</t></r><rPh sb="0" eb="1"><t>BASU</t></rPh></si></sst>'
    const read = await readLines(lines, { entries: [{ name: 'xl/sharedStrings.xml', content: strings }] })
    expect(kiteFacts(read).map((one) => one['parts'])).toEqual([
      [{ part: 'Basant A001', quantity: '1500', unit_value: 'PKR 0.3', local_rate: 'none' }],
      [{ part: 'Dabba A001', quantity: '40', unit_value: 'PKR 90', local_rate: 'none' }],
    ])
  })

  test('days of a workbook in the 1904 system are the same days', async () => {
    const lines = {
      ...GOOD,
      workshop: [['yes', stored('<c r="@" s="1"><v>44742</v></c>')]],
      production: [['Basant', 'fighter', '2026-07', 1, 1, 'PKR', '2026-07-01']],
      parts: [['Basant', 'A001', 1, 1]],
    }
    const read = await readLines(lines, { date1904: true })
    expect(kiteFacts(read)[0]?.['tested_on']).toBe('2026-07-01')
  })

  test('a month that the spreadsheet made a day is that month', async () => {
    expect((await readLines(withCell('production', 0, 'month', day('2026-07-01')))).ok).toBe(true)
  })
})

/** Each error of a cell: where it is put and what is put there. */
const CELL_CASES: readonly (readonly [
  code: ReturnErrorCode,
  sheet: string,
  row: number,
  column: string,
  cell: TestCell,
  place: string,
])[] = [
  ['missing_value', 'production', 0, 'model', undefined, 'Production!A3'],
  ['text_in_number_cell', 'production', 0, 'quantity', '1,000', 'Production!D3'],
  ['not_a_number', 'production', 0, 'quantity', stored('<c r="@" t="b"><v>1</v></c>'), 'Production!D3'],
  ['number_in_text_cell', 'production', 2, 'model', 7, 'Production!A5'],
  ['not_a_whole_number', 'parts', 1, 'quantity', 1.5, 'Parts!C4'],
  ['too_many_digits', 'production', 1, 'unit_price', stored('<c r="@"><v>12345678901234567</v></c>'), 'Production!E4'],
  ['number_out_of_range', 'parts', 1, 'quantity', stored('<c r="@"><v>1E+25</v></c>'), 'Parts!C4'],
  ['number_out_of_range', 'parts', 1, 'unit_value', stored('<c r="@"><v>1E+308</v></c>'), 'Parts!D4'],
  ['text_too_long', 'production', 2, 'model', 'x'.repeat(251), 'Production!A5'],
  ['reserved_word', 'production', 2, 'model', 'none', 'Production!A5'],
  ['negative_number', 'parts', 1, 'quantity', -3, 'Parts!C4'],
  ['too_small', 'production', 0, 'spools', 1, 'Production!I3'],
  ['too_large', 'production', 0, 'quantity', 1_000_001, 'Production!D3'],
  ['too_large', 'parts', 0, 'local_rate', percent('1.01'), 'Parts!E3'],
  ['percent_without_sign', 'parts', 0, 'local_rate', 45, 'Parts!E3'],
  ['not_a_date', 'production', 1, 'invoiced_on', 46249, 'Production!G4'],
  ['not_a_date', 'production', 1, 'invoiced_on', '15/08/2026', 'Production!G4'],
  ['not_a_date', 'production', 1, 'invoiced_on', stored('<c r="@" s="1"><v>60</v></c>'), 'Production!G4'],
  ['not_a_month', 'production', 1, 'month', 'August', 'Production!C4'],
  ['outside_year', 'production', 1, 'invoiced_on', day('2027-07-01'), 'Production!G4'],
  ['outside_year', 'production', 1, 'month', '2026-06', 'Production!C4'],
  ['not_yes_or_no', 'workshop', 0, 'open_workshop', 'perhaps', 'Workshop!A3'],
  ['unknown_member', 'production', 1, 'kind', 'octopus', 'Production!B4'],
  ['unknown_currency', 'production', 1, 'currency', 'rupees', 'Production!F4'],
  ['wrong_form', 'parts', 0, 'code', 'A1', 'Parts!B3'],
  [
    'formula_error',
    'production',
    1,
    'quantity',
    stored('<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
    'Production!D4',
  ],
  ['formula_error', 'production', 1, 'model', stored('<c r="@" t="e"><v>#REF!</v></c>'), 'Production!A4'],
  ['formula_without_value', 'production', 1, 'quantity', stored('<c r="@"><f>A1*2</f></c>'), 'Production!D4'],
  ['no_rate', 'production', 0, 'currency', 'EUR', 'Production!F3'],
  ['no_rate', 'production', 0, 'invoiced_on', day('2026-07-21'), 'Production!F3'],
  ['conflicting_values', 'production', 1, 'grade', 'plain', 'Production!H4'],
]

describe('errors in cells', () => {
  test.each(CELL_CASES)('%s in %s, line %i, column %s', async (code, sheet, row, column, cell, where) => {
    const read = await readLines(withCell(sheet, row, column, cell))
    expect(read.ok).toBe(false)
    expect(codes(read)[0]).toBe(code)
    expect(place(read)).toBe(where)
  })

  test('the rate of the last day before holds for seven days, and not for eight', async () => {
    expect((await readLines(withCell('production', 0, 'invoiced_on', day('2026-07-20')))).ok).toBe(true)
    expect(codes(await readLines(withCell('production', 0, 'invoiced_on', day('2026-07-21'))))).toEqual(['no_rate'])
  })

  test('a member that is not known is answered with those that are, in both languages', async () => {
    const read = await readLines(withCell('production', 1, 'kind', 'octopus'))
    expect(!read.ok && read.errors[0]).toMatchObject({
      found: 'octopus',
      expected: 'fighter kite, box kite',
      header: 'Kind of kite',
    })
    expect(!read.ok && read.errors[0]?.sentence.ur).toContain('لڑاکا پتنگ، ڈبہ پتنگ')
  })

  test('zero needs no percent sign, since it is the same either way', async () => {
    const read = await readLines(withCell('parts', 0, 'local_rate', 0))
    expect(kiteFacts(read)[0]?.['parts']).toMatchObject([{ local_rate: '0%' }, {}])
  })
})

describe('errors among lines', () => {
  const parts = GOOD['parts'] ?? []
  const production = GOOD['production'] ?? []

  test('a second line with the same key names the first', async () => {
    const read = await readLines({ ...GOOD, parts: [...parts, ['Basant', 'A001', 1, 1]] })
    expect(codes(read)).toEqual(['duplicate_line'])
    expect(!read.ok && read.errors[0]).toMatchObject({ row: 6, found: 'Basant · A001' })
    expect(!read.ok && read.errors[0]?.sentence.en).toContain('row 3')
  })

  test('a key is the same whatever its spaces and unseen characters, and however its accents are composed', async () => {
    const same = await readLines({
      production: [['Caf\u00e9 Noir', 'fighter', '2026-07', 1, 1, 'PKR', day('2026-07-01')]],
      parts: [[' Cafe\u0301\u00a0 N\u200boir\ufeff', 'A001', 1, 1]],
      workshop: [['yes']],
    })
    expect(kiteFacts(same)[0]?.['parts']).toMatchObject([{ part: 'Caf\u00e9 Noir A001' }])
  })

  test.each(['basant', 'Basant\u200d', 'BASANT'])(
    'a key that is %j differs from one before it by nothing that counts',
    async (model) => {
      const read = await readLines({
        ...GOOD,
        production: [...production, [model, 'fighter', '2026-07', 1, 1, 'PKR', day('2026-07-01')]],
        parts: [...parts, [model, 'C003', 1, 1]],
      })
      expect(codes(read)).toEqual(['similar_line'])
      expect(!read.ok && read.errors[0]).toMatchObject({ sheet: 'Production', row: 6, column: 'A' })
      expect(!read.ok && read.errors[0]?.sentence.en).toContain('row 3')
    },
  )

  test('a category is known by its words, whatever the spaces between them', async () => {
    expect((await readLines(withCell('production', 0, 'kind', 'Fighter\u00a0\u200b kite '))).ok).toBe(true)
  })

  test('a cell with nothing but unseen characters is empty', async () => {
    expect(codes(await readLines(withCell('production', 0, 'model', '\u200b\u00a0')))).toContain('missing_value')
  })

  test('characters that are stored as codes are read as spreadsheet programs show them', async () => {
    const read = await readLines(withCell('parts', 2, 'model', '_x0044_abba'))
    expect(kiteFacts(read)[1]?.['parts']).toMatchObject([{ part: 'Dabba A001' }])
  })

  test('a model that production does not list is named', async () => {
    const read = await readLines({ ...GOOD, parts: [...parts, ['Patang', 'A001', 1, 1]] })
    expect(codes(read)).toEqual(['not_listed'])
    expect(!read.ok && read.errors[0]?.sentence.en).toContain('"Production"')
  })

  test('a model without parts is not one that has none', async () => {
    const read = await readLines({ ...GOOD, parts: parts.slice(0, 2) })
    expect(codes(read)).toEqual(['not_covered'])
    expect(!read.ok && read.errors[0]).toMatchObject({ found: 'Dabba', sheet: 'Parts' })
  })

  test('one model cannot be of two categories', async () => {
    const read = await readLines({
      ...GOOD,
      production: [...production, ['Basant', 'box', '2026-11', 1, 1, 'PKR', day('2026-11-01')]],
    })
    expect(codes(read)).toEqual(['two_categories'])
  })

  test('a sheet of one line has one, and not none or two', async () => {
    expect(codes(await readLines({ ...GOOD, workshop: [] }))).toEqual(['no_lines'])
    expect(codes(await readLines({ ...GOOD, workshop: [['yes'], ['no']] }))).toContain('several_lines')
  })

  test('a sheet has no more lines than its schema says', async () => {
    const many = Array.from({ length: 41 }, (_, index): TestCell[] => ['Basant', `Z${String(100 + index)}`, 1, 1])
    expect(codes(await readLines({ ...GOOD, parts: many }))).toContain('too_many_rows')
  })

  test('all errors of all sheets are found in one reading', async () => {
    const read = await readLines({
      production: [...production, ['', 'octopus', '2026-13', -1, 'x', 'Rs', '?']],
      parts: [...parts, ['Basant', 'a', 0.5, -1, 45]],
      workshop: [['maybe', 'soon']],
    })
    expect(codes(read)).toEqual([
      'missing_value',
      'unknown_member',
      'not_a_month',
      'negative_number',
      'text_in_number_cell',
      'unknown_currency',
      'not_a_date',
      'wrong_form',
      'not_a_whole_number',
      'negative_number',
      'percent_without_sign',
      'not_yes_or_no',
      'not_a_date',
    ])
  })

  test('a thousand errors are kept, and all are counted', async () => {
    const bad = Array.from({ length: 900 }, (_, index): TestCell[] => [
      `M${index}`,
      'octopus',
      '2026-07',
      -1,
      1,
      'PKR',
      day('2026-07-01'),
    ])
    const read = await readLines({ ...GOOD, production: bad })
    expect(!read.ok && read.errors.length).toBe(RETURN_LIMITS.errors)
    expect(!read.ok && read.total).toBeGreaterThan(1_800)
  })

  test('warnings, however many, do not push the one error out of the list', async () => {
    const notes = Array.from({ length: 3 }, (_, index): TestSheet => ({ name: `Notes ${index}`, rows: [['x']] }))
    const bytes = xlsx(kitesWorkbook(withCell('production', 0, 'kind', 'octopus'), { sheets: notes }))
    const limits = { ...RETURN_LIMITS, errors: 2 }
    const read = await readReturn({ form: 'xlsx', bytes }, { schema: KITES, rates: KITE_RATES, year: YEAR, limits })
    expect(codes(read)).toEqual(['unknown_sheet', 'unknown_sheet', 'unknown_member'])
    expect(!read.ok && read.total).toBe(1)
  })
})

test('every sentence names the same details in both languages, and knows each', () => {
  const named = (sentence: string): readonly string[] => [...new Set(sentence.match(/\{\w+\}/g))].toSorted()
  for (const [code, { en, ur }] of Object.entries(RETURN_SENTENCES)) {
    expect(named(ur), code).toEqual(named(en))
    for (const name of named(en))
      expect(['{sheet}', '{row}', '{header}', '{found}', '{expected}', '{other}']).toContain(name)
  }
})

test('every code has a test that asks for it', () => {
  const folder = new URL('.', import.meta.url)
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('')
  expect(
    Object.keys(RETURN_SENTENCES).filter((code) => !tests.includes(`'${code}'`) && !tests.includes(`'${code} `)),
  ).toEqual([])
})

test('what was found is shortened before it is repeated', () => {
  expect(returnError('unknown_member', { found: 'x'.repeat(5_000) }).sentence.en.length).toBeLessThan(300)
})

test('progress is told in characters of the sheets', async () => {
  const told: number[][] = []
  await readReturn(
    { form: 'xlsx', bytes: xlsx(kitesWorkbook(GOOD)) },
    { schema: KITES, rates: KITE_RATES, year: YEAR, progress: (done, total) => told.push([done, total]) },
  )
  const [done, total] = told.at(-1) ?? []
  expect(told.length).toBeGreaterThan(0)
  expect(done).toBeLessThanOrEqual(total ?? 0)
})
