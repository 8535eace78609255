/** The people of an organization, as its administrator sees them, and ending a membership. */
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { openInvitations } from './invitations-table.ts'
import type { Invitation, Organization } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { endMembershipAt, findOrganization, hasAdministrator, type Member, membersOf } from './people-table.ts'

export type EndRefusal = { readonly code: 'membership_unknown' } | { readonly code: 'last_administrator' }

export interface SeenPeople {
  readonly members: readonly Pick<Member, 'id' | 'person_id' | 'name' | 'email' | 'role' | 'began_at'>[]
  readonly invitations: readonly Pick<Invitation, 'id' | 'email' | 'role' | 'invited_at' | 'expires_at'>[]
}

export async function seePeople(identity: Identity, actor: Actor): Promise<SeenPeople> {
  const { organization } = actor
  if (organization === undefined) return { members: [], invitations: [] }
  return await readAs(identity.database, actor, async (tables) => {
    const members = await membersOf(tables, organization)
    const invitations = await openInvitations(tables, organization, instantText(identity.clock()))
    return {
      members: members.map(({ id, person_id, name, email, role, began_at }) => ({
        id,
        person_id,
        name,
        email,
        role,
        began_at,
      })),
      invitations: invitations.map(({ id, email, role, invited_at, expires_at }) => ({
        id,
        email,
        role,
        invited_at,
        expires_at,
      })),
    }
  })
}

/** The one for which an administrator acts. Throws for who acts for none: the table of authority lets no such person see it. */
export async function ownOrganization(
  { database }: Identity,
  actor: Actor,
): Promise<Pick<Organization, 'name' | 'kind'>> {
  const id = actor.organization ?? ''
  const found = await readAs(database, actor, async (tables) => await findOrganization(tables, id))
  if (found === undefined) throw new Error(`${actor.person} administers no organization`)
  return { name: found.name, kind: found.kind }
}

/** Holds from the next request on, since each looks at the memberships. */
export async function endMembership(
  identity: Identity,
  actor: Actor,
  input: { readonly membership: string },
): Promise<Outcome<Record<string, never>, EndRefusal>> {
  return await recordCommand<Record<string, never>, EndRefusal>(identity, actor, 'end_membership', async (tables) => {
    const { membership } = input
    const now = instantText(identity.clock())
    const ended = isId(membership) ? await endMembershipAt(tables, membership, now) : undefined
    if (ended === undefined) return { refused: { code: 'membership_unknown' } }
    if (!(await hasAdministrator(tables, ended.organization_id))) return { refused: { code: 'last_administrator' } }
    return { done: {}, subject: ended.person_id, details: { membership: ended.id, role: ended.role } }
  })
}
