/** What the lines of Pakistan's return must agree on, and which facts come of them. */
import { describe, expect, test } from 'vitest'
import { parseDay } from '@maqami/engine/value/date.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadReturnSchemaFrom } from '../schema/load-return-schema.ts'
import { readRates } from './official-rates.ts'
import { type ReadReturn, readReturn } from '../read-return.ts'
import { yearOf } from '../return-year.ts'
import { vocabularyIn, type WrittenFacts, writtenFacts } from '../facts-fixture.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'policy', 'pk-medmp-2026')
const vocabulary = vocabularyIn(readFileSync(join(FOLDER, 'vocabulary.yaml'), 'utf8'))
const loaded = await loadReturnSchemaFrom(FOLDER)
const read = readRates(
  'rates.csv',
  'date,currency,rate,source\n2026-08-03,USD,280,invented\n2026-08-03,CNY,40,invented\n',
)
const year = yearOf('2026-27', '07-01')
if (!loaded.ok || !read.ok || year === undefined) throw new Error('the programme, the rates or the year do not load')
const { schema } = loaded
const { rates } = read

type Line = Readonly<Record<string, string>>
type Sheets = Readonly<Record<string, readonly Line[]>>

const MADE: Line = {
  model: 'S1',
  category: 'smartphone',
  month: '2026-07',
  quantity: '10',
  unit_ex_works_value: '1000',
  currency: 'PKR',
  invoiced_on: '2026-07-20',
}
const PART: Line = {
  model: 'S1',
  part_code: 'P1',
  part: 'battery',
  component_class: 'battery',
  hs_code: '8507.60',
  book: 'bought_locally',
  quantity: '10',
  unit_value: '900',
  currency: 'PKR',
  acquired_on: '2026-07-10',
}
const IMPORT: Line = {
  goods_declaration: 'GD-1',
  model: 'S1',
  category: 'smartphone',
  quantity: '10',
  total_value: '1000',
  currency: 'USD',
  imported_on: '2026-08-03',
}
const DECLARED: Line = {
  returns_due: '4',
  returns_filed_on_time: '4',
  quality_certificate_valid: 'yes',
  in_plant_laboratory: 'yes',
  records_system_open: 'yes',
  makes_2g: 'no',
}
const CERTIFICATE: Line = { certificate: 'ce', number: 'CE-1', issued_by: 'somebody', issued_on: '2026-03-01' }
const EMPLOYED: Line = { site: 'Korangi', occupation: '8212', month: '2026-07', headcount: '10', payroll: '100' }

/** A return with nothing wrong, but for the sheets that are given. */
function readSheets(sheets: Sheets, day?: string): Promise<ReadReturn> {
  const all: Sheets = { production: [MADE], parts: [PART], declarations: [DECLARED], ...sheets }
  const files = schema.sheets.map(({ name, columns }) => {
    const names = columns.map((column) => column.name)
    const rows = (all[name] ?? []).map((line) => names.map((column) => line[column] ?? '').join(','))
    return { name: `${name}.csv`, bytes: Buffer.from([names.join(','), ...rows, ''].join('\n')) }
  })
  return readReturn(
    { form: 'csv', files },
    {
      schema,
      rates,
      year: year ?? { label: '', first: 0, last: 0 },
      day: day === undefined ? undefined : parseDay(day),
    },
  )
}

function faults(found: ReadReturn): readonly string[] {
  const said = found.ok ? found.warnings : found.errors
  return said.map((one) => `${one.code} ${one.sheet ?? ''}!${one.column ?? ''}${one.row ?? ''}`)
}

async function factsOf(sheets: Sheets, day?: string): Promise<WrittenFacts> {
  const found = await readSheets(sheets, day)
  if (!found.ok) throw new Error(faults(found).join(', '))
  return writtenFacts(vocabulary, found)[0] ?? {}
}

describe('columns of one line', () => {
  test('nothing is wrong with the return that the cases change', async () => {
    expect(faults(await readSheets({}))).toEqual([])
  })

  test.each([
    [
      'a certified share counts only with the number of its certificate',
      { parts: [{ ...PART, certified_local_rate: '40%' }] },
      'needed_beside',
      'parts!L2',
    ],
    ['a kit says of how many parts', { imports: [{ ...IMPORT, kit_form: 'skd' }] }, 'needed_here', 'imports!E2'],
    [
      'no more returns were filed on time than were due',
      { declarations: [{ ...DECLARED, returns_filed_on_time: '5' }] },
      'more_than_other',
      'declarations!B2',
    ],
    ['no more women than persons', { employment: [{ ...EMPLOYED, women: '11' }] }, 'more_than_other', 'employment!E2'],
    [
      'no certificate runs out before it is issued',
      { certificates: [{ ...CERTIFICATE, expires_on: '2026-02-28' }] },
      'after_other',
      'certificates!D2',
    ],
  ] as const)('%s', async (_, sheets, code, place) => {
    expect(faults(await readSheets(sheets))).toContain(`${code} ${place}`)
  })

  test('what agrees is taken, up to its bound', async () => {
    const sheets = {
      parts: [{ ...PART, certified_local_rate: '40%', certificate_number: 'LC-1' }],
      imports: [
        { ...IMPORT, kit_form: 'skd', kit_parts: '41' },
        { ...IMPORT, goods_declaration: 'GD-2', kit_form: 'cbu' },
      ],
      employment: [{ ...EMPLOYED, women: '10' }],
      certificates: [{ ...CERTIFICATE, issued_on: '2027-06-30', expires_on: '2027-06-30' }],
    }
    expect(faults(await readSheets(sheets))).toEqual([])
  })
})

describe('imports', () => {
  test('a model that is not made here may be imported; an exported one must be made', async () => {
    expect(faults(await readSheets({ imports: [{ ...IMPORT, model: 'X9', kit_form: 'cbu' }] }))).toEqual([])
    const exported = {
      goods_declaration: 'E-1',
      model: 'X9',
      market: 'AE',
      quantity: '1',
      fob_value: '1',
      currency: 'USD',
      exported_on: '2026-08-03',
    }
    expect(faults(await readSheets({ exports: [exported] }))).toEqual(['not_listed exports!B2'])
  })

  test('what is imported and not made is assessed as well', async () => {
    const made = await readSheets({ imports: [{ ...IMPORT, model: 'L1', category: 'laptop', kit_form: 'cbu' }] })
    const laptops = writtenFacts(vocabulary, made).find((facts) => facts['category'] === 'laptop')
    expect(laptops).toMatchObject({ ex_works_value: 'PKR 0', imports: [{ import: 'GD-1 (L1)' }] })
  })

  test('a declaration whose number only looks the same is refused', async () => {
    expect(
      faults(await readSheets({ imports: [{ ...IMPORT, goods_declaration: 'GD\u20101', kit_form: 'cbu' }] })),
    ).toEqual(['wrong_form imports!A2'])
  })

  test('a part was not acquired after the year in which it was used', async () => {
    expect(faults(await readSheets({ parts: [{ ...PART, acquired_on: '2027-06-30' }] }))).toEqual([])
    expect(faults(await readSheets({ parts: [{ ...PART, acquired_on: '2027-07-01' }] }))).toEqual([
      'after_year parts!J2',
    ])
  })

  test('of kits of both forms, the one with the fewest parts decides', async () => {
    const facts = await factsOf({
      imports: [
        { ...IMPORT, kit_form: 'skd', kit_parts: '45' },
        { ...IMPORT, goods_declaration: 'GD-2', kit_form: 'ckd', kit_parts: '44' },
        { ...IMPORT, goods_declaration: 'GD-3', kit_form: 'cbu' },
      ],
    })
    expect(facts).toMatchObject({ kit_form: 'ckd', kit_parts: '44' })
  })

  test('without kits it is known that there are none', async () => {
    const facts = await factsOf({ imports: [{ ...IMPORT, kit_form: 'cbu' }] })
    expect(facts['kit_form']).toBe('none')
    expect(facts).not.toHaveProperty('kit_parts')
    expect(await factsOf({})).toMatchObject({ kit_form: 'none', imports: [] })
  })

  test('each has the official rate of the dollar on its day, in whatever currency it was paid', async () => {
    const facts = await factsOf({
      imports: [
        { ...IMPORT, kit_form: 'cbu' },
        { ...IMPORT, goods_declaration: 'GD-2', kit_form: 'cbu', currency: 'CNY' },
        { ...IMPORT, goods_declaration: 'GD-3', kit_form: 'cbu', currency: 'PKR' },
        { ...IMPORT, goods_declaration: 'GD-4', currency: 'PKR' },
      ],
    })
    const common = { kit_form: 'cbu', quantity: '10', usd_rate: 'PKR 280 per USD', imported_on: '2026-08-03' }
    // 1,000 at 280, at 40 and at 1; loose parts are not among them.
    expect(facts['imports']).toEqual([
      { ...common, import: 'GD-1 (S1)', customs_value: 'PKR 280000' },
      { ...common, import: 'GD-2 (S1)', customs_value: 'PKR 40000' },
      { ...common, import: 'GD-3 (S1)', customs_value: 'PKR 1000' },
    ])
    const unrated = { ...IMPORT, kit_form: 'cbu', currency: 'PKR', imported_on: '2026-09-01' }
    expect(faults(await readSheets({ imports: [unrated] }))).toEqual(['no_rate imports!I2'])
  })
})

describe('a certificate counts while it is valid on the last day of the year, or of the assessment if that is earlier', () => {
  const ce = (issued_on: string, expires_on = '', number = issued_on): Line => ({
    ...CERTIFICATE,
    number,
    issued_on,
    expires_on,
  })

  test.each([
    ['without an end', [ce('2026-03-01')], undefined, '2026-03-01', []],
    ['until the last day itself', [ce('2026-03-01', '2027-06-30')], undefined, '2026-03-01', []],
    ['run out the day before', [ce('2026-03-01', '2027-06-29')], undefined, 'none', ['run_out', 'certificates!E2']],
    ['assessed before it runs out', [ce('2026-03-01', '2027-06-29')], '2027-06-29', '2026-03-01', []],
    ['assessed after the year', [ce('2026-03-01', '2027-06-30')], '2028-01-15', '2026-03-01', []],
    ['not issued yet', [ce('2027-07-01')], '2028-01-15', 'none', ['not_yet', 'certificates!D2']],
    [
      'renewed without a gap',
      [ce('2026-03-01', '2026-12-31'), ce('2027-01-01', '2027-12-31')],
      undefined,
      '2026-03-01',
      [],
    ],
    [
      'renewed after a gap of a day',
      [ce('2026-03-01', '2026-12-31'), ce('2027-01-02', '2027-12-31')],
      undefined,
      '2027-01-02',
      ['run_out', 'certificates!E2'],
    ],
    [
      'renewed twice, in any order',
      [ce('2027-05-01', '2028-12-31'), ce('2025-01-01', '2026-03-05'), ce('2026-03-01', '2027-05-02')],
      undefined,
      '2025-01-01',
      [],
    ],
  ] as const)('%s', async (_, certificates, day, expected, said) => {
    const found = await readSheets({ certificates }, day)
    expect(faults(found)).toEqual(said.length === 0 ? [] : [said.join(' ')])
    expect(writtenFacts(vocabulary, found)[0]?.['ce_certified_on']).toBe(expected)
  })

  test('the warning says that it has run out, in both languages', async () => {
    const found = await readSheets({ certificates: [ce('2026-03-01', '2027-06-29')] })
    expect(found.ok && found.warnings[0]?.sentence.en).toBe(
      '"Valid until" is 2027-06-29: this line has run out, and no other of its kind follows without a gap up to 2027-06-30. It does not count.',
    )
    expect(found.ok && found.warnings[0]?.sentence.ur).toContain('مدت ختم ہو چکی ہے')
  })
})
