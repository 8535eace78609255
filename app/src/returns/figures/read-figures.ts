/** What other slices read of figures, within the transaction of whoever may see them. */
import { parseDecimal, ZERO } from '@maqami/engine/value/exact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { ReturnYear } from '../return-year.ts'
import { periodsEnding } from '../return-year.ts'
import type { Figure } from './figure.ts'
import {
  acceptedSince,
  type FigureTotal,
  type FigureRow,
  figuresAt,
  figuresNow,
  type PartOfReturn,
  partsOfReturns,
  periodsIn,
  totalsGained,
  totalsUnder,
} from './figures-table.ts'

export interface FigureOfFirm extends Figure {
  readonly return_id: string
  readonly version: number
  readonly manufacturer_id: string
}

/** Of all firms that the reader may see, for the months of a year and the year itself, as they stood at an instant. */
export async function figuresOfYear(
  tables: Handle,
  programme: string,
  year: ReturnYear,
  at: string,
): Promise<readonly FigureOfFirm[]> {
  const rows = await figuresAt(tables, { programme, periods: [year.label, ...monthsOf(year)], at })
  return rows.map(figureIn)
}

function figureIn({ at: members, value, ...row }: Omit<FigureRow, 'counts_from' | 'counts_until'>): FigureOfFirm {
  return { ...row, at: JSON.parse(members) as Figure['at'], value: parseDecimal(value) ?? ZERO }
}

/** Of these measures alone, as they count now. */
export async function figuresOfMeasures(
  tables: Handle,
  programme: string,
  measures: readonly string[],
  year: ReturnYear,
): Promise<readonly FigureOfFirm[]> {
  return (await figuresNow(tables, programme, measures, [year.label, ...monthsOf(year)])).map(figureIn)
}

/** Months and years of which the reader may know something of these measures. */
export async function periodsOfMeasure(
  tables: Handle,
  programme: string,
  measures: readonly string[],
): Promise<readonly string[]> {
  return await periodsIn(tables, programme, measures)
}

export function monthsOf({ first, last }: ReturnYear): readonly string[] {
  return periodsEnding({ period: 'month' }, first, last, '01-01').map(({ label }) => label)
}

export type { FigureTotal, PartOfReturn } from './figures-table.ts'

/** For those who may see returns of all firms; for others it is empty. */
export async function totalsOf(tables: Handle, programme: string): Promise<readonly FigureTotal[]> {
  return await totalsUnder(tables, programme)
}

/** What they have gained since an instant, and how many returns brought it. */
export async function gainedSince(tables: Handle, programme: string, since: string) {
  return { gained: await totalsGained(tables, programme, since), ...(await acceptedSince(tables, programme, since)) }
}

export async function figuresByReturn(
  tables: Handle,
  programme: string,
  measures: readonly string[],
  year: ReturnYear,
): Promise<readonly PartOfReturn[]> {
  return await partsOfReturns(tables, programme, measures, [year.label, ...monthsOf(year)])
}
