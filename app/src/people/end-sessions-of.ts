/** An administrator ends the sessions of somebody of his organization: of who lost a device, or is suspected not to be himself. */
import { recordCommand } from '../audit-log/record-command.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { EndRefusal } from './end-membership.ts'
import type { Identity } from './open-identity.ts'
import { membersById } from './people-table.ts'

type SessionsRefusal = Extract<EndRefusal, { readonly code: 'membership_unknown' }>

/** All that the person has, for whichever organization he acts there. He stays who he is, and signs in anew. */
export async function endSessionsOf(
  identity: Identity,
  actor: Actor,
  input: { readonly membership: string },
): Promise<Outcome<{ readonly ended: number }, SessionsRefusal>> {
  return await recordCommand<{ readonly ended: number }, SessionsRefusal>(
    identity,
    actor,
    'end_sessions_of',
    async (tables) => {
      const { membership } = input
      const [member] = isId(membership) ? await membersById(tables, [membership]) : []
      if (member === undefined || member.organization_id !== actor.organization)
        return { refused: { code: 'membership_unknown' } }
      const { adapter } = await identity.auth.$context
      const where = [{ field: 'userId', value: member.person_id }]
      const ended = await adapter.deleteMany({ model: 'session', where })
      return { done: { ended }, subject: member.person_id, details: { membership, ended } }
    },
  )
}
