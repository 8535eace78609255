/** `policy explain`: what a programme says about facts that somebody writes down, and why. */
import { type Assessment, determine } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { explain, explainAll } from '@maqami/engine/explain/explain.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import { assessmentText, explanationText } from '@maqami/engine/explain/text.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { type Command, WrongInput } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, dayOption, positional, readOptions, required, single } from '../kernel/options.ts'
import { loadRelease, readFactsFile } from './load-release.ts'

export const explainPolicy: Command = {
  name: 'policy explain',
  usage: 'DIR --facts FILE --as-of DATE [--finding NAME] [--draft NAME] [--lang en|ur] [--format text|html|json] [--out FILE]',
  summary: 'Say what follows from facts on a day, and why',
  run: async (args) => {
    const options = readOptions(args, ['facts', 'as-of', 'finding', 'draft', 'lang', 'format', 'out'])
    const folder = positional(options, 0, 'DIR')
    const day = dayOption(options, 'as-of')
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'html', 'json'])
    const { engine } = await loadRelease(folder, single(options, 'draft'))
    const read = readFacts(engine.programme.vocabulary, await readFactsFile(required(options, 'facts')))
    if (!read.ok) throw new WrongInput(read.problems.map((problem) => `${problem.path}: ${problem.sentence}`))
    const assessment = determine(engine, read.facts, day)
    await deliver(rendered(assessment, single(options, 'finding'), format, language), single(options, 'out'))
    return 0
  },
}

function rendered(assessment: Assessment, name: string | undefined, format: 'text' | 'html' | 'json', language: 'en' | 'ur'): string {
  if (name === undefined) {
    return format === 'json' ? JSON.stringify(explainAll(assessment), undefined, 2) : assessmentText(assessment, { language })
  }
  const explanation = explain(assessment, name)
  if (explanation === undefined) {
    const known = assessment.findings.map((finding) => finding.provision.name)
    throw new WrongInput([`There is no finding '${name}'.${didYouMean(name, known)} Findings: ${known.join(', ')}.`])
  }
  if (format === 'json') return JSON.stringify(explanation, undefined, 2)
  return explanationText(explanation, { language, names: namesOf(assessment.engine.programme) })
}
