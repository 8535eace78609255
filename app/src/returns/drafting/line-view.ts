/** A column as a page asks for it, and what was found of a line. */
import type { JsonScalar } from '../../kernel/limited-json.ts'
import type { Language } from '../../kernel/problem.ts'
import { NO, YES } from '../check/check-cells.ts'
import type { ReturnError } from '../return-errors.ts'
import type { Bilingual, ReturnColumn } from '../schema/return-schema.ts'
import { KIND_WORDS } from '../write/write-template.ts'

export interface ColumnView {
  readonly name: string
  readonly label: string
  /** What goes in: its note, its kind, and whether it must be filled in. */
  readonly hint: string
  /** Undefined where anything may be typed. */
  readonly choices: readonly { readonly value: string; readonly label: string }[] | undefined
  readonly isFigure: boolean
  /** Codes, days and figures are read from left to right in both languages. */
  readonly isPlain: boolean
}

const MUST: Bilingual = { en: 'Must be filled in.', ur: 'پُر کرنا لازمی ہے۔' }
const STOP: Bilingual = { en: '.', ur: '۔' }

export function columnViewOf(
  { name, label, note, type, required }: ReturnColumn,
  language: Language,
  currency: string,
): ColumnView {
  const fixed = type.kind === 'money' && 'fixed' in type.currency ? ` (${type.currency.fixed})` : ''
  const kind = `${KIND_WORDS[type.kind][language]}${type.kind === 'currency' ? ` ${currency}` : fixed}${STOP[language]}`
  return {
    name,
    label: label[language],
    hint: [note?.[language], kind, ...(required ? [MUST[language]] : [])].filter((one) => one !== undefined).join(' '),
    choices: choicesOf(type, language),
    isFigure: ['count', 'number', 'percent', 'money'].includes(type.kind),
    isPlain: !['text', 'category', 'boolean'].includes(type.kind),
  }
}

function choicesOf(type: ReturnColumn['type'], language: Language): ColumnView['choices'] {
  if (type.kind === 'category') return type.members.map(({ name, words }) => ({ value: name, label: words[language] }))
  if (type.kind !== 'boolean') return undefined
  return [
    { value: 'true', label: YES[language] },
    { value: 'false', label: NO[language] },
  ]
}

/** As the reader knows it. */
export function shownValue({ choices }: ColumnView, value: JsonScalar | undefined): string {
  const text = value?.text ?? ''
  return choices?.find((one) => one.value === text)?.label ?? text
}

/** A day or a year in figures, which an Urdu sentence would turn around. */
const DAY = /\d+(?:-\d+)+/g

export function saidIn({ sentence }: Pick<ReturnError, 'sentence'>, language: Language): string {
  return sentence[language].replaceAll(DAY, '\u2066$&\u2069')
}

/** With the line, counted from 0, and the column that it is about. */
export interface PlacedError extends ReturnError {
  readonly line: number | undefined
  readonly column: string | undefined
}

/** Those of one sheet, by the pointers of the document that the draft is. */
export function errorsIn(errors: readonly ReturnError[], sheet: string): readonly PlacedError[] {
  return errors.flatMap((error) => {
    const [, , name, line, column] = (error.place ?? '').split('/')
    return name === sheet ? [{ ...error, line: line === undefined ? undefined : Number(line), column }] : []
  })
}
