import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openReturn } from './open-return.ts'
import { type ReadReturn, readReturn } from './read-return.ts'
import { RETURN_LIMITS } from './return-limits.ts'
import {
  archive,
  entriesOf,
  sheetXml,
  type TestCell,
  type TestEntry,
  type TestWorkbook,
  xlsx,
} from './archive-fixture.ts'
import { GOOD, KITE_RATES, KITES, kitesWorkbook, readKite, YEAR } from './kites-fixture.ts'

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
    expect(await codeOf(withSheet(`<worksheet><!-- ${noise}`))).toBe('cell_text_too_long')
    expect(await codeOf(withSheet(`<worksheet>${noise}`))).toBe('cell_text_too_long')
    expect(await codeOf(withSheet(`<worksheet a="${noise}`))).toBe('cell_text_too_long')
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
    const low = { ...RETURN_LIMITS, cells: 20, sharedStrings: 2 }
    const question = { schema: KITES, rates: KITE_RATES, year: YEAR, limits: low }
    expect(code(await readReturn({ form: 'xlsx', bytes: HONEST }, question))).toBe('too_many_cells')
    const bytes = xlsx(kitesWorkbook(GOOD, { strings: ['a', 'b', 'c'] }))
    expect(code(await readReturn({ form: 'xlsx', bytes }, question))).toBe('too_many_strings')
  })
})

describe('memory', () => {
  interface Measured {
    readonly code: string
    readonly megabytes: number
  }

  async function measured(bytes: Buffer): Promise<Measured> {
    const folder = await mkdtemp(join(tmpdir(), 'maqami-'))
    try {
      const path = join(folder, 'return.xlsx')
      await writeFile(path, bytes)
      const script = new URL('./memory-fixture.ts', import.meta.url).pathname
      const { stdout } = await promisify(execFile)(process.execPath, [script, path], { timeout: 60_000 })
      return JSON.parse(stdout) as Measured
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  /** Deflates a piece many times over without holding the whole. */
  function repeated(name: string, head: string, piece: (index: number) => string, times: number, tail = ''): TestEntry {
    const content = Buffer.from(head + Array.from({ length: times }, (_, index) => piece(index)).join('') + tail)
    return {
      name,
      content: deflateRawSync(content, { level: 1 }),
      deflated: { size: content.length, check: crc32(content) },
    }
  }

  const replaced = (entry: TestEntry): Buffer => xlsx(kitesWorkbook(GOOD, { entries: [entry] }))

  test('a bomb that packs a thousand times is refused unopened', async () => {
    const zeros = Buffer.alloc(200_000_000, 0x20)
    const bomb = {
      name: 'xl/worksheets/sheet1.xml',
      content: deflateRawSync(zeros, { level: 9 }),
      deflated: { size: zeros.length, check: crc32(zeros) },
    }
    const { code: said, megabytes } = await measured(replaced(bomb))
    expect(said).toBe('zip_bomb')
    expect(megabytes).toBeLessThan(300)
  })

  test('two million rows are refused after the first too many', async () => {
    const rows = repeated(
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData>',
      (index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
      2_000_000,
    )
    const { code: said, megabytes } = await measured(replaced(rows))
    expect(said).toBe('too_many_rows')
    expect(megabytes).toBeLessThan(300)
  })

  test('as many texts as fit are read, and more are refused, within the same memory', async () => {
    const texts = repeated(
      'xl/sharedStrings.xml',
      '<sst>',
      (index) => `<si><t>${'a long text of its own '.repeat(5)}${index * 7919}</t></si>`,
      320_000,
    )
    const { code: said, megabytes } = await measured(replaced(texts))
    expect(said).toBe('too_many_strings')
    expect(megabytes).toBeLessThan(300)
  })

  test('nearly four hundred thousand cells with texts of their own are read within the same memory', async () => {
    const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
    const line = (row: number): string =>
      `<row r="${row}">${letters.map((letter) => `<c r="${letter}${row}" t="inlineStr"><is><t>text of cell ${letter}${row}</t></is></c>`).join('')}</row>`
    const wide = repeated(
      'xl/worksheets/sheet5.xml',
      '<worksheet><sheetData>',
      (index) => line(index + 1),
      15_000,
      '</sheetData></worksheet>',
    )
    const { code: said, megabytes } = await measured(
      xlsx(kitesWorkbook(GOOD, { sheets: [{ name: 'More', rows: [] }], entries: [wide] })),
    )
    expect(said).toBe('ok')
    expect(megabytes).toBeLessThan(300)
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
