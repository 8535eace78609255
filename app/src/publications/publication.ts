/** Editions of statistics: what was published of a year, as it was, for ever at the same address. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { keyOf } from './cells.ts'
import type { Suppression, SuppressionRules } from './suppression.ts'

/** `publications.yaml` of a programme. */
export interface PublicationRules extends SuppressionRules {
  /** A firm that restates at least this share of its part of a cell counts as one that was added to it. */
  readonly newcomer_change: Exact
  /** By measure, the dimensions of its tables. */
  readonly series: ReadonlyMap<string, readonly (readonly string[])[]>
}

export interface EditionCell {
  /** By dimension; a total is over those that are not named. */
  readonly at: Readonly<Record<string, string>>
  /** A decimal; null where it is withheld, and then `why` says why. */
  readonly value: string | null
  readonly why: Suppression | null
}

export interface EditionSeries {
  readonly series: string
  readonly label: Localized
  readonly unit: Localized
  readonly kind: 'flow' | 'stock'
  /** Of a stock the month at whose end it stands; null of a flow, which is that of the year. */
  readonly month: string | null
  readonly dimensions: readonly {
    readonly name: string
    readonly label: Localized
    readonly members: Readonly<Record<string, Localized>>
  }[]
  readonly tables: readonly (readonly string[])[]
  readonly cells: readonly EditionCell[]
  /** Lines of returns that are in no cell: no official rate for their day. */
  readonly lines_unknown: number
}

/** A cell that an earlier edition of the year said otherwise; undefined values were in no cell. */
export interface Revision {
  readonly series: string
  readonly at: EditionCell['at']
  readonly before: string | null
  readonly after: string | null
}

export interface EditionContent {
  readonly programme: string
  readonly title: Localized
  readonly authority: Localized
  readonly year: string
  /** `07-01`. */
  readonly year_starts: string
  readonly edition: number
  /** An instant. */
  readonly published_at: string
  /** The law under which the returns were filed is not in force. */
  readonly rehearsal: boolean
  readonly rules: { readonly least_firms: number; readonly largest_share: string }
  readonly returns: number
  /** Since the edition before; zero of the first. */
  readonly returns_added: number
  readonly returns_restated: number
  readonly series: readonly EditionSeries[]
  readonly revisions: readonly Revision[]
}

export type PublicationRefusal =
  | { readonly code: 'edition_unknown' }
  | { readonly code: 'no_publications'; readonly programme: string }
  | { readonly code: 'nothing_to_publish'; readonly programme: string; readonly year: string }
  | { readonly code: 'nothing_new_to_publish'; readonly programme: string; readonly year: string }

export const MONTH = 'month'

export function addressOf({
  programme,
  year,
  edition,
}: Pick<EditionContent, 'programme' | 'year' | 'edition'>): string {
  return `/publications/${programme}/${year}/${edition}`
}

/** As the cells of tables are called. */
export function keyOfCell(at: EditionCell['at']): string {
  return keyOf(at, Object.keys(at))
}

/** Undefined where nobody adds anything to it. */
export function cellIn({ cells }: EditionSeries, at: EditionCell['at']): EditionCell | undefined {
  const key = keyOfCell(at)
  return cells.find((cell) => keyOfCell(cell.at) === key)
}
