/** A yearly return beside the returns of the months of its year, as they stand filed. */
import { toFixed } from '@maqami/engine/value/exact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import { disagreements, type FiledMonth, type SummedLines } from '../hold-months.ts'
import { type KeptLines, readLines } from '../kept-lines.ts'
import { periodOfReturn, returnSchemaOf, returnSchemas } from '../release-schema.ts'
import { periodsEnding } from '../return-year.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { type Bilingual, columnOf, type ReturnSchema } from '../schema/return-schema.ts'
import { filedVersion, type Return } from './return.ts'
import { linesOfVersion, listReturnsUnder } from './returns-table.ts'

/** Of one kind: the months that are not filed, and where the yearly return and the months do not agree. */
export interface HeldAgainstMonths {
  readonly kind: string
  readonly title: Bilingual
  readonly filed: readonly string[]
  readonly missing: readonly string[]
  readonly disagreements: readonly DisagreementTold[]
}

export interface DisagreementTold {
  readonly agreement: string
  /** Of the yearly return: what is summed. */
  readonly label: Bilingual
  readonly of: string
  readonly annual: string
  readonly months: string
  readonly difference: string
  readonly lines: readonly {
    readonly period: string | null
    readonly sheet: string
    readonly rows: readonly number[]
  }[]
}

/** Empty where the return is of no year, has errors, or its programme asks for nothing each month. */
export async function heldAgainstMonths(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  version: number,
): Promise<readonly HeldAgainstMonths[]> {
  const wanted = found.versions.find((one) => one.version === version)
  const annual = await keptOf(tables, found.id, version)
  if (found.kind !== ANNUAL || wanted === undefined || annual === undefined) return []
  const release = shelf.open(await releaseOf(tables, wanted.release_id))
  const yearly = returnSchemaOf(release)
  const year = periodOfReturn(release, found)
  const held: HeldAgainstMonths[] = []
  for (const monthly of returnSchemas(release).filter((one) => one.agreements.length > 0)) {
    const periods = periodsEnding(monthly, year.first, year.last, release.engine.programme.heading.yearStarts)
    const months: FiledMonth[] = []
    for (const other of await listReturnsUnder(tables, found)) {
      const isOfYear = other.kind === monthly.kind && periods.some(({ label }) => label === other.period)
      const filed = isOfYear ? filedVersion(other) : undefined
      const lines = filed === undefined ? undefined : await keptOf(tables, other.id, filed.version)
      if (lines !== undefined) months.push({ period: other.period, lines })
    }
    months.sort((a, b) => (a.period < b.period ? -1 : 1))
    const filed = months.map(({ period }) => period)
    held.push({
      kind: monthly.kind,
      title: monthly.title,
      filed,
      missing: periods.map(({ label }) => label).filter((label) => !filed.includes(label)),
      disagreements: filed.length === 0 ? [] : told(monthly, yearly, annual, months),
    })
  }
  return held
}

async function keptOf(tables: Handle, id: string, version: number): Promise<KeptLines | undefined> {
  const text = await linesOfVersion(tables, id, version)
  return text === undefined ? undefined : readLines(text)
}

/** As the largest and the smallest amounts are written: money has two decimals, a count has none. */
const PLACES = 2

function told(
  monthly: ReturnSchema,
  yearly: ReturnSchema,
  annual: KeptLines,
  months: readonly FiledMonth[],
): readonly DisagreementTold[] {
  return disagreements(monthly, yearly, annual, months).map(
    ({ agreement, of, annual: said, months: sum, difference }) => {
      const sheet = yearly.sheets.find(({ name }) => name === agreement.annual.sheet)
      const column = sheet === undefined ? undefined : columnOf(sheet, agreement.annual.column)
      const places = column?.type.kind === 'money' ? PLACES : 0
      return {
        agreement: agreement.name,
        label: {
          en: `${sheet?.label.en}: ${column?.label.en}`,
          ur: `${sheet?.label.ur}: ${column?.label.ur}`,
        },
        of,
        annual: toFixed(said.amount, places),
        months: toFixed(sum.amount, places),
        difference: toFixed(difference, places),
        lines: [...said.lines, ...sum.lines].map(placed),
      }
    },
  )
}

function placed({ period, sheet, rows }: SummedLines): DisagreementTold['lines'][number] {
  return { period: period ?? null, sheet, rows }
}
