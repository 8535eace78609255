/** Where in an explanation a computation stands, and how what it says is held against what follows. */
import { canonicalJson } from '../canonical/canonical.ts'
import type { Outcome } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { saidOf } from './explain.ts'
import type { ProvisionWhy, Said } from './explanation.ts'

/** Thrown from where the difference is, through the nodes above it, and caught by `recompute`. */
export class Differs extends Error {
  readonly provision: string
  readonly path: string
  readonly said: Said
  readonly recomputed: Said
  constructor(place: Place, said: Said, recomputed: Said) {
    super(`${place.provision}, ${place.path}`)
    this.provision = place.provision
    this.path = place.path
    this.said = said
    this.recomputed = recomputed
  }
}

export interface Place {
  readonly provision: string
  readonly path: string
  /** The members that are in hand, by category. */
  readonly members: Readonly<Record<string, string>>
}

export interface Work {
  /** Checks a provision that is computed for one line or one member. */
  readonly checkProvision: (work: Work, why: ProvisionWhy, place: Place) => void
  readonly asOf: string
  readonly periodEnd: string
  /** Provisions with one outcome, by name. */
  readonly provisions: ReadonlyMap<string, ProvisionWhy>
  /** What each fact said where it was met first; it must say the same everywhere. */
  readonly facts: Map<string, Said>
  readonly filed: Readonly<Record<string, unknown>> | undefined
}

/** Compares as data: the order in which missing facts were met does not matter. */
export function hold(place: Place, said: Said, outcome: Outcome | undefined, type: Type): void {
  const recomputed = saidOf(outcome, type)
  if (fingerprint(said) !== fingerprint(recomputed)) throw new Differs(place, said, recomputed)
}

function fingerprint(said: Said): string {
  switch (said.state) {
    case 'value':
      return `value ${said.text}`
    case 'none':
      return `none ${said.because}`
    case 'not_needed':
      return said.state
    case 'undetermined':
      return JSON.stringify([said.state, said.missing.toSorted()])
    case 'refused':
      return JSON.stringify([
        said.state,
        said.missing.toSorted(),
        said.refusals.map((one) => canonicalJson(one)).toSorted(),
      ])
  }
}

export function at(place: Place, step: string, members = place.members): Place {
  return { provision: place.provision, path: place.path === '' ? step : `${place.path}.${step}`, members }
}
