/** `compare`: what a draft changes in the law, and what it would change for one set of facts. */
import { compareFindings, compareLaw, type FindingChange, type LawChange } from '@maqami/engine/compare/compare.ts'
import { type Assessment, determine } from '@maqami/engine/determine/determine.ts'
import { type Facts, readFacts } from '@maqami/engine/determine/facts.ts'
import { type Command, print, WrongInput } from '../kernel/command.ts'
import { choice, dayOption, positional, readOptions, required } from '../kernel/options.ts'
import { table } from '../kernel/table.ts'
import { headingText } from './heading-text.ts'
import { loadRelease, readFactsFile, type Release } from './load-release.ts'

export const compareDraft: Command = {
  name: 'compare',
  usage: 'DIR --draft NAME --facts FILE --as-of DATE [--format text|json]',
  summary: 'Compare a programme with a draft: the law, and the findings on one set of facts',
  run: async (args) => {
    const options = readOptions(args, ['draft', 'facts', 'as-of', 'format'])
    const folder = positional(options, 0, 'DIR')
    const draft = required(options, 'draft')
    const day = dayOption(options, 'as-of')
    const format = choice(options, 'format', ['text', 'json'])
    const input = await readFactsFile(required(options, 'facts'))
    const [base, proposed] = [await loadRelease(folder), await loadRelease(folder, draft)]
    const assessed = (release: Release): Assessment => determine(release.engine, factsFor(release, input), day)
    const findings = compareFindings(assessed(base), assessed(proposed))
    const law = compareLaw(base.engine.programme, proposed.engine.programme)
    if (format === 'json')
      print(JSON.stringify({ programme: base.engine.programme.heading.name, draft, law, findings }, undefined, 2))
    else print(`${headingText(proposed, 'en')}\n\n${comparisonText(law, findings, draft)}`)
    return 0
  },
}

function factsFor(release: Release, input: unknown): Facts {
  const read = readFacts(release.engine.programme.vocabulary, input)
  if (!read.ok) throw new WrongInput(read.problems.map((problem) => `${problem.path}: ${problem.sentence}`))
  return read.facts
}

function comparisonText(law: readonly LawChange[], findings: readonly FindingChange[], draft: string): string {
  const changed = findings.filter((finding) => finding.changed)
  const same = findings.filter((finding) => !finding.changed)
  return [
    `The law: the draft ${draft} changes ${law.length} ${law.length === 1 ? 'entry' : 'entries'}.`,
    ...table(law.map(({ change, kind, name }) => [`  ${change}`, kind, name])),
    '',
    `These facts: ${changed.length} of ${findings.length} findings change.`,
    ...table(
      changed.map(({ name, before, after, difference }) => [
        `  ${name}`,
        `${before ?? 'no such finding'} → ${after ?? 'no such finding'}${difference === undefined ? '' : `  (${difference})`}`,
      ]),
    ),
    '',
    'The same under both:',
    ...table(same.map(({ name, after }) => [`  ${name}`, after ?? ''])),
  ].join('\n')
}
