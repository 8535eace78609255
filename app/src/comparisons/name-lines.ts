/** One cell of lines by its name: `components.local_rate.display` is the share of displays that is made here. Pure. */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import type { Written } from './comparison.ts'
import { unknownName } from './unknown-name.ts'

type Lines = Extract<Written[string], readonly unknown[]>

export type LinesNamed =
  | { readonly ok: true; readonly facts: Written }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/** What is given over what was, cells of lines within the lines that there are. Nothing else may be given: what the law says of a set is asked of the law. */
export function withNamedCells({ groups }: Vocabulary, before: Written, given: Written): LinesNamed {
  const other = Object.keys(given).find((name) => !name.includes('.') && !Object.hasOwn(before, name))
  if (other !== undefined) return { ok: false, problems: [unknownName(other, other, Object.keys(before))] }
  const problems: FactProblem[] = []
  const whole = Object.fromEntries(Object.entries(given).filter(([name]) => !name.includes('.')))
  const facts: Record<string, Written[string]> = { ...before, ...whole }
  for (const [path, value] of Object.entries(given)) {
    if (!path.includes('.')) continue
    const [name = '', column = '', ...rest] = path.split('.')
    const key = rest.join('.')
    const group = groups.get(name)
    const lines = facts[name]
    if (group?.key === undefined || !Array.isArray(lines)) {
      problems.push(unknownName(path, name, [...groups.keys()]))
      continue
    }
    const at = group.key
    const keys = (lines as Lines).map((line) => line[at] ?? '')
    if (!group.columns.has(column)) problems.push(unknownName(path, column, [...group.columns.keys()]))
    else if (!keys.includes(key)) problems.push(unknownName(path, key, keys))
    else if (typeof value !== 'string')
      problems.push({
        path,
        sentence: `'${path}' is one cell: a text such as 50%, and no list.`,
        ur: `'${path}' ایک خانہ ہے: 50% جیسی تحریر، فہرست نہیں۔`,
      })
    else facts[name] = (lines as Lines).map((line) => (line[at] === key ? { ...line, [column]: value } : line))
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts }
}
