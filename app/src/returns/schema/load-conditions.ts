/** `{ kit_form: [skd, ckd] }`: which lines are meant, by what their columns hold. */
import { entriesOf, names, problem, type Report } from '@maqami/engine/load/fields.ts'
import type { MapNode } from '@maqami/engine/load/yaml.ts'
import type { Condition, ReturnColumn } from './return-schema.ts'

export function readConditions(
  report: Report,
  map: MapNode | undefined,
  columns: readonly ReturnColumn[],
  sheet: string,
): readonly Condition[] {
  return entriesOf(map).flatMap((entry) => {
    const column = columns.find((one) => one.name === entry.key)
    const members = names(report, entry.value, `A value of '${entry.key}'`)
    if (column === undefined) {
      problem(report, entry.keyAt, `The sheet '${sheet}' has no column '${entry.key}'.`)
      return []
    }
    if (column.type.kind === 'category') {
      const known = column.type.members.map((member) => member.name)
      for (const member of members) {
        if (!known.includes(member))
          problem(report, entry.value.at, `'${entry.key}' is one of ${known.join(', ')}, not '${member}'.`)
      }
    } else if (column.type.kind !== 'boolean' && column.type.kind !== 'text') {
      problem(
        report,
        entry.keyAt,
        `A condition asks for a category, a text or yes and no; '${entry.key}' is none of them.`,
      )
    }
    return [{ column: entry.key, members }]
  })
}
