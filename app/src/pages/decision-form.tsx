/** Yes or no, where no is said with the reason (`readDecision`). */
import { ChoiceField } from './choice-field.tsx'
import { Consequence } from './consequence.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from './form.tsx'

interface DecisionFormProps {
  readonly action: string
  readonly words: Readonly<Record<'decision' | 'reason' | 'reasonHint' | 'decide', string>>
  readonly choices: readonly [yes: DecisionChoice, no: DecisionChoice]
  readonly consequence: string
  /** The version of what is decided on, where it may change meanwhile. */
  readonly seen?: number
}

interface DecisionChoice {
  readonly value: string
  readonly label: string
  readonly hint: string
}

export function DecisionForm({ action, words, choices, consequence, seen }: DecisionFormProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={action}>
      <ErrorSummary problem={problem} />
      {seen === undefined ? undefined : <input type="hidden" name="seen" value={seen} />}
      <ChoiceField
        name="kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['kind']}
        choices={choices}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        isOptional
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{consequence}</p>
      </Consequence>
      <Button>{words.decide}</Button>
    </form>
  )
}
