/** Reads an input-output table from a file, CSV or XLSX, in our own square layout or in those of OECD ICIO and ADB MRIO. */
import type { InputOutputTable } from './input-output.ts'
import { type ManyReader, manyHead, readMany } from './many-countries.ts'
import { type NumberedRow, readOwnLayout } from './own-layout.ts'
import { type TableLimits } from './table-limits.ts'
import { readTableRows, type TableProblem } from './table-rows.ts'

export const LAYOUTS = ['square', 'oecd_icio', 'adb_mrio'] as const

export type TableRead =
  | {
      readonly ok: true
      readonly table: InputOutputTable
      readonly unit: string
      /** Undefined where the table is of one country, and does not say of which. */
      readonly country: string | undefined
      readonly layout: (typeof LAYOUTS)[number]
    }
  | { readonly ok: false; readonly problems: readonly TableProblem[] }

/** Titles above the table of ADB. */
const MOST_TITLES = 12

/** `country` is needed where the table holds several. */
export async function readInputOutput(
  bytes: Buffer,
  country: string | undefined,
  limits: TableLimits,
): Promise<TableRead> {
  const rows: NumberedRow[] = []
  let many: ManyReader | undefined
  const broken = await readTableRows(bytes, limits, (cells, row) => {
    if (many !== undefined) return many.take(cells, row)
    rows.push({ cells, row })
    const head = rows.length <= MOST_TITLES ? manyHead(rows) : undefined
    if (head !== undefined) many = readMany(head, country, limits.sectors)
    return rows.length <= limits.sectors + MOST_TITLES
  })
  if (broken !== undefined) return { ok: false, problems: [broken] }
  return many?.finish() ?? readOwnLayout(rows, limits.sectors)
}
