import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonOf } from '../doors-fixture.ts'
import { KITE_RATES, KITES, kiteFacts, YEAR } from '../kites-fixture.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { RETURN_LIMITS, type ReturnLimits } from '../return-limits.ts'

const LINE = {
  model: 'Basant',
  kind: 'fighter',
  month: '2026-07',
  quantity: '1000',
  unit_price: '420.25',
  currency: 'PKR',
  invoiced_on: '2026-07-10',
}
const LINES = {
  production: [LINE],
  parts: [{ model: 'Basant', code: 'A001', quantity: '2', unit_value: '12.5' }],
  workshop: [{ open_workshop: 'true' }],
}
const RIGHT = jsonOf(KITES, LINES).toString()

async function read(text: string | Buffer, limits: Partial<ReturnLimits> = {}): Promise<ReadReturn> {
  return await readReturn(
    { form: 'json', bytes: Buffer.from(text as string) },
    { schema: KITES, rates: KITE_RATES, year: YEAR, limits: { ...RETURN_LIMITS, ...limits } },
  )
}

function foundIn(result: ReadReturn): readonly string[] {
  return (result.ok ? result.warnings : result.errors).map(({ code, place = '' }) => `${code} ${place}`)
}

/** The right return with this in the place of that. */
async function changed(before: string, after: string, limits: Partial<ReturnLimits> = {}): Promise<readonly string[]> {
  if (!RIGHT.includes(before)) throw new Error(`there is no ${before}`)
  return foundIn(await read(RIGHT.replace(before, after), limits))
}

describe('a return in JSON', () => {
  test('keeps the digits of a number that binary floating point would lose', async () => {
    const exact = await read(RIGHT.replace('"420.25"', '0.1'))
    // 1000 at PKR 0.1 are PKR 100; the double nearest to 0.1 is more.
    expect(kiteFacts(exact)[0]).toMatchObject({ sales_value: 'PKR 100' })
    const large = await read(RIGHT.replace('"420.25"', '123456789012.345'))
    expect(kiteFacts(large)[0]).toMatchObject({ sales_value: 'PKR 123456789012345' })
    // It is PKR 100,000,000,000,000,000.01 for each, of which a double keeps no hundredth.
    expect(await changed('"420.25"', '100000000000000000.01')).toEqual([
      'too_many_digits /sheets/production/0/unit_price',
    ])
  })

  test('leaves out what is null, empty or not named, and takes true and false', async () => {
    const result = await read(RIGHT.replace('"open_workshop":"true"', '"open_workshop":true,"tested_on":null'))
    expect(kiteFacts(result)[0]).toMatchObject({ open_workshop: 'true', tested_on: 'none' })
    expect(await changed('"quantity":"1000"', '"quantity":null')).toEqual([
      'missing_value /sheets/production/0/quantity',
    ])
    expect(await changed('"quantity":"1000"', '"quantity":" "')).toEqual([
      'missing_value /sheets/production/0/quantity',
    ])
  })

  test('refuses a code that is a number, which may have lost its zeros', async () => {
    expect(await changed('"code":"A001"', '"code":1001')).toEqual(['number_in_text_cell /sheets/parts/0/code'])
    expect(await changed('"month":"2026-07"', '"month":202607')).toContain('not_a_month /sheets/production/0/month')
  })

  test('counts lines from 0, blank ones among them', async () => {
    expect(await changed('"production":[', '"production":[{},{"model":""},{"model":"Dabba"},')).toContain(
      'missing_value /sheets/production/2/kind',
    )
  })

  test('names what the return does not know, and what it misses', async () => {
    expect(await changed('"code":"A001"', '"code":"A001","colour":"red"')).toEqual(['unknown_column /sheets/parts'])
    expect(await changed('"workshop":[', '"kitchen":[{"x":1}],"workshop":[')).toContain('unknown_sheet /sheets/kitchen')
    expect(await changed(',"workshop":[{"open_workshop":"true"}]', '')).toContain('missing_sheet /sheets/workshop')
  })

  test('says for which return and version it was made', async () => {
    expect(await changed('"return":"kites",', '')).toEqual(['no_version_marker '])
    expect(await changed('"kites"', '"bicycles"')).toEqual(['wrong_programme '])
    expect(await changed('"annual"', '"monthly"')).toEqual(['wrong_kind '])
    expect(await changed('"version":"3"', '"version":"2"')).toEqual(['wrong_version '])
  })

  test('is refused as a whole, with the place, where it has another shape', async () => {
    expect(await changed('{"open_workshop":"true"}', '"yes"')).toEqual(['json_unfit /sheets/workshop/0'])
    expect(await changed('[{"open_workshop":"true"}]', '{}')).toEqual(['json_unfit /sheets/workshop'])
    expect(await changed('"A001"', '["A001"]')).toEqual(['json_unfit /sheets/parts/0/code'])
    expect(await changed('"return"', '"programme"')).toEqual(['json_unfit /programme'])
    expect(foundIn(await read('[]'))).toEqual(['json_unfit '])
    // Programs disagree about which of two counts.
    expect(await changed('"code":"A001"', '"code":"A001","code":"A002"')).toEqual(['json_unfit /sheets/parts/0'])
    expect(await changed('"parts":[', '"parts":[],"parts":[')).toEqual(['json_unfit /sheets/parts'])
  })

  test('is refused where it is no JSON, no UTF-8 or no text', async () => {
    for (const text of ['{', 'null x', `${RIGHT}]`, RIGHT.replace('}],', '},],'), RIGHT.slice(0, 99), '\uFEFF\u0001'])
      expect(foundIn(await read(text)).join(), text).toMatch(/^json_(?:broken|unfit) /)
    expect(foundIn(await read(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(['json_broken '])
    expect(await changed('"Basant"', '"Bas\\u0000ant"')).toEqual(['json_broken '])
    expect(await changed('"Basant"', '"Bas\\ud800ant"')).toEqual(['json_broken '])
    expect(await changed('"Basant"', '"Bas\nant"')).toEqual(['json_broken '])
    expect(await changed('"1000"', '01000')).toEqual(['json_broken '])
    expect(foundIn(await read(''))).toEqual(['file_empty '])
  })

  test('says in which line it goes wrong', async () => {
    const result = await read('{\n"return": "kites",\n"kind" "annual"}')
    expect(!result.ok && result.errors[0]?.sentence.en).toContain('line 3')
  })
})

describe('its limits', () => {
  test('are those of a workbook', async () => {
    expect(foundIn(await read(RIGHT, { bytes: 100 }))).toEqual(['file_too_large '])
    expect(foundIn(await read(RIGHT, { sheets: 2 }))).toEqual(['too_many_sheets '])
    // Seven cells of production, then four of parts.
    expect(foundIn(await read(RIGHT, { cells: 10 }))).toEqual(['too_many_cells '])
    expect(foundIn(await read(RIGHT, { text: 60 }))).toEqual(['too_much_text '])
    expect(await changed('"Basant"', `"${'x'.repeat(40)}"`, { cellText: 30 })).toEqual(['cell_text_too_long '])
    expect(await changed('"code"', '"a":1,"b":2,"c":3,"d":4,"e":5,"code"', { columns: 9 })).toEqual([
      'too_many_columns ',
    ])
    const [part] = LINES.parts
    const many = jsonOf(KITES, { ...LINES, parts: Array.from({ length: 41 }, () => part ?? {}) })
    expect(foundIn(await read(many))).toContain('too_many_rows /sheets/parts/40')
    // None of its sheets may have more than 20,000 lines: with two more the reading stops.
    const endless = jsonOf(KITES, { ...LINES, production: Array.from({ length: 20_002 }, () => ({ model: 'B' })) })
    expect(foundIn(await read(endless))).toEqual(['too_many_rows '])
  })

  test('hold for what nests: nothing is read deeper than a value', async () => {
    expect(foundIn(await read('['.repeat(1_000_000)))).toEqual(['json_unfit '])
    expect(await changed('"A001"', '['.repeat(100_000))).toEqual(['json_unfit /sheets/parts/0/code'])
  })
})

test('characters that are changed anywhere never do more than get it refused', async () => {
  const change = fc.tuple(
    fc.integer({ min: 0, max: RIGHT.length - 1 }),
    fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '9', '-', 'e', '.', ' ', '\u0000', 'n', 't', 'é'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      let text = RIGHT
      for (const [at, character] of changes) text = text.slice(0, at) + character + text.slice(at + 1)
      const result = await read(text)
      // What is taken is JSON for every program.
      expect(result.ok ? typeof JSON.parse(text) : typeof result.errors[0]?.code).toMatch(/object|string/)
    }),
    { numRuns: 400 },
  )
})
