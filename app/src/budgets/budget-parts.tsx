/** The terms of a budget beside those that are proposed, the line of its claims, and the forms of whoever decides. */
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { FirmLink } from '../pages/firm-column.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { budgetWordsOf } from './budget-words.ts'
import type { showBudget, TermsShown } from './show-budgets.ts'

type Shown = Awaited<ReturnType<typeof showBudget>>

interface TermsTableProps {
  readonly inForce: TermsShown | undefined
  readonly proposed: TermsShown | undefined
}

const TERMS = [
  ...(['amount', 'firm_cap', 'programme_cap', 'mode', 'counts_from', 'over_cap', 'distributes'] as const),
  ...(['advance_rate', 'interest_rate', 'interest_days', 'source', 'reason'] as const),
]

export function TermsTable({ inForce, proposed }: TermsTableProps) {
  const words = budgetWordsOf(useShell().language)
  const columns = [
    ...(inForce === undefined ? [] : [{ title: words.inForce, terms: inForce }]),
    ...(proposed === undefined ? [] : [{ title: words.proposed, terms: proposed }]),
  ]
  return (
    <DataTable
      titledBy="terms"
      rows={TERMS}
      columns={[
        { title: words.term, of: (name) => words.terms[name] },
        ...columns.map(({ title, terms }) => ({
          title,
          of: (name: (typeof TERMS)[number]) => <Term terms={terms} name={name} />,
        })),
      ]}
    />
  )
}

function Term({ terms, name }: { readonly terms: TermsShown; readonly name: (typeof TERMS)[number] }) {
  const words = budgetWordsOf(useShell().language)
  switch (name) {
    case 'mode':
      return words.mode[terms.mode].label
    case 'counts_from':
      return words.counts_from[terms.counts_from].label
    case 'over_cap':
      return words.over_cap[terms.over_cap].label
    case 'distributes':
      return words.distributes[terms.distributes ? 'yes' : 'no'].label
    case 'advance_rate':
    case 'interest_rate': {
      const rate = terms[name]
      return rate === null ? words.noCap : words.percent(rate)
    }
    case 'source':
    case 'reason':
      return (
        <span className="written" dir="auto">
          {terms[name]}
        </span>
      )
    case 'amount':
    case 'firm_cap':
    case 'programme_cap':
    case 'interest_days':
      return <bdi>{terms[name] ?? words.noCap}</bdi>
  }
}

export function Claims({ claims }: Pick<Shown, 'claims'>) {
  const words = budgetWordsOf(useShell().language)
  return (
    <DataTable
      titledBy="claims"
      rows={claims}
      columns={[
        { title: words.place, of: ({ place }) => place },
        { title: words.firm, of: ({ firm }) => <FirmLink firm={firm} /> },
        {
          title: words.claim,
          of: ({ finding, determination, ...claim }) => (
            <>
              {finding}{' '}
              <a href={`/determinations/${determination}`} dir="ltr">
                {determination}
              </a>{' '}
              <ClaimTag {...claim} />
            </>
          ),
        },
        { title: words.claimed, isAmount: true, of: ({ amount }) => <bdi>{amount}</bdi> },
        ...(['reserved', 'committed', 'paid', 'waits'] as const).map((sum) => ({
          title: words.sums[sum],
          isAmount: true,
          of: (claim: Shown['claims'][number]) => <bdi>{claim[sum]}</bdi>,
        })),
      ]}
    />
  )
}

const LOOKS: Readonly<Record<'whole' | 'waits' | 'stayed' | 'ended', Look>> = {
  whole: 'good',
  waits: 'open',
  stayed: 'quiet',
  ended: 'quiet',
}

function ClaimTag({ status, isWaiting }: Pick<Shown['claims'][number], 'status' | 'isWaiting'>) {
  const words = budgetWordsOf(useShell().language)
  const state = status === 'open' ? (isWaiting ? 'waits' : 'whole') : status
  return <StateTag look={LOOKS[state]}>{words.claimStates[state]}</StateTag>
}

interface ApproveFormProps extends Pick<NonNullable<Shown['proposed']>, 'shown_hash' | 'effect'> {
  readonly number: string
}

export function ApproveForm({ number, shown_hash, effect }: ApproveFormProps) {
  const words = budgetWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const own = typed?.['what'] === 'approve' ? problem : undefined
  return (
    <form className="act" method="post" action={`/budgets/${number}`}>
      <h3>{words.approve}</h3>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value="approve" />
      <input type="hidden" name="shown_hash" value={shown_hash} />
      <p className="quiet">
        {words.signed}: {words.signedHint} <code dir="ltr">{shown_hash}</code>
      </p>
      <Consequence>
        <p>
          {effect.more === 'same' ? words.effect.same : words.effect[effect.more](effect.by)}{' '}
          {effect.firms === 0 ? words.nobodyGets : words.reservedAtOnce(effect.reserved, effect.firms)}{' '}
          {words.stillWaits(effect.waits)}
        </p>
      </Consequence>
      <Button>{words.approve}</Button>
    </form>
  )
}

export function DeclineForm({ number }: { readonly number: string }) {
  const words = budgetWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const own = typed?.['what'] === 'decline' ? problem : undefined
  return (
    <form className="act" method="post" action={`/budgets/${number}`}>
      <h3>{words.decline}</h3>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value="decline" />
      <TextArea
        name="reason"
        label={words.declineReason}
        hint={words.declineHint}
        problem={own}
        defaultValue={own === undefined ? undefined : typed?.['reason']}
      />
      <Button variant="secondary">{words.declineButton}</Button>
    </form>
  )
}
