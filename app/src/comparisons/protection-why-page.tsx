/** The protection of one product down to its clauses: the formula of the method, and each tariff as its own law explains it. */
import { findingOf } from '@maqami/engine/determine/determine.ts'
import { explain } from '@maqami/engine/explain/explain.ts'
import { explanationHtml } from '@maqami/engine/explain/html.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { WhyView } from '../pages/why-view.tsx'
import { productIn } from './protection-view.ts'
import { protectionWordsOf } from './protection-words.ts'
import { protectionAsked } from './question-asked.ts'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { language, address } = context.get(pageCall)
  const { comparison = '', product: name = '' } = params
  const { routes, products, refused } = await protectionAsked(context, comparison)
  if (refused !== undefined) settled(context, { refused })
  const found = products.find(({ product }) => product.name === name)
  if (found === undefined) throw settled(context, { refused: { code: 'route_unknown', path: address } })
  const { assessment, tariff, inputTariff } = found
  const { rate } = routes.comparison.protection
  const { programme } = routes.engine
  const voice = voiceOf(language, namesOf(programme))
  const words = protectionWordsOf(language)
  const product = productIn(voice, name)
  const parts = [
    { title: undefined, assessment, finding: findingOf(assessment, rate) },
    { title: words.tariffOf(product), ...tariff.from },
    { title: words.inputTariffOf(product), ...inputTariff.from },
  ].flatMap(({ title, assessment: own, finding }) => {
    const explanation = own && finding && explain(own, finding.provision.name)
    if (own === undefined || explanation === undefined) return []
    const names = namesOf(own.engine.programme)
    return [
      { title, html: explanationHtml(explanation, { language, names, headingLevel: title === undefined ? 2 : 3 }) },
    ]
  })
  return {
    title: `${words.rate}: ${product}`,
    rehearsal: rehearsalIn(voice, programme),
    parts,
    back: `/compare/${comparison}/protection${address.includes('?') ? `?${address.split('?')[1]}` : ''}`,
  }
}

export default function ProtectionWhyPage() {
  const { title, rehearsal, parts, back } = useLoaderData<typeof loader>()
  const words = protectionWordsOf(useShell().language)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <p>
        <a href={back}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      {parts.map((part, index) => (
        <section key={index}>
          {part.title === undefined ? undefined : <h2>{part.title}</h2>}
          <WhyView html={part.html} />
        </section>
      ))}
    </Page>
  )
}
