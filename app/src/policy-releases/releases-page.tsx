/** What is published, by whom it was proposed and approved, and what waits for a second officer. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { ID } from '../kernel/field-schemas.ts'
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { Button, ErrorSummary, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import { Pagination } from '../pages/pagination.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { approveRelease } from './approve-release.ts'
import { type ReleaseState, releasesShown, type ReleaseView } from './releases-view.ts'
import { type ReleasesWords, releasesWordsOf } from './releases-words.ts'

export const handle = { see: 'see_releases', act: 'approve_release' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { may } = args.context.get(pageCall)
  const after = new URL(args.request.url).searchParams.get('after') ?? undefined
  return {
    mayApprove: may('approve_release'),
    mayWithdraw: may('withdraw_release'),
    maySeeEffect: may('see_effect'),
    after,
    ...(await releasesShown(args, after)),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), { properties: { release: ID } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const approved = await approveRelease(context.get(recorderContext), actor, {
    id: read.done.release,
    effect_hash: null,
  })
  return 'refused' in approved ? sentBack(context, approved.refused, typed) : seeOther('/releases', 'approved')
}

const LOOKS: Readonly<Record<ReleaseState, Look>> = {
  proposed: 'open',
  ahead: 'good',
  in_force: 'good',
  replaced: 'quiet',
  declined: 'bad',
  withdrawn: 'quiet',
}

export default function ReleasesPage() {
  const { waiting, decided, after, next, mayApprove, mayWithdraw, maySeeEffect } = useLoaderData<typeof loader>()
  const words = releasesWordsOf(useShell().language)
  const published = decided.filter(({ approved }) => approved !== undefined)
  const declined = decided.filter((one) => one.declined !== undefined)
  return (
    <Page title={words.releases}>
      <Confirmation sentences={words.done} />
      <h1>{words.releases}</h1>
      <p className="prose">{words.whatTheyAre}</p>
      <ErrorSummary problem={useSentBack()?.problem} />
      <h2>{words.waiting}</h2>
      {waiting.length === 0 ? <EmptyState>{words.noneWaiting}</EmptyState> : undefined}
      {waiting.map((release) => (
        <Proposed key={release.id} release={release} {...{ mayApprove, mayWithdraw, maySeeEffect }} />
      ))}
      <h2 id="published">{words.published}</h2>
      {published.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <Published releases={published} maySeeEffect={maySeeEffect} words={words} />
      )}
      {declined.length === 0 ? undefined : <Declined releases={declined} words={words} />}
      <Pagination path="/releases" after={after} next={next} />
    </Page>
  )
}

interface PublishedProps {
  readonly releases: readonly ReleaseView[]
  readonly maySeeEffect: boolean
  readonly words: ReleasesWords
}

function Published({ releases, maySeeEffect, words }: PublishedProps) {
  const onBy = (mark: ReleaseView['approved']) => (mark === undefined ? '' : words.onBy(mark.when, mark.person))
  return (
    <DataTable
      titledBy="published"
      rows={releases}
      columns={[
        {
          title: words.programme,
          of: ({ id, title, hasEffect }) => (
            <>
              {title}
              {maySeeEffect && hasEffect ? (
                <a className="source" href={`/releases/${id}/effect`}>
                  {words.seeEffect}
                </a>
              ) : undefined}
            </>
          ),
        },
        {
          title: words.state,
          of: ({ state, rehearsal }) => (
            <StateTag look={rehearsal !== undefined && LOOKS[state] === 'good' ? 'rehearsal' : LOOKS[state]}>
              {state === 'in_force' && rehearsal !== undefined ? words.applied : words.states[state]}
            </StateTag>
          ),
        },
        { title: words.law, of: ({ standing }) => standing },
        { title: words.effectiveOn, isWhole: true, of: ({ effectiveOn }) => effectiveOn },
        { title: words.proposed, of: ({ proposed }) => onBy(proposed) },
        { title: words.approved, of: ({ approved }) => onBy(approved) },
        { title: words.hash, of: ({ hash }) => <Hash hash={hash} /> },
      ]}
    />
  )
}

function Declined({ releases, words }: { readonly releases: readonly ReleaseView[]; readonly words: ReleasesWords }) {
  return (
    <>
      <h2 id="declined">{words.cameToNothing}</h2>
      <DataTable
        titledBy="declined"
        rows={releases}
        columns={[
          { title: words.programme, of: ({ title }) => title },
          { title: words.state, of: ({ state }) => <StateTag look={LOOKS[state]}>{words.states[state]}</StateTag> },
          { title: words.on, of: ({ declined }) => words.onBy(declined?.when ?? '', declined?.person) },
          { title: words.reason, of: ({ declined }) => <span dir="auto">{declined?.reason}</span> },
          { title: words.proposed, of: ({ proposed }) => words.onBy(proposed.when, proposed.person) },
          { title: words.hash, of: ({ hash }) => <Hash hash={hash} /> },
        ]}
      />
    </>
  )
}

const SHORT = 19

/** Enough to tell releases apart; the whole is the title of it. */
function Hash({ hash }: { readonly hash: string }) {
  return (
    <code dir="ltr" title={hash}>
      {hash.slice(0, SHORT)}…
    </code>
  )
}

interface ProposedProps {
  readonly release: ReleaseView
  readonly mayApprove: boolean
  readonly mayWithdraw: boolean
  readonly maySeeEffect: boolean
}

function Proposed({ release, mayApprove, mayWithdraw, maySeeEffect }: ProposedProps) {
  const words = releasesWordsOf(useShell().language)
  const { id, title, standing, rehearsal, hash, effectiveOn, proposed, isOwn, follows } = release
  return (
    <section className="parameter" aria-labelledby={`release-${id}`}>
      <h3 id={`release-${id}`}>{title}</h3>
      <FactList
        className="facts"
        facts={[
          { name: words.effectiveOn, value: effectiveOn },
          { name: words.law, value: standing },
          { name: words.proposed, value: words.onBy(proposed.when, proposed.person) },
          { name: words.hash, value: <code dir="ltr">{hash}</code> },
        ]}
      />
      {!mayApprove || isOwn ? (
        <p className="quiet">{isOwn ? words.own : words.others}</p>
      ) : follows ? undefined : (
        <form method="post" action="/releases">
          <input type="hidden" name="release" value={id} />
          <Consequence>
            <p>{words.willApply(title, effectiveOn)}</p>
            <p>{rehearsal === undefined ? words.binds : words.inRehearsal}</p>
            <p>{words.notUndone}</p>
          </Consequence>
          <Button>{words.approve(title)}</Button>
        </form>
      )}
      {follows && maySeeEffect ? (
        <p>
          <a href={`/releases/${id}/effect`}>{mayApprove && !isOwn ? words.seeAndApprove : words.seeEffect}</a>
        </p>
      ) : undefined}
      {(isOwn ? mayWithdraw : mayApprove) ? (
        <p>
          <a href={`/releases/${id}/decline`}>{isOwn ? words.withdraw(title) : words.decline(title)}</a>
        </p>
      ) : undefined}
    </section>
  )
}
