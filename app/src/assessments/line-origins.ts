/** Names the lines of the return that a fact was made from, so that an explanation can lead back to them. */
import type { FactOrigins, LineOrigin, Origins } from '../returns/return-facts.ts'

const MOST = 3

/** `parts[3].unit_value` comes from the third origin of `parts`; `ex_works_value` from all of its own. */
export function originsOf(origins: FactOrigins): (path: string) => readonly string[] {
  return (path) => {
    const [, group, number, column = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    if (group === undefined) return several(origins.get(path))
    const { lines = [], tell } = origins.get(group) ?? {}
    const line = lines[Number(number) - 1]
    if (line === undefined || tell === undefined) return []
    const origin = tell(line)
    return [placeOf(origin), ...amountsOf(origin, column)]
  }
}

function several(origins: Origins | undefined): readonly string[] {
  if (origins === undefined) return []
  const { lines, tell } = origins
  const shown = lines.slice(0, MOST).map((line) => placeOf(tell(line)))
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
