/** Who may answer for something that is due: the officers of one's own authority. */
import { OFFICER_ROLES } from '../kernel/authority.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { membersWithRole } from '../people/name-people.ts'

export interface Colleague {
  readonly person_id: string
  readonly name: string
}

export async function colleaguesOf(tables: Handle, { organization }: Actor): Promise<readonly Colleague[]> {
  if (organization === undefined) return []
  const found: Colleague[] = []
  for (const role of OFFICER_ROLES) found.push(...(await membersWithRole(tables, organization, role)))
  const names = new Map(found.map(({ person_id, name }) => [person_id, name]))
  return [...names].map(([person_id, name]) => ({ person_id, name }))
}

export async function isColleague(tables: Handle, actor: Actor, person: string): Promise<boolean> {
  return (await colleaguesOf(tables, actor)).some(({ person_id }) => person_id === person)
}
