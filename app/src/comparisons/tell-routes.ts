/** `routes`: what a set costs by each way in which it can come to be sold, under a stated law. */
import { explain } from '@maqami/engine/explain/explain.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { explanationText } from '@maqami/engine/explain/text.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { type Command, WrongInput } from '../kernel/command.ts'
import { deliver } from '../kernel/deliver.ts'
import { choice, type Options, readOptions, single } from '../kernel/options.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { type Difference, type Question, whatMoves } from './compare-routes.ts'
import { comparisonJson, movedJson } from './comparison-json.ts'
import { comparisonText } from './comparison-text.ts'
import { movedView } from './moved-view.ts'
import { type FollowedRoute, followRoutes } from './follow-route.ts'
import type { OpenRoutes } from './open-routes.ts'
import { QUESTION_OPTIONS, QUESTION_USAGE, questionTold, unfitFacts } from './question-told.ts'

export const tellRoutes: Command = {
  name: 'routes',
  usage: `${QUESTION_USAGE} [--moved FINDING] [--route NAME] [--than NAME] [--explain FINDING] [--lang en|ur] [--format text|json] [--out FILE]`,
  summary:
    'Compare what a set costs by each route, imported complete or assembled here, and say what each figure hangs on',
  run: async (args) => {
    const options = readOptions(args, [
      ...QUESTION_OPTIONS,
      'moved',
      'route',
      'than',
      'explain',
      'lang',
      'format',
      'out',
    ])
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = choice(options, 'format', ['text', 'json'])
    const { routes, question } = await questionTold(options, language)
    const followed = followedOr(routes, question, language)
    const difference = differenceOf(options, routes)
    const found = comparisonJson(routes, question, followed)
    const explained = single(options, 'explain')
    const text =
      explained === undefined
        ? format === 'json'
          ? JSON.stringify(
              { ...found, ...(difference && movedJson(routes, whatMoves(routes, question, difference))) },
              undefined,
              2,
            )
          : comparisonText(
              routes,
              question,
              found,
              difference && movedView(routes, question, difference, language),
              language,
            )
        : explainedIn(routes, followed, explained, routeOf(options, 'route', routes), language)
    await deliver(
      format === 'json' && explained === undefined ? text : `${headingText(routes.release, language)}\n\n${text}`,
      single(options, 'out'),
    )
    return 0
  },
}

function routeOf(options: Options, option: string, { comparison }: OpenRoutes): string {
  return choice(options, option, comparison.routes)
}

function differenceOf(options: Options, routes: OpenRoutes): Difference | undefined {
  const finding = single(options, 'moved')
  if (finding === undefined) return undefined
  const known = routes.engine.findings.filter(({ type }) => type.kind === 'number').map(({ name }) => name)
  if (!known.includes(finding))
    throw new WrongInput([`There is no finding '${finding}' that is a number.${didYouMean(finding, known)}`])
  const [first = '', second = ''] = routes.comparison.routes
  const route = single(options, 'route') === undefined ? second : routeOf(options, 'route', routes)
  return { finding, route, than: single(options, 'than') === undefined ? first : routeOf(options, 'than', routes) }
}

function followedOr(routes: OpenRoutes, question: Question, language: Language): readonly FollowedRoute[] {
  const followed = followRoutes(routes, question.law, question.facts, question.day)
  if (!followed.ok) throw unfitFacts(followed.problems, language)
  return followed.routes
}

/** The figure of the comparison, and the charges that go into it as their own law explains them. */
function explainedIn(
  routes: OpenRoutes,
  followed: readonly FollowedRoute[],
  name: string,
  route: string,
  language: Language,
): string {
  const one = followed.find((candidate) => candidate.route === route)
  const explanation = one === undefined ? undefined : explain(one.assessment, name)
  if (one !== undefined && explanation !== undefined)
    return explanationText(explanation, { language, names: namesOf(routes.engine.programme) })
  const charge = one?.charges.find((candidate) => candidate.name === name)
  const asked = charge?.from === undefined ? undefined : explain(charge.from.assessment, name)
  if (charge?.from !== undefined && asked !== undefined)
    return explanationText(asked, { language, names: namesOf(charge.from.assessment.engine.programme) })
  const known = [
    ...routes.engine.findings.map((finding) => finding.name),
    ...(one?.charges ?? []).map((other) => other.name),
  ]
  throw new WrongInput([`There is no finding or charge '${name}'.${didYouMean(name, known)}`])
}
