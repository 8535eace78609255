/** Names the lines of the return that a fact was made from, so that an explanation can lead back to them. */
import type { FactOrigins, LineOrigin } from '../returns/return-facts.ts'

const MOST = 3

/** `parts[3].unit_value` comes from the third origin of `parts`; `ex_works_value` from all of its own. */
export function originsOf(origins: FactOrigins): (path: string) => readonly string[] {
  return (path) => {
    const line = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path)
    if (line === null) return several(linesOf(origins, path))
    const origin = linesOf(origins, line[1] ?? '')[Number(line[2]) - 1]
    return origin === undefined ? [] : [placeOf(origin), ...amountsOf(origin, line[3] ?? '')]
  }
}

function linesOf(origins: FactOrigins, name: string): readonly LineOrigin[] {
  return Object.hasOwn(origins, name) ? (origins[name] ?? []) : []
}

function several(lines: readonly LineOrigin[]): readonly string[] {
  const shown = lines.slice(0, MOST).map(placeOf)
  return lines.length > MOST ? [...shown, `+${lines.length - MOST}`] : shown
}

function placeOf(origin: LineOrigin): string {
  return `${origin.sheet}!${origin.row}`
}

function amountsOf(origin: LineOrigin, column: string): readonly string[] {
  const { amounts = {} } = origin
  const amount = Object.hasOwn(amounts, column) ? amounts[column] : undefined
  return amount === undefined
    ? []
    : [`${amount.currency} ${amount.amount} × ${amount.rate} (${amount.rate_on}, ${amount.rate_source})`]
}
