/** What the address of a page asks of a comparison, or the page that says why nothing can be compared. */
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { comparisonShelf } from './comparison-shelf.ts'
import type { Question } from './compare-routes.ts'
import { unchanged } from './comparison.ts'
import type { QuestionUnfit } from './comparisons-problems.ts'
import { unfit } from './comparisons-problems.ts'
import { type FollowedRoute, followRoutes } from './follow-route.ts'
import type { OpenRoutes } from './open-routes.ts'
import { readQuestion } from './read-question.ts'

export interface QuestionAsked {
  readonly routes: OpenRoutes
  /** The one that nobody has changed, where what was asked is unfit. */
  readonly question: Question
  readonly followed: readonly FollowedRoute[]
  readonly refused: QuestionUnfit | undefined
}

async function routesAsked(context: PageContext, name: string | undefined): Promise<OpenRoutes> {
  const routes = await context.get(comparisonShelf).find(name)
  return settled(context, routes === undefined ? { refused: { code: 'comparison_unknown' } } : { done: routes })
}

export async function questionAsked(context: PageContext, name: string | undefined): Promise<QuestionAsked> {
  const routes = await routesAsked(context, name)
  const { address } = context.get(pageCall)
  const fields = new URLSearchParams(address.split('?')[1] ?? '')
  const today = context.get(comparisonShelf).today()
  const read = readQuestion(routes, fields, today)
  const unasked = readQuestion(routes, new URLSearchParams(), today)
  if (!unasked.ok) throw new Error(`${unasked.problems[0]?.sentence} (a comparison that nobody has asked anything of)`)
  const question = read.ok ? read.question : { ...unasked.question, facts: unchanged(routes.comparison) }
  const followed = followRoutes(routes, question.law, question.facts, question.day)
  const refused = read.ok ? (followed.ok ? undefined : unfit(followed.problems)) : unfit(read.problems)
  return { routes, question, followed: followed.ok && refused === undefined ? followed.routes : [], refused }
}
