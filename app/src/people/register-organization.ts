/** A case officer registers an organization, and invites who is to administer it. */
import { recordCommand } from '../audit-log/record-command.ts'
import type { OrganizationKind } from '../kernel/authority.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { type InvitationRefusal, writeInvitation } from './invite-person.ts'
import { type NameMissing, readEmail, readName } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { insertOrganization } from './people-table.ts'

export type RegistrationRefusal =
  | NameMissing
  | NotAllowed
  | Extract<InvitationRefusal, { readonly code: 'email_invalid' }>

export interface Registered {
  readonly organization: string
  readonly invitation: string
  readonly expires_at: string
}

export async function registerOrganization(
  identity: Identity,
  actor: Actor,
  input: {
    readonly name: string
    readonly kind: Exclude<OrganizationKind, 'regulator'>
    readonly administrator_email: string
  },
): Promise<Outcome<Registered, RegistrationRefusal>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'register_organization' } }
  const email = readEmail(input.administrator_email)
  if (email === undefined) return { refused: { code: 'email_invalid', place: '/body/administrator_email' } }
  const name = readName(input.name)
  if (name === undefined) return { refused: { code: 'name_missing', place: '/body/name' } }
  return await recordCommand<Registered, RegistrationRefusal>(
    identity,
    actor,
    'register_organization',
    async (tables) => {
      const { kind } = input
      const id = identity.makeId()
      await insertOrganization(tables, { id, kind, name, registered_at: instantText(identity.clock()) })
      const wanted = { organization_id: id, kind, role: 'administrator', email } as const
      const invitation = await writeInvitation(tables, identity, actor, wanted)
      return {
        done: { organization: id, invitation: invitation.id, expires_at: invitation.expires_at },
        subject: id,
        details: { kind, name, invitation: invitation.id, email },
      }
    },
  )
}
