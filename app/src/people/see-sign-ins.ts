/** What happened at the door: one's own, and as an administrator that of the people of one's organization. */
import { isId } from '../kernel/identifiers.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Identity } from './open-identity.ts'
import { membersOf } from './people-table.ts'
import { doorEventsOf, doorEventsOfAll, type SeenDoorEvent } from './sign-in-history-table.ts'

const MOST_OF_ONE = 50
const MOST_OF_ALL = 200

/** The newest first. */
export async function seeOwnSignIns({ database }: Identity, actor: Actor): Promise<readonly SeenDoorEvent[]> {
  if (!isId(actor.person)) return []
  return await readAs(database, actor, async (tables) => await doorEventsOf(tables, actor.person, MOST_OF_ONE))
}

export async function seeSignIns(
  { database }: Identity,
  actor: Actor,
): Promise<readonly (SeenDoorEvent & { readonly person_id: string; readonly name: string })[]> {
  const { organization } = actor
  if (organization === undefined) return []
  return await readAs(database, actor, async (tables) => {
    const people = (await membersOf(tables, organization)).map(({ person_id }) => person_id)
    return await doorEventsOfAll(tables, people, MOST_OF_ALL)
  })
}
