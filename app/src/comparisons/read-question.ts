/**
 * What a reader asks of a comparison, from the fields of a form or of an address: `law`, `on`, and facts by their names. A number may stand
 * without its unit. Of lines each column is a field, `components.kit_share`, once for each line in the order of the file; of a column that
 * is true or not those lines are named that are. What is left out stays as it is assumed. Pure.
 */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { Fact, LineGroup } from '@maqami/engine/load/vocabulary.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { type Comparison, unchanged, type Written } from './comparison.ts'
import type { Question } from './compare-routes.ts'
import type { Routes } from './follow-route.ts'

export type QuestionRead =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly problems: readonly FactProblem[] }

/** `today` is the day of the law where the reader names none: `2027-06-30`. */
export function readQuestion(routes: Routes, fields: URLSearchParams, today: string): QuestionRead {
  const { comparison, engine } = routes
  const { facts, groups } = engine.programme.vocabulary
  const asked = fields.get('law') ?? comparison.laws[0]?.name
  const law = comparison.laws.find(({ name }) => name === asked)
  const on = fields.get('on') ?? today
  const day = parseDay(on)
  const problems: FactProblem[] = []
  if (law === undefined)
    problems.push(
      unknownName(
        'law',
        asked ?? '',
        comparison.laws.map(({ name }) => name),
      ),
    )
  if (day === undefined)
    problems.push({
      path: 'on',
      sentence: `'${on}' is no day. Write it like 2027-06-30.`,
      ur: `'${on}' کوئی دن نہیں۔ 2027-06-30 کی طرح لکھیں۔`,
    })
  if (law === undefined || day === undefined) return { ok: false, problems }
  const given = movableOf(comparison).map(({ name, value }): [string, Written[string]] => {
    const fact = facts.get(name)
    const group = groups.get(name)
    if (group !== undefined && Array.isArray(value)) return [name, linesFrom(fields, group, value)]
    return [
      name,
      fact === undefined ? value : inUnit(fact, fields.get(name) ?? undefined, typeof value === 'string' ? value : ''),
    ]
  })
  return { ok: true, question: { law, facts: { ...unchanged(comparison), ...Object.fromEntries(given) }, day } }
}

function movableOf({ entered, assumptions }: Pick<Comparison, 'entered' | 'assumptions'>): Comparison['entered'] {
  return [...entered, ...assumptions]
}

function linesFrom(
  fields: URLSearchParams,
  { name, key, columns }: LineGroup,
  lines: readonly Readonly<Record<string, string>>[],
): readonly Readonly<Record<string, string>>[] {
  return lines.map((line, index) => {
    const cells = [...columns.values()].map((column): [string, string] => {
      const field = `${name}.${column.name}`
      const before = line[column.name] ?? ''
      const all = fields.getAll(field)
      // An empty field is sent with it, so that none of the lines can be meant.
      if (column.type.kind === 'boolean')
        return [column.name, all.length === 0 ? before : String(all.includes(line[key ?? ''] ?? ''))]
      return [column.name, inUnit(column, all[index], before)]
    })
    return Object.fromEntries(cells)
  })
}

/** As the vocabulary writes it; an empty field leaves what was. */
function inUnit({ type }: Fact, text: string | undefined, before: string): string {
  const given = text?.trim() ?? ''
  if (given === '') return before
  if (type.kind !== 'number' || !/^[\d.,]+$/.test(given)) return given
  if (isCurrency(type.unit)) return `${type.unit} ${given}`
  return type.unit === 'percent' ? `${given}%` : given
}

/** Something is named that the comparison does not have. */
export function unknownName(path: string, name: string, known: readonly string[]): FactProblem {
  return {
    path,
    sentence: `There is no '${name}' here.${didYouMean(name, known)} There are: ${known.join(', ')}.`,
    ur: `یہاں '${name}' نام کا کچھ نہیں۔${didYouMean(name, known, 'ur')} یہ ہیں: ${known.join('، ')}۔`,
  }
}
