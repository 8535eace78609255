/** Which of his organizations somebody acts for. */
import { recordCommand } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import type { Reader } from '../pages/page-call.ts'
import { actingMembership, sessionOf } from './identify-request.ts'
import type { Person } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { currentMemberships, findPerson, type NamedMembership } from './people-table.ts'

export type ActingRefusal = { readonly code: 'no_such_membership' } | { readonly code: 'sign_in_needed' }

export interface WhoIAm {
  readonly person: Pick<Person, 'id' | 'name' | 'email'>
  readonly acting_for: Pick<NamedMembership, 'organization_id' | 'organization_name' | 'role'> | null
  readonly memberships: readonly Pick<NamedMembership, 'organization_id' | 'organization_name' | 'role'>[]
}

/** Who has signed in, or undefined. */
export async function whoIAm(identity: Identity, visitor: Visitor): Promise<WhoIAm | undefined> {
  const session = await sessionOf(identity, visitor)
  if (session === undefined) return undefined
  const self: Actor = { person: session.person, organization: undefined, role: 'public' }
  return await readAs(identity.database, self, async (tables) => {
    const person = await findPerson(tables, session.person)
    if (person === undefined) return undefined
    const memberships = await currentMemberships(tables, session.person)
    const acting = actingMembership(memberships, session.organization)
    return {
      person: { id: person.id, name: person.name, email: person.email },
      acting_for: acting === undefined ? null : shown(acting),
      memberships: memberships.map(shown),
    }
  })
}

/** As the header of every page names him. */
export async function readerOf(identity: Identity, visitor: Visitor): Promise<Reader | undefined> {
  const self = await whoIAm(identity, visitor)
  return self && { name: self.person.name, acting_for: self.acting_for?.organization_name }
}

function shown({ organization_id, organization_name, role }: NamedMembership) {
  return { organization_id, organization_name, role }
}

/** From the next request on. */
export async function actFor(
  identity: Identity,
  visitor: Visitor,
  input: { readonly organization: string },
): Promise<Outcome<{ readonly role: string }, ActingRefusal>> {
  const session = await sessionOf(identity, visitor)
  if (session === undefined) return { refused: { code: 'sign_in_needed' } }
  const { organization } = input
  const self: Actor = { person: session.person, organization: undefined, role: 'public' }
  return await recordCommand<{ readonly role: string }, ActingRefusal>(identity, self, 'act_for', async (tables) => {
    const chosen = (await currentMemberships(tables, session.person)).find(
      (one) => one.organization_id === organization,
    )
    if (chosen === undefined) return { refused: { code: 'no_such_membership' } }
    const { adapter } = await identity.auth.$context
    await adapter.update({
      model: 'session',
      where: [{ field: 'id', value: session.id }],
      update: { organizationId: organization },
    })
    return { done: { role: chosen.role }, subject: organization, details: { role: chosen.role } }
  })
}
