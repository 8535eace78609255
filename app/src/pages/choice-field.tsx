/** One of a few, each with what choosing it does. */
import type { Problem } from '../kernel/problem.ts'
import { errorOf } from './form.tsx'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

interface ChoiceFieldProps {
  readonly name: string
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly hint: string }[]
  readonly defaultValue: string | undefined
  readonly problem: Problem | undefined
}

/** The first choice has the identifier of the field, so that an error leads to it. */
export function ChoiceField({ name, label, choices, defaultValue, problem }: ChoiceFieldProps) {
  const words = shellWordsOf(useShell().language)
  const error = errorOf(problem, name)
  return (
    <fieldset className="choices" aria-describedby={error === undefined ? undefined : `${name}-error`}>
      <legend className="ds-label">{label}</legend>
      {error === undefined ? undefined : (
        <p className="ds-validation-message" id={`${name}-error`}>
          <span className="hidden">{words.error} </span>
          {error}
        </p>
      )}
      {choices.map((choice, index) => {
        const id = index === 0 ? name : `${name}-${choice.value}`
        return (
          <div className="choice" key={choice.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              aria-describedby={`${id}-hint`}
            />
            <label htmlFor={id}>{choice.label}</label>
            <p className="quiet" id={`${id}-hint`}>
              {choice.hint}
            </p>
          </div>
        )
      })}
    </fieldset>
  )
}
