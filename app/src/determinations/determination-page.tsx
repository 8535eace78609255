/** One determination: what was found, by which clause, with what effect, and why. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { FirmLink } from '../pages/firm-column.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { DeterminationTag } from './determination-tag.tsx'
import { determinationWordsOf } from './determination-words.ts'
import { FindingList } from './finding-list.tsx'
import { recommendationWordsOf } from './recommendations/recommendation-words.ts'
import { ReplyList } from './recommendations/reply-list.tsx'
import { showDetermination } from './show-determinations.ts'
import { StandingTag, WhatBecame } from './standing-events.tsx'
import { Withdrawn } from './withdrawn-section.tsx'

export const handle = { see: 'see_determination' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showDetermination(context, params['number'] ?? '', request)
}

export default function DeterminationPage() {
  const {
    determination,
    status,
    standing,
    standings,
    firm,
    firm_id,
    follows,
    side,
    next,
    mayAppeal,
    replies,
    mayReply,
    rehearsal,
    printed,
    instead,
  } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = determinationWordsOf(language)
  const { number, reasons, decided } = determination
  return (
    <Page title={`${words.determination(number)} · ${side.subject}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={side.subject}
        within={{ href: '/determinations', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          {
            name: words.state,
            value: (
              <>
                <DeterminationTag status={status} /> <StandingTag standing={standing} />
              </>
            ),
          },
          ...(status === 'approved' && decided !== null
            ? [{ name: words.on, value: momentOf(decided.recorded_at, language).when }]
            : []),
          { name: words.programme, value: side.programme },
          { name: words.firm, value: <FirmLink firm={{ id: firm_id, name: firm }} /> },
          ...(follows === null
            ? []
            : [
                {
                  name: words.restsOn,
                  value: (
                    <a href={`/determinations/${follows}`} dir="ltr">
                      {follows}
                    </a>
                  ),
                },
              ]),
        ]}
      />
      {status === 'sent_back' && decided?.reason !== null ? (
        <p className="lead">{words.sentBack(decided?.reason ?? '')}</p>
      ) : undefined}
      <WhatBecame standings={standings} />
      {next === undefined ? undefined : <NextStep href={next.href}>{words.next[next.what]}</NextStep>}
      {side.findings.length === 0 ? undefined : (
        <>
          <h2 id="findings">{words.findings}</h2>
          <FindingList titledBy="findings" findings={side.findings} />
        </>
      )}
      <h2>{words.follows}</h2>
      <p className="prose">{side.consequences}</p>
      {instead === null ? undefined : <Withdrawn {...instead} number={number} />}
      {replies === undefined ? undefined : (
        <>
          <h2>{recommendationWordsOf(language).heading}</h2>
          <ReplyList replies={replies} />
          {mayReply ? (
            <NextStep href={`/determinations/${number}/reply`}>{recommendationWordsOf(language).toRecord}</NextStep>
          ) : undefined}
        </>
      )}
      <h2>{words.reasons}</h2>
      <p className="prose written" dir="auto">
        {reasons}
      </p>
      {decided === null || decided.letter_id === null ? undefined : (
        <>
          <h2>{words.letter}</h2>
          <p>
            <a href={`/api/determinations/${number}/letter`}>{words.fetchLetter}</a>
            {printed ? undefined : (
              <>
                <br />
                <span className="quiet">{words.notPrinted}</span>
              </>
            )}
          </p>
          {decided.bundle_id === null ? undefined : (
            <p>
              <a href={`/api/determinations/${number}/bundle`}>{words.fetchBundle}</a>
              <br />
              <span className="quiet">{words.bundleHint}</span>
            </p>
          )}
          <p className="quiet">{words.signed(decided.signed_hash ?? '')}</p>
          <h2>{words.appeal}</h2>
          <p className="prose">{side.mayAppeal}</p>
          {mayAppeal ? <NextStep href={`/determinations/${number}/appeal`}>{words.toAppeal}</NextStep> : undefined}
        </>
      )}
      <HistoryLink thing="determinations" id={number} />
    </Page>
  )
}
