/** The maps of components of all programmes, for programs. */
import { toFixed } from '@maqami/engine/value/exact.ts'
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Authority } from '../kernel/authority.ts'
import { oneOf, orNull, PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { Known } from './component.ts'
import { type ComponentMap, componentMaps } from './read-components.ts'

export const componentsAuthority = { see_components: ['public'] } as const satisfies Authority

const WORDS = Type.Record(Type.String(), Type.String())
/** Pieces or rupees; null where it is withheld from the reader. */
const VALUE = orNull(Type.String({ pattern: '^-?\\d+\\.\\d{2}$' }))

const COMPONENTS = Type.Object({
  programme: PROGRAMME,
  /** By all accepted returns, or by what was published of them. */
  by: oneOf('accepted_returns', 'publications'),
  /** Null where nothing is known yet. */
  year: orNull(YEAR),
  status: Type.String(),
  evidence: Type.String(),
  classes: Type.Array(
    Type.Object({
      component_class: Type.String(),
      label: WORDS,
      used: VALUE,
      bought_locally: VALUE,
      made_in_house: VALUE,
      unserved: VALUE,
      import_bill: VALUE,
      /** Pieces a year from which a plant pays. */
      least_efficient: VALUE,
      plants: VALUE,
      rank: orNull(Type.Integer()),
    }),
  ),
})

export function componentsRoutes({ database }: Recorder, shelf: ReleaseShelf): readonly Route<never>[] {
  return [
    route({
      method: 'GET',
      url: '/api/components',
      command: 'see_components',
      summary: 'Classes of components: how many are used, how many are made here, and where the next plant pays',
      done: Type.Object({ programmes: Type.Array(COMPONENTS) }),
      run: async ({ actor }) => {
        const found = await readAs(database, actor, async (tables) => await componentMaps(tables, shelf, actor))
        return { done: { programmes: found.map(mapSaid) } }
      },
    }),
  ]
}

function mapSaid({ release, rules, isWhole, year, classes }: ComponentMap) {
  return {
    programme: release.engine.programme.heading.name,
    by: isWhole ? ('accepted_returns' as const) : ('publications' as const),
    year: year ?? null,
    status: rules.standing.status,
    evidence: rules.standing.evidence,
    classes: classes.map(({ rule, told, unserved, plants, rank }) => ({
      component_class: rule.name,
      label: rule.label,
      used: said(told.used),
      bought_locally: said(told.bought),
      made_in_house: said(told.made),
      unserved: said(unserved),
      import_bill: said(told.imports),
      least_efficient: said(rule.least_efficient),
      plants: said(plants),
      rank,
    })),
  }
}

function said(value: Known | undefined): string | null {
  return value === undefined || value === 'withheld' ? null : toFixed(value, 2)
}
