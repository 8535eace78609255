/** The form by which an administrator gives somebody, or a program, a role of his organization. */
import type { ReactNode } from 'react'
import type { MemberRole } from '../kernel/authority.ts'
import { Button, Select, type SentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { peopleWordsOf } from './people-words.ts'

interface RoleFormProps {
  readonly act: string
  readonly roles: readonly MemberRole[]
  readonly sent: SentBack | undefined
  /** To whom: the field before the role. */
  readonly children: ReactNode
  readonly button: string
}

export function RoleForm({ act, roles, sent, children, button }: RoleFormProps) {
  const words = peopleWordsOf(useShell().language)
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      {children}
      <Select
        name="role"
        label={words.role}
        choices={roles.map((role) => ({ value: role, label: words.roles[role] }))}
        defaultValue={sent?.typed['role']}
        problem={sent?.problem}
      />
      <Button>{button}</Button>
    </form>
  )
}
