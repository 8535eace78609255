/** Writes a revision as CycloneDX: the same revision is the same bytes. */
import { createHash } from 'node:crypto'
import type { Model } from '../model.ts'
import type { Bill, BillLine, Substitute } from './bill.ts'

export type SpecVersion = '1.6' | '1.7'

const ROOT = 'model'

export function writeCycloneDx(
  model: Pick<Model, 'id' | 'name' | 'brand'>,
  maker: string,
  bill: Pick<Bill, 'revision' | 'version' | 'lines' | 'changed_at' | 'released_at'>,
  spec: SpecVersion,
): string {
  const { lines } = bill
  const document = {
    $schema: `http://cyclonedx.org/schema/bom-${spec}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion: spec,
    serialNumber: `urn:uuid:${uuidOf(`${model.id} ${bill.revision}`)}`,
    version: bill.version,
    metadata: {
      timestamp: bill.released_at ?? bill.changed_at,
      component: {
        type: 'device',
        'bom-ref': ROOT,
        name: model.name,
        version: String(bill.revision),
        manufacturer: { name: maker },
        ...(model.brand === '' ? {} : { properties: [{ name: 'maqami:brand', value: model.brand }] }),
      },
    },
    components: lines.flatMap((line) => [
      component(line),
      ...line.substitutes.map((one, nth) => substitute(line, one, nth)),
    ]),
    dependencies: dependencies(lines),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function component(line: BillLine): object {
  return {
    type: 'device',
    'bom-ref': refOf(line.position),
    name: line.part,
    ...(line.part_version === '' ? {} : { version: line.part_version }),
    ...(line.supplier === '' ? {} : { supplier: { name: line.supplier } }),
    properties: properties({
      position: line.position,
      part_code: line.part_code,
      component_class: line.component_class,
      hs_code: line.hs_code,
      book: line.book,
      quantity: line.quantity,
      unit_value: line.unit_value,
    }),
  }
}

function substitute({ position }: BillLine, one: Substitute, nth: number): object {
  return {
    type: 'device',
    'bom-ref': `substitute:${position}:${nth + 1}`,
    name: one.part,
    scope: 'optional',
    ...(one.supplier === '' ? {} : { supplier: { name: one.supplier } }),
    properties: properties({
      substitute_for: position,
      part_code: one.part_code,
      book: one.book,
      share: one.share,
      priority: one.priority === null ? null : String(one.priority),
    }),
  }
}

/** A position may be called as the model is. */
function refOf(position: string): string {
  return `line:${position}`
}

function properties(values: Readonly<Record<string, string | null>>): readonly object[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [{ name: `maqami:${name}`, value }],
  )
}

function dependencies(lines: readonly BillLine[]): readonly object[] {
  const children = Map.groupBy(lines, ({ part_of }) => (part_of === null ? ROOT : refOf(part_of)))
  return [...children].map(([ref, parts]) => ({ ref, dependsOn: parts.map(({ position }) => refOf(position)) }))
}

/** Version 8 of RFC 9562: the bits are those of a hash. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
