/** `compare`: what a draft changes in the law, and what it would change for one set of facts or for a firm's own return. */
import { compareFindings, compareLaw, type FindingChange, type LawChange } from '@maqami/engine/compare/compare.ts'
import { type Impact, impactOf } from '@maqami/engine/compare/impact.ts'
import { type Assessment, determine } from '@maqami/engine/determine/determine.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { type Command, print, WrongUsage } from '../kernel/command.ts'
import { choice, dayOption, type Options, positional, readOptions, required, single } from '../kernel/options.ts'
import { factsFrom, readFactsFile } from '../policy-releases/facts-file.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { loadRelease, type Release } from '../policy-releases/load-release.ts'
import { assessSubjects } from './assess-subjects.ts'
import { comparisonText, lawText } from './comparison-text.ts'
import { impactText } from './impact-text.ts'
import { tellWarnings } from '../returns/load-return.ts'
import { readReturnGiven } from './return-options.ts'

/** Without any of these, the comparison is with the programme's own worked cases. */
const SUBJECTS = ['facts', 'as-of', 'return', 'year', 'rates'] as const
const RETURN_ONLY = ['return', 'year', 'rates'] as const

/** One subject under both laws. */
export interface Compared {
  readonly subject: Readonly<Record<string, string>>
  readonly before: Assessment
  readonly after: Assessment
  readonly findings: readonly FindingChange[]
}

export const compareDraft: Command = {
  name: 'compare',
  usage:
    'DIR --draft NAME [--facts FILE] [--as-of DATE] [--return FILE…] [--year 2026-27] [--rates FILE] [--lang en|ur] [--format text|json]',
  summary:
    'Compare a programme with a draft: the law and what rests on it, or the findings on facts (--facts, --as-of) or on a return (--return, --year)',
  run: async (args) => {
    const options = readOptions(args, ['draft', 'facts', 'as-of', 'return', 'year', 'rates', 'lang', 'format'])
    const folder = positional(options, 'DIR')
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const base = await loadRelease(folder)
    const draft = single(options, 'draft') ?? undraftedIn(base)
    const proposed = await loadRelease(folder, draft)
    const law = compareLaw(base.engine.programme, proposed.engine.programme)
    const impact = SUBJECTS.some((name) => options.values[name] !== undefined)
      ? undefined
      : impactOf(base.engine, proposed.engine, law)
    const compared = impact === undefined ? await comparedUnder(options, base, proposed, language) : []
    if (format === 'json') print(JSON.stringify(comparisonJson(base, draft, law, compared, impact), undefined, 2))
    else {
      const parts =
        impact === undefined
          ? compared.map((one) => comparisonText(base, proposed, one, language))
          : [impactText(base, proposed, impact, language)]
      print([headingText(proposed, language), lawText(base, proposed, law, language), ...parts].join('\n\n'))
    }
    return 0
  },
}

function undraftedIn({ files }: Release): never {
  const known = draftsOf(files)
  const there = known.length === 0 ? 'the programme has none yet' : `the programme has ${known.join(', ')}`
  throw new WrongUsage(`--draft is missing: ${there}`)
}

async function comparedUnder(
  options: Options,
  base: Release,
  proposed: Release,
  language: Language,
): Promise<readonly Compared[]> {
  if (options.values['return'] === undefined) {
    const only = RETURN_ONLY.find((name) => options.values[name] !== undefined)
    if (only !== undefined) throw new WrongUsage(`--${only} goes with a return: --return is missing`)
    const day = dayOption(options, 'as-of')
    const file = await readFactsFile(required(options, 'facts'), language)
    const under = ({ engine }: Release): Assessment =>
      determine(engine, factsFrom(file, engine.programme.vocabulary), day)
    return [comparedOf({}, under(base), under(proposed))]
  }
  const given = await readReturnGiven(options, base, language)
  tellWarnings(given.warnings, language)
  const [before, after] = [base, proposed].map((release) => assessSubjects(release, given).subjects)
  return (before ?? []).flatMap((one, index) => {
    const other = after?.[index]
    return other === undefined ? [] : [comparedOf(one.subject, one.assessment, other.assessment)]
  })
}

function comparedOf(subject: Compared['subject'], before: Assessment, after: Assessment): Compared {
  return { subject, before, after, findings: compareFindings(before, after) }
}

function comparisonJson(
  base: Release,
  draft: string,
  law: readonly LawChange[],
  compared: readonly Compared[],
  impact: Impact | undefined,
): unknown {
  const subjects = compared.map(({ subject, findings }) => ({ subject, findings }))
  return {
    programme: base.engine.programme.heading.name,
    draft,
    // A draft binds nobody.
    rehearsal: true,
    law,
    ...(impact === undefined ? { subjects } : impactJson(impact)),
  }
}

function impactJson({ uses, worked, cases }: Impact): Readonly<Record<string, unknown>> {
  const changed = cases.map(({ example, after, findings }) => ({
    example: example.title,
    file: example.at.file,
    line: example.at.line,
    readable: after !== undefined,
    findings,
  }))
  return { uses, worked, cases: changed }
}
