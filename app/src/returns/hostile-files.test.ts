import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { XmlError } from '../kernel/limited-xml.ts'
import { openReturn } from './open-return.ts'
import { type ReadReturn, readReturn } from './read-return.ts'
import { RETURN_LIMITS, type ReturnLimits } from './return-limits.ts'
import { refusalOf } from './return-refusal.ts'
import {
  archive,
  entriesOf,
  sheetXml,
  type TestCell,
  type TestEntry,
  type TestWorkbook,
  xlsx,
} from './archive-fixture.ts'
import {
  GOOD,
  KITE_RATES,
  kiteFacts,
  KITES,
  kitesWorkbook,
  readKite,
  readLines,
  stored,
  withCell,
  YEAR,
} from './kites-fixture.ts'

const HONEST = xlsx(kitesWorkbook(GOOD))
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

function code(read: ReadReturn): string | undefined {
  return read.ok ? 'ok' : read.errors[0]?.code
}

async function codeOf(bytes: Buffer): Promise<string | undefined> {
  return code(await readKite(bytes))
}

function withEntries(...entries: readonly TestEntry[]): Buffer {
  return xlsx(kitesWorkbook(GOOD, { entries }))
}

/** The honest workbook with one more sheet of the given XML. */
function withSheet(xml: string): Buffer {
  return xlsx(kitesWorkbook(GOOD, { sheets: [{ name: 'More', rows: [], xml }] }))
}

const contentTypes = (type: string): TestEntry => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
})

describe('files that are not a plain workbook', () => {
  test('an empty file', async () => expect(await codeOf(Buffer.alloc(0))).toBe('file_empty'))
  test('a text', async () => expect(await codeOf(Buffer.from('model,month'))).toBe('not_a_workbook'))
  test('a file above the limit', async () =>
    expect(await codeOf(Buffer.alloc(RETURN_LIMITS.bytes + 1))).toBe('file_too_large'))
  test('an archive of something else', async () =>
    expect(await codeOf(archive([{ name: 'a.txt', content: 'a' }]))).toBe('not_a_workbook'))
  test('a document of another kind', async () =>
    expect(await codeOf(withEntries(contentTypes('application/wordprocessingml')))).toBe('not_a_workbook'))
  test('an old .xls', async () => expect(await codeOf(Buffer.concat([OLE, Buffer.alloc(2_000)]))).toBe('old_workbook'))

  test('a workbook under a password', async () => {
    expect(
      await codeOf(
        Buffer.concat([OLE, Buffer.alloc(1_000), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)]),
      ),
    ).toBe('encrypted_workbook')
    expect(await codeOf(archive(entriesOf(kitesWorkbook(GOOD)).map((entry) => ({ ...entry, encrypted: true }))))).toBe(
      'encrypted_workbook',
    )
  })

  test('macros, by their part or by the type of the workbook', async () => {
    expect(await codeOf(withEntries({ name: 'xl/vbaProject.bin', content: 'x' }))).toBe('macro_workbook')
    expect(await codeOf(withEntries(contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml')))).toBe(
      'macro_workbook',
    )
  })

  test('links to other workbooks', async () => {
    expect(await codeOf(withEntries({ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }))).toBe(
      'external_links',
    )
  })

  test('a truncated file, wherever it is cut', async () => {
    for (const share of [0.1, 0.5, 0.9])
      expect(await codeOf(HONEST.subarray(0, Math.floor(HONEST.length * share)))).toBe('truncated_workbook')
    expect(await codeOf(HONEST.subarray(0, HONEST.length - 5))).toMatch(/truncated_workbook|broken_workbook/)
  })

  test('a part that was changed after it was packed', async () => {
    const entries = entriesOf(kitesWorkbook(GOOD))
    const content = Buffer.from('<worksheet/>')
    const changed = {
      name: 'xl/worksheets/sheet1.xml',
      content: deflateRawSync(content),
      deflated: { size: content.length, check: 1 },
    }
    expect(await codeOf(archive(entries.map((entry) => (entry.name === changed.name ? changed : entry))))).toBe(
      'broken_workbook',
    )
  })

  test('a sheet that is listed and not there', async () => {
    const entries = entriesOf(kitesWorkbook(GOOD)).filter((entry) => entry.name !== 'xl/worksheets/sheet1.xml')
    expect(await codeOf(archive(entries))).toBe('broken_workbook')
  })
})

describe('archives that mislead', () => {
  test('the same part twice', async () => {
    const entries = entriesOf(kitesWorkbook(GOOD))
    expect(await codeOf(archive([...entries, { name: 'xl/workbook.xml', content: '<workbook/>' }]))).toBe(
      'duplicate_entry',
    )
  })

  test.each(['../outside.xml', '/etc/passwd', 'xl/../../outside.xml', 'C:/windows', 'xl\\..\\outside.xml'])(
    'a part called %s',
    async (name) => {
      expect(await codeOf(withEntries({ name, content: 'x' }))).toBe('unsafe_path')
    },
  )

  test('more parts than a workbook has', async () => {
    expect(
      await codeOf(
        withEntries(...Array.from({ length: 250 }, (_, index) => ({ name: `xl/media/${index}.png`, content: 'x' }))),
      ),
    ).toBe('too_many_entries')
  })

  test('a part that unpacks to more than it claims', async () => {
    const xml = `<worksheet>${'<a/>'.repeat(100_000)}</worksheet>`
    expect(
      await codeOf(
        archive(
          entriesOf(kitesWorkbook(GOOD)).map((entry) =>
            entry.name === 'xl/worksheets/sheet1.xml' ? { name: entry.name, content: xml, claims: 20_000 } : entry,
          ),
        ),
      ),
    ).toBe('broken_workbook')
  })

  test('parts that claim to unpack to more than any return may', async () => {
    const noise = Buffer.from(Array.from({ length: 2_100_000 }, (_, index) => ((index * 2_654_435_761) >>> 13) % 256))
    const lying = { name: 'xl/worksheets/sheet9.xml', content: noise, deflated: { size: 320_000_000, check: 0 } }
    expect(await codeOf(withEntries(lying))).toBe('unpacked_too_large')
    const half = { ...lying, deflated: { size: 160_000_000, check: 0 } }
    expect(await codeOf(withEntries(half, { ...half, name: 'xl/worksheets/sheet8.xml' }))).toBe('unpacked_too_large')
  })
})

describe('XML that misleads', () => {
  test('a document type with entities', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1"><v>&b;</v></c></row></sheetData></worksheet>'
    expect(await codeOf(withSheet(bomb))).toBe('xml_doctype')
    expect(await codeOf(withSheet('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'))).toBe('xml_doctype')
  })

  test('an entity that nobody defined', async () =>
    expect(await codeOf(withSheet('<worksheet>&xxe;</worksheet>'))).toBe('broken_workbook'))
  test('another encoding', async () =>
    expect(await codeOf(withSheet('<?xml version="1.0" encoding="UTF-16"?><worksheet/>'))).toBe('broken_workbook'))
  test('tags that do not close', async () =>
    expect(await codeOf(withSheet('<worksheet><sheetData>'))).toBe('broken_workbook'))
  test('bottomless nesting', async () => expect(await codeOf(withSheet('<a>'.repeat(100_000)))).toBe('broken_workbook'))

  test('a comment, a text or an attribute without end', async () => {
    const noise = Array.from({ length: 400_000 }, (_, index) => (index * 2_654_435_761) % 4_294_967_296).join(' ')
    expect(await codeOf(withSheet(`<worksheet><!-- ${noise}`))).toBe('xml_endless')
    expect(await codeOf(withSheet(`<worksheet>${noise}`))).toBe('xml_endless')
    expect(await codeOf(withSheet(`<worksheet a="${noise}`))).toBe('xml_endless')
  })

  test('more elements than any return has', () => {
    expect(refusalOf(new XmlError('too many elements', '')).code).toBe('xml_too_many')
  })

  test('bytes that are not UTF-8', async () => {
    const content = Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xff, 0xfe]), Buffer.from('</worksheet>')])
    expect(
      await codeOf(xlsx({ ...kitesWorkbook(GOOD), entries: [{ name: 'xl/worksheets/sheet1.xml', content }] })),
    ).toBe('broken_workbook')
  })

  test.each([
    ['rows that go backwards', '<row r="2"/><row r="1"/>'],
    ['the same row twice', '<row r="2"/><row r="2"/>'],
    ['a row beyond the last', '<row r="99999999"/>'],
    ['a row without a number', '<row r="x"/>'],
    ['the same cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell beyond the last column', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
    ['a cell without a place', '<row r="1"><c r="11"><v>1</v></c></row>'],
    ['a shared text that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
  ])('%s', async (_what, rows) =>
    expect(await codeOf(withSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))).toBe('broken_workbook'),
  )
})

describe('workbooks that two programs could read differently', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const first = async (xml: string) => {
    const read = await readKite(withSheet(xml))
    return read.ok ? undefined : read.errors[0]
  }
  const data = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

  test.each([
    ['two values in a cell', '<row r="2"><c r="B2"><v>1</v><v>2</v></c></row>', 'B'],
    ['two formulas in a cell', '<row r="2"><c r="B2"><f>1</f><f>2</f><v>2</v></c></row>', 'B'],
    ['an inline text and a value', '<row r="2"><c r="B2" t="inlineStr"><is><t>a</t></is><v>1</v></c></row>', 'B'],
    ['two pieces of one text', '<row r="2"><c r="B2" t="inlineStr"><is><t>a</t><t>b</t></is></c></row>', 'B'],
    ['an element inside a value', '<row r="2"><c r="B2"><v>1<b/>2</v></c></row>', 'B'],
    [
      'alternative contents of a cell',
      '<row r="2"><c r="B2"><mc:AlternateContent><mc:Choice Requires="x"><v>1</v></mc:Choice><mc:Fallback><v>2</v></mc:Fallback></mc:AlternateContent></c></row>',
      'B',
    ],
    ['a value of another vocabulary', '<row r="2"><c r="B2"><v>1</v><o:v>2</o:v></c></row>', 'B'],
    ['alternative cells of a row', '<row r="2"><mc:AlternateContent/></row>', undefined],
    ['a cell that names another row', '<row r="2"><c r="B3"><v>1</v></c></row>', undefined],
    ['a cell that names a longer row', '<row r="2"><c r="B12"><v>1</v></c></row>', undefined],
    ['a type that nobody knows', '<row r="2"><c r="B2" t="z"><v>1</v></c></row>', 'B'],
  ])('%s', async (_what, rows, column) =>
    expect(await first(data(rows))).toMatchObject({ code: 'ambiguous_workbook', sheet: 'More', row: 2, column }),
  )

  test.each([
    ['rows after the table', '<worksheet><sheetData/><row r="1"><c r="A1"><v>1</v></c></row></worksheet>'],
    [
      'a second table',
      '<worksheet><sheetData/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'a table in another',
      '<worksheet><x><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></x></worksheet>',
    ],
    ['a table of another vocabulary', '<worksheet xmlns:o="other"><o:sheetData/><sheetData/></worksheet>'],
  ])('%s', async (_what, xml) => expect(await first(xml)).toMatchObject({ code: 'ambiguous_workbook', sheet: 'More' }))

  test('a shared text in two pieces', async () => {
    const strings = { name: 'xl/sharedStrings.xml', content: '<sst><si><t>Bas</t><t>ant</t></si></sst>' }
    expect(await codeOf(withEntries(strings))).toBe('ambiguous_workbook')
  })

  test.each([
    ['another prefix for the same vocabulary', `<worksheet xmlns="${MAIN}" xmlns:x="${MAIN}"><sheetData/></worksheet>`],
    [
      'another prefix further down',
      `<worksheet xmlns="${MAIN}"><sheetData/><ext xmlns:x="${MAIN}"><x:sheetData/></ext></worksheet>`,
    ],
    ['the same prefix for another', `<worksheet xmlns="${MAIN}"><sheetData xmlns="other"/></worksheet>`],
    ['an attribute that stands twice', data('<row r="1" r="2"/>')],
    ['a row in sixteens', data('<row r="0x3"/>')],
    ['a row in powers of ten', data('<row r="1e1"/>')],
    ['a row with a sign', data('<row r="+3"/>')],
    ['a format in sixteens', data('<row r="1"><c r="A1" s="0x1"><v>1</v></c></row>')],
    ['a shared text in sixteens', data('<row r="1"><c r="A1" t="s"><v>0x0</v></c></row>')],
  ])('%s', async (_what, xml) => expect((await first(xml))?.code).toBe('broken_workbook'))

  test('every element may have the prefix of the root, and those of other vocabularies beside the table are passed over', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns:mc="mc"><mc:AlternateContent/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData><x:extLst><x:ext xmlns:x14="x14"><x14:row/></x:ext></x:extLst></x:worksheet>`
    const read = await readKite(withSheet(xml))
    expect(read.ok && read.cells.raw.sheets.at(-1)?.rows[0]?.cells[0]?.text).toBe('1')
  })

  test.each(['0xB4A9', '4.6E4', '+46000', ' 46000'])('the day %j is not one', async (serial) => {
    const read = await readLines(withCell('workshop', 0, 'tested_on', stored(`<c r="@" s="1"><v>${serial}</v></c>`)))
    expect(code(read)).toBe('not_a_date')
  })

  test('parts whose names differ in capitals only, or are written as codes', async () => {
    expect(await codeOf(withEntries({ name: 'XL/Workbook.xml', content: '<workbook/>' }))).toBe('duplicate_entry')
    const relations = String(
      entriesOf(kitesWorkbook(GOOD)).find((one) => one.name.endsWith('workbook.xml.rels'))?.content,
    )
    const changed = (content: string): Promise<string | undefined> =>
      codeOf(withEntries({ name: 'xl/_rels/workbook.xml.rels', content }))
    expect(await changed(relations)).toBe('ok')
    expect(await changed(relations.replace('sheet1.xml', 'sheet%31.xml'))).toBe('broken_workbook')
    expect(await changed(relations.replace('"rId2"', '"rId1"'))).toBe('broken_workbook')
    expect(await changed(relations.replace('/styles"', '/sharedStrings"'))).toBe('broken_workbook')
  })

  test('sheets whose names differ in capitals only', async () =>
    expect(await codeOf(xlsx(kitesWorkbook(GOOD, { sheets: [{ name: 'PARTS', rows: [] }] })))).toBe('broken_workbook'))

  test('a setting of another vocabulary does not change the days of the workbook', async () => {
    const content = String(
      entriesOf(kitesWorkbook(GOOD, { date1904: true })).find((one) => one.name === 'xl/workbook.xml')?.content,
    )
    const entries = [{ name: 'xl/workbook.xml', content: content.replace('<sheets>', '<x15:workbookPr/><sheets>') }]
    const lines = {
      workshop: [['yes', stored('<c r="@" s="1"><v>44742</v></c>')]],
      production: [['Basant', 'fighter', '2026-07', 1, 1, 'PKR', '2026-07-01']],
      parts: [['Basant', 'A001', 1, 1]],
    }
    const read = await readLines(lines, { entries })
    expect(kiteFacts(read)[0]?.['tested_on']).toBe('2026-07-01')
  })
})

describe('workbooks that are too large', () => {
  const sheets = (count: number): TestWorkbook['sheets'] =>
    Array.from({ length: count }, (_, index) => ({ name: `Sheet ${index}`, rows: [] }))
  const cells = (count: number): TestCell[] => Array.from({ length: count }, (_, index) => index)

  test('sheets', async () => expect(await codeOf(xlsx({ sheets: sheets(31) }))).toBe('too_many_sheets'))
  test('columns', async () => expect(await codeOf(withSheet(sheetXml([cells(101)])))).toBe('too_many_columns'))
  test('rows', async () =>
    expect(await codeOf(withSheet(sheetXml(Array.from({ length: 20_010 }, () => [1]))))).toBe('too_many_rows'))
  test('blank rows', async () => {
    const blank = Array.from({ length: 130_000 }, (_, index) => `<row r="${index + 1}"/>`).join('')
    expect(await codeOf(withSheet(`<worksheet><sheetData>${blank}</sheetData></worksheet>`))).toBe('too_many_rows')
  })
  test('a text', async () =>
    expect(await codeOf(withSheet(sheetXml([['x'.repeat(32_768)]])))).toBe('cell_text_too_long'))

  test('cells and shared texts, with limits set low', async () => {
    const readWithin = async (limits: Partial<ReturnLimits>, bytes: Buffer): Promise<string | undefined> =>
      code(
        await readReturn(
          { form: 'xlsx', bytes },
          { schema: KITES, rates: KITE_RATES, year: YEAR, limits: { ...RETURN_LIMITS, ...limits } },
        ),
      )
    expect(await readWithin({ cells: 20 }, HONEST)).toBe('too_many_cells')
    expect(await readWithin({ places: 30 }, HONEST)).toBe('too_many_cells')
    // Three texts of ten characters, each with eight more.
    const bytes = xlsx(kitesWorkbook(GOOD, { strings: Array.from({ length: 3 }, () => 'ten letter') }))
    expect(await readWithin({ text: 53 }, bytes)).toBe('too_much_text')
  })
})

test('a path with too large a file is refused before it is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maqami-'))
  await writeFile(join(folder, 'large.xlsx'), Buffer.alloc(RETURN_LIMITS.bytes + 1))
  const opened = await openReturn([join(folder, 'large.xlsx')])
  expect(!opened.ok && opened.errors[0]?.code).toBe('file_too_large')
  await rm(folder, { recursive: true })
})

describe('damage at random', () => {
  test('bytes that are changed anywhere never do more than get the file refused', async () => {
    const change = fc.tuple(fc.integer({ min: 0, max: HONEST.length - 1 }), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const bytes = Buffer.from(HONEST)
        for (const [at, value] of changes) bytes[at] = value
        const read = await readKite(bytes)
        expect(read.ok ? 'ok' : typeof read.errors[0]?.code).toMatch(/ok|string/)
      }),
      { numRuns: 400 },
    )
  })

  test('characters that are changed in a part that is packed rightly never do more either', async () => {
    const entries = entriesOf(kitesWorkbook(GOOD))
    const change = fc.tuple(
      fc.integer({ min: 0, max: entries.length - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('<', '>', '"', '&', '/', 'r', '9', ' ', '\u0000', '=', '-'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const changed = entries.map((entry, index) => {
          let text = String(entry.content)
          for (const [which, share, character] of changes) {
            const at = Math.floor(share * text.length)
            if (which === index) text = text.slice(0, at) + character + text.slice(at + 1)
          }
          return { ...entry, content: text }
        })
        const read = await readKite(archive(changed))
        expect(read.ok ? 'ok' : typeof read.errors[0]?.code).toMatch(/ok|string/)
      }),
      { numRuns: 400 },
    )
  })
})
