/** Another role for one person of a list, with what that does. */
import type { MemberRole } from '../kernel/authority.ts'
import { useShell } from '../pages/shell.tsx'
import { peopleWordsOf } from './people-words.ts'

interface ChangeRoleProps {
  readonly membership: string
  readonly person: string
  readonly role: MemberRole
  readonly roles: readonly MemberRole[]
}

export function ChangeRole({ membership, person, role, roles }: ChangeRoleProps) {
  const words = peopleWordsOf(useShell().language)
  const id = `role-${membership}`
  return (
    <details className="folded">
      <summary>{words.changeRole}</summary>
      <p>{words.changingHolds(person)}</p>
      <form method="post">
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="membership" value={membership} />
        <label className="ds-label" htmlFor={id}>
          {words.newRole}
        </label>
        <select className="ds-input" id={id} name="role" defaultValue={role}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {words.roles[one]}
            </option>
          ))}
        </select>
        <button className="ds-button row-button" data-variant="secondary" type="submit">
          {words.changeRole}
        </button>
      </form>
    </details>
  )
}
