/** Classes of components: how many devices take, how many are made here, and where the next plant pays. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { readReading, Standing } from '@maqami/engine/load/standing.ts'
import { add, compare, divide, type Exact, exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import type { ComponentClass } from '../commitments/candidate.ts'

/** By the measures of `figures.yaml`, each kept by class. */
export const TOLD = ['used', 'bought', 'made', 'imports'] as const
export type Told = (typeof TOLD)[number]

/** `components.yaml` of a programme. */
export interface ComponentRules {
  readonly measures: Readonly<Record<Told, string>>
  /** The series in which the public finds the same: pieces with where they come from, and the import bill. */
  readonly published: { readonly pieces: string; readonly imports: string }
  readonly standing: Standing
  readonly reading: ReturnType<typeof readReading>
  readonly classes: readonly ClassRule[]
}

export interface ClassRule {
  readonly name: string
  readonly label: Localized
  /** What candidates for investment call it. */
  readonly candidates: ComponentClass | undefined
  /** Pieces a year from which a plant pays; undefined of what no single plant makes. */
  readonly least_efficient: Exact | undefined
}

export type Known = Exact | 'withheld'

export interface ClassStanding {
  readonly rule: ClassRule
  readonly told: Readonly<Record<Told, Known>>
  /** What devices take and nobody makes here. */
  readonly unserved: Known
  /** How many plants of the least efficient volume that would feed. */
  readonly plants: Known | undefined
  /** Where the next plant pays most is 1; null where it is not to be told, or nothing is unserved. */
  readonly rank: number | null
}

const ONE_PLANT = exact(1)

export function paysFor(plants: Known | undefined): boolean {
  return plants !== undefined && plants !== 'withheld' && compare(plants, ONE_PLANT) >= 0
}

/** Where it is not served most, in plants, comes first; of equals the one with the larger import bill; what has no rank is last, as it is written. */
export function rankClasses(
  rules: ComponentRules,
  valueOf: (told: Told, component_class: string) => Known,
): readonly ClassStanding[] {
  const standings = rules.classes.map((rule): Omit<ClassStanding, 'rank'> => {
    const of = (told: Told): Known => valueOf(told, rule.name)
    const told = { used: of('used'), bought: of('bought'), made: of('made'), imports: of('imports') }
    const unserved = unservedOf(told)
    const { least_efficient } = rule
    const plants =
      least_efficient === undefined || unserved === 'withheld' ? undefined : divide(unserved, least_efficient)
    return { rule, told, unserved, plants: least_efficient !== undefined && plants === undefined ? 'withheld' : plants }
  })
  const ranked = standings.filter(({ plants }) => compare(knownOf(plants), ZERO) > 0)
  const inOrder = ranked.toSorted(
    (a, b) =>
      compare(knownOf(b.plants), knownOf(a.plants)) || compare(knownOf(b.told.imports), knownOf(a.told.imports)),
  )
  const rest = standings.filter((one) => !ranked.includes(one))
  return [...inOrder.map((one, nth) => ({ ...one, rank: nth + 1 })), ...rest.map((one) => ({ ...one, rank: null }))]
}

function unservedOf({ used, bought, made }: Readonly<Record<Told, Known>>): Known {
  if (used === 'withheld' || bought === 'withheld' || made === 'withheld') return 'withheld'
  return subtract(used, add(bought, made))
}

function knownOf(value: Known | undefined): Exact {
  return value === undefined || value === 'withheld' ? ZERO : value
}

export type ComponentRefusal = { readonly code: 'components_unknown' }
