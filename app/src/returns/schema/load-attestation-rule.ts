/** `attestations:` of a return: which lines may cite what a supplier attests, and what of a line it is held against. */
import { mapping, problem, type Report, requiredText } from '@maqami/engine/load/fields.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { child, type MapNode, type Node } from '@maqami/engine/load/yaml.ts'
import { readConditions } from './load-conditions.ts'
import type { AttestationRule, ColumnType, ReturnSheet } from './return-schema.ts'

const WHAT = "'attestations'"
const COLUMNS = {
  number: 'text',
  share: 'percent',
  part_code: 'text',
  hs_code: 'text',
  component_class: 'category',
  delivered_on: 'date',
} as const satisfies Readonly<Record<string, ColumnType['kind']>>

export function readAttestationRule(
  report: Report,
  node: Node | undefined,
  sheets: readonly ReturnSheet[],
): AttestationRule | undefined {
  const map = mapping(report, node, WHAT, ['lines', ...Object.keys(COLUMNS), 'where'])
  if (map === undefined) return undefined
  const name = requiredText(report, map, 'lines', WHAT)
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) {
    const names = sheets.map((one) => one.name)
    const at = child(map, 'lines')?.at ?? map.at
    return problem(report, at, `The return has no sheet '${name ?? ''}'.${didYouMean(name ?? '', names)}`)
  }
  const column = (key: keyof typeof COLUMNS): string => columnIn(report, map, key, sheet)
  return {
    sheet: sheet.name,
    number: column('number'),
    share: column('share'),
    part_code: column('part_code'),
    hs_code: column('hs_code'),
    component_class: column('component_class'),
    delivered_on: column('delivered_on'),
    where: readConditions(
      report,
      mapping(report, child(map, 'where'), "'where' of 'attestations'"),
      sheet.columns,
      sheet.name,
    ),
  }
}

function columnIn(
  report: Report,
  map: MapNode,
  key: keyof typeof COLUMNS,
  { name: sheet, columns }: ReturnSheet,
): string {
  const name = requiredText(report, map, key, WHAT) ?? ''
  const found = columns.find((one) => one.name === name)
  const at = child(map, key)?.at ?? map.at
  if (name !== '' && found === undefined)
    problem(
      report,
      at,
      `'${sheet}' has no column '${name}'.${didYouMean(
        name,
        columns.map((one) => one.name),
      )}`,
    )
  if (found !== undefined && found.type.kind !== COLUMNS[key])
    problem(
      report,
      at,
      `'${key}' of ${WHAT} is a column that holds a ${COLUMNS[key]}; '${name}' holds a ${found.type.kind}.`,
    )
  return name
}
