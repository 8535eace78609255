import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { archive, type TestEntry } from '../archive-fixture.ts'
import { openReturn } from '../open-return.ts'
import { type CsvFile } from './read-csv.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { codes, GOOD, KITE_RATES, kiteFacts, KITES, originsIn, readLines, YEAR } from '../kites-fixture.ts'

const QUESTION = { schema: KITES, rates: KITE_RATES, year: YEAR }

const PRODUCTION = `model,kind,month,quantity,unit_price,currency,invoiced_on,grade,spools
Basant,fighter kite,2026-07,1000,1.5,USD,2026-07-12,fine,4
Basant,fighter,2026-08,500,420.25,PKR,2026-08-15,عمدہ,3
Dabba,ڈبہ پتنگ,2026-09,40,10,CNY,2026-09-01,,
`
const PARTS = `Model,Code,Quantity,Value,Local share
Basant,A001,1500,12.5,45%
Basant,B002,3000,0.75,
Dabba,A001,40,90,
`
const WORKSHOP = 'open_workshop,tested_on\nyes,2026-05-05\n'

function file(name: string, content: string | Buffer): CsvFile {
  return { name: `${name}.csv`, bytes: Buffer.from(content as string) }
}

function read(
  change: Readonly<Record<string, string | Buffer>> = {},
  more: readonly CsvFile[] = [],
): Promise<ReadReturn> {
  const texts = { production: PRODUCTION, parts: PARTS, workshop: WORKSHOP, ...change }
  return readReturn(
    { form: 'csv', files: [...Object.entries(texts).map(([name, text]) => file(name, text)), ...more] },
    QUESTION,
  )
}

describe('CSV files', () => {
  test('give the same facts as the workbook', async () => {
    const [csv, xlsx] = [await read(), await readLines(GOOD)]
    expect(kiteFacts(csv)).toEqual(kiteFacts(xlsx))
    expect(originsIn(csv, 0, 'parts')).toEqual([
      { sheet: 'parts', row: 2 },
      { sheet: 'parts', row: 3 },
    ])
  })

  test('may have a byte order mark, semicolons, tabs and quoted line breaks', async () => {
    expect(codes(await read({ parts: `\uFEFF${PARTS}` }))).toEqual([])
    expect(codes(await read({ parts: PARTS.replaceAll(',', ';') }))).toEqual([])
    expect(codes(await read({ parts: PARTS.replaceAll(',', '\t') }))).toEqual([])
    expect(codes(await read({ parts: PARTS.replace('Local share', '"Local\nshare"') }))).toEqual([])
  })

  test('name the row in which something is wrong, and a percentage needs its sign', async () => {
    const result = await read({ parts: PARTS.replace('45%', '0.45').replace('3000', '3,5') })
    expect(codes(result)).toContain('percent_without_sign')
    const decimal = await read({ parts: PARTS.replaceAll(',', ';').replace('12.5', '12,5') })
    expect(!decimal.ok && decimal.errors[0]).toMatchObject({ code: 'not_a_number', row: 2, column: 'D', found: '12,5' })
  })

  test('do not round: more than fifteen digits are refused', async () => {
    expect(codes(await read({ parts: PARTS.replace('12.5', '12.5000000000000001') }))).toEqual(['too_many_digits'])
  })

  test('in another encoding are refused', async () => {
    expect(codes(await read({ parts: Buffer.from(`\uFEFF${PARTS}`, 'utf16le') }))).toEqual(['csv_not_utf8'])
    expect(codes(await read({ parts: Buffer.from([0x4d, 0xe9, 0x2c]) }))).toEqual(['csv_not_utf8'])
  })

  test('with a quotation mark that does not close are refused', async () => {
    expect(codes(await read({ parts: PARTS.replace('B002', '"B002') }))).toEqual(['csv_broken'])
  })

  test('have the same limits as a workbook', async () => {
    const line = 'Basant,A001,1,1,\n'
    expect(codes(await read({ parts: PARTS + line.repeat(RETURN_LIMITS.rows + 10) }))).toEqual(['too_many_rows'])
    expect(codes(await read({ parts: `${PARTS}${'x,'.repeat(120)}x\n` }))).toEqual(['too_many_columns'])
    expect(codes(await read({ parts: `${PARTS}${'x'.repeat(40_000)}\n` }))).toEqual(['cell_text_too_long'])
    expect(codes(await read({}, [{ name: 'a.csv', bytes: Buffer.alloc(RETURN_LIMITS.bytes) }]))).toEqual([
      'file_too_large',
    ])
    expect(
      codes(
        await read(
          {},
          Array.from({ length: 30 }, (_, index) => file(`f${index}`, 'x')),
        ),
      ),
    ).toEqual(['too_many_sheets'])
    const low = { ...QUESTION, limits: { ...RETURN_LIMITS, cells: 5 } }
    expect(codes(await readReturn({ form: 'csv', files: [file('parts', PARTS)] }, low))).toEqual(['too_many_cells'])
  })

  test('that no sheet is named after are passed over with a warning; a missing one is an error', async () => {
    expect(codes(await read({}, [file('notes', 'a,b\n1,2\n')]))).toEqual(['unknown_sheet'])
    expect(
      codes(await readReturn({ form: 'csv', files: [file('production', PRODUCTION), file('parts', PARTS)] }, QUESTION)),
    ).toEqual(['missing_sheet'])
  })

  test('may be given as a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maqami-'))
    for (const [name, text] of Object.entries({
      production: PRODUCTION,
      parts: PARTS,
      workshop: WORKSHOP,
      'read me': 'x',
    })) {
      await writeFile(join(folder, name === 'read me' ? 'readme.txt' : `${name}.csv`), text)
    }
    await writeFile(join(folder, 'rates.csv'), 'date,currency,rate,source\n')
    const opened = await openReturn([folder])
    const filed = opened.ok ? await readReturn(opened.input, QUESTION) : undefined
    // Nobody is warned of a sheet 'rates'.
    expect(filed).toMatchObject({ ok: true, warnings: [] })
    await rm(folder, { recursive: true })
  })

  test('in a folder are plain files: a pipe of such a name would be waited for', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maqami-'))
    execFileSync('mkfifo', [join(folder, 'parts.csv')])
    await expect(openReturn([folder])).rejects.toThrow("parts.csv' is not a plain file")
    await rm(folder, { recursive: true })
  })

  test('of which a row is wider than the header are refused: a decimal comma would become another number', async () => {
    const [header = '', first = '', ...rest] = PARTS.split('\n')
    expect(codes(await read({ parts: [header, `${first},75`, ...rest].join('\n') }))).toEqual(['csv_too_wide'])
  })
})

describe('CSV files in a ZIP archive', () => {
  const ENTRIES = [
    { name: 'return/production.csv', content: PRODUCTION },
    { name: 'return/parts.csv', content: PARTS },
    { name: 'return/workshop.csv', content: WORKSHOP },
  ]
  const unpacked = async (entries: readonly TestEntry[], bytes: number = RETURN_LIMITS.bytes) =>
    await readReturn(
      { form: 'csv in zip', bytes: archive(entries) },
      { ...QUESTION, limits: { ...RETURN_LIMITS, bytes } },
    )

  test('are read as by themselves, whatever folder they lie in', async () => {
    const packed = await unpacked([...ENTRIES, { name: 'notes.txt', content: 'of no sheet' }])
    expect(kiteFacts(packed)).toEqual(kiteFacts(await read()))
  })

  test('may say by a table of their own for which return and version they were made, and are then held to it', async () => {
    const marked = (version: string) => [
      ...ENTRIES,
      { name: '_maqami.csv', content: `return,kites\nkind,annual\nversion,${version}\n` },
    ]
    expect(codes(await unpacked(marked('3')))).toEqual([])
    expect(codes(await unpacked(marked('2')))).toEqual(['wrong_version'])
  })

  test('are refused where there are none, where one is no UTF-8, and where they unpack to more than is taken', async () => {
    expect(codes(await unpacked([{ name: 'parts.txt', content: PARTS }]))).toEqual(['csv_none'])
    const latin = { name: 'parts.csv', content: Buffer.from([0x4d, 0xe9, 0x2c]) }
    expect(codes(await unpacked([latin]))).toEqual(['csv_not_utf8'])
    const zeros = [{ name: 'parts.csv', content: 'a,b\n'.repeat(10_000) }]
    expect(archive(zeros).length).toBeLessThan(1_000)
    expect(codes(await unpacked(zeros, 1_000))).toEqual(['unpacked_too_large'])
    expect(codes(await readReturn({ form: 'csv in zip', bytes: Buffer.from(PARTS) }, QUESTION))).toEqual([
      'not_a_workbook',
    ])
  })
})
