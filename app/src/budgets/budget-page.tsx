/** One budget: its terms, what became of them, and the line of those who claim. A second officer approves terms here, or declines them. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { HASH, REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { CsvLink } from '../pages/csv-link.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { BudgetTags } from './budget-tags.tsx'
import { budgetWordsOf } from './budget-words.ts'
import { ApproveForm, Claims, DeclineForm, TermsTable } from './budget-parts.tsx'
import { approveBudget, declineBudget } from './decide-budget.ts'
import { showBudget } from './show-budgets.ts'

export const handle = { see: 'see_budgets', act: 'see_budgets' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showBudget(context, params['number'] ?? '')
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  if (form.get('what') === 'decline') {
    mustBeAllowed(context, 'decline_budget')
    const { typed, read } = readForm(form, { properties: { what: {}, reason: REASON } })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const declined = await declineBudget(recorder, actor, { number, reason: read.done.reason })
    if ('refused' in declined) return sentBack(context, declined.refused, typed)
    return seeOther(`/budgets/${number}`, 'declined')
  }
  mustBeAllowed(context, 'approve_budget')
  const { typed, read } = readForm(form, { properties: { what: {}, shown_hash: HASH } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const approved = await approveBudget(recorder, actor, { number, shown_hash: read.done.shown_hash })
  if ('refused' in approved) return sentBack(context, approved.refused, typed)
  return seeOther(`/budgets/${number}`, 'approved')
}

export default function BudgetPage() {
  const shown = useLoaderData<typeof loader>()
  const words = budgetWordsOf(useShell().language)
  const { budget, left, stripe, inForce, proposed, claims, changes, mayPropose } = shown
  const { number, programme, year, sums } = budget
  return (
    <Page title={`${words.budget(number)} · ${programme}`} rehearsal={stripe}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={`${programme} · \u2066${year}\u2069`}
        within={{ href: '/budgets', title: words.title }}
        facts={[
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          { name: words.state, value: <BudgetTags budget={budget} /> },
          ...(['appropriated', 'reserved', 'committed', 'paid', 'waits'] as const).map((sum) => ({
            name: words.sums[sum],
            value: <bdi>{sums[sum]}</bdi>,
          })),
          { name: words.left, value: <bdi>{left}</bdi> },
        ]}
      />
      {mayPropose && proposed === undefined ? (
        <NextStep href={`/budgets/propose?budget=${number}`}>{words.proposeAnew}</NextStep>
      ) : undefined}
      <h2 id="terms">{words.termsTitle}</h2>
      <TermsTable inForce={inForce} proposed={proposed?.terms} />
      {proposed === undefined ? undefined : <Decision {...{ number, proposed, mayDecide: shown.mayDecide }} />}
      <h2 id="claims">{words.queue}</h2>
      {claims.length === 0 ? <EmptyState>{words.noClaims}</EmptyState> : <Claims claims={claims} />}
      {claims.length === 0 ? undefined : <CsvLink href={`/budgets/${number}/claims.csv`} />}
      <h2>{words.changes}</h2>
      <Timeline
        entries={changes.flatMap(({ when, day, person, amount, reason, decided }) => [
          {
            when,
            day,
            what: [
              `${words.change.proposed(amount)} ${words.by(person)}`,
              <Said key="reason" by={words.reason} text={reason} />,
            ],
          },
          ...(decided === undefined
            ? []
            : [
                {
                  when: decided.when,
                  day: decided.day,
                  what: [
                    `${words.change[decided.kind]} ${words.by(decided.person)}`,
                    ...(decided.reason === null ? [] : [<Said key="reason" by={words.reason} text={decided.reason} />]),
                  ],
                },
              ]),
        ])}
      />
      <HistoryLink thing="budgets" id={number} />
    </Page>
  )
}

type Proposed = NonNullable<Awaited<ReturnType<typeof showBudget>>['proposed']>

interface DecisionProps {
  readonly number: string
  readonly proposed: Proposed
  readonly mayDecide: boolean
}

function Decision({ number, proposed, mayDecide }: DecisionProps) {
  const words = budgetWordsOf(useShell().language)
  const { when, person, shown_hash, isOwn, effect } = proposed
  return (
    <>
      <p className="quiet">{words.proposedBy(when, person)}</p>
      {isOwn || !mayDecide ? (
        <EmptyState>{isOwn ? words.own : words.others}</EmptyState>
      ) : (
        <>
          <ApproveForm number={number} shown_hash={shown_hash} effect={effect} />
          <DeclineForm number={number} />
        </>
      )}
    </>
  )
}
