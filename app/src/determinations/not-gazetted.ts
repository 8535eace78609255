/** Law that does not bind yet: a determination that rests on any is a rehearsal. */
import type { Programme } from '@maqami/engine/load/programme.ts'
import { cellsOf } from '@maqami/engine/load/parameters.ts'
import type { Standing } from '@maqami/engine/load/standing.ts'

/** The provisions, and the rows of parameters with their first day, that are a draft or whose gazette text nobody holds; empty where all of it binds. */
export function notGazetted({ heading, draft, provisions, parameters }: Programme): readonly string[] {
  return [
    ...(draft === undefined && binds(heading) ? [] : [draft?.name ?? heading.name]),
    ...[...provisions.values()].filter((one) => !binds(one)).map(({ name }) => name),
    ...[...parameters.values()].flatMap(({ name, rows }) =>
      rows.filter(({ cells }) => [...cellsOf(cells)].some((cell) => !binds(cell))).map(({ text }) => `${name} ${text}`),
    ),
  ]
}

/** As `isRehearsal` has it. */
function binds({ standing }: { readonly standing: Standing }): boolean {
  return standing.status !== 'draft' && standing.evidence === 'gazette'
}
