/** The form of a comparison: each fact that a reader may change, as it stands in the question, with where it is from. */
import { sentenceStart } from '@maqami/engine/explain/ink.ts'
import { inLanguage, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, readingIn, sourceIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { LineGroup } from '@maqami/engine/load/vocabulary.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import type { Difference, Question } from './compare-routes.ts'
import type { Assumption, Comparison, Movable } from './comparison.ts'
import { comparisonWordsOf } from './comparison-words.ts'
import type { Routes } from './follow-route.ts'

export interface QuestionView {
  readonly laws: readonly ChoiceView[]
  readonly law: string
  readonly entered: readonly FieldView[]
  readonly assumptions: readonly FieldView[]
  readonly lines: readonly LinesView[]
  readonly sliders: readonly SlidersView[]
}

/** Sliders of the lines of one column stand together under its name. */
export interface SlidersView {
  readonly legend: string | undefined
  readonly sliders: readonly SliderView[]
}

export interface SliderView {
  readonly label: string
  /** The field that it moves, and of which line. */
  readonly name: string
  readonly line: string | undefined
  readonly value: string
  readonly range: NonNullable<FieldView['range']>
}

interface ChoiceView {
  readonly value: string
  readonly label: string
}

export interface FieldView {
  readonly name: string
  readonly label: string
  /** Behind the label: what the number is counted in. */
  readonly unit: string
  readonly value: string
  readonly hint: string | undefined
  /** Of a category. */
  readonly choices: readonly ChoiceView[] | undefined
  /** Of a number, for a slider. */
  readonly range: { readonly low: string; readonly high: string; readonly step: string } | undefined
}

export interface LinesView {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly key: string
  readonly columns: readonly { readonly name: string; readonly label: string }[]
  readonly rows: readonly { readonly label: string; readonly cells: Readonly<Record<string, string>> }[]
}

/** What `about` hangs on: the routes of a set, or the protection of products. */
export function questionView(
  routes: Routes,
  { law, facts }: Question,
  language: Language,
  about: 'routes' | 'protection' = 'routes',
): QuestionView {
  const { engine } = routes
  const comparison = about === 'routes' ? routes.comparison : askedForProtection(routes.comparison)
  const voice = voiceOf(language, namesOf(engine.programme))
  const { groups } = engine.programme.vocabulary
  const fields = (movables: readonly Movable[]): readonly FieldView[] =>
    movables.flatMap((one) => {
      const value = facts[one.name]
      return typeof value === 'string' ? [fieldOf(routes, voice, one, value)] : []
    })
  const entered = fields(comparison.entered)
  const assumptions = fields(comparison.assumptions)
  const lines = comparison.assumptions.flatMap((one) => {
    const group = groups.get(one.name)
    const rows = facts[one.name]
    return group === undefined || !Array.isArray(rows) ? [] : [linesOf(voice, group, one, rows)]
  })
  return {
    laws: comparison.laws.map(({ name, label }) => ({ value: name, label: inLanguage(label, language, name) })),
    law: law.name,
    entered,
    assumptions,
    lines,
    sliders: comparison.sliders.map((name) => slidersOf([...entered, ...assumptions], lines, name)),
  }
}

function askedForProtection({ laws, entered, assumptions, protection }: Comparison): Asked {
  const isAsked = ({ name }: Movable): boolean => protection.facts.includes(name)
  return {
    laws,
    entered: entered.filter(isAsked),
    assumptions: [...assumptions.filter(isAsked), protection.lines],
    sliders: [],
  }
}

type Asked = Pick<Comparison, 'laws' | 'entered' | 'assumptions' | 'sliders'>

/** What a reader chooses to be told more of. */
export interface DifferenceView {
  readonly moved: ChosenView
  readonly route: ChosenView
  readonly than: ChosenView
}

interface ChosenView {
  readonly value: string
  readonly choices: readonly ChoiceView[]
}

export function differenceView(
  { comparison, engine }: Routes,
  { finding, route, than }: Difference,
  language: Language,
): DifferenceView {
  const voice = voiceOf(language, namesOf(engine.programme))
  const moved = comparison.moved.map((value) => ({ value, label: nameOf(voice, value) }))
  const routes = comparison.routes.map((value) => ({
    value,
    label: sentenceStart(nameOf(voice, value, voice.names.members.get(`route.${value}`))),
  }))
  return {
    moved: { value: finding, choices: moved },
    route: { value: route, choices: routes },
    than: { value: than, choices: routes },
  }
}

function fieldOf({ engine }: Routes, voice: Voice, movable: Movable, text: string): FieldView {
  const { name, range } = movable
  const { facts, categories } = engine.programme.vocabulary
  const type = facts.get(name)?.type
  const unit = type?.kind === 'number' ? type.unit : ''
  const category = type?.kind === 'category' ? categories.get(type.category) : undefined
  return {
    name,
    label: nameOf(voice, name),
    unit: unit === 'percent' ? '%' : unit === 'count' || unit === 'number' ? '' : unit,
    value: bare(text, unit),
    hint: hintOf(voice, movable),
    choices: category?.members.map((value) => ({
      value,
      label: inLanguage(voice.names.members.get(`${category.name}.${value}`), voice.language, value),
    })),
    range: range && { low: number(range.low, unit), high: number(range.high, unit), step: number(range.step, unit) },
  }
}

function linesOf(
  voice: Voice,
  { name, key = '', columns }: LineGroup,
  assumption: Assumption,
  rows: readonly Readonly<Record<string, string>>[],
): LinesView {
  const told = [...columns.values()]
  return {
    name,
    label: nameOf(voice, name),
    hint: hintOf(voice, assumption),
    key,
    columns: told.map((column) => ({ name: column.name, label: nameOf(voice, `${name}.${column.name}`) })),
    rows: rows.map((row) => ({
      label: nameOf(voice, row[key] ?? '', voice.names.members.get(`${key}.${row[key]}`)),
      cells: Object.fromEntries(
        told.map((column) => [
          column.name,
          bare(row[column.name] ?? '', column.type.kind === 'number' ? column.type.unit : ''),
        ]),
      ),
    })),
  }
}

const WHOLE = { low: '0', high: '100', step: '1' }

function slidersOf(fields: readonly FieldView[], lines: readonly LinesView[], name: string): SlidersView {
  const field = fields.find((one) => one.name === name)
  if (field?.range !== undefined) {
    const { label, value, range } = field
    return { legend: undefined, sliders: [{ label, name, line: undefined, value, range }] }
  }
  const [group, columnName = ''] = name.split('.')
  const found = lines.find((one) => one.name === group)
  const sliders = (found?.rows ?? []).map(({ label, cells }): SliderView => {
    return { label, name, line: cells[found?.key ?? ''], value: cells[columnName] ?? '0', range: WHOLE }
  })
  return { legend: found?.columns.find((one) => one.name === columnName)?.label, sliders }
}

/** Whether it is reported or assumed, its source, and what was decided about it. */
function hintOf(voice: Voice, movable: Movable): string | undefined {
  if (!('standing' in movable)) return undefined
  const { standing, reading } = movable as Assumption
  const words = comparisonWordsOf(voice.language)
  return [
    sentenceStart(words.standing[standing.evidence]),
    standing.source === undefined ? '' : sourceIn(voice, standing.source),
    reading === undefined ? '' : readingIn(voice, reading),
  ]
    .filter((part) => part !== '')
    .join('. ')
}

/** Without its unit, which stands beside the field. */
function bare(text: string, unit: string): string {
  if (unit === 'percent') return text.replace('%', '')
  const [over = ''] = unit.split(' per ')
  return isCurrency(over) ? text.replace(`${over} `, '').replace(/ per .*$/, '') : text
}

/** A range is written in decimals that a browser's slider reads; it decides nothing. */
function number(value: Exact, unit: string): string {
  return String((Number(value.n) / Number(value.d)) * (unit === 'percent' ? 100 : 1))
}
