/** One question for everything that one may see. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID, oneOf, orNull, PROGRAMME, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { FOUND_KINDS, LEAST_LETTERS, MOST_LETTERS, type SearchRefusal } from './search.ts'
import { searchEverything } from './search-everything.ts'

/** An administrator finds people, and nothing of the business. */
export const searchAuthority = {
  search: [...OFFICER_ROLES, ...MAKER_ROLES, 'administrator'],
} as const satisfies Authority

const FOUND = Type.Object({
  id: ID,
  title: Type.String(),
  programme: orNull(PROGRAMME),
  detail: orNull(Type.String()),
  state: orNull(Type.String()),
  firm: orNull(Type.Object({ id: ID, name: Type.String() })),
  href: Type.String(),
})

export function searchRoutes(recorder: Recorder): readonly Route<SearchRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/search',
      command: 'search',
      summary: 'What begins so of all that one may see: names, numbers, codes, hashes, and returns by firm and period',
      query: Type.Object({ q: text(MOST_LETTERS, LEAST_LETTERS) }),
      done: Type.Object({
        groups: Type.Array(
          Type.Object({ kind: oneOf(...FOUND_KINDS), items: Type.Array(FOUND), more: Type.Boolean() }),
        ),
      }),
      run: async ({ actor, query }) => {
        const found = await searchEverything(recorder, actor, query.q)
        return 'refused' in found ? found : { done: { groups: found.done } }
      },
    }),
  ]
}
