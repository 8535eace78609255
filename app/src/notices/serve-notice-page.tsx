/** A case officer sees what serving notice does, and serves it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { failureAsked } from './notice-forms-view.ts'
import { noticeFormsWordsOf } from './notice-forms-words.ts'
import { serveNotice } from './serve-notice.ts'

export const handle = { see: 'serve_notice', act: 'serve_notice' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const failure = await failureAsked(context, params['number'] ?? '')
  return { failure, mayRecord: context.get(pageCall).may('record_cure') }
}

export async function action({ context, params }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const { actor } = context.get(pageCall)
  const served = await serveNotice(context.get(recorderContext), context.get(shelfContext), actor, number)
  return 'refused' in served
    ? sentBack(context, served.refused, {})
    : seeOther(`/determinations/${number}/notice`, 'served')
}

export default function ServeNoticePage() {
  const { failure, mayRecord } = useLoaderData<typeof loader>()
  const words = noticeFormsWordsOf(useShell().language)
  const { number, firm, title, rehearsal, year, failures, today, cureEndsOn, served } = failure
  const problem = useSentBack()?.problem
  return (
    <Page title={`${words.serveTitle(number)} · ${firm}`} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={words.serveTitle(number)}
        within={{ href: `/determinations/${number}/decide`, title: words.toDetermination(number) }}
        facts={[
          {
            name: words.state,
            value:
              served === undefined ? (
                <StateTag look="open">{words.notServed}</StateTag>
              ) : (
                <StateTag look="good">{words.served}</StateTag>
              ),
          },
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: title },
          { name: words.year, value: <bdi>{year}</bdi> },
          ...(served === undefined ? [] : [{ name: words.servedOn, value: served.on }]),
          { name: words.cureEndsOn, value: cureEndsOn },
        ]}
      />
      <h2>{words.failures}</h2>
      <ul>
        {failures.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {served === undefined ? (
        <form className="act" method="post" action={`/determinations/${number}/notice`}>
          <ErrorSummary problem={problem} />
          <Consequence>
            <p>{words.willServe(firm, today)}</p>
            <p>{words.willRun(cureEndsOn)}</p>
            <p>{words.willFollow(cureEndsOn)}</p>
            <p>{words.notUndone}</p>
          </Consequence>
          <Button>{words.serve}</Button>
        </form>
      ) : (
        <>
          <EmptyState>{words.alreadyServed}</EmptyState>
          {mayRecord ? (
            <p>
              <a href={`/notices/${served.id}/cure`}>{words.recordCure}</a>
            </p>
          ) : undefined}
        </>
      )}
    </Page>
  )
}
