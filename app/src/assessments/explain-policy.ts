/** `policy explain`: what a programme says about facts that somebody writes down, and why. */
import { type Assessment, determine } from '@maqami/engine/determine/determine.ts'
import { plainFacts } from '@maqami/engine/determine/facts.ts'
import { explain, explainAll } from '@maqami/engine/explain/explain.ts'
import type { Applied, Explanation } from '@maqami/engine/explain/explanation.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { assessmentText, explanationText } from '@maqami/engine/explain/text.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { type Command, WrongInput } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { jsonPieces } from '../kernel/json-pieces.ts'
import { choice, dayOption, positional, readOptions, required, single } from '../kernel/options.ts'
import { factsFrom, readFactsFile } from '../policy-releases/facts-file.ts'
import { loadRelease, type Release } from '../policy-releases/load-release.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { assessmentDocument } from './assessment-document.ts'
import { factsHash } from './assess-subjects.ts'
import { tellRefusals } from './refused-findings.ts'

export const explainPolicy: Command = {
  name: 'policy explain',
  usage:
    'DIR --facts FILE --as-of DATE [--period-end DATE] [--finding NAME] [--draft NAME] [--lang en|ur] [--format text|html|json] [--out FILE]',
  summary: 'Say what follows from facts on a day, and why',
  run: async (args) => {
    const options = readOptions(args, ['facts', 'as-of', 'period-end', 'finding', 'draft', 'lang', 'format', 'out'])
    const folder = positional(options, 'DIR')
    const day = dayOption(options, 'as-of')
    const periodEnd = single(options, 'period-end') === undefined ? undefined : dayOption(options, 'period-end')
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'html', 'json'])
    const release = await loadRelease(folder, single(options, 'draft'))
    const facts = factsFrom(
      await readFactsFile(required(options, 'facts'), language),
      release.engine.programme.vocabulary,
    )
    const assessment = determine(release.engine, facts, day, { periodEnd })
    const applied = appliedOf(assessment, single(options, 'finding'))
    await deliver(await rendered(release, assessment, applied, format, language), single(options, 'out'))
    return tellRefusals(release.engine.programme, [applied], language)
  },
}

/** The whole assessment, or the one finding that was asked for. */
function appliedOf(assessment: Assessment, name: string | undefined): Applied | Explanation {
  if (name === undefined) return explainAll(assessment)
  const explanation = explain(assessment, name)
  if (explanation !== undefined) return explanation
  const known = assessment.findings.map((finding) => finding.provision.name)
  throw new WrongInput([`There is no finding '${name}'.${didYouMean(name, known)} Findings: ${known.join(', ')}.`])
}

async function rendered(
  release: Release,
  assessment: Assessment,
  applied: Applied | Explanation,
  format: 'text' | 'html' | 'json',
  language: Language,
): Promise<string | Iterable<string>> {
  const { programme } = release.engine
  switch (format) {
    case 'json':
      return jsonPieces({
        programme: programme.heading.name,
        draft: programme.draft?.name ?? null,
        rehearsal: isRehearsal(programme),
        release_hash: release.hash,
        engine_version: ENGINE_VERSION,
        facts_hash: await factsHash(assessment),
        facts: plainFacts(programme.vocabulary, assessment.run.facts),
        ...applied,
      })
    case 'text':
      return 'finding' in applied
        ? `${headingText(release, language)}\n\n${explanationText(applied, { language, names: namesOf(programme) })}`
        : assessmentText(assessment, { language })
    case 'html':
      return assessmentDocument({
        programme,
        language,
        assessments: [
          {
            subject: {},
            explanation: applied,
            facts_hash: await factsHash(assessment),
          },
        ],
        generatedBy: {
          release_hash: release.hash,
          engine_version: ENGINE_VERSION,
        },
      })
  }
}
