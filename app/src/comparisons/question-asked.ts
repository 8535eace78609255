/** What the address of a page asks of a comparison, or the page that says why nothing can be compared. */
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { comparisonShelf } from './comparison-shelf.ts'
import type { Difference, Question } from './compare-routes.ts'
import type { QuestionUnfit } from './comparisons-problems.ts'
import { unfit } from './comparisons-problems.ts'
import { type FollowedRoute, followRoutes } from './follow-route.ts'
import type { OpenRoutes } from './open-routes.ts'
import { type ProtectedFound, protectProducts } from './protect-products.ts'
import { type ProtectionView, protectionView } from './protection-view.ts'
import { readDifference, readQuestion } from './read-question.ts'

export interface QuestionAsked {
  readonly routes: OpenRoutes
  readonly question: Question
  readonly difference: Difference
  /** None, where what was asked is unfit. */
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
  const read = readQuestion(routes, fields, context.get(comparisonShelf).today())
  const { question } = read
  const { difference, problems } = readDifference(routes, fields)
  const followed = followRoutes(routes, question.law, question.facts, question.day)
  const wrong = [...(read.ok ? [] : read.problems), ...problems, ...(followed.ok ? [] : followed.problems)]
  return {
    routes,
    question,
    difference,
    followed: followed.ok && wrong.length === 0 ? followed.routes : [],
    refused: wrong.length === 0 ? undefined : unfit(wrong),
  }
}

interface ProtectionAsked {
  readonly routes: OpenRoutes
  readonly question: Question
  /** None, where what was asked is unfit. */
  readonly products: readonly ProtectedFound[]
  readonly view: ProtectionView | undefined
  readonly refused: QuestionUnfit | undefined
}

/** The same of the protection of products. */
export async function protectionAsked(context: PageContext, name: string | undefined): Promise<ProtectionAsked> {
  const routes = await routesAsked(context, name)
  const { address, language } = context.get(pageCall)
  const fields = new URLSearchParams(address.split('?')[1] ?? '')
  const read = readQuestion(routes, fields, context.get(comparisonShelf).today())
  const { question } = read
  const found = protectProducts(routes, question)
  const wrong = [...(read.ok ? [] : read.problems), ...(found.ok ? [] : found.problems)]
  if (wrong.length > 0 || !found.ok) return { routes, question, products: [], view: undefined, refused: unfit(wrong) }
  const view = protectionView(routes, question, found.products, language)
  return { routes, question, products: found.products, view, refused: undefined }
}
