/** What was done to a thing, by whom and when. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID, INSTANT, listOf, orNull, PAGE_QUERY } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { type HistoryRefusal, type Thing, THINGS } from './history.ts'
import { readHistory } from './read-history.ts'

export const historyAuthority = { see_history: [...OFFICER_ROLES, ...MAKER_ROLES] } as const satisfies Authority

const ENTRY = Type.Object({
  id: ID,
  recorded_at: INSTANT,
  act: Type.String(),
  subject: Type.String(),
  version: orNull(Type.Integer()),
  said: orNull(Type.String()),
  by: Type.Object({
    role: Type.String(),
    name: orNull(Type.String()),
    organization: orNull(Type.String()),
    is_own: Type.Boolean(),
    is_program: Type.Boolean(),
  }),
})

/** What an address of the thing ends with. */
const NUMBERED: Partial<Record<Thing, string>> = {
  licences: '^[A-Z]{2}-\\d{6,12}$',
  determinations: '^D-\\d{6,12}$',
  budgets: '^B-\\d{6,12}$',
  payments: '^P-\\d{6,12}$',
  guarantees: '^G-\\d{6,12}$',
}

export function historyRoutes({ database }: Recorder): readonly Route<HistoryRefusal>[] {
  return THINGS.map((thing) => {
    const pattern = NUMBERED[thing]
    const key = pattern === undefined ? 'id' : 'number'
    return route({
      method: 'GET',
      url: `/api/${thing}/:${key}/history`,
      command: 'see_history',
      summary: `What was done to one of the ${thing}, by whom and when, newest first`,
      params: Type.Object({ [key]: pattern === undefined ? ID : Type.String({ pattern }) }),
      query: PAGE_QUERY,
      done: listOf(ENTRY),
      run: async ({ actor, params, query }) => {
        return await readHistory(database, actor, { thing, id: String(params[key]) }, query)
      },
    })
  })
}
