/** One licence: its state today, how long it lasts, what is left of it, and why. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Cause } from '../pages/cause.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { firmFacts } from '../pages/firm-column.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { DrawList } from './draw-list.tsx'
import { type LicenceOrder, remaining, shareOf } from './licence.ts'
import { givenIn } from './given-facts.ts'
import { InsteadSection } from './instead-section.tsx'
import { LicenceTag } from './licence-tag.tsx'
import type { LicenceView } from './licence-view.ts'
import { licenceWordsOf } from './licence-words.ts'
import { QuotaBar } from './quota-bar.tsx'
import { showLicence } from './show-licences.ts'

export const handle = { see: 'see_licence' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showLicence(context, params['number'] ?? '', givenIn(request))
}

export default function LicencePage() {
  const { licence, firm, programme, instead, typed, draws, rehearsal } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = licenceWordsOf(language)
  const { number, kind, status, valid_from, valid_until, orders } = licence
  const [from, until] = [dayText(valid_from, language), dayText(valid_until, language)]
  const lapsed = orders.find((order) => order.kind === 'lapse')
  const ended = lapsed === undefined ? until : dayText(lapsed.effective_on, language)
  return (
    <Page title={`${words.kinds[kind]} ${number}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={`${words.kinds[kind]} ${number}`}
        within={{ href: '/licences', title: words.title }}
        facts={[
          ...firmFacts(firm, language),
          { name: words.state, value: <LicenceTag status={status} /> },
          { name: words.validity, value: words.fromTo(from, until) },
          { name: words.programme, value: <a href={`/programmes/${programme}`}>{licence.programme}</a> },
        ]}
      />
      <p className="lead">
        {words.meaning[status](status === 'not_yet_valid' ? from : status === 'expired' ? ended : until)}
      </p>
      {instead === null ? undefined : (
        <InsteadSection instead={instead} ask={{ page: `/licences/${number}`, question: {}, typed }} />
      )}
      <h2>{words.quota}</h2>
      {licence.percent === null ? undefined : <p className="prose">{words.restricted(licence.percent)}</p>}
      <Quota licence={licence} />
      {kind !== 'manufacturing_authorisation' ? <Scope licence={licence} /> : undefined}
      {draws.length === 0 ? undefined : <DrawList draws={draws} />}
      <h2>{words.orders}</h2>
      <Timeline entries={orders.map(useEntry())} />
      <HistoryLink thing="licences" id={licence.number} />
    </Page>
  )
}

function Scope({ licence: { scope, percent } }: { readonly licence: LicenceView }) {
  const { language } = useShell()
  const words = licenceWordsOf(language)
  const units = (count: number | undefined) => (count === undefined ? words.noQuota : displayCount(count, language))
  return (
    <>
      <h2 id="scope">{words.scope}</h2>
      {scope.length === 0 ? (
        <p>{words.allGoods}</p>
      ) : (
        <DataTable
          titledBy="scope"
          rows={scope}
          columns={[
            { title: words.hsLine, of: ({ hs_prefix }) => <bdi dir="ltr">{hsText(hs_prefix)}</bdi> },
            { title: words.lineFrom, of: ({ valid_from }) => dayText(valid_from, language) },
            { title: words.until, of: ({ valid_until }) => dayText(valid_until, language) },
            { title: words.quota, isAmount: true, of: ({ quota }) => units(quota ?? undefined) },
            { title: words.left, isAmount: true, of: (line) => units(remaining(line, percent)) },
          ]}
        />
      )}
    </>
  )
}

/** `8714`, and `8714.9100`, as the tariff prints them. */
function hsText(prefix: string): string {
  return prefix.replace(/^(\d{4})(?=\d)/, '$1.')
}

function Quota({ licence: { quota, drawn, left, percent } }: { readonly licence: LicenceView }) {
  const { language } = useShell()
  const words = licenceWordsOf(language)
  if (quota === null || left === null) return <p>{words.noQuota}</p>
  const most = shareOf(quota, percent)
  return (
    <>
      <p>{words.quotaSentence(displayCount(left, language), displayCount(most, language))}</p>
      <QuotaBar drawn={drawn} quota={most} />
      <p className="quiet">{words.drawn(displayCount(drawn, language))}</p>
    </>
  )
}

/** An order that rests on a determination has as its reason what gave it: that determination, an appeal or an authority. */
function useEntry(): (order: LicenceOrder) => TimelineEntry {
  const { language } = useShell()
  const words = licenceWordsOf(language)
  return ({ kind, effective_on, percent, reason, determination_id }) => ({
    when: dayText(effective_on, language),
    day: effective_on,
    what: [
      percent === null ? words.orderKinds[kind] : words.restrictedTo(percent),
      determination_id === null ? <Said by={words.reason} text={reason} /> : <Cause text={reason} />,
    ],
  })
}
