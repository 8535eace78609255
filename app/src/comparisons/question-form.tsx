/** The form of a comparison: what is entered first, and all that is assumed behind it. */
import { type ReactNode, useId } from 'react'
import type { Problem } from '../kernel/problem.ts'
import { Button, Field, Select } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import type { FieldView, LinesView, QuestionView, SlidersView, SliderView } from './question-view.ts'

interface QuestionFormProps {
  readonly action: string
  /** Of the fold with all that is assumed. */
  readonly more: string
  readonly button: string
  readonly view: QuestionView
  readonly problem: Problem | undefined
  /** For a script: where the law is, and whose day applies. */
  readonly moving?: { readonly law: string; readonly today: string }
  readonly children?: ReactNode
}

export function QuestionForm({ action, more, button, view, problem, moving, children }: QuestionFormProps) {
  const words = comparePageWordsOf(useShell().language)
  return (
    <form action={`${action}#result`} className="question" data-law={moving?.law} data-today={moving?.today}>
      <Select name="law" label={words.law} choices={view.laws} defaultValue={view.law} problem={problem} />
      <div className="one-line">
        {view.entered.map((field) => (
          <FactField key={field.name} field={field} problem={problem} />
        ))}
      </div>
      {children}
      {view.sliders.map(({ legend, sliders }) => (
        <Sliders key={legend ?? ''} legend={legend} sliders={sliders} />
      ))}
      <details open={problem !== undefined}>
        <summary>{more}</summary>
        <div className="fields">
          {view.assumptions.map((field) => (
            <FactField key={field.name} field={field} problem={problem} />
          ))}
        </div>
        {view.lines.map((lines) => (
          <LineFields key={lines.name} lines={lines} problem={problem} />
        ))}
      </details>
      <Button>{button}</Button>
    </form>
  )
}

function FactField({ field, problem }: { readonly field: FieldView; readonly problem: Problem | undefined }) {
  const { name, label, unit, value, hint, choices } = field
  if (choices !== undefined)
    return <Select name={name} label={label} choices={choices} defaultValue={value} problem={problem} />
  return (
    <Field
      name={name}
      dir="ltr"
      inputMode="decimal"
      label={unit === '' ? label : `${label} (${unit})`}
      hint={hint}
      defaultValue={value}
      problem={problem}
    />
  )
}

/** Shown by the script alone: without one the fields say it. */
function Sliders({ legend, sliders }: SlidersView) {
  const all = sliders.map((slider) => <Slider key={slider.label} slider={slider} />)
  if (legend === undefined) return all
  return (
    <fieldset className="sliders" data-slider="" hidden>
      <legend className="ds-label">{legend} (%)</legend>
      <div>{all}</div>
    </fieldset>
  )
}

function Slider({ slider: { name, line, label, value, range } }: { readonly slider: SliderView }) {
  const id = useId()
  return (
    <div className="field" data-slider="" hidden>
      <p>
        <label className="ds-label" htmlFor={id}>
          {label}
        </label>{' '}
        <output htmlFor={id} data-of={name} data-line={line}>
          {value}
        </output>
      </p>
      <input
        id={id}
        type="range"
        data-of={name}
        data-line={line}
        min={range.low}
        max={range.high}
        step={range.step}
        defaultValue={value}
      />
    </div>
  )
}

/** Lines of a table whose cells are fields; those lines of which a column holds are ticked. */
function LineFields({
  lines: { name, label, hint, key, columns, rows },
  problem,
}: {
  readonly lines: LinesView
  readonly problem: Problem | undefined
}) {
  const [, wrongLine, wrongColumn] = new RegExp(`^/querystring/${name}/(\\d+)/(\\w+)$`).exec(problem?.place ?? '') ?? []
  const wrong = wrongLine === undefined ? undefined : rows[Number(wrongLine)]
  return (
    <fieldset className="lines">
      <legend className="ds-label">{label}</legend>
      {hint === undefined ? undefined : <p className="quiet">{hint}</p>}
      {wrong === undefined ? undefined : (
        <p className="ds-validation-message">
          {columns.find((column) => column.name === wrongColumn)?.label}, {wrong.label}: {problem?.detail}
        </p>
      )}
      <div className="scroll" role="region" aria-label={label} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label}>
                {columns.map((column) =>
                  column.name === key ? (
                    <th key={column.name} scope="row">
                      {row.label}
                    </th>
                  ) : (
                    <td key={column.name}>
                      <input
                        className="ds-input"
                        dir="ltr"
                        inputMode="decimal"
                        name={`${name}.${column.name}`}
                        data-line={row.cells[key]}
                        defaultValue={row.cells[column.name]}
                        aria-label={`${column.label}: ${row.label}`}
                        aria-invalid={row === wrong && column.name === wrongColumn ? true : undefined}
                      />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
