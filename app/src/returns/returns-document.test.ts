import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plain } from '@maqami/engine/load/examples.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { vocabularyIn, writtenFacts } from './facts-fixture.ts'
import { loadReturnSchema } from './schema/load-return-schema.ts'
import type { ReturnSchema } from './schema/return-schema.ts'
import { NO_RATES, readRates } from './check/official-rates.ts'
import { disagreements } from './hold-months.ts'
import { keptLines } from './kept-lines.ts'
import { openReturn } from './open-return.ts'
import { type ReadReturn, readReturn } from './read-return.ts'
import { periodOf } from './return-year.ts'
import { writeTemplate } from './write/write-template.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'returns.md'), 'utf8')

/** The block that the document gives as that file. */
function block(name: string): string {
  const [, text] = new RegExp(`^\`\`\`\\w+ ${name.replace('.', '\\.')}\\n([^]*?)^\`\`\``, 'm').exec(DOCUMENT) ?? []
  if (text === undefined) throw new Error(`docs/returns.md has no block ${name}`)
  return text
}

function yaml(name: string, text: string): unknown {
  const read = readYaml(name, text)
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  return plain(read.node)
}

function loadedFrom(file: string, annual?: ReturnSchema): ReturnSchema {
  const of = (name: string) => ({ file: name, text: block(name) })
  const loaded = loadReturnSchema({
    programme: of('programme.yaml'),
    vocabulary: of('vocabulary.yaml'),
    schema: of(file),
    annual,
  })
  if (!loaded.ok) throw new Error(loaded.problems.map((one) => `${one.file}:${one.line} ${one.sentence}`).join('\n'))
  return loaded.schema
}

const YEARLY = loadedFrom('return.yaml')

/** A return as CSV, from the blocks of the document. */
async function readFrom(
  schema: ReturnSchema,
  files: Readonly<Record<string, string>>,
  period: string,
): Promise<Extract<ReadReturn, { ok: true }>> {
  const rates = readRates('rates.csv', block('rates.csv'), YEARLY.rates)
  const about = periodOf(period, schema, '07-01')
  if (!rates.ok || about === undefined) throw new Error('no rates or no period')
  const folder = mkdtempSync(join(tmpdir(), 'maqami-returns-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const opened = await openReturn(Object.keys(files).map((name) => join(folder, name)))
    if (!opened.ok) throw new Error(opened.errors[0]?.sentence.en)
    const read = await readReturn(opened.input, { schema, rates: rates.rates, year: about })
    if (!read.ok) throw new Error(read.errors.map((error) => error.sentence.en).join('\n'))
    return read
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const YEAR = ['production.csv', 'parts.csv', 'tests.csv']
const yearOfDocument = async () => {
  return await readFrom(YEARLY, Object.fromEntries(YEAR.map((file) => [file, block(file)])), '2026-27')
}

test('the return of the document makes the facts of the document', async () => {
  expect(writtenFacts(vocabularyIn(block('vocabulary.yaml')), await yearOfDocument())).toEqual([
    yaml('facts.yaml', block('facts.yaml')),
  ])
})

test('the months of the document are held against its year, with size and lines', async () => {
  const monthly = loadedFrom('monthly-return.yaml', YEARLY)
  const annual = keptLines((await yearOfDocument()).lines)
  const july = await readFrom(monthly, { 'made.csv': block('made.csv') }, '2026-07')
  const august = await readFrom(monthly, { 'made.csv': block('made.csv').replace('90', '50') }, '2026-08')
  const months = [
    { period: '2026-07', lines: keptLines(july.lines) },
    { period: '2026-08', lines: keptLines(august.lines) },
  ]
  const found = disagreements(monthly, YEARLY, annual, months)
  expect(found.map(({ of, difference }) => [of, difference])).toEqual([['Falcon', { n: 10, d: 1 }]])
  expect(found[0]?.annual.lines).toEqual([{ period: undefined, sheet: 'production', rows: [2, 3] }])
  expect(found[0]?.months.lines.map(({ period, rows }) => [period, rows])).toEqual([
    ['2026-07', [2]],
    ['2026-08', [2]],
  ])
  // With the 100 kites of July that the yearly return says, nothing is left to say.
  const right = await readFrom(monthly, { 'made.csv': block('made.csv').replace('90', '100') }, '2026-07')
  const agreed = [{ period: '2026-07', lines: keptLines(right.lines) }, ...months.slice(1)]
  expect(disagreements(monthly, YEARLY, annual, agreed)).toEqual([])
})

test('a workbook of one return is not taken for another', async () => {
  const monthly = loadedFrom('monthly-return.yaml', YEARLY)
  const about = periodOf('2026-07', monthly, '07-01')
  if (about === undefined) throw new Error('no period')
  const bytes = await writeTemplate(YEARLY, 'en')
  const read = await readReturn({ form: 'xlsx', bytes }, { schema: monthly, rates: NO_RATES, year: about })
  expect(read.ok ? [] : read.errors.map(({ code }) => code)).toEqual(['wrong_kind'])
})

test.each([
  ['on: 15 days after period end', 'on: 15 days', "such as '30 days after period end'"],
  ['on: 15 days after period end', 'on: 400 days after period end', 'at most 366 days'],
  [', reading: { en: No day is reported., ur: کوئی دن رپورٹ نہیں ہوا۔ }', '', 'it says why in'],
  ['evidence: assumed', 'evidence: assumed, source: gazette', "no source 'gazette'"],
  ['period: month', 'period: quarter', "'period' is one of year, month"],
  ['sum: made.kites', 'sum: made.kite', "Did you mean 'made.kites'"],
  ['sum: made.kites', 'sum: made.model', 'cannot be summed'],
  ['annual: production.quantity', 'annual: production.unit_price', 'cannot be summed'],
  ['annual: production.quantity', 'annual: parts.unit_value', 'compares count with PKR'],
  ['by: model', 'by: maker', 'which is not a column of made'],
])('%j as %j in the monthly return is named with its place', (good, bad, part) => {
  const of = (name: string) => ({ file: name, text: block(name) })
  const text = block('monthly-return.yaml')
  expect(text).toContain(good)
  const schema = { file: 'monthly-return.yaml', text: text.replace(good, bad) }
  const read = loadReturnSchema({
    programme: of('programme.yaml'),
    vocabulary: of('vocabulary.yaml'),
    schema,
    annual: YEARLY,
  })
  const problems = read.ok ? [] : read.problems
  expect(problems.map((problem) => problem.sentence).join('\n')).toContain(part)
  expect(problems.every(({ file, line }) => file === 'monthly-return.yaml' && line > 1)).toBe(true)
})

test('the notice of the document is the one among the examples', () => {
  const example = readFileSync(join(ROOT, 'examples', 'notice.yaml'), 'utf8')
  expect(yaml('notice.yaml', block('notice.yaml'))).toEqual(yaml('notice.yaml', example))
})
