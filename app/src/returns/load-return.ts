/** Reads a return for a command: the file, the rates beside it, and everything that is wrong with either. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { complain, WrongInput } from '../kernel/command.ts'
import { terminalProgress } from '../kernel/progress.ts'
import { annotate } from './annotate-return.ts'
import { NO_RATES, type OfficialRates, readRates } from './official-rates.ts'
import { openReturn } from './open-return.ts'
import { readReturn, type ReadReturn } from './read-return.ts'
import type { ReturnError } from './return-errors.ts'
import type { Language, ReturnSchema } from './return-schema.ts'
import type { ReturnYear } from './return-year.ts'

export interface LoadOptions {
  readonly schema: ReturnSchema
  readonly year: ReturnYear
  readonly language: Language
  /** A table of official rates; where none is named, `rates.csv` beside the return. */
  readonly rates: string | undefined
  /** Where to write the annotated copy. */
  readonly annotated: string | undefined
}

export type AcceptedReturn = Extract<ReadReturn, { ok: true }>

const MOST_SHOWN = 20

/** Stops with the errors of the return, each with its sheet, row and column. */
export async function loadReturn(paths: readonly string[], options: LoadOptions): Promise<AcceptedReturn> {
  for (const path of paths)
    if ((await stat(path).catch(() => undefined)) === undefined) throw new WrongInput([`There is no file '${path}'.`])
  const opened = await openReturn(paths)
  if (!opened.ok) throw new WrongInput(errorLines(opened.errors, opened.errors.length, options.language))
  const rates = await loadRates(paths, options.rates)
  const progress = terminalProgress('Reading the return')
  const read = await readReturn(opened.input, {
    schema: options.schema,
    rates,
    year: options.year,
    progress: progress.report,
  })
  progress.finish()
  await writeAnnotated(read, options)
  if (!read.ok) throw new WrongInput(errorLines(read.errors, read.total, options.language))
  for (const line of read.warnings.slice(0, MOST_SHOWN).map((warning) => errorLine(warning, options.language)))
    complain(line)
  return read
}

async function loadRates(paths: readonly string[], given: string | undefined): Promise<OfficialRates> {
  const beside = join(dirname(paths[0] ?? ''), 'rates.csv')
  const path = given ?? ((await stat(beside).catch(() => undefined)) === undefined ? undefined : beside)
  if (path === undefined) return NO_RATES
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new WrongInput([`There is no file '${path}'.`])
  const read = readRates(path, text)
  if (!read.ok) throw new WrongInput(read.problems.map(formatProblem))
  return read.rates
}

async function writeAnnotated(read: ReadReturn, { annotated, schema, language }: LoadOptions): Promise<void> {
  if (annotated === undefined) return
  const copy = await annotate(read, schema, language)
  if (copy === undefined) complain('The file could not be opened, so there is no annotated copy.')
  else {
    await writeFile(annotated, copy)
    complain(`Wrote ${annotated}: the return with what was found marked in its cells.`)
  }
}

function errorLines(errors: readonly ReturnError[], total: number, language: Language): readonly string[] {
  const lines = errors.slice(0, MOST_SHOWN).map((error) => errorLine(error, language))
  if (total > lines.length)
    lines.push(`… and ${total - lines.length} more; --annotate FILE.xlsx marks them in a copy of the return.`)
  return [...lines, `The return has ${total} ${total === 1 ? 'error' : 'errors'}.`]
}

function errorLine(error: ReturnError, language: Language): string {
  const cell = error.row === undefined ? '' : `!${error.column ?? ''}${error.row}`
  const place = error.sheet === undefined ? '' : `${error.sheet}${cell}: `
  return `${place}${error.sentence[language]} [${error.code}]`
}
