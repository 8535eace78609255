import { join } from 'node:path'
import { parseDay } from '@maqami/engine/value/date.ts'
import { NOT_HAPPENED } from '@maqami/engine/value/outcome.ts'
import { beforeAll, expect, test } from 'vitest'
import type { Attestation, AttestationEvent } from '../../attestations/attestation.ts'
import { PROJECT_ROOT } from '../../policy-releases/find-folder.ts'
import { periodOf } from '../return-year.ts'
import { readReturn } from '../read-return.ts'
import { loadReturnSchemaFrom } from '../schema/load-return-schema.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { NO_RATES } from './official-rates.ts'

let schema: ReturnSchema
beforeAll(async () => {
  const read = await loadReturnSchemaFrom(join(PROJECT_ROOT, 'policy/pk-medmp-2026'))
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  schema = read.schema
})

const EVENT: AttestationEvent = {
  attestation_id: 'a',
  supplier_id: 'indus',
  recipient: '',
  position: 1,
  kind: 'signed',
  effective_on: null,
  reason: null,
  signed_hash: 'sha256:',
  successor: null,
  recorded_at: '2026-08-01T06:00:00.000Z',
  recorded_by: 'somebody',
}

function attestation(number: string, said: Partial<Attestation> = {}): Attestation {
  return {
    id: number,
    number,
    supplier_id: 'indus',
    supplier_name: 'Indus Cells',
    recipient: '',
    part_code: 'B-1',
    part: 'battery',
    hs_code: '8507',
    component_class: 'battery',
    period_from: '2026-07-01',
    period_until: '2027-06-30',
    expires_on: '2027-12-31',
    at_least: '40%',
    at_most: '40%',
    evidence_id: 'e',
    evidence_hash: 'sha256:',
    replaces: null,
    prepared_at: EVENT.recorded_at,
    prepared_by: 'somebody',
    events: [EVENT],
    ...said,
  }
}

const ended = (kind: 'withdrawn' | 'superseded', effective_on: string): Partial<Attestation> => ({
  events: [EVENT, { ...EVENT, position: 2, kind, effective_on }],
})

type Cells = Readonly<Record<string, string>>

const LINE: Cells = {
  model: 'Sitara',
  part_code: 'B-1',
  part: 'battery',
  component_class: 'battery',
  hs_code: '8507.6000',
  book: 'bought_locally',
  quantity: '100',
  unit_value: '4000',
  currency: 'PKR',
  acquired_on: '2026-08-10',
}

/** A return whose one part cites A-1, handed in on that day. */
async function readLine(attestations: readonly Attestation[] | undefined, line: Cells = {}, day = '2027-07-10') {
  const rows: Readonly<Record<string, Cells>> = {
    production: {
      model: 'Sitara',
      category: 'smartphone',
      month: '2026-08',
      quantity: '100',
      unit_ex_works_value: '10000',
      currency: 'PKR',
      invoiced_on: '2026-08-20',
    },
    parts: { ...LINE, attestation: 'A-1', ...line },
    declarations: {
      returns_due: '1',
      returns_filed_on_time: '1',
      quality_certificate_valid: 'yes',
      in_plant_laboratory: 'yes',
      records_system_open: 'yes',
      makes_2g: 'no',
    },
  }
  const files = schema.sheets.map(({ name, columns }) => {
    // A workbook from before there was the column has none.
    const header = columns.map((column) => column.name).filter((column) => rows[name]?.[column] !== 'no column')
    const own = rows[name]
    const cells = own === undefined ? [] : [header.map((column) => `"${own[column] ?? ''}"`).join(',')]
    return { name: `${name}.csv`, bytes: Buffer.from([header.join(','), ...cells].join('\n')) }
  })
  const year = periodOf('2026-27', schema, '07-01')
  const handedIn = parseDay(day)
  if (year === undefined || handedIn === undefined) throw new Error('no such day')
  return await readReturn({ form: 'csv', files }, { schema, rates: NO_RATES, year, day: handedIn, attestations })
}

/** What is wrong with the line: the column, and the code. */
async function found(attestations: readonly Attestation[], line: Cells = {}, day?: string): Promise<readonly string[]> {
  const result = await readLine(attestations, line, day)
  return result.ok ? [] : result.errors.map(({ code, column, row }) => `${code} ${column}${row}`)
}

/** The local share of the line as a ratio; undefined where it is not known. */
async function share(attestations: readonly Attestation[] | undefined, line: Cells = {}) {
  const result = await readLine(attestations, line)
  if (!result.ok) throw new Error(result.errors[0]?.sentence.en)
  const { columns = [], lines = [] } = result.subjects[0]?.facts.groups.get('parts') ?? {}
  const value = lines[0]?.[columns.indexOf('certified_local_rate')]
  const exact = typeof value === 'object' && 'n' in value ? Number(value.n) / Number(value.d) : value
  return { exact, cited: result.cited, warnings: result.warnings.map(({ code }) => code) }
}

test('an exact share counts as it is, of a band the lower end, and of one without a lower end nothing', async () => {
  for (const [at_least, at_most, exact] of [
    ['62.5%', '62.5%', 0.625],
    ['25%', '50%', 0.25],
    ['25%', null, 0.25],
    [null, '50%', 0],
  ] as const)
    expect(await share([attestation('A-1', { at_least, at_most })])).toEqual({ exact, cited: ['A-1'], warnings: [] })
})

test('a line that cites none is read as before, also from a file that has no such column', async () => {
  for (const cell of ['', 'no column']) {
    const { exact, cited } = await share([attestation('A-1')], { attestation: cell })
    expect([exact, cited]).toEqual([NOT_HAPPENED, []])
  }
})

test('where nobody can look it up the share is not known, rather than nothing; one that is certified stays', async () => {
  expect(await share(undefined)).toEqual({ exact: undefined, cited: [], warnings: ['attestation_not_looked_up'] })
  const certified = { certified_local_rate: '45%', certificate_number: 'C-7' }
  expect((await share(undefined, certified)).exact).toBe(0.45)
})

test('what is cited is about the part, its day and a purchase here', async () => {
  const all = [attestation('A-1')]
  expect(await found(all, { attestation: 'a-1', part_code: 'b-1', hs_code: '8507' })).toEqual([])
  for (const [cell, value, error] of [
    ['attestation', 'A-2', 'attestation_unknown N2'],
    ['part_code', 'B-2', 'attestation_other_part N2'],
    ['component_class', 'charger', 'attestation_other_part N2'],
    ['hs_code', '8506.1000', 'attestation_other_part N2'],
    ['acquired_on', '2026-06-30', 'attestation_other_period N2'],
    ['book', 'imported', 'attestation_out_of_place N2'],
  ] as const)
    expect(await found(all, { [cell]: value })).toEqual([error])
  const first = [attestation('A-1', { period_until: '2026-08-10' })]
  expect([await found(first), await found(first, { acquired_on: '2026-08-11' })]).toEqual([
    [],
    ['attestation_other_period N2'],
  ])
})

test('it holds on the day on which the return is handed in', async () => {
  const all = [attestation('A-1')]
  expect([await found(all, {}, '2027-12-31'), await found(all, {}, '2028-01-01')]).toEqual([
    [],
    ['attestation_expired N2'],
  ])
  for (const [kind, code] of [
    ['withdrawn', 'attestation_withdrawn'],
    ['superseded', 'attestation_superseded'],
  ] as const) {
    const one = [attestation('A-1', ended(kind, '2027-07-11'))]
    expect([await found(one), await found(one, {}, '2027-07-11')]).toEqual([[], [`${code} N2`]])
  }
})

test('of two that cannot both be true neither is taken; of two that can, the one that is cited', async () => {
  const one = attestation('A-1')
  const other = (said: Partial<Attestation>): readonly Attestation[] => [one, attestation('A-2', said)]
  for (const said of [
    { at_least: '40.000001%', at_most: null },
    { at_least: null, at_most: '39.999999%' },
    { at_least: '50%', at_most: '50%', part_code: 'b-1', period_from: '2027-06-30', period_until: '2028-06-30' },
  ])
    expect(await found(other(said))).toEqual(['attestation_contradicted N2'])
  const exact = { at_least: '50%', at_most: '50%' }
  for (const said of [
    { at_least: '30%', at_most: '40%' },
    { at_least: '40%', at_most: null },
    { ...exact, supplier_id: 'chenab' },
    { ...exact, part_code: 'B-2' },
    { ...exact, period_from: '2027-07-01', period_until: '2028-06-30', expires_on: '2028-12-31' },
    { ...exact, ...ended('withdrawn', '2027-07-10') },
    { ...exact, expires_on: '2027-07-09' },
  ])
    expect(await found(other(said))).toEqual([])
})

test('where the line has a certificate of another share neither is taken; one of the same share stands beside it', async () => {
  const certified = (certified_local_rate: string): Cells => ({ certified_local_rate, certificate_number: 'C-7' })
  expect(await found([attestation('A-1')], certified('40.01%'))).toEqual(['attestation_disagrees K2'])
  expect(await share([attestation('A-1')], certified('40%'))).toMatchObject({ exact: 0.4, cited: ['A-1'] })
})
