/**
 * What a reader asks of a comparison, from the fields of a form or of an address: `law`, `on`, and facts by their names. A number may stand
 * without its unit. Of lines each column is a field, `components.kit_share`, once for each line in the order of the file. What is left out stays as it is assumed. Pure.
 */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import type { Fact, LineGroup } from '@maqami/engine/load/vocabulary.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { movablesOf, unchanged, type Written } from './comparison.ts'
import type { Difference, Question } from './compare-routes.ts'
import type { Routes } from './follow-route.ts'
import { unknownName } from './unknown-name.ts'

export type QuestionRead =
  | { readonly ok: true; readonly question: Question }
  /** What was typed stays, under the law and on the day that nobody has changed. */
  | { readonly ok: false; readonly problems: readonly FactProblem[]; readonly question: Question }

/** `today` is the day of the law where the reader names none: `2027-06-30`. */
export function readQuestion(routes: Routes, fields: URLSearchParams, today: string): QuestionRead {
  const { comparison, engine } = routes
  const { facts, groups } = engine.programme.vocabulary
  const asked = fields.get('law') ?? comparison.laws[0]?.name
  const law = comparison.laws.find(({ name }) => name === asked)
  const on = fields.get('on') ?? today
  const day = parseDay(on)
  const problems: FactProblem[] = []
  const known = comparison.laws.map(({ name }) => name)
  if (law === undefined) problems.push(unknownName('law', asked ?? '', known))
  if (day === undefined)
    problems.push({
      path: 'on',
      sentence: `'${on}' is no day. Write it like 2027-06-30.`,
      ur: `'${on}' کوئی دن نہیں۔ 2027-06-30 کی طرح لکھیں۔`,
    })
  const given = movablesOf(comparison).map(({ name, value }): [string, Written[string]] => {
    const fact = facts.get(name)
    const group = groups.get(name)
    if (group !== undefined && Array.isArray(value)) return [name, linesFrom(fields, group, value)]
    return [
      name,
      fact === undefined ? value : inUnit(fact, fields.get(name) ?? undefined, typeof value === 'string' ? value : ''),
    ]
  })
  const [first] = comparison.laws
  if (first === undefined) throw new Error('a comparison names a law')
  const question: Question = {
    law: law ?? first,
    facts: { ...unchanged(comparison), ...Object.fromEntries(given) },
    day: day ?? parseDay(today) ?? 0,
  }
  return problems.length > 0 ? { ok: false, problems, question } : { ok: true, question }
}

/** What is asked to be told more of: `moved`, a finding, of `route` less `than`; the first of each, where one is not named. */
export function readDifference(
  { comparison: { moved, routes } }: Routes,
  fields: URLSearchParams,
): { readonly difference: Difference; readonly problems: readonly FactProblem[] } {
  const [than = '', route = ''] = routes
  const problems: FactProblem[] = []
  const chosen = (field: string, known: readonly string[], otherwise: string): string => {
    const given = fields.get(field) ?? otherwise
    if (known.includes(given)) return given
    problems.push(unknownName(field, given, known))
    return otherwise
  }
  const difference = {
    finding: chosen('moved', moved, moved[0] ?? ''),
    route: chosen('route', routes, route),
    than: chosen('than', routes, than),
  }
  return { difference, problems }
}

function linesFrom(
  fields: URLSearchParams,
  { name, key, columns }: LineGroup,
  lines: readonly Readonly<Record<string, string>>[],
): readonly Readonly<Record<string, string>>[] {
  return lines.map((line, index) => {
    const cells = [...columns.values()].map((column): [string, string] => {
      const before = line[column.name] ?? ''
      return [
        column.name,
        column.name === key ? before : inUnit(column, fields.getAll(`${name}.${column.name}`)[index], before),
      ]
    })
    // A column that is left empty in a line is not said of it.
    return Object.fromEntries(cells.filter(([, cell]) => cell !== ''))
  })
}

/** As the vocabulary writes it; an empty field leaves what was. */
function inUnit({ type }: Fact, text: string | undefined, before: string): string {
  const given = text?.trim() ?? ''
  if (given === '') return before
  if (type.kind !== 'number' || !/^-?[\d.,]+$/.test(given)) return given
  if (isCurrency(type.unit)) return `${type.unit} ${given}`
  return type.unit === 'percent' ? `${given}%` : given
}
