/** What a call of the command line asks of a comparison: the law, the day and the facts, over what is assumed. */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { WrongInput, WrongUsage } from '../kernel/command.ts'
import { choice, dayOption, type Options, positional, single } from '../kernel/options.ts'
import { factLine, readFactsFile } from '../policy-releases/facts-file.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import type { Question } from './compare-routes.ts'
import { type Law, unchanged, type Written } from './comparison.ts'
import { withNamedCells } from './name-lines.ts'
import { type OpenRoutes, openRoutes } from './open-routes.ts'

export const QUESTION_OPTIONS = ['as-of', 'law', 'fact', 'facts']
export const QUESTION_USAGE = 'DIR --as-of DATE [--law NAME] [--fact NAME=VALUE…] [--facts FILE]'

export async function questionTold(
  options: Options,
  language: Language,
): Promise<{ readonly routes: OpenRoutes; readonly question: Question }> {
  const routes = await openRoutes(
    await loadRelease(positional(options, 'DIR')),
    async ({ programme, draft }) => await loadRelease(programme, draft),
  )
  const given = await factsGiven(options, language)
  const named = withNamedCells(routes.engine.programme.vocabulary, unchanged(routes.comparison), given)
  if (!named.ok) throw unfitFacts(named.problems, language)
  return { routes, question: { law: lawOf(options, routes), facts: named.facts, day: dayOption(options, 'as-of') } }
}

/** Stops the command, with a line for each fact that is wrong. */
export function unfitFacts(problems: readonly FactProblem[], language: Language): WrongInput {
  return new WrongInput(
    problems.map((one) => factLine(language === 'ur' ? { ...one, sentence: one.ur } : one, undefined)),
  )
}

function lawOf(options: Options, { comparison: { laws } }: OpenRoutes): Law {
  return laws.find(
    ({ name }) =>
      name ===
      choice(
        options,
        'law',
        laws.map((one) => one.name),
      ),
  ) as Law
}

async function factsGiven(options: Options, language: Language): Promise<Written> {
  const file = single(options, 'facts')
  const written = file === undefined ? {} : ((await readFactsFile(file, language)).facts as Written)
  const named = (options.values['fact'] ?? []).map((given): readonly [string, string] => {
    const [, name, value] = /^([\w.]+)=(.+)$/.exec(given) ?? []
    if (name === undefined || value === undefined)
      throw new WrongUsage(`--fact is such as --fact 'cf_value=USD 350', not '${given}'`)
    return [name, value]
  })
  return { ...written, ...Object.fromEntries(named) }
}
