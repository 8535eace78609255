/** The forms of what one officer proposes about a receipt or a guarantee and another decides on. */
import type { ReactNode } from 'react'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'

interface ProposeWords<Act extends string> {
  readonly propose: string
  readonly act: string
  readonly acts: Readonly<Record<Act, string>>
  readonly actHints: Readonly<Record<Act, string>>
  readonly determination: string
  readonly determinationHint: string
  readonly reason: string
  readonly reasonHint: string
  readonly proposeEffect: string
  readonly proposeButton: string
}

interface ProposeFormProps<Act extends string> {
  readonly action: string
  readonly acts: readonly Act[]
  /** That which names a determination. */
  readonly naming: Act
  readonly words: ProposeWords<Act>
  readonly children?: ReactNode
}

export function ProposeForm<Act extends string>({ action, acts, naming, words, children }: ProposeFormProps<Act>) {
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={action}>
      <h2>{words.propose}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="what" value="propose" />
      <ChoiceField
        name="act"
        label={words.act}
        problem={problem}
        defaultValue={typed['act']}
        choices={acts.map((value) => ({ value, label: words.acts[value], hint: words.actHints[value] }))}
      />
      {children}
      {acts.includes(naming) ? (
        <Field
          name="reference"
          label={words.determination}
          hint={words.determinationHint}
          defaultValue={typed['reference']}
          problem={problem}
          dir="ltr"
        />
      ) : undefined}
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.proposeEffect}</p>
      </Consequence>
      <Button>{words.proposeButton}</Button>
    </form>
  )
}

interface DecideFormProps {
  readonly action: string
  readonly shown_hash: string | null
  readonly words: {
    readonly decideTitle: string
    readonly decision: string
    readonly approve: string
    readonly approveHint: string
    readonly decline: string
    readonly declineHint: string
    readonly reason: string
    readonly declineReasonHint: string
    readonly decide: string
  }
  /** What its approval does. */
  readonly children: ReactNode
}

export function DecideForm({ action, shown_hash, words, children }: DecideFormProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={action}>
      <h2>{words.decideTitle}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="shown_hash" value={shown_hash ?? ''} />
      <Consequence>{children}</Consequence>
      <ChoiceField
        name="kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['kind']}
        choices={[
          { value: 'approved', label: words.approve, hint: words.approveHint },
          { value: 'declined', label: words.decline, hint: words.declineHint },
        ]}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.declineReasonHint}
        isOptional
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Button>{words.decide}</Button>
    </form>
  )
}
