/** The numbers of a programme as its pages tell them, in one language. */
import { display, displayDayText } from '@maqami/engine/explain/display.ts'
import { inLanguage, keyLabel, labelIn } from '@maqami/engine/explain/names.ts'
import { dayIn, nameOf, readingIn, standingIn, type Voice } from '@maqami/engine/explain/voice.ts'
import type { Axis, Band, Cell, Cells, Parameter, Row } from '@maqami/engine/load/parameters.ts'
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import { numberOf } from '@maqami/engine/value/type.ts'
import { programmeWordsOf } from './programme-words.ts'
import { type SourceView, sourceView } from './source-view.ts'

export interface ParameterView {
  readonly name: string
  readonly title: string
  readonly standing: string
  readonly source: SourceView | undefined
  /** Until when it is known, in a sentence. */
  readonly known: string
  readonly reading: string | undefined
  /** What its values depend on, besides the day. */
  readonly axes: readonly string[]
  readonly rows: readonly ParameterRow[]
}

/** One value from one day on, for everything that has the same. */
export interface ParameterRow {
  /** `2027-06-30`, or `2027-06` where the day is not known. */
  readonly day: string
  /** The same for readers. */
  readonly from: string
  /** Whether the row above begins on the same day. */
  readonly isSameDay: boolean
  /** By axis. */
  readonly keys: readonly string[]
  readonly value: string
  /** Where it is not that of the whole table. */
  readonly standing: string | undefined
}

export function parameterView(voice: Voice, parameter: Parameter): ParameterView {
  const { end, standing, reading } = parameter
  const day = dayIn(voice, formatDay(end.day))
  return {
    name: parameter.name,
    title: nameOf(voice, parameter.name, parameter.label),
    standing: standingIn(voice, standing),
    source: sourceView(voice, standing),
    known: end.kind === 'good_until' ? voice.words.goodUntil(day) : voice.words.seenOn(day),
    reading: reading === undefined ? undefined : readingIn(voice, reading),
    axes: parameter.by.map((axis) => axisWords(voice, axis)),
    rows: parameter.rows.flatMap((row) => rowsOf(voice, parameter, row)),
  }
}

/** What holds on that day; nothing where the table does not reach it. */
export function rowsOn(voice: Voice, parameter: Parameter, day: Day): readonly ParameterRow[] {
  const { rows, end } = parameter
  if (end.kind === 'good_until' && day > end.day) return []
  const row = rows.findLast(({ first }) => first <= day)
  // Of a month in which it changed on a day that is not known, nothing can be said.
  return row === undefined || day < row.last ? [] : rowsOf(voice, parameter, row)
}

function axisWords({ names, language }: Voice, axis: Axis): string {
  const words = programmeWordsOf(language)
  switch (axis.kind) {
    case 'category':
      return inLanguage(labelIn(names, axis.category), language, axis.category)
    case 'boolean':
      return inLanguage(labelIn(names, axis.fact), language, axis.fact)
    case 'count':
      return words.number
    case 'band':
      return words.amount
  }
}

interface Keyed {
  readonly keys: readonly string[]
  readonly cell: Cell
}

/** Every cell of a row, under the words of each of its keys. */
function keyedCells(voice: Voice, parameter: Parameter, cells: Cells, keys: readonly string[] = []): readonly Keyed[] {
  const below = (words: string, one: Cells): readonly Keyed[] => keyedCells(voice, parameter, one, [...keys, words])
  switch (cells.kind) {
    case 'cell':
      return [{ keys, cell: cells.cell }]
    case 'keys':
      return [...cells.cells].flatMap(([key, one]) => below(keyWords(voice, parameter, keys.length, key), one))
    case 'bands':
      return [
        ...cells.bands.flatMap((band) => below(bandWords(voice, parameter, keys.length, band), band.cells)),
        ...(cells.above === undefined ? [] : below(programmeWordsOf(voice.language).above, cells.above)),
      ]
  }
}

function keyWords({ names, language }: Voice, { name, by }: Parameter, index: number, key: string): string {
  if (by[index]?.kind !== 'boolean') return inLanguage(keyLabel(names, name, index, key), language, key)
  return programmeWordsOf(language).truth[key === 'true' ? 'yes' : 'no']
}

function bandWords({ language }: Voice, { by }: Parameter, index: number, band: Band): string {
  const axis = by[index]
  const bound = axis?.kind === 'band' ? display(band.bound, numberOf(axis.unit), language) : band.text
  const words = programmeWordsOf(language)
  return band.inclusive ? words.upTo(bound) : words.under(bound)
}

/** Cells of one day that differ in nothing but the first key stand in one row. */
function rowsOf(voice: Voice, parameter: Parameter, row: Row): readonly ParameterRow[] {
  const table = standingIn(voice, parameter.standing)
  const told = keyedCells(voice, parameter, row.cells).map(({ keys: [first = '', ...others], cell }) => ({
    first,
    others,
    value: valueOf(voice, parameter, cell),
    standing: standingIn(voice, cell.standing),
  }))
  const groups = Map.groupBy(told, ({ others, value, standing }) => [...others, value, standing].join('\n'))
  return [...groups.values()].flatMap((group, index) =>
    group.slice(0, 1).map(({ others, value, standing }) => ({
      day: row.text,
      from: displayDayText(row.text, voice.language),
      isSameDay: index > 0,
      keys: [group.map(({ first }) => first).join(voice.words.listSeparator), ...others],
      value,
      standing: standing === table ? undefined : standing,
    })),
  )
}

function valueOf({ words, language }: Voice, { type }: Parameter, { kind, value }: Cell): string {
  if (kind === 'none') return words.cellNone
  return value === undefined ? programmeWordsOf(language).unknown : display(value, type, language)
}
