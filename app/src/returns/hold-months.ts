/** Holds the months of a year against the yearly return: what they add up to, and where the two do not agree. */
import { add, compare, type Exact, negate, ZERO } from '@maqami/engine/value/exact.ts'
import { keptMeets, type KeptLines, numberIn, valueIn } from './kept-lines.ts'
import type { ColumnRef, Condition, PeriodAgreement, ReturnSchema } from './schema/return-schema.ts'

export interface FiledMonth {
  /** `2026-07`. */
  readonly period: string
  readonly lines: KeptLines
}

/** Where an amount stands. */
export interface SummedLines {
  /** Of a month; undefined in the yearly return. */
  readonly period: string | undefined
  /** As the filer calls it. */
  readonly sheet: string
  readonly rows: readonly number[]
}

interface Summed {
  readonly amount: Exact
  readonly lines: readonly SummedLines[]
}

export interface Disagreement {
  readonly agreement: PeriodAgreement
  /** The model, say; empty where whole sheets are compared. */
  readonly of: string
  readonly annual: Summed
  readonly months: Summed
  /** What the yearly return says above the months; below zero where the months say more. */
  readonly difference: Exact
}

/** In the order of the policy and then of the yearly return; what agrees is left out. */
export function disagreements(
  monthly: ReturnSchema,
  yearly: ReturnSchema,
  annual: KeptLines,
  months: readonly FiledMonth[],
): readonly Disagreement[] {
  return monthly.agreements.flatMap((agreement) => {
    const { by, where } = agreement
    const there = sums(yearly, { period: undefined, lines: annual }, agreement.annual, { by, where })
    const here = new Map<string, Summed>()
    for (const month of months)
      for (const [of, { amount, lines }] of sums(monthly, month, agreement.sum, { by, where: [] })) {
        const before = here.get(of) ?? NOTHING
        here.set(of, { amount: add(before.amount, amount), lines: [...before.lines, ...lines] })
      }
    return [...new Set([...there.keys(), ...here.keys()])].flatMap((of) => {
      const [said, summed] = [there.get(of) ?? NOTHING, here.get(of) ?? NOTHING]
      return compare(said.amount, summed.amount) === 0
        ? []
        : [{ agreement, of, annual: said, months: summed, difference: add(said.amount, negate(summed.amount)) }]
    })
  })
}

const NOTHING: Summed = { amount: ZERO, lines: [] }

function sums(
  schema: ReturnSchema,
  { period, lines }: { readonly period: string | undefined; readonly lines: KeptLines },
  { sheet: name, column }: ColumnRef,
  { by, where }: { readonly by: string | undefined; readonly where: readonly Condition[] },
): ReadonlyMap<string, Summed> {
  const sheet = schema.sheets.find((one) => one.name === name)
  const kept = lines[name]
  const found = new Map<string, { readonly amount: Exact; readonly rows: readonly number[] }>()
  for (const line of sheet === undefined ? [] : (kept?.lines ?? [])) {
    if (sheet === undefined || !keptMeets(sheet, line, where)) continue
    const of = by === undefined ? '' : valueIn(sheet, line, by)
    const { amount, rows } = found.get(of) ?? { amount: ZERO, rows: [] }
    found.set(of, { amount: add(amount, numberIn(sheet, line, column) ?? ZERO), rows: [...rows, line.row] })
  }
  return new Map(
    [...found].map(([of, { amount, rows }]) => [of, { amount, lines: [{ period, sheet: kept?.name ?? name, rows }] }]),
  )
}
