/** What a column must agree on with the other columns of its line, as `return.yaml` declares it. */
import { mapping, names, problem, type Report, text } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { child, type Entry, type Node } from '@maqami/engine/load/yaml.ts'
import { readConditions } from './load-conditions.ts'
import type { Agreement, ColumnType, ReturnColumn } from './return-schema.ts'

export const AGREEMENT_KEYS = ['needs', 'needed_where', 'not_above', 'not_after'] as const

/** The columns of a sheet, each with its agreements: they name columns that may stand further right. */
export function withAgreements(
  report: Report,
  entries: readonly Entry[],
  columns: readonly ReturnColumn[],
  sheet: string,
): readonly ReturnColumn[] {
  return columns.map((column, index) => {
    const node = entries[index]?.value
    return node === undefined ? column : { ...column, agreements: agreementsOf(report, node, column, columns, sheet) }
  })
}

function agreementsOf(
  report: Report,
  node: Node,
  column: ReturnColumn,
  columns: readonly ReturnColumn[],
  sheet: string,
): readonly Agreement[] {
  const named = (at: Node, name: string, key: string): ReturnColumn | undefined =>
    columns.find((one) => one.name === name) ??
    problem(
      report,
      at.at,
      `'${key}' of ${column.name} names '${name}', which is not a column of ${sheet}.${didYouMean(
        name,
        columns.map((one) => one.name),
      )}`,
    )
  const ordered = (key: 'not_above' | 'not_after', kinds: readonly ColumnType['kind'][]): readonly Agreement[] => {
    const at = child(node, key)
    const name = text(report, at, `'${key}' of ${column.name}`)
    const other = at === undefined || name === undefined ? undefined : named(at, name, key)
    if (at === undefined || other === undefined) return []
    if (!kinds.includes(column.type.kind) || other.type.kind !== column.type.kind) {
      problem(
        report,
        at.at,
        `'${key}' compares two columns of one kind (${kinds.join(', ')}); ${column.name} and ${other.name} are not.`,
      )
    }
    return [{ kind: key, column: other.index }]
  }
  const needs = child(node, 'needs')
  const needed = names(report, needs, `'needs' of ${column.name}`).flatMap((name): readonly Agreement[] => {
    const other = needs === undefined ? undefined : named(needs, name, 'needs')
    return other === undefined ? [] : [{ kind: 'needs', column: other.index }]
  })
  const where = readConditions(
    report,
    mapping(report, child(node, 'needed_where'), `'needed_where' of ${column.name}`),
    columns,
    sheet,
  )
  return [
    ...needed,
    ...(where.length === 0 ? [] : [{ kind: 'needed_where', where } as const]),
    ...ordered('not_above', ['count', 'number', 'percent']),
    ...ordered('not_after', ['date']),
  ]
}
