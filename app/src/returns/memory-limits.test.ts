/** Each file is read, and written back where there is something to write, in a process of its own, which says how much memory it took. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type TestEntry, xlsx } from './archive-fixture.ts'
import { GOOD, kitesWorkbook } from './kites-fixture.ts'

const MOST_MEGABYTES = 300

interface Measured {
  readonly code: string
  readonly megabytes: number
}

async function measured(name: string, content: Buffer | string): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'maqami-'))
  try {
    const path = join(folder, name)
    await writeFile(path, content)
    const script = new URL('./memory-fixture.ts', import.meta.url).pathname
    const { stdout } = await promisify(execFile)(process.execPath, [script, path], { timeout: 60_000 })
    return JSON.parse(stdout) as Measured
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Packs pieces one after the other. */
function repeated(name: string, head: string, piece: (index: number) => string, times: number, tail = ''): TestEntry {
  const content = Buffer.from(head + Array.from({ length: times }, (_, index) => piece(index)).join('') + tail)
  return {
    name,
    content: deflateRawSync(content, { level: 1 }),
    deflated: { size: content.length, check: crc32(content) },
  }
}

const replaced = (entry: TestEntry): Buffer => xlsx(kitesWorkbook(GOOD, { entries: [entry] }))
/** The honest return with one more sheet. */
const withSheet = (piece: (index: number) => string, times: number): Buffer =>
  xlsx(
    kitesWorkbook(GOOD, {
      sheets: [{ name: 'More', rows: [] }],
      entries: [
        repeated('xl/worksheets/sheet5.xml', '<worksheet><sheetData>', piece, times, '</sheetData></worksheet>'),
      ],
    }),
  )
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const row = (index: number, cell: (reference: string) => string, letters = LETTERS): string =>
  `<row r="${index + 1}">${letters.map((letter) => cell(`${letter}${index + 1}`)).join('')}</row>`
const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

function zeros(): Buffer {
  const content = Buffer.alloc(200_000_000, 0x20)
  return replaced({
    name: 'xl/worksheets/sheet1.xml',
    content: deflateRawSync(content, { level: 9 }),
    deflated: { size: content.length, check: crc32(content) },
  })
}

function rows(): Buffer {
  return replaced(
    repeated(
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData>',
      (index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
      2_000_000,
    ),
  )
}

function sharedTexts(): Buffer {
  return replaced(
    repeated(
      'xl/sharedStrings.xml',
      '<sst>',
      (index) => `<si><t>${'a long text of its own '.repeat(5)}${index * 7919}</t></si>`,
      320_000,
    ),
  )
}

function listed(name: string, head: string, piece: (index: number) => string): Buffer {
  return replaced(repeated(name, head, piece, 1_500_000))
}

/** Nine wrong cells in each line of the sheet with the most. */
function wrong(): Buffer {
  return replaced(
    repeated(
      'xl/worksheets/sheet1.xml',
      `<worksheet><sheetData>${row(0, (reference) => inline(reference, HEADERS[LETTERS.indexOf(reference[0] ?? '')] ?? ''), LETTERS.slice(0, 9))}`,
      (index) => row(index + 1, (reference) => inline(reference, `none of it at ${reference}`), LETTERS.slice(0, 9)),
      20_000,
      '</sheetData></worksheet>',
    ),
  )
}
const HEADERS = [
  'Model',
  'Kind of kite',
  'Month',
  'Kites',
  'Price',
  'Currency',
  'Invoiced on',
  'Grade of the paper',
  'Spools',
]

const NINETEEN_MB = 19 * 1024 * 1024
const RATES = 'date,currency,rate,source\n'

test.each<[what: string, code: string, name: string, content: () => Buffer | string]>([
  ['a bomb that packs a thousand times', 'zip_bomb', 'return.xlsx', zeros],
  ['two million rows', 'too_many_rows', 'return.xlsx', rows],
  ['shared texts without end', 'too_much_text', 'return.xlsx', sharedTexts],
  [
    'texts without end in the cells themselves',
    'too_much_text',
    'return.xlsx',
    () => withSheet((index) => row(index, (at) => inline(at, `${at} ${'long text '.repeat(60)}`)), 15_000),
  ],
  [
    'formulas without end that nobody calculated',
    'too_much_text',
    'return.xlsx',
    () => withSheet((index) => row(index, (at) => `<c r="${at}"><f>${at}${'+B12345'.repeat(80)}</f></c>`), 15_000),
  ],
  [
    'one cell far to the right in every row',
    'too_many_cells',
    'return.xlsx',
    () => withSheet((index) => row(index, (at) => `<c r="${at}"><v>1</v></c>`, ['CV']), 20_000),
  ],
  [
    'relationships without end',
    'list_too_long',
    'return.xlsx',
    () =>
      listed(
        'xl/_rels/workbook.xml.rels',
        '<Relationships>',
        (at) => `<Relationship Id="x${at}" Type="t" Target="target${at}"/>`,
      ),
  ],
  [
    'number formats without end',
    'list_too_long',
    'return.xlsx',
    () => listed('xl/styles.xml', '<styleSheet><numFmts>', (at) => `<numFmt numFmtId="${at}" formatCode="0.${at}"/>`),
  ],
  [
    'cell formats without end',
    'list_too_long',
    'return.xlsx',
    () => listed('xl/styles.xml', '<styleSheet><cellXfs>', (at) => `<xf numFmtId="0" fontId="${at}"/>`),
  ],
  ['a file of commas', 'too_many_columns', 'production.csv', () => ','.repeat(NINETEEN_MB)],
  ['a file of line ends', 'too_many_rows', 'production.csv', () => '\n'.repeat(NINETEEN_MB)],
  ['rates of line ends', 'problems', 'rates.csv', () => RATES + '\n'.repeat(NINETEEN_MB)],
  ['rates of commas', 'problems', 'rates.csv', () => RATES + ','.repeat(NINETEEN_MB)],
  ['rates of which every one is wrong', 'problems', 'rates.csv', () => RATES + '2026-07-10,usd,1,x\n'.repeat(900_000)],
  [
    'as many rates as are taken',
    'ok',
    'rates.csv',
    () =>
      RATES +
      Array.from(
        { length: 99_000 },
        (_, at) =>
          `${new Date(Math.floor(at / 3) * 86_400_000).toISOString().slice(0, 10)},${['USD', 'CNY', 'EUR'][at % 3]},${100_000 + at}.25,source number ${at} of that day\n`,
      ).join(''),
  ],
  ['twenty thousand lines in which everything is wrong', 'unknown_member', 'return.xlsx', wrong],
  [
    'nearly as many cells as are taken, each with a text of its own',
    'ok',
    'return.xlsx',
    () => withSheet((index) => row(index, (at) => inline(at, `text ${at}`)), 12_000),
  ],
  [
    'nearly as much text as is taken, in Urdu',
    'ok',
    'return.xlsx',
    () => withSheet((index) => row(index, (at) => inline(at, `${at} ${'لڑاکا پتنگ '.repeat(8)}`)), 2_900),
  ],
])('%s: %s', async (_what, code, name, content) => {
  const read = await measured(name, content())
  expect(read.code).toBe(code)
  expect(read.megabytes).toBeLessThan(MOST_MEGABYTES)
})
