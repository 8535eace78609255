/** From an invitation to a person who can sign in. */
import { randomUUID } from 'node:crypto'
import { recordCommand } from '../audit-log/record-command.ts'
import type { MemberRole, OrganizationKind } from '../kernel/authority.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { type PasswordRefusal, refusePassword } from './check-password.ts'
import { sessionOf } from './identify-request.ts'
import { acceptInvitationOnce, findInvitation } from './invitations-table.ts'
import { type Invitation, isOpen, type NameMissing, type Person, readName } from './membership.ts'
import type { Identity } from './open-identity.ts'
import {
  currentMemberships,
  findOrganization,
  findPersonByEmail,
  insertMembership,
  insertPerson,
} from './people-table.ts'
import { hashToken } from './secret-token.ts'

export type AcceptanceRefusal =
  | { readonly code: 'invitation_unknown' }
  | { readonly code: 'sign_in_to_accept'; readonly email: string }
  | NameMissing
  | PasswordRefusal
  | { readonly code: 'member_already' }

export interface SeenInvitation {
  readonly email: string
  readonly role: MemberRole
  readonly kind: OrganizationKind
  readonly organization_name: string
  readonly expires_at: string
  /** Then he signs in first, and gives neither name nor password. */
  readonly is_known_person: boolean
}

interface Acceptance {
  readonly token: string
  readonly name?: string
  /** May be left out where people sign in by OpenID. */
  readonly password?: string
}

/** The link was opened, which is all that proves who accepts, so the service acts; the event names the person. */
const DOOR = systemActor('invitations')

export async function seeInvitation(
  identity: Identity,
  input: { readonly token: string },
): Promise<Outcome<SeenInvitation, AcceptanceRefusal>> {
  return await readAs<Outcome<SeenInvitation, AcceptanceRefusal>>(identity.database, DOOR, async (tables) => {
    const invitation = await openInvitation(tables, identity, input.token)
    const organization = invitation && (await findOrganization(tables, invitation.organization_id))
    if (invitation === undefined || organization === undefined) return { refused: { code: 'invitation_unknown' } }
    const { email, role, kind, expires_at } = invitation
    const is_known_person = (await findPersonByEmail(tables, email)) !== undefined
    return { done: { email, role, kind, organization_name: organization.name, expires_at, is_known_person } }
  })
}

async function openInvitation(
  tables: Handle,
  { clock }: Pick<Identity, 'clock'>,
  token: string,
): Promise<Invitation | undefined> {
  const invitation = await findInvitation(tables, hashToken(token))
  return invitation !== undefined && isOpen(invitation, instantText(clock())) ? invitation : undefined
}

/** Nobody is signed in by it; `signIn` follows. */
export async function acceptInvitation(
  identity: Identity,
  visitor: Visitor,
  input: Acceptance,
): Promise<Outcome<{ readonly email: string }, AcceptanceRefusal>> {
  const { auth, makeId, clock } = identity
  // Before anything slow is done for who only made a token up.
  const seen = await seeInvitation(identity, input)
  if ('refused' in seen) return seen
  const session = await sessionOf(identity, visitor)
  const { password: passwords } = await auth.$context
  const refusal = passwordRefusal(identity, input, seen.done.email)
  // Slow, and so outside of the transaction.
  const password =
    input.password === undefined || refusal !== undefined ? undefined : await passwords.hash(input.password)
  return await recordCommand<{ readonly email: string }, AcceptanceRefusal>(
    identity,
    DOOR,
    'accept_invitation',
    async (tables) => {
      const invitation = await openInvitation(tables, identity, input.token)
      if (invitation === undefined) return { refused: { code: 'invitation_unknown' } }
      const { email, organization_id, kind, role } = invitation
      const known = await findPersonByEmail(tables, email)
      if (known !== undefined && known.id !== session?.person) return { refused: { code: 'sign_in_to_accept', email } }
      const now = instantText(clock())
      if (known === undefined && refusal !== undefined) return { refused: refusal }
      const name = known?.name ?? readName(input.name ?? '')
      if (name === undefined) return { refused: { code: 'name_missing', place: '/body/name' } }
      const person = known ?? { id: randomUUID(), name, email, registered_at: now }
      const memberships = known === undefined ? [] : await currentMemberships(tables, known.id)
      if (memberships.some((one) => one.organization_id === organization_id))
        return { refused: { code: 'member_already' } }
      if (known === undefined) await insertPerson(tables, person)
      if (!(await acceptInvitationOnce(tables, invitation.id, person.id, now)))
        return { refused: { code: 'invitation_unknown' } }
      const membership = {
        id: makeId(),
        person_id: person.id,
        organization_id,
        kind,
        role,
        began_at: now,
        ended_at: null,
      }
      await insertMembership(tables, membership)
      if (known === undefined) await createAccount(identity, person, password)
      return {
        done: { email },
        subject: person.id,
        details: { invitation: invitation.id, organization: organization_id, role },
      }
    },
  )
}

function passwordRefusal(
  { hasOpenId }: Identity,
  { name = '', password }: Acceptance,
  email: string,
): PasswordRefusal | undefined {
  return password === undefined && hasOpenId ? undefined : refusePassword(password ?? '', [name, email])
}

/**
 * Under the same identifier (the library takes no UUID of version 7), in its tables, which this transaction does not reach: one that was rolled back after it leaves an account without a
 * person, which nobody has a session of, and which the next try replaces. Tries for one invitation wait for each other at its row.
 */
async function createAccount(
  { auth }: Identity,
  { id, name, email }: Person,
  password: string | undefined,
): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context
  await adapter.deleteMany({ model: 'user', where: [{ field: 'email', value: email }] })
  // He has the letter, so the address is his.
  await internalAdapter.createUser({ id, name, email, emailVerified: true }, { method: 'email-password' })
  if (password !== undefined)
    await internalAdapter.linkAccount({ userId: id, accountId: id, providerId: 'credential', password })
}
