/** The lines of a return while they are entered: what pages change is the very document that the interface takes as JSON. */
import { jsonReader, type JsonScalar } from '../../kernel/limited-json.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Bilingual, columnOf, type ReturnSchema } from '../schema/return-schema.ts'
import { holdsTheSame } from '../schema/template-changes.ts'

export interface ReturnDraft {
  readonly return_id: string
  /** Counted up by each change. */
  readonly revision: number
  /** The version whose lines it began with; null where it began empty. */
  readonly begun_from: number | null
  /** JSON as the interface takes a return. */
  readonly content: string
  readonly begun_at: string
  readonly begun_by: string
  readonly changed_at: string
  readonly changed_by: string
}

/** By column; blank cells are left out. */
export type DraftLine = ReadonlyMap<string, JsonScalar>

export interface DraftContent {
  /** Of the template. */
  readonly version: string
  /** By sheet. */
  readonly sheets: ReadonlyMap<string, readonly DraftLine[]>
}

export type DraftRefusal =
  | { readonly code: 'draft_unknown' }
  | { readonly code: 'draft_changed' }
  | { readonly code: 'draft_line_gone' }
  | { readonly code: 'draft_unreadable'; readonly why: Bilingual }
  | { readonly code: 'draft_full'; readonly sheet: string; readonly most: number }

export function emptyContent({ version, sheets }: ReturnSchema): DraftContent {
  return { version, sheets: new Map(sheets.map(({ name }) => [name, []])) }
}

/** Of what was written by `writeContent`. */
export function readContent(content: string): DraftContent {
  const reader = jsonReader(content)
  const sheets = new Map<string, readonly DraftLine[]>()
  let version = ''
  reader.object((name) => {
    if (name !== 'sheets') {
      const { text } = reader.scalar()
      if (name === 'version') version = text
      return
    }
    reader.object((sheet) => {
      const lines: DraftLine[] = []
      reader.list(() => {
        const line = new Map<string, JsonScalar>()
        reader.object((column) => line.set(column, reader.scalar()))
        lines.push(line)
      })
      sheets.set(sheet, lines)
    })
  })
  return { version, sheets }
}

function valueText({ kind, text }: JsonScalar): string {
  return kind === 'text' ? JSON.stringify(text) : text
}

function lineText(line: DraftLine): string {
  return `{${[...line].map(([name, of]) => `${JSON.stringify(name)}:${valueText(of)}`).join(',')}}`
}

/** A number stays as it was written: what a workbook holds where a text is asked for is to be refused, and not taken for one. */
export function writeContent(
  { programme, kind }: Pick<ReturnSchema, 'programme' | 'kind'>,
  content: DraftContent,
): string {
  const sheets = [...content.sheets].map(
    ([name, lines]) => `${JSON.stringify(name)}:[${lines.map(lineText).join(',\n')}]`,
  )
  const head = { return: programme, kind, version: content.version }
  return `${JSON.stringify(head).slice(0, -1)},"sheets":{${sheets.join(',\n')}}}`
}

/** A line in the place of one, or behind the last where `at` is undefined; without a line, that one is taken out. */
export function withLine(
  content: DraftContent,
  { sheets }: ReturnSchema,
  {
    sheet,
    at,
    line,
  }: { readonly sheet: string; readonly at: number | undefined; readonly line: DraftLine | undefined },
): Outcome<DraftContent, DraftRefusal> {
  const own = content.sheets.get(sheet) ?? []
  const { mostRows = 0, oneLine } = sheets.find(({ name }) => name === sheet) ?? {}
  const most = oneLine === true ? 1 : mostRows
  if (at === undefined && own.length >= most) return { refused: { code: 'draft_full', sheet, most } }
  if (at !== undefined && own[at] === undefined) return { refused: { code: 'draft_line_gone' } }
  const lines =
    at === undefined
      ? [...own, ...(line === undefined ? [] : [line])]
      : own.toSpliced(at, 1, ...(line === undefined ? [] : [line]))
  return { done: { ...content, sheets: new Map(content.sheets).set(sheet, lines) } }
}

/** The lines in another version of the template: what was written for a column goes on where the column still holds the same. */
export function carried(content: DraftContent, before: ReturnSchema, now: ReturnSchema): DraftContent {
  const sheets = now.sheets.map((sheet): readonly [string, readonly DraftLine[]] => {
    const old = before.sheets.find(({ name }) => name === sheet.name)
    const kept = sheet.columns.filter(({ name, type }) => {
      const column = old === undefined ? undefined : columnOf(old, name)
      return column !== undefined && holdsTheSame(column.type, type)
    })
    const lines = (content.sheets.get(sheet.name) ?? []).map((line) => {
      return new Map(kept.flatMap(({ name }) => (line.has(name) ? [[name, line.get(name)] as const] : []))) as DraftLine
    })
    return [sheet.name, lines]
  })
  return { version: now.version, sheets: new Map(sheets) }
}
