/** Inviting somebody to a role, and taking an invitation back. */
import { recordCommand } from '../audit-log/record-command.ts'
import type { OrganizationKind } from '../kernel/authority.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { insertInvitation, withdrawInvitationAt } from './invitations-table.ts'
import { type Invitation, isRoleOf, readEmail } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { findOrganization } from './people-table.ts'
import { queueLetterIn } from './queue-letter.ts'
import { hashToken, makeToken } from './secret-token.ts'

export type InvitationRefusal =
  | { readonly code: 'email_invalid'; readonly place: '/body/email' | '/body/administrator_email' }
  | { readonly code: 'role_not_of_kind'; readonly role: string; readonly kind: OrganizationKind }
  | { readonly code: 'organization_unknown' }
  | { readonly code: 'invitation_unknown' }
  | NotAllowed

export interface Invited {
  readonly invitation: string
  readonly expires_at: string
}

const WEEK_MS = 7 * 24 * 3_600_000

/**
 * An administrator invites into his own organization; a case officer invites an administrator into any other than the regulator. The link goes
 * to the address and to nobody else, so that who invites cannot accept in another's name.
 */
export async function invitePerson(
  identity: Identity,
  actor: Actor,
  input: { readonly email: string; readonly role: string; readonly organization?: string },
): Promise<Outcome<Invited, InvitationRefusal>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'invite_person' } }
  const email = readEmail(input.email)
  if (email === undefined) return { refused: { code: 'email_invalid', place: '/body/email' } }
  return await recordCommand<Invited, InvitationRefusal>(identity, actor, 'invite_person', async (tables) => {
    const id = input.organization ?? actor.organization ?? ''
    const organization = isId(id) ? await findOrganization(tables, id) : undefined
    const isTheirs =
      actor.role === 'administrator' ? organization?.id === actor.organization : organization?.kind !== 'regulator'
    if (organization === undefined || !isTheirs) return { refused: { code: 'organization_unknown' } }
    const { kind } = organization
    const mayInvite = actor.role === 'administrator' || input.role === 'administrator'
    if (!mayInvite || !isRoleOf(kind, input.role))
      return { refused: { code: 'role_not_of_kind', role: input.role, kind } }
    const invitation = await writeInvitation(tables, identity, actor, {
      organization_id: organization.id,
      kind,
      role: input.role,
      email,
    })
    const { expires_at } = invitation
    return {
      done: { invitation: invitation.id, expires_at },
      subject: organization.id,
      details: { invitation: invitation.id, role: input.role, email },
    }
  })
}

/** The row and the letter, with the link that only the letter has. */
export async function writeInvitation(
  tables: Handle,
  identity: Pick<Identity, 'clock' | 'makeId' | 'secret' | 'publicAddress'>,
  actor: Actor,
  wanted: Pick<Invitation, 'organization_id' | 'kind' | 'role' | 'email'>,
): Promise<Invitation & { readonly link: string }> {
  const token = makeToken()
  const now = identity.clock()
  const invitation: Invitation = {
    id: identity.makeId(),
    ...wanted,
    token_hash: hashToken(token),
    invited_by: actor.person,
    invited_at: instantText(now),
    expires_at: instantText(now + WEEK_MS),
    withdrawn_at: null,
    accepted_at: null,
    accepted_by: null,
  }
  await insertInvitation(tables, invitation)
  const link = `${identity.publicAddress.origin}/accept-invitation?token=${token}`
  const letter = { email: wanted.email, about: 'invitation', text: link, lastsMs: WEEK_MS } as const
  await queueLetterIn(tables, identity, identity.secret, letter)
  return { ...invitation, link }
}

export async function withdrawInvitation(
  identity: Identity,
  actor: Actor,
  input: { readonly invitation: string },
): Promise<Outcome<Record<string, never>, InvitationRefusal>> {
  return await recordCommand<Record<string, never>, InvitationRefusal>(
    identity,
    actor,
    'withdraw_invitation',
    async (tables) => {
      const { invitation } = input
      const now = instantText(identity.clock())
      const withdrawn = isId(invitation) ? await withdrawInvitationAt(tables, invitation, now) : undefined
      if (withdrawn === undefined) return { refused: { code: 'invitation_unknown' } }
      return { done: {}, subject: withdrawn.organization_id, details: { invitation: withdrawn.id } }
    },
  )
}
