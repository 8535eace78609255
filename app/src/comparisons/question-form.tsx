/** The form of a comparison: what is entered first, and all that is assumed behind it. */
import { useId } from 'react'
import type { Problem } from '../kernel/problem.ts'
import { Button, Field, Select } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import type { FieldView, LinesView, QuestionView, SliderView } from './question-view.ts'

interface QuestionFormProps {
  readonly action: string
  readonly today: string
  readonly view: QuestionView
  readonly problem: Problem | undefined
}

export function QuestionForm({ action, today, view, problem }: QuestionFormProps) {
  const words = comparePageWordsOf(useShell().language)
  return (
    <form action={`${action}#result`} className="question" data-law={`${action}/law`} data-today={today}>
      <Select name="law" label={words.law} choices={view.laws} defaultValue={view.law} problem={problem} />
      <div className="one-line">
        {view.entered.map((field) => (
          <FactField key={field.name} field={field} problem={problem} />
        ))}
      </div>
      {view.sliders.map((slider) => (
        <Slider key={slider.label} slider={slider} />
      ))}
      <details open={problem !== undefined}>
        <summary>{words.more}</summary>
        <div className="fields">
          {view.assumptions.map((field) => (
            <FactField key={field.name} field={field} problem={problem} />
          ))}
        </div>
        {view.lines.map((lines) => (
          <LineFields key={lines.name} lines={lines} />
        ))}
      </details>
      <Button>{words.compare}</Button>
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

/** Shown by the script alone: without one the field says it. */
function Slider({ slider: { name, line, label, value, range } }: { readonly slider: SliderView }) {
  const id = useId()
  return (
    <div className="field" data-slider="" hidden>
      <p>
        <label className="ds-label" htmlFor={id}>
          {label}
        </label>{' '}
        <output htmlFor={id} data-of={name}>
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
function LineFields({ lines: { name, label, hint, key, columns, rows } }: { readonly lines: LinesView }) {
  return (
    <fieldset className="lines">
      <legend className="ds-label">{label}</legend>
      {hint === undefined ? undefined : <p className="quiet">{hint}</p>}
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
              <tr key={row[key]}>
                {columns.map((column) => (
                  <td key={column.name}>
                    <LineCell
                      lines={name}
                      column={column}
                      line={row[key] ?? ''}
                      isKey={column.name === key}
                      value={row[column.name] ?? ''}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns
        .filter(({ isBoolean }) => isBoolean)
        .map((column) => (
          <input key={column.name} type="hidden" name={`${name}.${column.name}`} value="" />
        ))}
    </fieldset>
  )
}

interface LineCellProps {
  readonly lines: string
  readonly column: LinesView['columns'][number]
  readonly line: string
  readonly isKey: boolean
  readonly value: string
}

function LineCell({ lines, column, line, isKey, value }: LineCellProps) {
  const name = `${lines}.${column.name}`
  const label = `${column.label}: ${line}`
  if (isKey) return line
  if (column.isBoolean)
    return <input type="checkbox" name={name} value={line} defaultChecked={value === 'true'} aria-label={label} />
  return (
    <input
      className="ds-input"
      dir="ltr"
      inputMode="decimal"
      name={name}
      data-line={line}
      defaultValue={value}
      aria-label={label}
    />
  )
}
