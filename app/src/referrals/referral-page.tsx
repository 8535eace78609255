/** One matter: why it is with an officer, and what came of it; who may lets it go on. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { firmFacts } from '../pages/firm-column.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { referralWordsOf } from './referral-words.ts'
import { releaseReferral } from './release-referral.ts'
import { showReferral } from './show-referrals.ts'

export const handle = { see: 'see_referrals', act: 'release_referral' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showReferral(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(await sentForm(context, request), { properties: { reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const released = await releaseReferral(context.get(recorderContext), actor, { id, ...read.done })
  return 'refused' in released ? sentBack(context, released.refused, typed) : seeOther(`/referrals/${id}`, 'released')
}

export default function ReferralPage() {
  const { view, said, referred, released, isOfficer, mayRelease, waitsForAnother } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = referralWordsOf(language)
  const { kind, about, href, firm, since, days, needs_approver, isReleased } = view
  return (
    <Page title={words.kinds[kind]}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={useSentBack()?.problem} />
      <ObjectHeader
        title={words.kinds[kind]}
        within={{ href: '/referrals', title: words.title }}
        facts={[
          { name: words.about, value: href === undefined ? about : <a href={href}>{about}</a> },
          ...firmFacts(firm, language),
          { name: words.since, value: dayText(since, language) },
          { name: words.age, value: words.days(days) },
          {
            name: words.state,
            value: <StateTag look={isReleased ? 'quiet' : 'open'}>{isReleased ? words.released : words.open}</StateTag>,
          },
          { name: words.decides, value: words.who[needs_approver ? 'approver' : 'officer'] },
        ]}
      />
      {said === undefined ? (
        <p className="prose">{words.introOfFirm}</p>
      ) : (
        <section>
          <h2>{words.why}</h2>
          <p className="prose">
            <bdi className="written">{said}</bdi>
          </p>
        </section>
      )}
      {isOfficer && !isReleased ? (
        <section>
          <h2>{words.whatToDo}</h2>
          <p className="prose">{words.toDo[kind]}</p>
        </section>
      ) : undefined}
      {mayRelease ? <ReleaseForm /> : undefined}
      {waitsForAnother ? <p className="prose">{words.waitsForApprover}</p> : undefined}
      <h2>{words.happened}</h2>
      <Timeline
        entries={[
          { ...referred, what: [words.wasReferred] },
          ...(released === undefined
            ? []
            : [
                {
                  ...released,
                  what: [<Said key="why" by={words.wasReleased(released.by)} text={released.reason} />],
                },
              ]),
        ]}
      />
    </Page>
  )
}

function ReleaseForm() {
  const words = referralWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post">
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.consequence}</p>
      </Consequence>
      <Button>{words.release}</Button>
    </form>
  )
}
