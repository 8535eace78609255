/** `assess`: a return against a programme's law, with an explanation of every finding. */
import { writeFile } from 'node:fs/promises'
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { shown } from '@maqami/engine/check/run-examples.ts'
import { lawOf } from '@maqami/engine/load/programme.ts'
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { type Command, type ExitCode, print, WrongInput, WrongUsage } from '../kernel/command.ts'
import { choice, type Options, positional, readOptions, required, single } from '../kernel/options.ts'
import { loadRelease, readFactsFile, type Release } from '../policy-releases/load-release.ts'
import { loadReturn } from '../returns/load-return.ts'
import { returnSchemaOf } from '../returns/release-schema.ts'
import { type ReturnYear, yearOf } from '../returns/return-year.ts'
import { assess, type AssessedSubject } from './assess.ts'

export interface AssessedReturn {
  readonly release: Release
  readonly release_hash: string
  readonly year: ReturnYear
  readonly day: Day
  readonly subjects: readonly AssessedSubject[]
}

export const assessReturn: Command = {
  name: 'assess',
  usage: 'DIR --return FILE… --year 2026-27 [--rates FILE] [--facts FILE] [--as-of DATE] [--draft NAME] [--lang en|ur] [--format text|html|json] [--out FILE] [--annotate OUT.xlsx]',
  summary: 'Assess a return: a workbook, or a CSV file for each of its sheets',
  run: async (args) => {
    const options = readOptions(args, ['return', 'year', 'rates', 'facts', 'as-of', 'draft', 'lang', 'format', 'out', 'annotate'])
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'html', 'json'])
    const assessed = await assessPaths(options)
    return await deliver(render(assessed, format, language), single(options, 'out'))
  },
}
