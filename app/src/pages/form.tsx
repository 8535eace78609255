/** Parts of forms. A label and an error belong to their control by what the server sends, so that they do without a script. */
import type { InputHTMLAttributes } from 'react'
import type { Problem } from '../kernel/problem.ts'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

/** The control that a problem is about: `/body/name` and `/querystring/name` are that of `name`. */
function fieldOf({ place }: Problem): string | undefined {
  return /^\/(?:body|querystring)\/(\w+)$/.exec(place ?? '')?.[1]
}

/** Stands above the form, and leads to the control that is to be corrected. */
export function ErrorSummary({ problem }: { readonly problem: Problem | undefined }) {
  if (problem === undefined) return undefined
  const field = fieldOf(problem)
  return (
    <div className="ds-error-summary" role="alert">
      <h2>{problem.title}</h2>
      <p>{field === undefined ? problem.detail : <a href={`#${field}`}>{problem.detail}</a>}</p>
    </div>
  )
}

interface FieldProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'dir' | 'defaultValue' | 'required' | 'autoComplete'> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problem: Problem | undefined
}

export function Field({ name, label, hint, problem, ...input }: FieldProps) {
  const words = shellWordsOf(useShell().language)
  const error = problem !== undefined && fieldOf(problem) === name ? problem.detail : undefined
  const told = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`].join(' ').trim()
  return (
    <div className="field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {hint === undefined ? undefined : (
        <p className="quiet" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? undefined : (
        <p className="ds-validation-message" id={`${name}-error`}>
          <span className="hidden">{words.error} </span>
          {error}
        </p>
      )}
      <input
        className="ds-input"
        id={name}
        name={name}
        aria-describedby={told === '' ? undefined : told}
        aria-invalid={error === undefined ? undefined : true}
        {...input}
      />
    </div>
  )
}

export function Button({ children }: { readonly children: string }) {
  return (
    <button className="ds-button" type="submit">
      {children}
    </button>
  )
}
