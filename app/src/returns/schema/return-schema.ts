/**
 * What one kind of a programme's returns asks for, as `return.yaml` or another file of its folder declares it. The template, the reader, the annotated copy and the
 * facts are all made from this one description, so that they cannot disagree.
 */
import type { Adviser, Way } from '@maqami/engine/advise/adviser.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { Localized, SourcePlace } from '@maqami/engine/load/fields.ts'
import type { RateBounds } from './load-rate-bounds.ts'
import type { Reading, Standing } from '@maqami/engine/load/standing.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'

export interface Bilingual {
  readonly en: string
  readonly ur: string
}

/** Both languages of a text; where a programme is in one language only, that one stands for both. */
export function bilingual(words: Localized | undefined): Bilingual | undefined {
  if (words === undefined) return undefined
  const any = Object.values(words)[0] ?? ''
  return { en: words.en ?? any, ur: words.ur ?? any }
}

export interface Member {
  readonly name: string
  readonly words: Bilingual
}

export interface ColumnRef {
  readonly sheet: string
  readonly column: string
}

/** `amount` is money: in the currency that another column of its line names, or in a fixed one. */
export type ColumnType =
  | { readonly kind: 'text'; readonly pattern: RegExp | undefined }
  | { readonly kind: 'category'; readonly fact: string; readonly members: readonly Member[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'count' }
  | { readonly kind: 'number' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  | { readonly kind: 'money'; readonly currency: { readonly column: string } | { readonly fixed: string } }
  | { readonly kind: 'currency' }

export interface ReturnColumn {
  readonly name: string
  readonly index: number
  readonly label: Bilingual
  readonly note: Bilingual | undefined
  readonly type: ColumnType
  readonly required: boolean
  /** It came after workbooks had gone out: one without it is taken, and its cells count as blank. */
  readonly later: boolean
  /** An empty cell means `none`: known not to exist or not to have happened. */
  readonly event: boolean
  readonly rateDate: boolean
  readonly inYear: boolean
  readonly atLeast: Exact | undefined
  readonly atMost: Exact | undefined
  /** Its value must stand in that column of another sheet. */
  readonly listedIn: ColumnRef | undefined
  /** Every value of that other column must stand here: what is absent is not zero. */
  readonly covers: ColumnRef | undefined
  /** What it must agree on with the other columns of its line. */
  readonly agreements: readonly Agreement[]
}

/** Between two columns of a line; the other one by its index. */
export type Agreement =
  /** Where this is filled in, the other must be. */
  | { readonly kind: 'needs'; readonly column: number }
  /** Must be filled in on such lines. */
  | { readonly kind: 'needed_where'; readonly where: readonly Condition[] }
  | { readonly kind: 'not_above'; readonly column: number }
  | { readonly kind: 'not_after'; readonly column: number }

/** How a line is told to belong to one subject of the return, for instance to one category of devices. */
export type Belonging =
  | { readonly kind: 'member'; readonly column: number }
  | { readonly kind: 'through'; readonly column: number }
  | { readonly kind: 'every subject' }

export interface ReturnSheet {
  readonly name: string
  readonly label: Bilingual
  readonly note: Bilingual | undefined
  readonly columns: readonly ReturnColumn[]
  /** Columns that no two lines may share. */
  readonly key: readonly string[]
  readonly required: boolean
  readonly oneLine: boolean
  readonly mostRows: number
  readonly belongs: Belonging
}

export interface Condition {
  readonly column: string
  readonly members: readonly string[]
}

export type Template = readonly ({ readonly text: string } | { readonly column: string })[]

export interface LineSource {
  readonly name: string
  /** `rate` is the official rate of that currency on the line's own day. */
  readonly from: { readonly column: string } | { readonly template: Template } | { readonly rate: string }
}

export type FactRule =
  | {
      readonly kind: 'each'
      readonly fact: string
      readonly sheet: string
      readonly column: string
      readonly by: string | undefined
    }
  | {
      readonly kind: 'sum'
      readonly fact: string
      readonly sheet: string
      readonly factors: readonly string[]
      readonly unit: string
      readonly where: readonly Condition[]
    }
  | {
      readonly kind: 'least' | 'greatest' | 'first' | 'last' | 'same' | 'one'
      readonly fact: string
      readonly sheet: string
      readonly column: string
      /** The column of the picked line that the fact is taken from, where that is another one. */
      readonly take: string | undefined
      /** Of 'first': lines count only without a gap up to a day on which they still hold, by this column. */
      readonly whileValid: string | undefined
      readonly event: boolean
      readonly where: readonly Condition[]
    }
  | { readonly kind: 'count'; readonly fact: string; readonly sheet: string; readonly where: readonly Condition[] }
  | {
      readonly kind: 'lines'
      readonly fact: string
      readonly sheet: string
      readonly columns: readonly LineSource[]
      readonly where: readonly Condition[]
    }

/** By when a return is filed, or reviewed. */
export interface Due {
  /** After the last day of its period, or the day on which it was filed. */
  readonly days: number
  readonly standing: Standing
  readonly reading: Reading | undefined
}

/** Of the yearly return: times of appeals against what is determined under the programme. Undefined where the law sets none. */
export interface AppealTimes {
  /** After the day on which the determination is approved, which is that of its letter. */
  readonly appeal: Due | undefined
  /** After the day on which the appeal was filed. */
  readonly reply: Due | undefined
  readonly decision: Due | undefined
}

/** What the months of a year come to in the yearly return: the sum of a column here and of one there, for each value of `by`. */
export interface PeriodAgreement {
  readonly name: string
  readonly sum: ColumnRef
  readonly annual: ColumnRef
  /** A column of both sheets; undefined where the whole sheets are compared. */
  readonly by: string | undefined
  /** Which lines of the yearly return count. */
  readonly where: readonly Condition[]
}

export interface AdviserRule extends Adviser {
  readonly ways: readonly (Way & { readonly label: Bilingual })[]
  readonly at: SourcePlace
}

/** Columns of facts, by which the lines of a return are held against a bill of materials. */
export interface BillRule {
  readonly lines: string
  readonly model: string
  readonly part_code: string
  readonly book: string
  readonly quantity: string
  /** What the part is called; undefined, as those below, where the return does not ask for it. */
  readonly part: string | undefined
  readonly hs_code: string | undefined
  readonly component_class: string | undefined
  /** How many of each model were made. */
  readonly production: { readonly lines: string; readonly model: string; readonly quantity: string }
}

/** Columns of a sheet, by which the attestation of a supplier that a line cites is held against the line, and which share it gives. */
export interface AttestationRule {
  readonly sheet: string
  /** Of the attestation that is cited. */
  readonly number: string
  readonly share: string
  readonly part_code: string
  readonly hs_code: string
  readonly component_class: string
  readonly delivered_on: string
  /** The lines that may cite one. */
  readonly where: readonly Condition[]
}

export interface ReturnSchema {
  readonly programme: string
  /** `annual`, or what stands before `-return.yaml`. */
  readonly kind: string
  readonly period: 'year' | 'month'
  readonly due: Due | undefined
  /** How long its review may take; undefined where the law sets no time. */
  readonly review: Due | undefined
  readonly appeals: AppealTimes
  readonly agreements: readonly PeriodAgreement[]
  readonly version: string
  readonly title: Bilingual
  /** The currency in which facts come out. */
  readonly currency: string
  /** Of some currencies, what an official rate can be. */
  readonly rates: ReadonlyMap<string, RateBounds>
  readonly sheets: readonly ReturnSheet[]
  readonly facts: readonly FactRule[]
  /** Undefined where the programme says nothing of how a gap could be closed. */
  readonly adviser: AdviserRule | undefined
  /** Undefined where its return does not say what its models are made of. */
  readonly bill: BillRule | undefined
  /** Undefined where its return cites no attestations. */
  readonly attestations: AttestationRule | undefined
}

export function columnOf(sheet: ReturnSheet, name: string): ReturnColumn | undefined {
  return sheet.columns.find((column) => column.name === name)
}

/** The text in one language; a plain text stands for itself in each. */
export function bilingualOf(text: string | Bilingual | undefined, language: Language): string {
  if (text === undefined) return ''
  return typeof text === 'string' ? text : text[language]
}
