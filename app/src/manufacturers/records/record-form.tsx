/** The form in which a firm states something of itself: one field for each that the schema of the kind has. */
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, Field, type Typed, useSentBack } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { FIELDS, type RecordKind } from './content.ts'
import { recordWordsOf } from './record-words.ts'

/** Codes, numbers and addresses of machines run from left to right in both languages. */
const CODES: readonly string[] = ['locode', 'email', 'phone', 'country', 'share_percent', 'from_on', 'until_on']

interface RecordFormProps {
  readonly kind: RecordKind
  readonly action: string
  /** What was stated last. */
  readonly content?: object
  /** How much the firm has seen of what was said. */
  readonly version?: number
}

export function RecordForm({ kind, action, content, version }: RecordFormProps) {
  const words = recordWordsOf(useShell().language)
  const { problem, typed = textsOf(content ?? {}) } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={action}>
      <ErrorSummary problem={problem} />
      {version === undefined ? undefined : <input type="hidden" name="seen" value={version} />}
      {FIELDS[kind].map((name) =>
        name === 'basis' ? (
          <ChoiceField
            key={name}
            name={name}
            label={words.fields.basis}
            choices={(['own', 'contract'] as const).map((value) => ({ value, ...words.basis[value] }))}
            defaultValue={typed[name]}
            problem={problem}
          />
        ) : (
          <Field
            key={name}
            name={name}
            label={words.fields[name]}
            hint={words.hints[name]}
            defaultValue={typed[name]}
            dir={CODES.includes(name) ? 'ltr' : 'auto'}
            problem={problem}
          />
        ),
      )}
      <Consequence>
        <p>{words.consequence}</p>
      </Consequence>
      <Button>{words.save}</Button>
    </form>
  )
}

function textsOf(content: object): Typed {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )
}
