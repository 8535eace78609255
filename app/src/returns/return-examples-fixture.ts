/** The worked returns of a programme: what one comes to, and what in it is refused. */
import { isDeepStrictEqual } from 'node:util'
import { plain } from '@maqami/engine/load/examples.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { type OfficialRates, readRates } from './check/official-rates.ts'
import { writtenFacts } from './facts-fixture.ts'
import { readReturn, type ReadReturn } from './read-return.ts'
import { periodOf, type ReturnYear } from './return-year.ts'
import { columnLetters } from './read/raw-return.ts'
import type { ReturnColumn, ReturnSchema } from './schema/return-schema.ts'

type Cells = Readonly<Record<string, string>>
type Lines = Readonly<Record<string, readonly Cells[]>>
type Facts = Readonly<Record<string, unknown>>

/** `return-examples.yaml` of a programme. */
interface Written {
  readonly period: string
  readonly rates?: string
  readonly return: Lines
  readonly facts: readonly Facts[]
  readonly changes: readonly { readonly line: string; readonly set: Cells; readonly facts: Facts }[]
  /** By line (`parts 3`), column and value: the code of the error. */
  readonly refused: Readonly<Record<string, Readonly<Record<string, Cells>>>>
  /** By sheet. */
  readonly again: Cells
  readonly empty: Cells
}

/** One return, and whether a schema makes of it what it should. */
export interface ReturnExample {
  readonly title: string
  /** Where it differs from the whole return; neither for that itself. */
  readonly sheet?: string
  readonly column?: string
  readonly holds: (schema: ReturnSchema) => Promise<boolean>
}

interface Setting {
  readonly vocabulary: Vocabulary
  readonly year: ReturnYear
  readonly rates: OfficialRates
}

export function returnExamples(
  text: string,
  schema: ReturnSchema,
  vocabulary: Vocabulary,
  yearStarts: string,
): readonly ReturnExample[] {
  const yaml = readYaml('return-examples.yaml', text)
  if (!yaml.ok) throw new Error(yaml.problems[0]?.sentence)
  const written = JSON.parse(JSON.stringify(plain(yaml.node))) as Written
  const year = periodOf(written.period, schema, yearStarts)
  const rates = readRates('rates', written.rates ?? 'date,currency,rate,source\n', schema.rates)
  if (year === undefined || !rates.ok) throw new Error('The year or the rates of the worked returns cannot be read.')
  const setting = { vocabulary, year, rates: rates.rates }
  return [
    ...accepted(written, setting),
    ...refusedCells(written, setting, schema),
    ...schema.sheets.flatMap(({ name: sheet }) => refusedSheets(written, setting, sheet)),
  ]
}

function accepted(written: Written, setting: Setting): readonly ReturnExample[] {
  const { return: lines, facts, changes } = written
  return [
    {
      title: 'the whole return',
      holds: async (schema) => isDeepStrictEqual(await factsOf(schema, lines, setting), facts.map(sorted)),
    },
    ...changes.map(({ line, set, facts: changed }) => ({
      title: `${line} with ${JSON.stringify(set)}`,
      sheet: line.split(' ')[0] ?? '',
      holds: async (schema: ReturnSchema) => {
        const [first] = (await factsOf(schema, withCells(lines, line, set), setting)) ?? []
        return (
          first !== undefined && Object.entries(changed).every(([name, fact]) => isDeepStrictEqual(first[name], fact))
        )
      },
    })),
  ]
}

/** Every cell of the first lines blank, which is refused where the examples say so, and every value that they name. */
function refusedCells(written: Written, setting: Setting, schema: ReturnSchema): readonly ReturnExample[] {
  const { return: lines, refused } = written
  const example = (line: string, column: string, value: string, code: string): ReturnExample => {
    const [sheet = ''] = line.split(' ')
    const at = columnsOf(schema, sheet).findIndex((one) => one.name === column)
    const changed = withCells(lines, line, { [column]: value })
    return {
      title: `${line}: '${value}' as its ${column} is ${code}`,
      sheet,
      column,
      holds: async (changedSchema) => {
        const found = codesIn(await read(changedSchema, changed, setting), sheet, at)
        return code === 'taken' ? !found.includes('missing_value') : found.includes(code)
      },
    }
  }
  const said = Object.entries(refused).flatMap(([line, columns]) =>
    Object.entries(columns).flatMap(([column, values]) =>
      Object.entries(values).map(([value, code]) => example(line, column, value, code)),
    ),
  )
  const blank = schema.sheets.flatMap(({ name, columns }) =>
    columns
      .filter((column) => refused[`${name} 1`]?.[column.name]?.[''] === undefined)
      .map((column) => example(`${name} 1`, column.name, '', 'taken')),
  )
  return [...said, ...blank]
}

/** The first line of a sheet again, and the sheet without a line. */
function refusedSheets(written: Written, setting: Setting, sheet: string): readonly ReturnExample[] {
  const { return: lines, again, empty } = written
  const own = lines[sheet] ?? []
  const example = (title: string, changed: readonly Cells[], code: string | undefined): ReturnExample => ({
    title: `${sheet} ${title} is ${code ?? 'taken'}`,
    sheet,
    holds: async (schema) => {
      const found = codesIn(await read(schema, { ...lines, [sheet]: changed }, setting), sheet)
      const all = ['duplicate_line', 'several_lines', 'no_lines']
      return isDeepStrictEqual(
        found.filter((one) => all.includes(one)),
        code === undefined ? [] : [code],
      )
    },
  })
  return [
    example('with its first line again', [...own, ...own.slice(0, 1)], again[sheet]),
    example('without a line', [], empty[sheet]),
  ]
}

function columnsOf(schema: ReturnSchema, sheet: string): readonly ReturnColumn[] {
  return schema.sheets.find((one) => one.name === sheet)?.columns ?? []
}

function withCells(lines: Lines, line: string, cells: Cells): Lines {
  const [sheet = '', number = ''] = line.split(' ')
  const own = lines[sheet]
  if (own?.[Number(number) - 1] === undefined) throw new Error(`There is no line '${line}'.`)
  return { ...lines, [sheet]: own.map((one, at) => (at === Number(number) - 1 ? { ...one, ...cells } : one)) }
}

async function factsOf(schema: ReturnSchema, lines: Lines, setting: Setting): Promise<readonly Facts[] | undefined> {
  const result = await read(schema, lines, setting)
  try {
    // Lines for which a return does not ask, such as of time that officers gave, are none of its facts.
    const asked = (name: string): boolean =>
      !setting.vocabulary.groups.has(name) || schema.facts.some(({ fact }) => fact === name)
    return writtenFacts(setting.vocabulary, result)
      .map((facts) => Object.fromEntries(Object.entries(facts).filter(([name]) => asked(name))))
      .map(sorted)
  } catch {
    return undefined
  }
}

function sorted(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function read(schema: ReturnSchema, lines: Lines, { rates, year }: Setting): Promise<ReadReturn> {
  const files = schema.sheets.map(({ name, columns }) => {
    const header = columns.map((column) => column.name)
    const rows = (lines[name] ?? []).map((line) => header.map((column) => `"${line[column] ?? ''}"`).join(','))
    return { name: `${name}.csv`, bytes: Buffer.from([header.join(','), ...rows].join('\n')) }
  })
  return readReturn({ form: 'csv', files }, { schema, rates, year })
}

/** The codes of the errors in that sheet; in that column of it, or in none. */
function codesIn(result: ReadReturn, sheet: string, at?: number): readonly string[] {
  const errors = result.ok ? [] : result.errors.filter((one) => one.severity === 'error' && one.sheet === sheet)
  return errors
    .filter((one) => at === undefined || one.column === undefined || one.column === columnLetters(at))
    .map((one) => one.code)
}
