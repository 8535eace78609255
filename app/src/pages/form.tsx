/** Parts of forms. A label and an error belong to their control by what the server sends, so that they do without a script. */
import type { InputHTMLAttributes, ReactNode } from 'react'
import { useActionData } from 'react-router'
import type { Problem } from '../kernel/problem.ts'
import { Sentence } from './sentence.tsx'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export type Typed = Readonly<Record<string, string>>

/** What an action gives back when it is refused: the page says why, with what was typed still in its form. */
export interface SentBack {
  readonly problem: Problem
  readonly typed: Typed
}

/** Undefined until a form of this page was refused. */
export function useSentBack(): SentBack | undefined {
  return useActionData<SentBack>()
}

/** The control that a problem is about: `/body/name` and `/querystring/name` are that of `name`. */
function fieldOf({ place }: Problem): string | undefined {
  return /^\/(?:body|querystring)\/(\w+)$/.exec(place ?? '')?.[1]
}

/** What is wrong with what stands in the control of this name. */
export function errorOf(problem: Problem | undefined, name: string): string | undefined {
  if (problem === undefined) return undefined
  return [problem, ...(problem.others ?? [])].find((one) => fieldOf(one) === name)?.detail
}

/** Stands above the form, and leads to the first control that is to be corrected. */
export function ErrorSummary({ problem }: { readonly problem: Problem | undefined }) {
  const words = shellWordsOf(useShell().language)
  if (problem === undefined) return undefined
  const others = problem.others?.length ?? 0
  const field = fieldOf(problem)
  return (
    // Without a script nothing else leads to it from the top of a long page.
    <div className="ds-error-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{problem.title}</h2>
      <p>
        {field === undefined ? (
          <Sentence text={problem.detail} />
        ) : (
          <a href={`#${field}`}>
            <Sentence text={problem.detail} />
          </a>
        )}
      </p>
      {others === 0 ? undefined : <p>{words.otherFields(others)}</p>}
    </div>
  )
}

interface ControlProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly problem: Problem | undefined
}

/** What ties a control to its label, its hint and its error. */
interface Ties {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** A day that is given as an example is typed as it stands, and not broken at its hyphens. */
function withWholeDays(hint: string): readonly ReactNode[] {
  return hint.split(/(\d{4}-\d{2}-\d{2})/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="whole" dir="ltr">
        {part}
      </span>
    ),
  )
}

function Labelled({
  name,
  label,
  hint,
  problem,
  children,
}: ControlProps & { readonly children: (ties: Ties) => ReactNode }) {
  const words = shellWordsOf(useShell().language)
  const error = errorOf(problem, name)
  const told = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`].join(' ').trim()
  return (
    <div className="field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {hint === undefined ? undefined : (
        <p className="quiet" id={`${name}-hint`}>
          {withWholeDays(hint)}
        </p>
      )}
      {error === undefined ? undefined : (
        <p className="ds-validation-message" id={`${name}-error`}>
          <span className="hidden">{words.error} </span>
          <Sentence text={error} />
        </p>
      )}
      {children({
        id: name,
        name,
        'aria-describedby': told === '' ? undefined : told,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  )
}

interface FieldProps
  extends ControlProps,
    Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'type' | 'defaultValue' | 'required' | 'autoComplete' | 'inputMode' | 'accept' | 'dir'
    > {}

export function Field({ name, label, hint, problem, ...input }: FieldProps) {
  return (
    <Labelled name={name} label={label} hint={hint} problem={problem}>
      {(ties) => <input className="ds-input" {...ties} {...input} />}
    </Labelled>
  )
}

/** Room for some sentences. */
export function TextArea({
  defaultValue,
  isOptional,
  ...control
}: ControlProps & { readonly defaultValue?: string | undefined; readonly isOptional?: boolean }) {
  return (
    <Labelled {...control}>
      {(ties) => (
        <textarea
          className="ds-input"
          dir="auto"
          rows={6}
          required={isOptional !== true}
          defaultValue={defaultValue}
          {...ties}
        />
      )}
    </Labelled>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export function Select({
  choices,
  defaultValue,
  ...control
}: ControlProps & { readonly choices: readonly Choice[]; readonly defaultValue?: string | undefined }) {
  return (
    <Labelled {...control}>
      {(ties) => (
        <select className="ds-input" defaultValue={defaultValue} {...ties}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface ButtonProps {
  readonly children: string
  /** Beside what most readers come to do. */
  readonly variant?: 'secondary'
}

export function Button({ children, variant }: ButtonProps) {
  return (
    <button className="ds-button" data-variant={variant} type="submit">
      {children}
    </button>
  )
}
