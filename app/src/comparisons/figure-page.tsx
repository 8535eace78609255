/** One figure of a comparison down to its clauses: the formula of the method, or the charge as its own law explains it. */
import { explain } from '@maqami/engine/explain/explain.ts'
import { explanationHtml } from '@maqami/engine/explain/html.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { WhyView } from '../pages/why-view.tsx'
import { comparePageWordsOf } from './compare-page-words.ts'
import { questionAsked } from './question-asked.ts'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address } = context.get(pageCall)
  const { comparison = '', route = '', finding = '' } = params
  const { routes, followed, refused } = await questionAsked(context, comparison)
  if (refused !== undefined) settled(context, { refused })
  const one = followed.find((candidate) => candidate.route === route)
  const charge = one?.charges.find(({ name }) => name === finding)?.from?.assessment
  const assessment = charge ?? one?.assessment
  const explanation = assessment === undefined ? undefined : explain(assessment, finding)
  if (assessment === undefined || explanation === undefined)
    throw settled(context, { refused: { code: 'route_unknown', path: address } })
  const { programme } = assessment.engine
  const names = namesOf(programme)
  const own = voiceOf(language, namesOf(routes.engine.programme))
  return {
    title: comparePageWordsOf(language).why(
      nameOf(voiceOf(language, names), finding),
      nameOf(own, route, own.names.members.get(`route.${route}`)),
    ),
    rehearsal: rehearsalIn(voiceOf(language, names), programme),
    html: explanationHtml(explanation, { language, names, headingLevel: 2 }),
    back: `/compare/${comparison}${address.includes('?') ? `?${address.split('?')[1]}` : ''}`,
  }
}

export default function FigurePage() {
  const { title, rehearsal, html, back } = useLoaderData<typeof loader>()
  const words = comparePageWordsOf(useShell().language)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <p>
        <a href={back}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <WhyView html={html} />
    </Page>
  )
}
