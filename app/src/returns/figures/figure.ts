/** What is drawn from the lines of each accepted return into the statistics of the programme: figures by measure, period and dimensions. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'

/** A flow adds up over months, such as devices made; a stock stands at the end of one, such as persons employed. */
export const MEASURE_KINDS = ['flow', 'stock'] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

/** `figures.yaml` of a programme. */
export interface Measure {
  readonly name: string
  readonly label: Localized
  readonly unit: Localized
  readonly kind: MeasureKind
  readonly sheet: string
  /** Columns that are multiplied. */
  readonly of: readonly string[]
  /** Of a measure in money, what amounts come out in, each line rounded to its hundredth. */
  readonly currency: string | undefined
  /** The lines that count: in each of these columns one of these members. */
  readonly where: readonly { readonly column: string; readonly members: readonly string[] }[]
  /** A column of months or days; undefined where a line is about the whole period of its return. */
  readonly period: string | undefined
  /** Totals are kept by the first. */
  readonly dimensions: readonly Dimension[]
}

export interface Dimension {
  readonly name: string
  readonly label: Localized
  readonly from:
    | { readonly kind: 'column'; readonly column: string }
    /** Of the line of another sheet that has the same value in a column: the category of a model. */
    | { readonly kind: 'through'; readonly sheet: string; readonly column: string; readonly by: string }
    /** By the first character of the value: the major group of an occupation. */
    | { readonly kind: 'first_character'; readonly column: string; readonly members: ReadonlyMap<string, string> }
    /** A column counts some of the whole, and the rest is the other member. */
    | { readonly kind: 'split'; readonly column: string; readonly some: string; readonly rest: string }
  /** By the name of the member; what is not in it is its own name. */
  readonly words: ReadonlyMap<string, Localized>
}

/** Of a cell that is left blank: absent is not zero, and not the other member either. */
export const NOT_STATED = 'not_stated'

export interface Figure {
  readonly measure: string
  /** `2026-07`, or the period of the return. */
  readonly period: string
  /** By dimension. */
  readonly at: Readonly<Record<string, string>>
  readonly value: Exact
  /** Lines that are not in the value: no official rate for their day. */
  readonly lines_unknown: number
}
