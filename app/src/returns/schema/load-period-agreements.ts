/** What the months of a year must come to in the yearly return, as `monthly-return.yaml` declares it. */
import { entriesOf, mapping, problem, type Report, requiredText, text } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { child, type Entry, type Node } from '@maqami/engine/load/yaml.ts'
import { readConditions } from './load-conditions.ts'
import {
  columnOf,
  type ColumnRef,
  type PeriodAgreement,
  type ReturnColumn,
  type ReturnSchema,
  type ReturnSheet,
} from './return-schema.ts'

export function readPeriodAgreements(
  report: Report,
  node: Node | undefined,
  sheets: readonly ReturnSheet[],
  annual: ReturnSchema | undefined,
): readonly PeriodAgreement[] {
  const entries = entriesOf(mapping(report, node, "'agreements'"))
  const [first] = entries
  if (first !== undefined && annual === undefined) {
    problem(
      report,
      first.keyAt,
      "'agreements' hold a return against the yearly one, and there is no other return.yaml.",
    )
    return []
  }
  return entries.flatMap((entry) => agreement(report, entry, sheets, annual?.sheets ?? []) ?? [])
}

function agreement(
  report: Report,
  { key: name, value }: Entry,
  sheets: readonly ReturnSheet[],
  annual: readonly ReturnSheet[],
): PeriodAgreement | undefined {
  const what = `the agreement '${name}'`
  const map = mapping(report, value, `'${name}'`, ['sum', 'annual', 'by', 'where'])
  if (map === undefined) return undefined
  const here = summed(report, child(map, 'sum') ?? map, requiredText(report, map, 'sum', what), sheets)
  const there = summed(report, child(map, 'annual') ?? map, requiredText(report, map, 'annual', what), annual)
  if (here === undefined || there === undefined) return undefined
  if (unitOf(here.column) !== unitOf(there.column))
    problem(report, value.at, `${what} compares ${unitOf(here.column)} with ${unitOf(there.column)}.`)
  const by = text(report, child(map, 'by'), "'by'")
  for (const { sheet } of by === undefined ? [] : [here, there])
    if (columnOf(sheet, by ?? '') === undefined)
      problem(report, child(map, 'by')?.at ?? map.at, `'by' names '${by}', which is not a column of ${sheet.name}.`)
  const conditions = mapping(report, child(map, 'where'), "'where'")
  return {
    name,
    sum: here.ref,
    annual: there.ref,
    by,
    where: readConditions(report, conditions, there.sheet.columns, there.sheet.name),
  }
}

interface Summed {
  readonly sheet: ReturnSheet
  readonly column: ReturnColumn
  readonly ref: ColumnRef
}

function summed(
  report: Report,
  at: Node,
  written: string | undefined,
  sheets: readonly ReturnSheet[],
): Summed | undefined {
  if (written === undefined) return undefined
  const all = sheets.flatMap((sheet) => sheet.columns.map((column) => ({ sheet, column })))
  const found = all.find(({ sheet, column }) => `${sheet.name}.${column.name}` === written)
  if (found === undefined) {
    const known = all.map(({ sheet, column }) => `${sheet.name}.${column.name}`)
    return problem(report, at.at, `'${written}' is not a column of the return.${didYouMean(written, known)}`)
  }
  if (unitOf(found.column) === '')
    return problem(
      report,
      at.at,
      `'${written}' is neither a count nor an amount in one currency, and cannot be summed.`,
    )
  return { ...found, ref: { sheet: found.sheet.name, column: found.column.name } }
}

/** Empty where the values of a column cannot be summed. */
function unitOf({ type }: ReturnColumn): string {
  if (type.kind === 'money') return 'fixed' in type.currency ? type.currency.fixed : ''
  return type.kind === 'count' || type.kind === 'number' ? type.kind : ''
}
