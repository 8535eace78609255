/** Figures about the industry as somebody published them, each with its source, and where they contradict each other. Pure. */
import { add, compare, parseDecimal, toFixed, ZERO } from '@maqami/engine/value/exact.ts'

export const GROUPS = ['units', 'brands', 'import_values', 'exports', 'licences', 'jobs'] as const
export type Group = (typeof GROUPS)[number]

/** `official`: of an authority, as the source carries it. `reported`: the source does not say whose it is. `estimated`: reckoned. */
export const STATUSES = ['official', 'reported', 'estimated'] as const
export type Status = (typeof STATUSES)[number]

/** A flow adds up over months, such as units made; a stock stands at the end of its period, such as licences. */
export const KINDS = ['flow', 'stock'] as const

export interface Period {
  /** As the files write it: `2024`, `2024-05`, `2024-07/2025-06`, and `../2025-12` where nobody says from when. */
  readonly text: string
  /** Months from January of the year 0, both counted; undefined where nobody says from when. */
  readonly first: number | undefined
  readonly last: number
}

export interface Figure {
  readonly period: Period
  /** As it was published, in the unit of its series. */
  readonly value: string
  readonly status: Status
  /** Undefined where the source does not say. */
  readonly said_by: string | undefined
  /** An address. */
  readonly source: string
  /** Undefined where the source carries no day. */
  readonly source_on: string | undefined
  readonly note: { readonly en: string; readonly ur: string } | undefined
}

export interface Series {
  readonly name: string
  readonly group: Group
  readonly unit: string
  readonly kind: (typeof KINDS)[number]
  readonly title: { readonly en: string; readonly ur: string }
  /** In the order of their periods. */
  readonly figures: readonly Figure[]
}

/** `differ`: for the same period. `part_is_more`: the first figure is more than the others together, whose months hold all of its own. */
export interface Contradiction {
  readonly kind: 'differ' | 'part_is_more'
  readonly figures: readonly Figure[]
}

export function contradictionsIn({ kind, figures }: Series): readonly Contradiction[] {
  return [...differing(figures), ...(kind === 'flow' ? largerParts(figures) : [])]
}

function differing(figures: readonly Figure[]): readonly Contradiction[] {
  return [...Map.groupBy(figures, ({ period }) => period.text).values()]
    .filter((same) => same.some((one) => same.some((other) => !agree(one.value, other.value))))
    .map((same) => ({ kind: 'differ', figures: same }))
}

/** As far as the coarser of them says. */
function agree(one: string, other: string): boolean {
  const places = Math.min(...[one, other].map((text) => text.split('.')[1]?.length ?? 0))
  const [a, b] = [one, other].map((text) => toFixed(parseDecimal(text) ?? ZERO, places))
  return a === b
}

/** What is made in five months cannot be more than what is made in the year that holds them. */
function largerParts(figures: readonly Figure[]): readonly Contradiction[] {
  return figures.flatMap((part): readonly Contradiction[] => {
    const wholes = [...figures.map((one) => [one]), ...figures.flatMap((one) => followedBy(one, figures))]
      .filter((whole) => holds(whole, part) && compare(sumOf(whole), sumOf([part])) < 0)
      .toSorted((a, b) => monthsIn(a) - monthsIn(b))
    const [whole] = wholes
    return whole === undefined ? [] : [{ kind: 'part_is_more', figures: [part, ...whole] }]
  })
}

function followedBy(one: Figure, figures: readonly Figure[]): readonly (readonly Figure[])[] {
  return figures.filter(({ period }) => period.first === one.period.last + 1).map((next) => [one, next])
}

/** More months than the part has: figures for the same months differ, which is told as such. */
function holds(whole: readonly Figure[], part: Figure): boolean {
  if (whole.some(({ period }) => period.text === part.period.text)) return false
  const [first, last] = [whole[0]?.period.first ?? -Infinity, whole.at(-1)?.period.last ?? -Infinity]
  const from = part.period.first ?? -Infinity
  return first <= from && part.period.last <= last && (first < from || part.period.last < last)
}

function monthsIn(whole: readonly Figure[]): number {
  return (whole.at(-1)?.period.last ?? 0) - (whole[0]?.period.first ?? -Infinity)
}

function sumOf(figures: readonly Figure[]): ReturnType<typeof add> {
  return figures.reduce((sum, { value }) => add(sum, parseDecimal(value) ?? ZERO), ZERO)
}

const YEAR = 12
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Undefined for what is no period. */
export function parsePeriod(text: string): Period | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) * YEAR : undefined
  if (year !== undefined) return { text, first: year, last: year + YEAR - 1 }
  const [from = '', to, more] = text.split('/')
  if (more !== undefined) return undefined
  const last = monthIn(to ?? from)
  if (last === undefined) return undefined
  if (to !== undefined && from === '..') return { text, first: undefined, last }
  const first = monthIn(from)
  return first === undefined || (to !== undefined && first >= last) ? undefined : { text, first, last }
}

function monthIn(text: string): number | undefined {
  const [, year, month] = MONTH.exec(text) ?? []
  return year === undefined ? undefined : Number(year) * YEAR + Number(month) - 1
}

/** `2024-06`. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / YEAR)).padStart(4, '0')}-${String((month % YEAR) + 1).padStart(2, '0')}`
}

/** `2024`, of the twelve months from January or from July; undefined for other periods. */
export function yearOf({ first, last }: Period, from: 'january' | 'july'): number | undefined {
  const begin = from === 'january' ? 0 : YEAR / 2
  return first !== undefined && last - first === YEAR - 1 && first % YEAR === begin
    ? Math.floor(first / YEAR)
    : undefined
}
