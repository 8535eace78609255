import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type BillLine, BOOKS, faultOf } from './bill.ts'
import { readBillCsv, writeBillCsv } from './bill-csv.ts'
import { LARGEST_DOCUMENT, readCycloneDx } from './read-cyclonedx.ts'
import { writeCycloneDx } from './write-cyclonedx.ts'

const PACKAGE = fileURLToPath(import.meta.resolve('@cyclonedx/cyclonedx-library/package.json'))
const SCHEMAS = join(dirname(PACKAGE), 'res', 'schema')

function schema(name: string): object {
  return JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object
}

/** What the published schema of that version finds wrong. */
function complaints(text: string, spec: '1.6' | '1.7'): unknown {
  const ajv = new Ajv.default({ strict: false, validateFormats: false })
  for (const name of ['spdx', 'jsf-0.82', ...(spec === '1.7' ? ['cryptography-defs'] : [])])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const validate = ajv.compile(schema(`bom-${spec}`))
  return validate(JSON.parse(text)) ? [] : validate.errors
}

const LINE = fc.record({
  part_code: fc.constantFrom('', 'EL-1010', 'A 1/2_b.c'),
  part: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => /^[^\p{Cc}]{1,200}$/u.test(one)),
  part_version: fc.constantFrom('', 'B', '2.1'),
  component_class: fc.constantFrom('', 'display', 'bare_pcb'),
  hs_code: fc.constantFrom('', '8517.7900', '8524.9100'),
  book: fc.constantFrom(null, ...BOOKS),
  quantity: fc.constantFrom(null, '1', '0.5', '12.000001'),
  unit_value: fc.constantFrom(null, 'PKR 12.50', 'USD 0'),
  supplier: fc.constantFrom('', 'Acme, Ltd "x"', 'کراچی پارٹس'),
  substitutes: fc.array(
    fc.record({
      part_code: fc.constantFrom('S-1', 'S-2'),
      part: fc.constantFrom('panel', 'glass'),
      supplier: fc.constantFrom('', 'Other'),
      book: fc.constantFrom(null, ...BOOKS),
      rank: fc.constantFrom({ share: '30%', priority: null }, { share: null, priority: 2 }),
    }),
    { maxLength: 2 },
  ),
})

/** Each a part of an earlier one, or of the device. */
const LINES = fc.array(fc.tuple(LINE, fc.nat(6)), { maxLength: 6 }).map((made): readonly BillLine[] =>
  made.map(([line, above], nth) => ({
    ...line,
    position: nth === 0 ? 'model' : `${nth}.${nth}`,
    part_of: above >= nth ? null : above === 0 ? 'model' : `${above}.${above}`,
    substitutes: line.substitutes.map(({ rank, ...one }) => ({ ...one, ...rank })),
  })),
)

const MODEL = { id: '01a6a24d-b33e-777b-8704-5c101c5229da', name: 'Sitara S1', brand: 'Sitara' }
const AT = '2027-07-10T06:00:00.000Z'

function written(lines: readonly BillLine[], spec: '1.6' | '1.7'): string {
  return writeCycloneDx(
    MODEL,
    'Kohsar Devices',
    { revision: 2, version: 7, lines, changed_at: AT, released_at: null },
    spec,
  )
}

function read(document: unknown) {
  return readCycloneDx(Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)))
}

describe.each(['1.6', '1.7'] as const)('a bill as CycloneDX %s', (spec) => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(LINES, (lines) => {
        expect(faultOf(lines)).toBeUndefined()
        expect(read(written(lines, spec))).toEqual({ done: { lines, unknown: [] } })
      }),
      { seed: 20261123, numRuns: 100 },
    )
  })

  it('is what the published schema asks for', () => {
    const [lines = []] = fc.sample(
      LINES.filter((one) => one.length === 6),
      { seed: 20261123, numRuns: 1 },
    )
    expect(complaints(written(lines, spec), spec)).toEqual([])
    // The schema does find what is wrong.
    expect(complaints(written(lines, spec).replace('"device"', '"devise"'), spec)).not.toEqual([])
  })
})

test('a bill as a table comes back as it was', () => {
  // A table says nothing of the space around a cell.
  const trimmed = LINES.filter((lines) => lines.every(({ part }) => part.trim() === part))
  fc.assert(
    fc.property(trimmed, (lines) => {
      const table = Buffer.from(writeBillCsv(lines))
      expect(readBillCsv(table)).toEqual(lines.length === 0 ? { done: [] } : { done: lines })
    }),
    { seed: 20261123, numRuns: 100 },
  )
})

describe('the document of somebody else', () => {
  const base = { bomFormat: 'CycloneDX', specVersion: '1.6' }

  it('is read as far as it is known, and what is not is counted', () => {
    const document = {
      ...base,
      vulnerabilities: [],
      metadata: { component: { type: 'device', name: 'radio', 'bom-ref': 'radio' } },
      components: [
        {
          type: 'device',
          'bom-ref': 'board',
          name: 'main board',
          version: '3',
          supplier: { name: 'Acme' },
          licenses: [],
        },
        {
          type: 'device',
          name: 'chip',
          'bom-ref': 'pkg:x/chip@1',
          licenses: [],
          properties: [
            { name: 'acme:x', value: '1' },
            { name: 'maqami:hs_code', value: '85177900' },
            { name: 'maqami:quantity', value: 'two' },
          ],
        },
      ],
      dependencies: [
        { ref: 'radio', dependsOn: ['board'] },
        { ref: 'board', dependsOn: ['pkg:x/chip@1'] },
      ],
    }
    const outcome = read(document)
    expect(outcome).toMatchObject({
      done: {
        lines: [
          { position: 'board', part: 'main board', part_version: '3', supplier: 'Acme', part_of: null, book: null },
          { position: '1', part: 'chip', part_of: 'board', hs_code: '8517.7900', quantity: null },
        ],
        unknown: [
          { name: 'vulnerabilities', count: 1 },
          { name: 'components.licenses', count: 2 },
          { name: 'acme:x', count: 1 },
          { name: 'quantity', count: 1 },
        ],
      },
    })
  })

  it('may nest components, which are then parts of each other', () => {
    const document = { ...base, components: [{ name: 'board', components: [{ name: 'chip' }] }] }
    expect(read(document)).toMatchObject({ done: { lines: [{ position: '1' }, { position: '2', part_of: '1' }] } })
  })

  it.each([
    ['no JSON', '{', '', 'not_json'],
    ['another format', { bomFormat: 'SPDX' }, '/bomFormat', 'not_cyclonedx'],
    ['an older version', { ...base, specVersion: '1.5' }, '/specVersion', 'other_version'],
    ['components that are none', { ...base, components: {} }, '/components', 'wrong_kind'],
    ['a component without a name', { ...base, components: [{ name: 'a' }, {}] }, '/components/1/name', 'wrong_kind'],
    [
      'one reference twice',
      {
        ...base,
        components: [
          { name: 'a', 'bom-ref': 'x' },
          { name: 'b', 'bom-ref': 'x' },
        ],
      },
      '/components/1/bom-ref',
      'reference_twice',
    ],
    [
      'a circle',
      {
        ...base,
        components: [
          { name: 'a', 'bom-ref': 'x' },
          { name: 'b', 'bom-ref': 'y' },
        ],
        dependencies: [
          { ref: 'x', dependsOn: ['y'] },
          { ref: 'y', dependsOn: ['x'] },
        ],
      },
      '/dependencies',
      'in_a_circle',
    ],
    [
      'too many parts',
      { ...base, components: Array.from({ length: 7001 }, () => ({ name: 'a' })) },
      '/components/7000',
      'too_many',
    ],
    ['too much nesting', `${'['.repeat(41)}${']'.repeat(41)}`, '', 'too_deep'],
    ['too many bytes', ' '.repeat(LARGEST_DOCUMENT + 1), '', 'too_large'],
  ])('is refused with its place for %s', (_what, document, place, reason) => {
    expect(read(document)).toEqual({ refused: { code: 'bill_unreadable', place, reason } })
  })

  it('never makes it throw, nor gives lines that a bill could not hold', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', 'y', '', 'maqami:position', 'maqami:substitute_for', '1', null, 1, true),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'name',
            'bom-ref',
            'properties',
            'components',
            'dependsOn',
            'ref',
            'value',
            'supplier',
            '__proto__',
            'version',
          ),
          tie('any'),
        ),
      ),
    })).any
    const component = fc.record(
      {
        name: fc.constantFrom('a', 'b'),
        'bom-ref': value,
        properties: fc.array(
          fc.record({
            name: fc.constantFrom('maqami:position', 'maqami:substitute_for', 'maqami:book', 'maqami:share'),
            value: fc.constantFrom('1', '2', '30%', 'x'),
          }),
        ),
        components: value,
      },
      { requiredKeys: ['name'] },
    )
    let done = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(component, value)), value, (components, dependencies) => {
        const outcome = read({ ...base, components, dependencies: Array.isArray(dependencies) ? dependencies : [] })
        if (!('done' in outcome)) return
        done += 1
        if (faultOf(outcome.done.lines) !== undefined) throw new Error('lines that a bill could not hold')
      }),
      { seed: 20261123, numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => 'refused' in readCycloneDx(bytes)),
      { seed: 20261123 },
    )
    expect(done).toBeGreaterThan(50)
  })
})
