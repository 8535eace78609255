/** Giving a person of one's organization another role. */
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { EndRefusal } from './end-membership.ts'
import type { InvitationRefusal } from './invite-person.ts'
import { isRoleOf } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { endMembershipAt, hasAdministrator, insertMembership } from './people-table.ts'

export type ChangeRefusal =
  | EndRefusal
  | { readonly code: 'role_unchanged' }
  | Extract<InvitationRefusal, { readonly code: 'role_not_of_kind' }>

interface Changed {
  readonly membership: string
}

/** One membership ends as the other begins, so that the log and the table say who could do what when. Holds from the next request on. */
export async function changeRole(
  identity: Identity,
  actor: Actor,
  input: { readonly membership: string; readonly role: string },
): Promise<Outcome<Changed, ChangeRefusal>> {
  return await recordCommand<Changed, ChangeRefusal>(identity, actor, 'change_role', async (tables) => {
    const { role } = input
    const now = instantText(identity.clock())
    const ended = isId(input.membership) ? await endMembershipAt(tables, input.membership, now) : undefined
    if (ended === undefined) return { refused: { code: 'membership_unknown' } }
    const { person_id, organization_id, kind } = ended
    if (!isRoleOf(kind, role)) return { refused: { code: 'role_not_of_kind', role, kind } }
    if (role === ended.role) return { refused: { code: 'role_unchanged' } }
    const membership = identity.makeId()
    const begun = { id: membership, person_id, organization_id, kind, role, began_at: now, ended_at: null }
    await insertMembership(tables, begun)
    if (!(await hasAdministrator(tables, organization_id))) return { refused: { code: 'last_administrator' } }
    return {
      done: { membership },
      subject: person_id,
      details: { membership, before: { membership: ended.id, role: ended.role }, role },
    }
  })
}
