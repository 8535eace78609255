/** A programme's law as its page tells it, in one language: what is asked and what follows, and every number with where it comes from. */
import { inLanguage, keyLabel, labelIn, type Language, type Names, namesOf } from '@maqami/engine/explain/names.ts'
import {
  clauseIn,
  dayIn,
  nameOf,
  readingIn,
  rehearsalIn,
  standingIn,
  textIn,
  type Voice,
  voiceOf,
} from '@maqami/engine/explain/voice.ts'
import { display, displayDayText } from '@maqami/engine/explain/display.ts'
import type { Band, Cell, Cells, Parameter, Row } from '@maqami/engine/load/parameters.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Provision, ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { binds, type Standing } from '@maqami/engine/load/standing.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { numberOf } from '@maqami/engine/value/type.ts'
import { programmeWordsOf } from './programme-words.ts'

/** Whether it can be acted upon: the law of a rehearsal binds nobody. */
export type ProgrammeState = 'draft' | 'rehearsal' | 'live'

export interface SourceView {
  readonly title: string
  readonly url: string | undefined
}

export interface ProvisionView {
  readonly name: string
  readonly title: string
  readonly kind: ProvisionKind
  readonly kindWord: string
  readonly summary: string | undefined
  readonly clause: string | undefined
  readonly standing: string
  readonly binds: boolean
  readonly source: SourceView | undefined
  readonly quotation: string | undefined
  readonly reading: string | undefined
}

export interface ParameterView {
  readonly name: string
  readonly title: string
  readonly standing: string
  readonly source: SourceView | undefined
  /** Until when it is known, in a sentence. */
  readonly known: string
  readonly reading: string | undefined
  readonly isKeyed: boolean
  readonly rows: readonly ParameterRow[]
}

/** One value from one day on, for everything that has the same. */
export interface ParameterRow {
  /** Empty where the row above began on the same day. */
  readonly from: string
  readonly keys: readonly string[]
  readonly value: string
  /** Where it is not that of the whole table. */
  readonly standing: string | undefined
}

export interface ProgrammeView {
  readonly name: string
  readonly title: string
  readonly authority: string
  readonly state: ProgrammeState
  readonly standing: string
  readonly rehearsal: string | undefined
  readonly provisions: readonly ProvisionView[]
  readonly parameters: readonly ParameterView[]
}

export type ProgrammeHeading = Pick<ProgrammeView, 'name' | 'title' | 'authority' | 'state' | 'standing' | 'rehearsal'>

export function programmeHeading(programme: Programme, language: Language): ProgrammeHeading {
  const { heading } = programme
  const voice = voiceOf(language, namesOf(programme))
  const rehearsal = rehearsalIn(voice, programme)
  return {
    name: heading.name,
    title: textIn(voice, heading.title, heading.name),
    authority: textIn(voice, heading.authority),
    state: heading.standing.status === 'draft' ? 'draft' : rehearsal === undefined ? 'live' : 'rehearsal',
    standing: standingIn(voice, heading.standing),
    rehearsal,
  }
}

export function programmeView(programme: Programme, language: Language): ProgrammeView {
  const voice = voiceOf(language, namesOf(programme))
  return {
    ...programmeHeading(programme, language),
    provisions: [...programme.provisions.values()].map((one) => provisionView(voice, one)),
    parameters: [...programme.parameters.values()].map((one) => parameterView(voice, one)),
  }
}

function provisionView(voice: Voice, provision: Provision): ProvisionView {
  const { clause, standing, reading } = provision
  return {
    name: provision.name,
    title: nameOf(voice, provision.name, provision.label),
    kind: provision.kind,
    kindWord: voice.words.kinds[provision.kind],
    summary: provision.summary === undefined ? undefined : textIn(voice, provision.summary),
    clause: clause === undefined ? undefined : clauseIn(voice, `${clause.instrument}, ${clause.place}`),
    standing: standingIn(voice, standing),
    binds: binds(standing),
    source: sourceView(voice.names, standing),
    quotation: provision.quotation?.text,
    reading: reading === undefined ? undefined : readingIn(voice, reading),
  }
}

function parameterView(voice: Voice, parameter: Parameter): ParameterView {
  const { end, standing, reading } = parameter
  const day = dayIn(voice, formatDay(end.day))
  return {
    name: parameter.name,
    title: nameOf(voice, parameter.name, parameter.label),
    standing: standingIn(voice, standing),
    source: sourceView(voice.names, standing),
    known: end.kind === 'good_until' ? voice.words.goodUntil(day) : voice.words.seenOn(day),
    reading: reading === undefined ? undefined : readingIn(voice, reading),
    isKeyed: parameter.by.length > 0,
    rows: parameter.rows.flatMap((row) => rowsOf(voice, parameter, row)),
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
  const axis = by[index]
  if (axis?.kind !== 'boolean') return inLanguage(keyLabel(names, name, index, key), language, key)
  const words = programmeWordsOf(language)
  return (key === 'true' ? words.where : words.whereNot)(inLanguage(labelIn(names, axis.fact), language, axis.fact))
}

function bandWords({ language }: Voice, { by }: Parameter, index: number, band: Band): string {
  const axis = by[index]
  const bound = axis?.kind === 'band' ? display(band.bound, numberOf(axis.unit), language) : band.text
  const words = programmeWordsOf(language)
  return band.inclusive ? words.upTo(bound) : words.under(bound)
}

/** Cells of one day with the same value and standing stand in one row. */
function rowsOf(voice: Voice, parameter: Parameter, row: Row): readonly ParameterRow[] {
  const table = standingIn(voice, parameter.standing)
  const told = keyedCells(voice, parameter, row.cells).map(({ keys, cell }) => ({
    keys: keys.join(' · '),
    value: valueOf(voice, parameter, cell),
    standing: standingIn(voice, cell.standing),
  }))
  const groups = Map.groupBy(told, ({ value, standing }) => `${value}\n${standing}`)
  return [...groups.values()].flatMap((group, index) =>
    group.slice(0, 1).map(({ value, standing }) => ({
      from: index === 0 ? displayDayText(row.text, voice.language) : '',
      keys: group.map(({ keys }) => keys),
      value,
      standing: standing === table ? undefined : standing,
    })),
  )
}

function valueOf({ words, language }: Voice, { type }: Parameter, { kind, value }: Cell): string {
  if (kind === 'none') return words.cellNone
  return value === undefined ? programmeWordsOf(language).unknown : display(value, type, language)
}

function sourceView(names: Names, { source }: Standing): SourceView | undefined {
  const found = source === undefined ? undefined : names.sources.get(source)
  return found === undefined ? undefined : { title: found.title, url: found.url }
}
