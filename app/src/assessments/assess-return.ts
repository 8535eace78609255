/** `assess`: a return against a programme's law, with an explanation of every finding. */
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { wrapped } from '@maqami/engine/explain/layout.ts'
import { assessmentText } from '@maqami/engine/explain/text.ts'
import type { Command } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { jsonPieces } from '../kernel/json-pieces.ts'
import { choice, type Options, positional, readOptions, single } from '../kernel/options.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { foundLines, tellWarnings } from '../returns/load-return.ts'
import { type AssessedReturn, assessSubjects } from './assess-subjects.ts'
import { assessmentJson } from './assessment-json.ts'
import { assessmentWordsOf } from './assessment-words.ts'
import { originsOf } from './line-origins.ts'
import { tellRefusals } from './refused-findings.ts'
import { renderAssessment } from './render-assessment.ts'
import { readReturnGiven } from './return-options.ts'

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
    const out = single(options, 'out')
    if (format !== 'text' || out !== undefined) tellWarnings(assessed.warnings, language)
    await deliver(await render(assessed, format, language), out)
    return tellRefusals(
      assessed.release.engine.programme,
      assessed.subjects.map((one) => one.explanation),
      language,
    )
  },
}

async function assessOptions(options: Options, language: Language): Promise<AssessedReturn> {
  const release = await loadRelease(positional(options, 'DIR'), single(options, 'draft'))
  return assessSubjects(release, await readReturnGiven(options, release, language))
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
      return [
        ...assessed.subjects.map(
          (one) =>
            `${assessmentText(one.assessment, { language, originsOf: originsOf(one.origins, language), unreported: one.unreported, subject: one.subject, year: assessed.year.label, width: textWidth() })}\n`,
        ),
        ...warningsText(assessed, language),
      ].join(`\n${'═'.repeat(textWidth())}\n\n`)
  }
}

function warningsText({ warnings }: AssessedReturn, language: Language): readonly string[] {
  if (warnings.length === 0) return []
  const lines = foundLines(warnings, language).flatMap((line) => wrapped(withoutControls(line), textWidth(), 2, 2))
  return [`${[assessmentWordsOf(language).warnings, ...lines].join('\n')}\n`]
}

function textWidth(): number {
  return Math.min(120, Math.max(60, process.stdout.columns ?? 100))
}
