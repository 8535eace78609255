/** The form by which an administrator issues a key: for which role, what it may do beside reading, and for how long. */
import type { MemberRole } from '../kernel/authority.ts'
import type { KeyCommand } from '../kernel/key-scope.ts'
import { Button, Field, errorOf, Select, type SentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { keyWordsOf } from './key-words.ts'
import { peopleWordsOf } from './people-words.ts'

interface KeyFormProps {
  readonly roles: readonly MemberRole[]
  /** The one that the form is for. */
  readonly role: MemberRole | undefined
  readonly commands: readonly KeyCommand[]
  readonly sent: SentBack | undefined
}

const DAYS = ['30', '90', '180', '365'] as const
const USUAL = '90'

export function KeyForm({ roles, role, commands, sent }: KeyFormProps) {
  const { language } = useShell()
  const words = keyWordsOf(language)
  const people = peopleWordsOf(language)
  if (role === undefined) return undefined
  return (
    <>
      <form method="get">
        <Select
          name="role"
          label={people.role}
          choices={roles.map((one) => ({ value: one, label: people.roles[one] }))}
          defaultValue={role}
          problem={undefined}
        />
        {roles.length > 1 ? <Button variant="secondary">{words.showRole}</Button> : undefined}
      </form>
      <form method="post" className="another-way">
        <input type="hidden" name="act" value="issue" />
        <input type="hidden" name="role" value={role} />
        <Field
          name="name"
          label={words.keyName}
          hint={words.keyNameHint}
          defaultValue={sent?.typed['name']}
          dir="auto"
          required
          autoComplete="off"
          problem={sent?.problem}
        />
        <Commands role={people.roles[role]} commands={commands} sent={sent} />
        <Select
          name="days"
          label={words.holdsFor}
          choices={DAYS.map((days) => ({ value: days, label: words.days(days) }))}
          defaultValue={sent?.typed['days'] ?? USUAL}
          problem={sent?.problem}
        />
        <Button>{words.issue}</Button>
      </form>
    </>
  )
}

/** The interface is described in English only; in Urdu its own words stand alone. */
function Commands({ role, commands, sent }: Pick<KeyFormProps, 'commands' | 'sent'> & { readonly role: string }) {
  const { language } = useShell()
  const words = keyWordsOf(language)
  const chosen = (sent?.typed['commands'] ?? '').split(' ')
  const problem = errorOf(sent?.problem, 'commands')
  return (
    <fieldset className="choices" id="commands">
      <legend className="ds-label">{words.mayDo}</legend>
      {problem === undefined ? undefined : <p className="ds-validation-message">{problem}</p>}
      <p className="quiet">{commands.length === 0 ? words.onlyReads(role) : words.mayDoHint(role)}</p>
      {commands.map(({ command, asks, summary }) => (
        <div className="choice" key={`${command} ${asks}`}>
          <input
            type="checkbox"
            id={`do-${command}`}
            name="commands"
            value={command}
            defaultChecked={chosen.includes(command)}
          />
          <label htmlFor={`do-${command}`}>{language === 'en' ? summary : <code dir="ltr">{command}</code>}</label>
          <p className="quiet">
            <code dir="ltr">{asks}</code>
          </p>
        </div>
      ))}
    </fieldset>
  )
}
