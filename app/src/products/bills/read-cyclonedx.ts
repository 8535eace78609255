/**
 * Reads the lines of a bill of materials from CycloneDX 1.6 or 1.7 as JSON. What is written under `maqami:` is read back without loss; of
 * documents of others it takes what it knows, and counts what it does not. Nothing is parsed before its size and its depth are known.
 */
import type { Outcome } from '../../kernel/outcome.ts'
import {
  type BillLine,
  type BillRefusal,
  BLANK_LINE,
  bookOf,
  circleIn,
  faultOf,
  LINE_PATTERNS,
  MOST_LINES,
  MOST_SUBSTITUTES,
  plainHsCode,
  type Substitute,
  type UnreadableReason,
} from './bill.ts'

export const LARGEST_DOCUMENT = 5 * 1024 * 1024
const DEEPEST = 40
const MOST_COMPONENTS = MOST_LINES + 2000
const MOST_UNKNOWN = 30
const LONGEST_NAME = 60

export interface DocumentRead {
  readonly lines: readonly BillLine[]
  /** What was not taken, by its name, and how often it stood there. */
  readonly unknown: readonly { readonly name: string; readonly count: number }[]
}

type Json = Readonly<Record<string, unknown>>

class Unreadable extends Error {
  readonly refusal: Extract<BillRefusal, { code: 'bill_unreadable' }>
  constructor(place: string, reason: UnreadableReason) {
    super(reason)
    this.refusal = { code: 'bill_unreadable', place, reason }
  }
}

export function readCycloneDx(bytes: Uint8Array): Outcome<DocumentRead, BillRefusal> {
  try {
    const read = documentIn(parsed(bytes))
    const fault = faultOf(read.lines)
    if (fault !== undefined) return { refused: { code: 'bill_faulty', ...fault } }
    return { done: read }
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.refusal }
    throw error
  }
}

function parsed(bytes: Uint8Array): Json {
  if (bytes.length > LARGEST_DOCUMENT) throw new Unreadable('', 'too_large')
  if (depthOf(bytes) > DEEPEST) throw new Unreadable('', 'too_deep')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Unreadable('', 'not_json')
  }
  if (!isRecord(value) || own(value, 'bomFormat') !== 'CycloneDX') throw new Unreadable('/bomFormat', 'not_cyclonedx')
  const version = own(value, 'specVersion')
  if (version !== '1.6' && version !== '1.7') throw new Unreadable('/specVersion', 'other_version')
  return value
}

const [QUOTE, BACKSLASH, OPEN_LIST, OPEN_MAP, CLOSE_LIST, CLOSE_MAP] = [34, 92, 91, 123, 93, 125]

/** Brackets outside of texts, counted without parsing. */
function depthOf(bytes: Uint8Array): number {
  let deepest = 0
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (inText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === OPEN_LIST || byte === OPEN_MAP) deepest = Math.max(deepest, (depth += 1))
    else if (byte === CLOSE_LIST || byte === CLOSE_MAP) depth -= 1
  }
  return deepest
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(record: Json, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** A component that is a line, and where it stood. */
interface Found {
  readonly ref: string
  readonly place: string
  readonly within: string | undefined
  readonly component: Json
  readonly properties: ReadonlyMap<string, string>
}

interface Reading {
  readonly found: Found[]
  readonly refs: Set<string>
  readonly unknown: Map<string, number>
}

const TOP = new Set([
  '$schema',
  'bomFormat',
  'specVersion',
  'serialNumber',
  'version',
  'metadata',
  'components',
  'dependencies',
])
const COMPONENT = new Set(['type', 'bom-ref', 'name', 'version', 'supplier', 'properties', 'components', 'scope'])

function documentIn(document: Json): DocumentRead {
  const reading: Reading = { found: [], refs: new Set(), unknown: new Map() }
  for (const name of Object.keys(document)) if (!TOP.has(name)) note(reading, name)
  collect(reading, own(document, 'components'), '/components', undefined)
  const root = rootOf(document)
  const above = parentsIn(reading, own(document, 'dependencies'), root)
  const lines = linesIn(reading, above)
  const unknown = [...reading.unknown].map(([name, count]) => ({ name, count }))
  return { lines, unknown }
}

function note({ unknown }: Reading, name: string): void {
  const short = name.replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, ' ').slice(0, LONGEST_NAME)
  const key = unknown.has(short) || unknown.size < MOST_UNKNOWN ? short : '…'
  unknown.set(key, (unknown.get(key) ?? 0) + 1)
}

function listAt(value: unknown, place: string): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Unreadable(place, 'wrong_kind')
  return value as readonly unknown[]
}

function collect(reading: Reading, value: unknown, place: string, within: string | undefined): void {
  for (const [nth, component] of listAt(value, place).entries()) {
    const at = `${place}/${nth}`
    if (!isRecord(component)) throw new Unreadable(at, 'wrong_kind')
    if (reading.found.length >= MOST_COMPONENTS) throw new Unreadable(at, 'too_many')
    for (const name of Object.keys(component)) if (!COMPONENT.has(name)) note(reading, `components.${name}`)
    const given = own(component, 'bom-ref')
    if (given !== undefined && typeof given !== 'string') throw new Unreadable(`${at}/bom-ref`, 'wrong_kind')
    const ref = given ?? `\u0000${at}`
    if (reading.refs.has(ref)) throw new Unreadable(`${at}/bom-ref`, 'reference_twice')
    reading.refs.add(ref)
    const properties = propertiesIn(reading, own(component, 'properties'), `${at}/properties`)
    reading.found.push({ ref, place: at, within, component, properties })
    collect(reading, own(component, 'components'), `${at}/components`, ref)
  }
}

const PROPERTIES = new Set(
  [
    'position',
    'part_code',
    'component_class',
    'hs_code',
    'book',
    'quantity',
    'unit_value',
    'substitute_for',
    'share',
    'priority',
  ].map((name) => `maqami:${name}`),
)

function propertiesIn(reading: Reading, value: unknown, place: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  for (const [nth, property] of listAt(value, place).entries()) {
    if (!isRecord(property)) throw new Unreadable(`${place}/${nth}`, 'wrong_kind')
    const [name, text] = [own(property, 'name'), own(property, 'value')]
    if (typeof name !== 'string' || (text !== undefined && typeof text !== 'string'))
      throw new Unreadable(`${place}/${nth}`, 'wrong_kind')
    if (PROPERTIES.has(name) && !known.has(name)) known.set(name, text ?? '')
    else note(reading, name)
  }
  return known
}

function rootOf(document: Json): unknown {
  const metadata = own(document, 'metadata')
  const component = isRecord(metadata) ? own(metadata, 'component') : undefined
  return isRecord(component) ? own(component, 'bom-ref') : undefined
}

/** By reference, what each is a part of. */
function parentsIn(reading: Reading, value: unknown, root: unknown): ReadonlyMap<string, string> {
  const above = new Map<string, string>()
  for (const { ref, within } of reading.found) if (within !== undefined) above.set(ref, within)
  for (const [nth, dependency] of listAt(value, '/dependencies').entries()) {
    const place = `/dependencies/${nth}`
    if (!isRecord(dependency)) throw new Unreadable(place, 'wrong_kind')
    const ref = own(dependency, 'ref')
    if (typeof ref !== 'string') throw new Unreadable(`${place}/ref`, 'wrong_kind')
    for (const [at, child] of listAt(own(dependency, 'dependsOn'), `${place}/dependsOn`).entries()) {
      if (typeof child !== 'string') throw new Unreadable(`${place}/dependsOn/${at}`, 'wrong_kind')
      if (ref === root) continue
      if (!reading.refs.has(ref) || !reading.refs.has(child) || (above.has(child) && above.get(child) !== ref))
        note(reading, 'dependencies')
      else above.set(child, ref)
    }
  }
  const circle = circleIn(reading.found.map(({ ref }) => ({ position: ref, part_of: above.get(ref) ?? null })))
  if (circle !== undefined) throw new Unreadable('/dependencies', 'in_a_circle')
  return above
}

function isSubstitute({ properties }: Found): boolean {
  return properties.has('maqami:substitute_for')
}

function linesIn(reading: Reading, above: ReadonlyMap<string, string>): readonly BillLine[] {
  const lines = reading.found.filter((one) => !isSubstitute(one))
  const taken = new Set(lines.flatMap(({ properties }) => properties.get('maqami:position') ?? []))
  const positions = new Map<string, string>()
  let next = 0
  for (const { ref, properties } of lines) {
    const told =
      properties.get('maqami:position') ?? (LINE_PATTERNS.position.test(ref) && !taken.has(ref) ? ref : undefined)
    let position = told
    while (position === undefined) {
      next += 1
      if (!taken.has(String(next))) position = String(next)
    }
    taken.add(position)
    positions.set(ref, position)
  }
  const substitutes = Map.groupBy(reading.found.filter(isSubstitute), ({ properties }) => {
    return properties.get('maqami:substitute_for') ?? ''
  })
  return lines.map((one) => {
    const position = positions.get(one.ref) ?? ''
    const parent = above.get(one.ref)
    const others = substitutes.get(position) ?? []
    if (others.length > MOST_SUBSTITUTES) throw new Unreadable(others[MOST_SUBSTITUTES]?.place ?? '', 'too_many')
    return {
      ...lineFrom(reading, one),
      position,
      part_of: parent === undefined ? null : (positions.get(parent) ?? null),
      substitutes: others.map((other) => substituteFrom(reading, other)),
    }
  })
}

function lineFrom(reading: Reading, found: Found): BillLine {
  const { component, properties } = found
  return {
    ...BLANK_LINE,
    ...partIn(reading, found),
    part_version: fitting(reading, 'version', plain(own(component, 'version')), LINE_PATTERNS.part_version),
    component_class: fitting(
      reading,
      'component_class',
      properties.get('maqami:component_class'),
      LINE_PATTERNS.component_class,
    ),
    hs_code: fitting(reading, 'hs_code', plainHsCode(properties.get('maqami:hs_code') ?? ''), LINE_PATTERNS.hs_code),
    quantity: fitting(reading, 'quantity', properties.get('maqami:quantity'), LINE_PATTERNS.quantity) || null,
    unit_value: fitting(reading, 'unit_value', properties.get('maqami:unit_value'), LINE_PATTERNS.unit_value) || null,
  }
}

function partIn(reading: Reading, { component, properties, place }: Found) {
  const name = own(component, 'name')
  if (typeof name !== 'string' || !LINE_PATTERNS.part.test(name)) throw new Unreadable(`${place}/name`, 'wrong_kind')
  const supplier = own(component, 'supplier')
  const book = properties.get('maqami:book')
  const known = bookOf(book)
  if (book !== undefined && known === null) note(reading, 'maqami:book')
  return {
    part: name,
    part_code: fitting(reading, 'part_code', properties.get('maqami:part_code'), LINE_PATTERNS.part_code),
    supplier: fitting(
      reading,
      'supplier',
      isRecord(supplier) ? plain(own(supplier, 'name')) : undefined,
      LINE_PATTERNS.supplier,
    ),
    book: known,
  }
}

function substituteFrom(reading: Reading, found: Found): Substitute {
  const { properties } = found
  const priority = properties.get('maqami:priority')
  return {
    ...partIn(reading, found),
    share: properties.get('maqami:share') ?? null,
    priority: priority === undefined || !/^\d{1,3}$/.test(priority) ? null : Number(priority),
  }
}

function plain(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** What does not fit is not taken, and is counted among what is not known. */
function fitting(reading: Reading, name: string, text: string | undefined, pattern: RegExp): string {
  if (text === undefined || text === '') return ''
  if (pattern.test(text)) return text
  note(reading, name)
  return ''
}
