/** One return of kites through every door: the same texts as a workbook, as JSON and as tables. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { archive, type TestCell, xlsx } from './archive-fixture.ts'
import { day, KITES, kitesWorkbook, type Lines, percent } from './kites-fixture.ts'
import { emptyContent, withLine, writeContent } from './drafting/draft-lines.ts'
import { lineOf } from './drafting/typed-line.ts'
import type { ReturnInput } from './read-return.ts'
import type { ReturnColumn, ReturnSchema } from './schema/return-schema.ts'

/** By column, as the policy language writes values; left out where the cell is blank. */
export type DoorLine = Readonly<Record<string, string>>
export type DoorLines = Readonly<Record<string, readonly DoorLine[]>>

export const DOORS = ['workbook', 'pages', 'JSON', 'JSON with numbers', 'CSV', 'CSV in a ZIP archive'] as const

const NUMERIC: ReadonlySet<string> = new Set(['count', 'number', 'money', 'percent'])
const NUMBER = /^-?\d+(?:\.\d+)?$/

export function through(door: (typeof DOORS)[number], lines: DoorLines): ReturnInput {
  switch (door) {
    case 'workbook':
      return { form: 'xlsx', bytes: workbookOf(lines) }
    case 'pages':
      return { form: 'json', bytes: Buffer.from(enteredOn(KITES, lines)) }
    case 'JSON':
      return { form: 'json', bytes: jsonOf(KITES, lines) }
    case 'JSON with numbers': {
      const numeric = new Set(
        KITES.sheets.flatMap(({ name, columns }) => columns.filter(isNumber).map((column) => `${name}.${column.name}`)),
      )
      const text = jsonOf(KITES, lines).toString()
      const data = JSON.parse(text) as { readonly sheets: DoorLines }
      const bare = Object.entries(data.sheets).map(([sheet, own]) => {
        const all = own.map((line) =>
          Object.entries(line).map(
            ([column, value]) =>
              `${JSON.stringify(column)}:${numeric.has(`${sheet}.${column}`) && NUMBER.test(value) ? value : JSON.stringify(value)}`,
          ),
        )
        return `${JSON.stringify(sheet)}:[${all.map((line) => `{${line.join(',')}}`).join(',')}]`
      })
      return { form: 'json', bytes: Buffer.from(text.replace(/"sheets":.*$/s, `"sheets":{${bare.join(',')}}}`)) }
    }
    case 'CSV':
      return { form: 'csv', files: tablesOf(KITES, lines) }
    case 'CSV in a ZIP archive': {
      const entries = tablesOf(KITES, lines).map(({ name, bytes }) => ({ name: `return/${name}`, content: bytes }))
      return { form: 'csv in zip', bytes: archive(entries) }
    }
  }
}

/** Amounts and counts; a percentage has its sign. */
function isNumber({ type }: ReturnColumn): boolean {
  return NUMERIC.has(type.kind) && type.kind !== 'percent'
}

export function jsonOf({ programme, kind, version, sheets }: ReturnSchema, lines: DoorLines): Buffer {
  const all = Object.fromEntries(sheets.map(({ name }) => [name, lines[name] ?? []]))
  return Buffer.from(JSON.stringify({ return: programme, kind, version, sheets: all }))
}

/** What looks like a number, a percentage or a day stands as one in its cell, as a spreadsheet program would have it. */
function workbookOf(lines: DoorLines): Buffer {
  const cells = KITES.sheets.map(({ name, columns }) => [
    name,
    (lines[name] ?? []).map((line) => columns.map((column) => cellOf(column, line[column.name]))),
  ])
  return xlsx(kitesWorkbook(Object.fromEntries(cells) as Lines))
}

function cellOf({ type }: ReturnColumn, value: string | undefined): TestCell {
  if (value === undefined) return undefined
  if (type.kind === 'date' && parseDay(value) !== undefined) return day(value)
  if (!NUMERIC.has(type.kind)) return value
  if (value.endsWith('%')) return percent(String(Number(value.slice(0, -1)) / 100))
  return NUMBER.test(value) ? Number(value) : value
}

/** Line by line, as the form of each is sent. */
function enteredOn(schema: ReturnSchema, lines: DoorLines): string {
  let content = emptyContent(schema)
  for (const sheet of schema.sheets)
    for (const line of lines[sheet.name] ?? []) {
      const typed = Object.fromEntries(Object.entries(line).map(([name, value]) => [`cell_${name}`, value]))
      const added = withLine(content, schema, { sheet: sheet.name, at: undefined, line: lineOf(sheet, typed) })
      if ('refused' in added) throw new Error(added.refused.code)
      content = added.done
    }
  return writeContent(schema, content)
}

function tablesOf({ sheets }: ReturnSchema, lines: DoorLines) {
  return sheets.map(({ name, columns }) => {
    const header = columns.map((column) => column.name)
    const rows = (lines[name] ?? []).map((line) => header.map((column) => `"${line[column] ?? ''}"`).join(','))
    return { name: `${name}.csv`, bytes: Buffer.from([header.join(','), ...rows].join('\n')) }
  })
}
