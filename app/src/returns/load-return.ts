/** Reads a return for a command: the file, the rates beside it, and everything that is wrong with either. */
import { stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Day } from '@maqami/engine/value/date.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { complain, WrongInput } from '../kernel/command.ts'
import { readText } from '../kernel/read-text.ts'
import { terminalProgress } from '../kernel/progress.ts'
import { annotate } from './write/annotate-return.ts'
import { LARGEST_TABLE_MB, NO_RATES, type OfficialRates, readRates } from './check/official-rates.ts'
import { openReturn, RATES_FILE } from './open-return.ts'
import { readReturn, type ReadReturn } from './read-return.ts'
import type { ReturnError } from './return-errors.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import type { ReturnSchema } from './schema/return-schema.ts'
import type { ReturnYear } from './return-year.ts'

export interface LoadOptions {
  readonly schema: ReturnSchema
  readonly year: ReturnYear
  /** The day of the assessment. */
  readonly day: Day
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
  for (const path of paths) await holdReadable(path)
  const opened = await openReturn(paths)
  if (!opened.ok) throw new WrongInput(errorLines(opened.errors, opened.errors.length, options.language))
  const rates = await loadRates(paths, options.rates, options.schema)
  const progress = terminalProgress('Reading the return')
  const read = await readReturn(opened.input, {
    schema: options.schema,
    rates,
    year: options.year,
    day: options.day,
    progress: progress.report,
  })
  progress.finish()
  await writeAnnotated(read, options)
  if (!read.ok) {
    const lines = rates === NO_RATES ? withoutRates : errorLines
    throw new WrongInput(lines(read.errors, read.total, options.language))
  }
  return read
}

/** For who does not get them with what follows from the return. */
export function tellWarnings(warnings: readonly ReturnError[], language: Language): void {
  for (const line of foundLines(warnings, language)) complain(line)
}

/** A pipe or a device would be read for ever. */
async function holdReadable(path: string): Promise<void> {
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) throw new WrongInput([`There is no file '${path}'.`])
  if (!info.isFile() && !info.isDirectory()) throw new WrongInput([`'${path}' is neither a file nor a folder.`])
}

async function loadRates(
  paths: readonly string[],
  given: string | undefined,
  schema: ReturnSchema,
): Promise<OfficialRates> {
  const path = given ?? (await ratesBeside(paths[0] ?? ''))
  if (path === undefined) return NO_RATES
  const read = readRates(path, await readText(path, LARGEST_TABLE_MB), schema.rates)
  if (!read.ok) throw new WrongInput(read.problems.map(formatProblem))
  return read.rates
}

/** In the folder that is the return, or in the one that the return lies in. */
async function ratesBeside(path: string): Promise<string | undefined> {
  for (const folder of [path, dirname(path)]) {
    const rates = join(folder, RATES_FILE)
    if ((await stat(rates).catch(() => undefined)) !== undefined) return rates
  }
  return undefined
}

async function writeAnnotated(read: ReadReturn, { annotated, schema, language }: LoadOptions): Promise<void> {
  if (annotated === undefined) return
  const copy = await annotate(read, schema, language)
  if (copy === undefined) {
    const sentence = {
      en: 'The file could not be opened, so there is no annotated copy.',
      ur: 'فائل کھولی نہیں جا سکی، اس لیے نشان زدہ نقل نہیں بنی۔',
    }
    return complain(sentence[language])
  }
  // A file that is there already may be somebody's return.
  await writeFile(annotated, copy, { flag: 'wx' })
  const sentence = {
    en: `Wrote ${annotated}: the return with what was found marked in its cells.`,
    ur: `${annotated} لکھ دی گئی: گوشوارے کی نقل، جس کے خانوں میں ہر غلطی اور تنبیہ پر نشان ہے۔`,
  }
  complain(sentence[language])
}

/** Errors first: they are what stops the return. */
function errorLines(found: readonly ReturnError[], total: number, language: Language): readonly string[] {
  const errors = found.filter((one) => one.severity === 'error')
  const warnings = found.filter((one) => one.severity === 'warning')
  const sentence = {
    en: `The return has ${total} ${total === 1 ? 'error' : 'errors'}.`,
    ur: `گوشوارے میں ${total} ${total === 1 ? 'غلطی ہے' : 'غلطیاں ہیں'}۔`,
  }
  return [...foundLines(errors, language, total), ...foundLines(warnings, language), sentence[language]]
}

/** The first twenty, and how many there are besides. */
export function foundLines(found: readonly ReturnError[], language: Language, total = found.length): readonly string[] {
  const lines = found.slice(0, MOST_SHOWN).map((one) => errorLine(one, language))
  const more = total - lines.length
  const sentence = {
    en: `… and ${more} more; --annotate FILE.xlsx marks them in a copy of the return.`,
    ur: `… اور ${more} مزید؛ --annotate FILE.xlsx سے گوشوارے کی نقل میں ان پر نشان لگ جاتے ہیں۔`,
  }
  return more > 0 ? [...lines, sentence[language]] : lines
}

/** Without any table no foreign amount can be converted: that is said once, and not for every cell. */
function withoutRates(found: readonly ReturnError[], total: number, language: Language): readonly string[] {
  const amounts = found.filter((error) => error.code === 'no_rate').length
  if (amounts === 0) return errorLines(found, total, language)
  const others = found.filter((error) => error.code !== 'no_rate')
  const errors = others.filter((one) => one.severity === 'error')
  const lines = `${amounts}${total > amounts + errors.length ? '+' : ''}`
  const rest = errors.length === 0 ? foundLines(others, language) : errorLines(others, total - amounts, language)
  const sentence = {
    en: `No table of official rates is given, and amounts are in a foreign currency (lines: ${lines}). Name one with --rates FILE (its columns are date, currency, rate and source), or put it beside the return as rates.csv.`,
    ur: `سرکاری شرحِ مبادلہ کی فہرست نہیں دی گئی اور رقوم غیر ملکی کرنسی میں ہیں (سطریں: ${lines})۔ فہرست --rates FILE سے بتائیں (اس کے کالم date، currency، rate اور source ہیں) یا rates.csv کے نام سے گوشوارے کے ساتھ رکھیں۔`,
  }
  return [sentence[language], ...rest]
}

function errorLine(error: ReturnError, language: Language): string {
  const cell = error.row === undefined ? '' : `!${error.column ?? ''}${error.row}`
  const place = error.sheet === undefined ? '' : `${error.sheet}${cell}: `
  return `${place}${error.sentence[language]} [${error.code}]`
}
