/** Names the lines of the return that a fact was made from, so that an explanation can lead back to them. */
import type { Language } from '@maqami/engine/explain/names.ts'
import type { FactOrigins, LineOrigin, Origins } from '../returns/return-facts.ts'
import { citedText } from './cited-text.ts'

const MOST = 3

/** `parts[3].unit_value` comes from the third origin of `parts`; `ex_works_value` from all of its own. */
export function originsOf(origins: FactOrigins, language: Language): (path: string) => readonly string[] {
  return (path) => {
    const [, group, number, column = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
    if (group === undefined) return several(origins.get(path))
    const known = origins.get(group)
    const nth = Number(number) - 1
    if (known === undefined || nth < 0 || nth >= known.count) return []
    const origin = known.tell(nth)
    return [placeOf(origin), ...amountsOf(origin, column), ...attestationOf(origin, language)]
  }
}

/** The places of some lines of a group, counted from 0. */
export function placesOf(origins: Origins | undefined, lines: readonly number[]): readonly string[] {
  if (origins === undefined) return []
  const shown = lines.slice(0, MOST).map((nth) => placeOf(origins.tell(nth)))
  return lines.length > MOST ? [...shown, `+${lines.length - MOST}`] : shown
}

function several(origins: Origins | undefined): readonly string[] {
  return placesOf(origins, [...Array(origins?.count ?? 0).keys()])
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

/** By whose word the local share of the line is known, and where that stands. */
function attestationOf({ attestation }: LineOrigin, language: Language): readonly string[] {
  return attestation === undefined ? [] : [citedText(attestation, language)]
}
