/** Why somebody may not, by the table of authority. */
import { type Authority, isAllowed } from './authority.ts'
import type { ServerRefusal } from './problem.ts'
import { type Actor, ANYBODY } from './transaction.ts'

export function refusedTo(authority: Authority, actor: Actor, command: string): ServerRefusal | undefined {
  if (actor.delegation !== undefined && !isAllowed(authority, 'public', command))
    return actor.delegation.commands.includes(command) ? undefined : { code: 'beyond_delegation', command }
  if (isAllowed(authority, actor.role, command)) return undefined
  return actor === ANYBODY ? { code: 'sign_in_needed' } : { code: 'not_allowed', command }
}
