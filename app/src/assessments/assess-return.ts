/** `assess`: a return against a programme's law, with an explanation of every finding. */
import { assessmentText } from '@maqami/engine/explain/text.ts'
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { type Command, WrongInput, WrongUsage } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { jsonPieces } from '../kernel/json-pieces.ts'
import { choice, type Options, positional, readOptions, required, single } from '../kernel/options.ts'
import { isMapping, loadRelease, readFactsFile, type Release } from '../policy-releases/load-release.ts'
import { loadReturn } from '../returns/load-return.ts'
import { returnSchemaOf } from '../returns/release-schema.ts'
import type { Language } from '../returns/return-schema.ts'
import { type ReturnYear, yearOf } from '../returns/return-year.ts'
import { type AssessedReturn, assessSubjects } from './assess-subjects.ts'
import { assessmentJson } from './assessment-json.ts'
import { originsOf } from './line-origins.ts'
import { renderAssessment } from './render-assessment.ts'

const FORMATS = ['text', 'html', 'json'] as const

export const assessReturn: Command = {
  name: 'assess',
  usage:
    'DIR --return FILE… --year 2026-27 [--rates FILE] [--facts FILE] [--as-of DATE] [--draft NAME] [--lang en|ur] [--format text|html|json] [--out FILE] [--annotate OUT.xlsx]',
  summary: 'Assess a return (a workbook, or a CSV file for each of its sheets) and explain every finding',
  run: async (args) => {
    const options = readOptions(args, [
      'return',
      'year',
      'rates',
      'facts',
      'as-of',
      'draft',
      'lang',
      'format',
      'out',
      'annotate',
    ])
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', FORMATS)
    const assessed = await assessOptions(options, language)
    await deliver(await render(assessed, format, language), single(options, 'out'))
    return 0
  },
}

async function assessOptions(options: Options, language: Language): Promise<AssessedReturn> {
  const release = await loadRelease(positional(options, 0, 'DIR'), single(options, 'draft'))
  const paths = [...(options.values['return'] ?? []), ...options.rest.slice(1)]
  if (paths.length === 0) throw new WrongUsage('--return is missing')
  const year = yearOption(options, release)
  const read = await loadReturn(paths, {
    schema: returnSchemaOf(release),
    year,
    language,
    rates: single(options, 'rates'),
    annotated: single(options, 'annotate'),
  })
  const facts = single(options, 'facts')
  const further = facts === undefined ? {} : await readFactsFile(facts)
  if (!isMapping(further)) throw new WrongInput([`'${facts ?? ''}' holds facts as a mapping of names to values.`])
  return assessSubjects(release, year, dayOf(options, year), read.subjects, further)
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
  if (day === undefined) throw new WrongUsage(`--as-of is a day such as ${formatDay(year.last)}, not '${given}'`)
  if (day < year.first)
    throw new WrongUsage(`--as-of lies before the year ${year.label}, which begins on ${formatDay(year.first)}`)
  return day
}

async function render(
  assessed: AssessedReturn,
  format: (typeof FORMATS)[number],
  language: Language,
): Promise<string | Iterable<string>> {
  switch (format) {
    case 'json':
      return jsonPieces(await assessmentJson(assessed))
    case 'html':
      return renderAssessment(assessed, language)
    case 'text':
      return assessed.subjects
        .map(
          (one) =>
            `${assessmentText(one.assessment, { language, originsOf: originsOf(one.origins), unreported: one.unreported, subject: one.subject, year: assessed.year.label, width: textWidth() })}\n`,
        )
        .join(`\n${'═'.repeat(textWidth())}\n\n`)
  }
}

function textWidth(): number {
  return Math.min(120, Math.max(60, process.stdout.columns ?? 100))
}
