/** The options that name a return and what is known beside it: those of `assess`, and of `compare` where it is given a return. */
import { type Day, formatDay, noSuchDay, parseDay } from '@maqami/engine/value/date.ts'
import { WrongUsage } from '../kernel/command.ts'
import { type Options, required, single, workbookOption } from '../kernel/options.ts'
import { type FactsFile, readFactsFile } from '../policy-releases/facts-file.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { loadReturn } from '../returns/load-return.ts'
import { returnSchemaOf } from '../returns/release-schema.ts'
import type { ReturnError } from '../returns/return-errors.ts'
import type { ReturnSubject } from '../returns/return-facts.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { type ReturnYear, yearOf } from '../returns/return-year.ts'

export interface ReturnGiven {
  readonly year: ReturnYear
  readonly day: Day
  readonly subjects: readonly ReturnSubject[]
  readonly further: FactsFile | undefined
  /** What was found in the return and does not stop it. */
  readonly warnings: readonly ReturnError[]
}

export async function readReturnGiven(options: Options, release: Release, language: Language): Promise<ReturnGiven> {
  const paths = options.values['return'] ?? []
  if (paths.length === 0) throw new WrongUsage('--return is missing')
  const year = yearOption(options, release)
  const day = dayOf(options, year)
  const facts = single(options, 'facts')
  const further = facts === undefined ? undefined : await readFactsFile(facts, language)
  const read = await loadReturn(paths, {
    schema: returnSchemaOf(release),
    year,
    day,
    language,
    rates: single(options, 'rates'),
    annotated: workbookOption(options, 'annotate'),
  })
  return { year, day, subjects: read.subjects, further, warnings: read.warnings }
}

function yearOption(options: Options, release: Release): ReturnYear {
  const label = required(options, 'year')
  const starts = release.engine.programme.heading.yearStarts
  const year = yearOf(label, starts)
  if (year !== undefined) return year
  throw new WrongUsage(
    `--year is a year of the programme such as ${starts === '01-01' ? '2026' : '2026-27'}, not '${label}'`,
  )
}

/** The last day of the year, unless another is asked for: an earlier one within the year, or any later one. */
function dayOf(options: Options, year: ReturnYear): Day {
  const given = single(options, 'as-of')
  const day = given === undefined ? year.last : parseDay(given)
  if (day === undefined)
    throw new WrongUsage(`--as-of is a day such as ${formatDay(year.last)}, not '${given}'${noSuchDay(given ?? '')}`)
  if (day < year.first)
    throw new WrongUsage(`--as-of lies before the year ${year.label}, which begins on ${formatDay(year.first)}`)
  return day
}
