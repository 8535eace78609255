/** A second officer declines a proposed release, or who proposed it withdraws it, with the reason. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { REASON } from '../kernel/field-schemas.ts'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, mustBeAllowed, notHere, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { declineRelease, withdrawRelease } from './decline-release.ts'
import { releaseShown } from './releases-view.ts'
import { releasesWordsOf } from './releases-words.ts'

export const handle = { see: 'decline_release', act: 'decline_release' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const id = idAsked(args.context, args.params['id'])
  const release = await releaseShown(args, id)
  if (release === undefined) throw notHere(args.context)
  return release
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), {
    properties: { reason: REASON, what: { enum: ['decline', 'withdraw'] } },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { reason, what } = read.done
  const isWithdrawn = what === 'withdraw'
  mustBeAllowed(context, isWithdrawn ? 'withdraw_release' : 'decline_release')
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const input = { id: idAsked(context, params['id']), reason }
  const ended = isWithdrawn
    ? await withdrawRelease(recorder, actor, input)
    : await declineRelease(recorder, actor, input)
  if ('refused' in ended) return sentBack(context, ended.refused, typed)
  return seeOther('/releases', isWithdrawn ? 'withdrawn' : 'declined')
}

export default function DeclineReleasePage() {
  const { id, title, state, isOwn, effectiveOn, proposed, hash, rehearsal } = useLoaderData<typeof loader>()
  const words = releasesWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const act = isOwn ? words.withdraw(title) : words.decline(title)
  return (
    <Page title={act} rehearsal={rehearsal}>
      <ObjectHeader
        title={act}
        within={{ href: '/releases', title: words.releases }}
        facts={[
          { name: words.proposed, value: words.onBy(proposed.when, proposed.person) },
          { name: words.effectiveOn, value: effectiveOn },
          { name: words.hash, value: <code dir="ltr">{hash}</code> },
        ]}
      />
      {state === 'proposed' ? (
        <form className="act" method="post" action={`/releases/${id}/decline`}>
          <ErrorSummary problem={problem} />
          <input type="hidden" name="what" value={isOwn ? 'withdraw' : 'decline'} />
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            problem={problem}
            defaultValue={typed['reason']}
          />
          <Consequence>
            <p>{words.changesNothing(title)}</p>
            <p>{words.notAgain}</p>
          </Consequence>
          <Button>{act}</Button>
        </form>
      ) : (
        <EmptyState>{`${words.decided}: ${words.states[state]}`}</EmptyState>
      )}
    </Page>
  )
}
