/** Yes or no, where no is said with the reason (`readDecision`). */
import { ChoiceField } from './choice-field.tsx'
import { Consequence } from './consequence.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from './form.tsx'

interface DecisionFormProps {
  readonly action: string
  readonly words: Readonly<Record<'decision' | 'reason' | 'reasonHint' | 'decide', string>>
  readonly choices: readonly [yes: DecisionChoice, no: DecisionChoice]
  readonly consequence: string
}

interface DecisionChoice {
  readonly value: string
  readonly label: string
  readonly hint: string
}

export function DecisionForm({ action, words, choices, consequence }: DecisionFormProps) {
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={action}>
      <ErrorSummary problem={problem} />
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
