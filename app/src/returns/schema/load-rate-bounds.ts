/** `rates:` of a return: the least and the most that an official rate can be, so that one written upside down is noticed. */
import { entriesOf, mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { child, type Entry, type MapNode, type Node } from '@maqami/engine/load/yaml.ts'
import { compare, type Exact, ZERO } from '@maqami/engine/value/exact.ts'
import { parseQuantity } from '@maqami/engine/value/notation.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'

/** In units of the programme's currency for one of the other. */
export interface RateBounds {
  readonly atLeast: Exact
  readonly atMost: Exact
}

export function readRateBounds(
  report: Report,
  node: Node | undefined,
  currency: string,
): ReadonlyMap<string, RateBounds> {
  const bounds = new Map<string, RateBounds>()
  for (const entry of entriesOf(mapping(report, node, "'rates'"))) {
    const what = `The rate of '${entry.key}'`
    const map = mapping(report, entry.value, what, ['at_least', 'at_most'])
    if (!isCurrency(entry.key) || entry.key === currency)
      problem(
        report,
        entry.keyAt,
        `'rates' has the bounds of currencies other than ${currency}, not of '${entry.key}'.`,
      )
    else if (map !== undefined) {
      const atLeast = bound(report, map, 'at_least', entry, currency)
      const atMost = bound(report, map, 'at_most', entry, currency)
      if (atLeast === undefined || atMost === undefined) continue
      if (compare(atLeast, ZERO) <= 0 || compare(atLeast, atMost) > 0)
        problem(report, entry.keyAt, `${what} is at least something above zero, and at most no less than that.`)
      bounds.set(entry.key, { atLeast, atMost })
    }
  }
  return bounds
}

function bound(
  report: Report,
  map: MapNode,
  key: string,
  { key: other, keyAt }: Entry,
  currency: string,
): Exact | undefined {
  const written = requiredText(report, map, key, `the rate of '${other}'`)
  if (written === undefined) return undefined
  return (
    parseQuantity(written, `${currency} per ${other}`) ??
    problem(
      report,
      child(map, key)?.at ?? keyAt,
      `'${key}' is a rate such as ${currency} 280 per ${other}, not '${written}'.`,
    )
  )
}
