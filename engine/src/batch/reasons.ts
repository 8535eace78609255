/** Why rows of a finding have no outcome. Rows that lack the same share a reason, so that each takes two bytes of its own. */
import type { NoValue } from '../value/outcome.ts'

export interface Reasons {
  /** Each once. */
  readonly all: readonly NoValue[]
  /** By row, of those that are undetermined or refused: the place of the reason. Empty where no row is. */
  readonly places: Uint16Array | Uint32Array
}

export interface GrowingReasons extends Reasons {
  readonly all: NoValue[]
  places: Uint16Array | Uint32Array
  readonly known: Map<string, number>
}

export function newReasons(): GrowingReasons {
  return { all: [], places: new Uint16Array(), known: new Map() }
}

const MOST_IN_TWO_BYTES = 65_536

/** `rows` is how many the batch has. */
export function keepReason(reasons: GrowingReasons, rows: number, row: number, reason: NoValue): void {
  const key = JSON.stringify([reason.missing, reason.refusals])
  const place = reasons.known.get(key) ?? reasons.all.length
  if (place === reasons.all.length) {
    reasons.known.set(key, place)
    reasons.all.push(reason)
  }
  if (reasons.places.length === 0) reasons.places = new Uint16Array(rows)
  if (place === MOST_IN_TWO_BYTES && reasons.places instanceof Uint16Array)
    reasons.places = Uint32Array.from(reasons.places)
  reasons.places[row] = place
}
