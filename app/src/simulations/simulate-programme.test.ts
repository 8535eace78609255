import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, type SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { determine, type Engine, type Finding } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { round } from '@maqami/engine/value/exact.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WrongInput } from '../kernel/command.ts'
import { readRows } from '../kernel/limited-csv.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { simulateProgramme } from './simulate-programme.ts'

const PROGRAMME = join(import.meta.dirname, '..', '..', '..', 'policy', 'pk-medmp-2026')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-simulate-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

let files = 0
function file(end: string, content: string | Uint8Array): string {
  files += 1
  const path = join(folder, `given-${files}.${end}`)
  writeFileSync(path, content)
  return path
}

function newPath(end: string): string {
  files += 1
  return join(folder, `out-${files}.${end}`)
}

/** What it printed. */
async function simulate(...words: readonly string[]): Promise<string> {
  return simulateIn(PROGRAMME, ...words)
}

async function simulateIn(programme: string, ...words: readonly string[]): Promise<string> {
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true))
  try {
    await simulateProgramme.run([programme, ...words])
    return spies.flatMap((spy) => spy.mock.calls.map(([text]) => String(text))).join('')
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** The lines with which it refuses; it leaves no file. */
async function refusal(...words: readonly string[]): Promise<readonly string[]> {
  const out = newPath('csv')
  const lines = await simulate(...words, '--out', out).then(
    () => ['it did not refuse'],
    (error: unknown) => (error instanceof WrongInput ? error.lines : [String(error)]),
  )
  expect(existsSync(out)).toBe(false)
  return lines.map((line) => line.replaceAll(`${folder}/`, ''))
}

type Cells = Readonly<Record<string, unknown>>

async function rowsUnder(...words: readonly string[]): Promise<readonly Cells[]> {
  const out = newPath('json')
  await simulate(...words, '--out', out)
  return (JSON.parse(readFileSync(out, 'utf8')) as { readonly rows: readonly Cells[] }).rows
}

/** The finding as the table has it: figures as numbers, rates as texts of percents. */
function expectedCell({ provision, outcome }: Finding): unknown {
  if (outcome instanceof NoValue) return outcome.kind
  if (typeof outcome === 'number') return formatDay(outcome)
  if (typeof outcome !== 'object') return outcome
  const { n, d } = provision.show === undefined ? outcome : round(outcome, provision.show.mode, provision.show.step)
  const isRate = provision.type.kind === 'number' && provision.type.unit === 'percent'
  return Number(((Number(n) / Number(d)) * (isRate ? 100 : 1)).toPrecision(12))
}

function givenCell(cells: Cells, name: string): unknown {
  const value = cells[name]
  if (value !== undefined) {
    const figure = typeof value === 'string' && value.endsWith('%') ? Number(value.slice(0, -1)) : value
    return typeof figure === 'number' ? Number(figure.toPrecision(12)) : figure
  }
  const why = String(cells[`${name}_why`])
  return why === 'none' ? 'none' : why.slice(0, why.indexOf(':'))
}

function expectSame(engine: Engine, rows: readonly Cells[], out: readonly Cells[], draft = engine): void {
  expect(out).toHaveLength(rows.length)
  for (const [index, { id, as_of: asOf, period_end: end, ...facts }] of rows.entries()) {
    const read = readFacts(draft.programme.vocabulary, facts)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const periodEnd = end === undefined ? undefined : dayOf(end)
    const { findings } = determine(draft, read.facts, dayOf(asOf), { periodEnd })
    const cells = out[index] as Cells
    expect(cells['id']).toBe(id)
    for (const finding of findings) {
      const { name } = finding.provision
      const wanted = expectedCell(finding)
      const isNone = wanted === 'not_imposed' || wanted === 'not_happened'
      expect([id, name, givenCell(cells, name)]).toEqual([id, name, isNone ? 'none' : wanted])
      const from = finding.from === undefined ? undefined : formatDay(finding.from)
      expect(cells[`${name}_from`]).toBe(from)
    }
  }
}

function dayOf(text: unknown): number {
  return Date.parse(String(text)) / 86_400_000
}

/** The programme's own worked cases, with their lines; but those whose facts are refused as such. */
async function cases(): Promise<{ readonly engine: Engine; readonly rows: readonly Cells[] }> {
  const { engine } = await loadRelease(PROGRAMME)
  const examples = engine.programme.examples.filter(({ facts }) => readFacts(engine.programme.vocabulary, facts).ok)
  const rows = examples.map(({ facts, asOf, periodEnd }, index) => ({
    id: `case-${index}`,
    as_of: formatDay(asOf),
    ...(periodEnd === undefined ? {} : { period_end: formatDay(periodEnd) }),
    ...facts,
  }))
  return { engine, rows }
}

function linesIn(given: unknown): readonly Cells[] {
  return (given ?? []) as readonly Cells[]
}

function csv(rows: readonly Cells[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (value: unknown): string => {
    const text = value === undefined ? '' : JSON.stringify(value).replaceAll(/^"|"$/g, '')
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [names, ...rows.map((row) => names.map((name) => row[name]))].map((row) => row.map(cell).join()).join('\n')
}

function tableOf(text: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = []
  expect(readRows(text, { delimiter: ',', columns: 500, take: (cells) => rows.push(cells) > 0 })).toBe(undefined)
  return rows
}

const ROW = { id: 'a', as_of: '2027-06-30', category: 'smartphone', ex_works_value: 'PKR 1000000' }

describe('a simulation', () => {
  it('finds for every worked case what the engine finds for it alone, from JSON and from CSV with its lines', async () => {
    const { engine, rows } = await cases()
    expect(rows.length).toBeGreaterThan(100)
    expectSame(engine, rows, await rowsUnder('--facts', file('json', JSON.stringify(rows))))
    // In a table of its own a row without lines has filed none, which a list in JSON tells from an empty one.
    const filed = rows.filter(({ parts }) => parts === undefined || linesIn(parts).length > 0)
    const linesOf = (name: string): string => {
      const lines = filed.flatMap((row) => linesIn(row[name]).map((line) => ({ id: row['id'], ...line })))
      return `${name}=${file('csv', csv(lines))}`
    }
    const groups = [...engine.programme.vocabulary.groups.keys()].filter((name) => filed.some((row) => name in row))
    const without = Object.fromEntries(groups.map((name) => [name, undefined]))
    const facts = file('csv', csv(filed.map((row) => ({ ...row, ...without }))))
    const words = ['--facts', facts, ...groups.flatMap((name) => ['--lines', linesOf(name)])]
    expectSame(engine, filed, await rowsUnder(...words))
  })

  it('applies a draft', async () => {
    const draft = (await loadRelease(PROGRAMME, '2026-02')).engine
    // 20% local: above the 10% of January, below the 35% of February.
    const parts = [{ part: 'display', book: 'imported', quantity: 1, unit_value: 'PKR 800000' }]
    const rows = [{ ...ROW, parts }]
    const given = file('json', JSON.stringify(rows))
    const [now] = await rowsUnder('--facts', given)
    const under = await rowsUnder('--facts', given, '--draft', '2026-02')
    expect([now?.['localization_requirement'], under[0]?.['localization_requirement']]).toEqual([true, false])
    expectSame(draft, rows, under)
  })

  it('takes a bare number in the unit of its fact, and never for a rate', async () => {
    const bare = file(
      'csv',
      'id,as_of,kit_form,cf_value,exchange_rate\na,2027-06-30,cbu,100,280\nb,2027-06-30,cbu,USD 100,PKR 280 per USD',
    )
    // 2% of USD 100 at PKR 280 is PKR 560.
    expect((await rowsUnder('--facts', bare)).map((row) => row['import_levy'])).toEqual([560, 560])
    const rate = file('csv', 'id,as_of,export_share\na,2027-06-30,10\nb,2027-06-30,10\nc,2027-06-30,10%')
    expect(await refusal('--facts', rate)).toEqual([
      expect.stringMatching(
        /^given-\d+\.csv, row 2 \(a\): export_share: '10' is not a rate in percent\. Write it like 10%\. And so in 1 further rows\.$/,
      ),
    ])
  })

  it('says in the same words in all three forms what it found', async () => {
    const { rows } = await cases()
    const given = file('json', JSON.stringify(rows))
    const [json, table, parquet] = [await rowsUnder('--facts', given), newPath('csv'), newPath('parquet')]
    await simulate('--facts', given, '--out', table)
    await simulate('--facts', given, '--out', parquet)
    const [header = [], ...lines] = tableOf(readFileSync(table, 'utf8'))
    const written = lines.map((texts) =>
      Object.fromEntries(texts.flatMap((text, index) => (text === '' ? [] : [[header[index] ?? '', text]]))),
    )
    const texts = (row: Cells): Cells =>
      Object.fromEntries(Object.entries(row).map(([name, one]) => [name, String(one)]))
    expect(written).toEqual(json.map(texts))
    const buffer = await asyncBufferFromFile(parquet)
    const read = await parquetReadObjects({ file: buffer, parsers: { dateFromDays: formatDay } })
    const plain = read.map((row) =>
      Object.fromEntries(
        Object.entries(row as Cells).flatMap(([name, value]) =>
          value === null || value === undefined ? [] : [[name, value]],
        ),
      ),
    )
    const asNumber = (value: unknown): unknown =>
      typeof value === 'string' && value.endsWith('%')
        ? Number((Number(value.slice(0, -1)) / 100).toPrecision(14))
        : value
    const comparable = (row: Cells): Cells =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'number' ? Number(value.toPrecision(14)) : asNumber(value),
        ]),
      )
    expect(plain.map(comparable)).toEqual(json.map(comparable))
    const { key_value_metadata: about = [] } = await parquetMetadataAsync(buffer)
    expect(Object.fromEntries(about.map(({ key, value }) => [key, value]))).toMatchObject({
      programme: 'pk-medmp-2026',
      release_hash: (await loadRelease(PROGRAMME)).hash,
      rehearsal: expect.stringContaining('REHEARSAL') as unknown,
    })
  })

  it('says that the law is in rehearsal, what is due in all, and what was missing, most often first', async () => {
    const given = file(
      'csv',
      'id,as_of,kit_form,cf_value,exchange_rate\na,2027-06-30,cbu,100,280\nb,2027-06-30,cbu,100,280.5\nc,2027-06-30,ckd,,\nd,2027-06-30,,,',
    )
    const said = await simulate('--facts', given, '--out', newPath('csv'))
    expect(said).toContain('REHEARSAL')
    // 2% of USD 100 at PKR 280 and at PKR 280.5: 560 and 561. A kit of parts owes 0; of the last row the form is missing.
    expect(said).toMatch(/^Import levy +3 +1 +PKR 1,121$/m)
    expect(said).toMatch(/by reason:\n +\d+ {2}undetermined: /)
    const counts = [...said.matchAll(/^ +([\d,]+) {2}(?:undetermined|refused): /gm)].map(([, count]) => Number(count))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(said).toMatch(/^4 rows; for 4 of them/m)
  })
})

describe('a simulation of a law with a measure that is a member of a category', () => {
  it('writes the member by its name, and what is missing of it', async () => {
    const programme = join(folder, 'with-member')
    cpSync(PROGRAMME, programme, { recursive: true })
    appendFileSync(
      join(programme, 'localization', 'provisions.yaml'),
      `
category_assessed:
  kind: measure
  label: { en: Category, ur: زمرہ }
  clause: draft-2026-01, localization
  summary: { en: The category assessed., ur: زیرِ تشخیص زمرہ۔ }
  amount: category
`,
    )
    const out = newPath('csv')
    const given = file('csv', 'id,as_of,category\na,2027-06-30,tablet\nb,2027-06-30,laptop\nc,2027-06-30,')
    await simulateIn(programme, '--facts', given, '--out', out)
    const [header = [], ...rows] = tableOf(readFileSync(out, 'utf8'))
    const at = header.indexOf('category_assessed')
    expect(rows.map((row) => row[at])).toEqual(['tablet', 'laptop', ''])
    expect(rows.map((row) => row[at + 1])).toEqual(['', '', 'undetermined: category'])
  })
})

describe('a simulation in Urdu', () => {
  const given = (): string => file('csv', 'id,as_of,kit_form,cf_value,exchange_rate\na,2027-06-30,cbu,100,280')

  it('says in Urdu what it says in English, of the same figures', async () => {
    const said = await simulate('--facts', given(), '--lang', 'ur', '--out', newPath('csv'))
    // The label of the import levy; 2% of USD 100 at PKR 280.
    expect(said).toMatch(/درآمدی لیوی.* 1 .*PKR 560/)
    expect(said).toMatch(/غیر متعین: .*parts/)
    expect(said).not.toMatch(/REHEARSAL|undetermined|Release|rows/)
  })

  it('writes the same file, whose names and codes are for programs', async () => {
    const [inEnglish, inUrdu] = [newPath('csv'), newPath('csv')]
    await simulate('--facts', given(), '--out', inEnglish)
    await simulate('--facts', given(), '--lang', 'ur', '--out', inUrdu)
    expect(readFileSync(inUrdu, 'utf8')).toBe(readFileSync(inEnglish, 'utf8'))
  })
})

describe('a simulation of a Parquet file', () => {
  const PARTS: readonly SchemaElement[] = [
    { name: 'parts', repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', num_children: 4 },
    { name: 'part', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'book', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'quantity', type: 'INT32', repetition_type: 'OPTIONAL' },
    {
      name: 'unit_value',
      type: 'INT64',
      converted_type: 'DECIMAL',
      scale: 2,
      precision: 18,
      repetition_type: 'OPTIONAL',
    },
  ]

  function parquet(
    columns: readonly { element: SchemaElement; data: readonly unknown[]; inner?: readonly SchemaElement[] }[],
  ): string {
    const schema = [
      { name: 'root', num_children: columns.length },
      ...columns.flatMap(({ element, inner }) => inner ?? [{ repetition_type: 'OPTIONAL' as const, ...element }]),
    ]
    const columnData = columns.map(({ element, data }) => ({ name: element.name, data: [...data] as unknown[] }))
    return file('parquet', new Uint8Array(parquetWriteBuffer({ columnData, schema })))
  }

  const text = (name: string): SchemaElement => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' })
  const ids = { element: text('id'), data: ['a', 'b'] }
  const days = {
    element: { name: 'as_of', type: 'INT32', converted_type: 'DATE' } as const,
    data: [dayOf('2027-06-30'), dayOf('2028-07-01')],
  }

  it('takes dates, conditions, whole numbers, decimals and lists of records as they are held', async () => {
    const line = (unitValue: bigint): Cells => ({
      part: 'display',
      book: 'imported',
      quantity: 3,
      unit_value: unitValue,
    })
    const given = parquet([
      ids,
      days,
      { element: text('category'), data: ['smartphone', 'smartphone'] },
      // 100,000.00 and a value that no double holds to the paisa.
      {
        element: {
          name: 'ex_works_value',
          type: 'FIXED_LEN_BYTE_ARRAY',
          type_length: 16,
          converted_type: 'DECIMAL',
          scale: 2,
          precision: 38,
        },
        data: [10_000_000n, 10_000_000_000_000_001n],
      },
      { element: PARTS[0] as SchemaElement, inner: PARTS, data: [[line(3_000_000n)], [line(2_500_000_000_000_000n)]] },
      { element: { name: 'makes_2g', type: 'BOOLEAN' }, data: [false, null] },
      {
        element: { name: 'notice_served_on', type: 'INT32', converted_type: 'DATE' },
        data: [dayOf('2027-01-15'), null],
      },
    ])
    const facts = (exWorks: string, unitValue: string): Cells => ({
      category: 'smartphone',
      ex_works_value: `PKR ${exWorks}`,
      parts: [{ part: 'display', book: 'imported', quantity: '3', unit_value: `PKR ${unitValue}` }],
    })
    const rows = [
      {
        id: 'a',
        as_of: '2027-06-30',
        ...facts('100000.00', '30000.00'),
        makes_2g: 'false',
        notice_served_on: '2027-01-15',
      },
      { id: 'b', as_of: '2028-07-01', ...facts('100000000000000.01', '25000000000000.00') },
    ]
    const out = await rowsUnder('--facts', given)
    expectSame((await loadRelease(PROGRAMME)).engine, rows, out)
    // A quarter of the value, a paisa more: 25% are asked from July 2028.
    expect(out.map((row) => row['localization_requirement'])).toEqual([true, true])
  })

  it('takes a double for money only where it is a decimal of 15 digits, and none for a rate', async () => {
    const money = (data: readonly number[]): string =>
      parquet([ids, days, { element: { name: 'annual_import_value', type: 'DOUBLE' }, data }])
    await simulate('--facts', money([0.1, 1234.56]), '--out', newPath('csv'))
    expect(await refusal('--facts', money([0.1, 0.1 + 0.2]))).toEqual([
      expect.stringMatching(
        /row 2 \(b\): annual_import_value: A value is a text such as PKR 84\.50; a number with a fraction is written as text/,
      ),
    ])
    const rate = parquet([ids, days, { element: { name: 'export_share', type: 'DOUBLE' }, data: [0.1, 0.1] }])
    expect(await refusal('--facts', rate)).toEqual([
      expect.stringContaining(
        "export_share: '0.1' is not a rate in percent. Write it like 10%. And so in 1 further rows.",
      ),
    ])
  })

  it('refuses what is no Parquet file', async () => {
    expect(await refusal('--facts', file('parquet', 'id,as_of\na,2027-06-30'))).toEqual([
      expect.stringContaining('cannot be read as Parquet'),
    ])
  })
})

describe('a simulation refuses', () => {
  const HEAD = 'id,as_of,category'

  it.each([
    [
      'a name that the programme does not have',
      'id,as_of,categry\na,2027-06-30,smartphone',
      "The programme has no fact 'categry'. Did you mean 'category'?",
    ],
    [
      'a value in no unit of the fact',
      'id,as_of,cf_value\na,2027-06-30,EUR 3',
      "row 2 (a): cf_value: 'EUR 3' is not an amount in USD. Write it like USD 84.50.",
    ],
    [
      'a list without the day of each row',
      'id,category\na,smartphone',
      "the column 'as_of' is missing: each row needs the day",
    ],
    ['a row without an id', `${HEAD}\n,2027-06-30,smartphone`, 'row 2: id: every row has an id'],
    [
      'a second row with the same id',
      `${HEAD}\na,2027-06-30,laptop\na,2028-06-30,laptop`,
      "row 3 (a): id: a second row for 'a'; the first is row 2.",
    ],
    [
      'a day that is none',
      `${HEAD}\na,30.6.2027,laptop`,
      'row 2 (a): as_of: the day of the assessment is a day such as 2027-06-30.',
    ],
    [
      'a period that ends on no day',
      'id,as_of,period_end\na,2027-06-30,2027',
      'period_end: the last day of the period',
    ],
    ['two columns of one name', 'id,as_of,as_of\na,2027-06-30,2027-06-30', "two columns 'as_of'"],
    [
      'a number with a comma outside quotes',
      'id,as_of,cf_value\na,2027-06-30,1,000',
      'row 2: more cells than the header has',
    ],
    ['a quote that is left open', `${HEAD}\na,2027-06-30,"laptop`, 'row 2: a quote is left open'],
    ['a list without rows', HEAD, 'has no rows'],
    ['an empty file', '', 'is empty'],
  ])('%s', async (_, text, sentence) => {
    expect((await refusal('--facts', file('csv', text))).join('\n')).toContain(sentence)
  })

  it('what is no list of rows, a file that is not there, and an end that it does not know', async () => {
    expect(await refusal('--facts', file('json', '{"id": "a"}'))).toEqual([expect.stringContaining('a list of rows')])
    expect(await refusal('--facts', file('json', '[{'))).toEqual([expect.stringContaining('is not JSON')])
    expect(await refusal('--facts', join(folder, 'nothing.csv'))).toEqual(["There is no file 'nothing.csv'."])
    expect(await refusal('--facts', file('xlsx', ''))).toEqual([expect.stringContaining('.csv, .json or .parquet')])
  })

  it('lines of another name, with another column, and of nobody', async () => {
    const facts = file('csv', 'id,as_of\na,2027-06-30')
    const lines = (text: string): string => file('csv', text)
    expect(await refusal('--facts', facts, '--lines', `part=${lines('id,part\na,b')}`)).toEqual([
      "The programme has no lines 'part'. Did you mean 'parts'? Lines: parts, production, imports, cure_extensions, cure_waivers.",
    ])
    expect(await refusal('--facts', facts, '--lines', `parts=${lines('id,prt\na,b')}`)).toEqual([
      expect.stringContaining("'parts' has no column 'prt'. Did you mean 'part'?"),
    ])
    expect(await refusal('--facts', facts, '--lines', `parts=${lines('id,part\nb,display')}`)).toEqual([
      expect.stringContaining("lines of 'parts' for 'b', which is no id in"),
    ])
    expect(await refusal('--facts', facts, '--lines', `parts=${lines('id,part,quantity\na,display,1.5')}`)).toEqual([
      expect.stringContaining("row 2 (a): parts[1].quantity: '1.5' is not a count."),
    ])
  })

  it('to write over a file that is there', async () => {
    const out = file('csv', 'mine')
    await expect(simulate('--facts', file('csv', 'id,as_of\na,2027-06-30'), '--out', out)).rejects.toThrow('EEXIST')
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  it('to go on when it is interrupted, and leaves no half of a file', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},2027-06-30,smartphone`)
    const given = file('csv', ['id,as_of,category', ...rows].join('\n'))
    const before = process.listenerCount('SIGINT')
    const watching = setInterval(() => {
      if (process.listenerCount('SIGINT') > before) process.emit('SIGINT')
    }, 5)
    expect(await refusal('--facts', given)).toEqual(['Stopped. Nothing was written.'])
    clearInterval(watching)
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
