/** Where an officer decides less than what was computed of a sanction: each with its reasons. */
import { Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { decisionWordsOf } from './decision-words.ts'
import type { Lessened } from './prepare-determination-view.ts'

interface LessFieldsProps {
  readonly value: string
  readonly index: number
  readonly title: string
  readonly lessened: readonly Lessened[]
}

export function LessFields({ value, index, title, lessened }: LessFieldsProps) {
  const words = decisionWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const prefix = `less_${index}_`
  return (
    <details
      className="prose"
      open={Object.entries(typed).some(([name, text]) => name.startsWith(prefix) && text !== '')}
    >
      <summary>{words.lessOf(title)}</summary>
      <p>{words.lessHint}</p>
      <input type="hidden" name={`offer_${index}`} value={value} />
      {lessened.map(({ finding, label, amount, from }) => {
        const name = (part: string): string => `${prefix}${finding}_${part}`
        return (
          <fieldset key={finding}>
            <legend className="ds-label">{label}</legend>
            <Select
              name={name('imposed')}
              label={words.imposing}
              problem={problem}
              defaultValue={typed[name('imposed')]}
              choices={[
                { value: '', label: words.isImposed },
                { value: 'not', label: words.isNotImposed },
              ]}
            />
            {amount === null ? undefined : (
              <Field
                name={name('amount')}
                label={words.lessAmount}
                hint={words.lessAmountHint(amount)}
                dir="ltr"
                inputMode="decimal"
                problem={problem}
                defaultValue={typed[name('amount')]}
              />
            )}
            {from === null ? undefined : (
              <Field
                name={name('from')}
                type="date"
                label={words.lessFrom}
                hint={words.lessFromHint(from)}
                problem={problem}
                defaultValue={typed[name('from')]}
              />
            )}
            <TextArea
              name={name('reasons')}
              label={words.lessReasons}
              hint={words.lessReasonsHint}
              problem={problem}
              defaultValue={typed[name('reasons')]}
              isOptional
            />
          </fieldset>
        )
      })}
    </details>
  )
}
