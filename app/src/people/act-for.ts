/** Which of his organizations somebody acts for. */
import { recordCommand } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import type { Reader } from '../pages/page-call.ts'
import { actingMembership, clientOf, sessionOf } from './identify-request.ts'
import type { Person } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { currentMemberships, findPerson, type NamedMembership } from './people-table.ts'

export type ActingRefusal = { readonly code: 'no_such_membership' } | { readonly code: 'sign_in_needed' }

export interface ActingFor extends Pick<NamedMembership, 'organization_id' | 'organization_name' | 'role'> {
  /** By which name the accountant is known through whom he acts for this client. */
  readonly through: string | null
}

export interface WhoIAm {
  readonly person: Pick<Person, 'id' | 'name' | 'email'>
  /** He acts for nobody until he has set up a second factor. */
  readonly lacks_factor: boolean
  readonly acting_for: ActingFor | null
  readonly memberships: readonly Pick<NamedMembership, 'organization_id' | 'organization_name' | 'role'>[]
}

/** Who has signed in, or undefined. */
export async function whoIAm(identity: Identity, visitor: Visitor): Promise<WhoIAm | undefined> {
  const session = await sessionOf(identity, visitor)
  if (session === undefined) return undefined
  const self: Actor = { person: session.person, organization: undefined, role: 'public' }
  const found = await readAs(identity.database, self, async (tables) => ({
    person: await findPerson(tables, session.person),
    memberships: await currentMemberships(tables, session.person),
  }))
  const { person, memberships } = found
  if (person === undefined) return undefined
  const acting_for = session.lacksFactor ? null : await actingFor(identity, memberships, session.organization)
  return {
    person: { id: person.id, name: person.name, email: person.email },
    lacks_factor: session.lacksFactor,
    acting_for,
    memberships: memberships.map(shown),
  }
}

async function actingFor(
  identity: Identity,
  memberships: readonly NamedMembership[],
  chosen: string | undefined,
): Promise<ActingFor | null> {
  const acting = actingMembership(memberships, chosen)
  if (acting !== undefined) return { ...shown(acting), through: null }
  const client = chosen === undefined ? undefined : await clientOf(identity, memberships, chosen)
  if (client === undefined) return null
  const { organization_id, organization_name, accountant_name } = client
  return { organization_id, organization_name, role: 'maker_clerk', through: accountant_name }
}

/** As the header of every page names him. */
export async function readerOf(identity: Identity, visitor: Visitor): Promise<Reader | undefined> {
  const self = await whoIAm(identity, visitor)
  if (self === undefined) return undefined
  const { person, acting_for } = self
  return { name: person.name, acting_for: acting_for?.organization_name, through: acting_for?.through ?? undefined }
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
  const memberships = await readAs(
    identity.database,
    self,
    async (tables) => await currentMemberships(tables, session.person),
  )
  const acting = await actingFor(identity, memberships, organization)
  if (acting === null) return { refused: { code: 'no_such_membership' } }
  return await recordCommand<{ readonly role: string }, ActingRefusal>(identity, self, 'act_for', async () => {
    const { adapter } = await identity.auth.$context
    await adapter.update({
      model: 'session',
      where: [{ field: 'id', value: session.id }],
      update: { organizationId: organization },
    })
    const { role, through } = acting
    const details = through === null ? { role } : { role, through }
    return { done: { role }, subject: organization, details }
  })
}
