/** What a reader may change, as `comparison.yaml` says it: a value, within which it is moved, and where it is from. */
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { plain } from '@maqami/engine/load/examples.ts'
import { mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { readReading, readStanding, STANDING_KEYS } from '@maqami/engine/load/standing.ts'
import { child, type MapNode, type Node, type Place } from '@maqami/engine/load/yaml.ts'
import { compare } from '@maqami/engine/value/exact.ts'
import { parseQuantity } from '@maqami/engine/value/notation.ts'
import type { Assumption, Movable, Range, Written } from './comparison.ts'

export interface Reader {
  readonly report: Report
  readonly programme: Programme
}

export function readMovable(
  reader: Reader,
  name: string,
  at: Place,
  node: Node,
  more: readonly string[],
): Movable | undefined {
  const { report, programme } = reader
  const what = `'${name}'`
  const map = mapping(report, node, what, ['value', 'low', 'high', 'step', ...more])
  if (map === undefined) return undefined
  const given = child(map, 'value')
  if (given === undefined) return problem(report, at, `${what} needs 'value:'.`)
  const value = readWritten(reader, { kind: 'map', at, entries: [{ key: name, keyAt: at, value: given }] }, what)[name]
  const type = programme.vocabulary.facts.get(name)?.type
  const range = type?.kind === 'number' ? readRange(report, map, what, type.unit, given) : undefined
  return value === undefined ? undefined : { name, value, range }
}

export function readAssumption(reader: Reader, name: string, at: Place, node: Node): Assumption | undefined {
  const { report } = reader
  const movable = readMovable(reader, name, at, node, ['reading', ...STANDING_KEYS])
  if (movable === undefined || node.kind !== 'map') return undefined
  const what = `'${name}'`
  const standing = readStanding(report, node, what, { status: 'draft', evidence: 'assumed', source: undefined })
  if (standing.evidence !== 'assumed' && standing.source === undefined)
    problem(report, node.at, `${what} is ${standing.evidence}, so it names its 'source:'.`)
  return { ...movable, standing, reading: readReading(report, node, what) }
}

function readRange(report: Report, map: MapNode, what: string, unit: string, given: Node): Range | undefined {
  const read = (key: string) => {
    const written = requiredText(report, map, key, what)
    const number = written === undefined ? undefined : parseQuantity(written, unit)
    if (written !== undefined && number === undefined)
      problem(report, child(map, key)?.at ?? map.at, `'${key}' of ${what} is a number in ${unit}, not '${written}'.`)
    return number
  }
  const [low, high, step] = [read('low'), read('high'), read('step')]
  const value = given.kind === 'text' ? parseQuantity(given.text, unit) : undefined
  if (low === undefined || high === undefined || step === undefined || value === undefined) return undefined
  if (compare(low, value) > 0 || compare(value, high) > 0 || step.n <= 0)
    return problem(
      report,
      map.at,
      `In ${what}, 'low' is at most 'value', 'value' at most 'high', and 'step' more than 0.`,
    )
  return { low, high, step }
}

/** Facts of the comparison, in the notation of files. */
export function readWritten({ report, programme }: Reader, node: Node | undefined, what: string): Written {
  const map = mapping(report, node, what)
  if (map === undefined) return {}
  const written = plain(map) as Written
  const read = readFacts(programme.vocabulary, written)
  if (!read.ok) for (const { sentence } of read.problems) problem(report, map.at, sentence)
  return written
}
