/** Promises as a table, and what they come to. */
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import type { PromiseKind, PromiseState } from './promise.ts'
import type { PromiseShown } from './show-commitments.ts'

const LOOKS: Readonly<Record<PromiseState, Look>> = { open: 'open', lapsed: 'bad', kept: 'good', kept_late: 'quiet' }

interface PromiseTableProps {
  readonly titledBy: string
  readonly items: readonly PromiseShown[]
  /** Evidence is for officers. */
  readonly isOfficer: boolean
  /** The page on which what was seen of a promise is recorded; undefined for those who may not. */
  readonly seeAt?: ((number: string) => string) | undefined
}

export function PromiseTable({ titledBy, items, isOfficer, seeAt }: PromiseTableProps) {
  const { language } = useShell()
  const { promises: words } = commitmentWordsOf(language)
  const evidence = (id: string | null, label: string) =>
    isOfficer && id !== null ? <a href={`/api/documents/${id}`}>{label}</a> : undefined
  return (
    <DataTable
      titledBy={titledBy}
      rows={items}
      columns={[
        {
          title: words.promise,
          of: (one) => (
            <>
              <bdi dir="ltr">{one.number}</bdi> {words.kinds[one.kind]}
              <br />
              <bdi>{one.words}</bdi>
              {one.provision === null ? undefined : (
                <>
                  <br />
                  <a href={`/programmes/${one.programme ?? ''}`} dir="ltr">
                    {one.provision}
                  </a>
                </>
              )}
              {one.document_id === null ? undefined : (
                <>
                  <br />
                  {evidence(one.document_id, words.document)}
                </>
              )}
            </>
          ),
        },
        { title: words.amount, isAmount: true, of: ({ said }) => (said === undefined ? '–' : <bdi>{said}</bdi>) },
        {
          title: commitmentWordsOf(language).seen,
          of: ({ seen, realisations }) => (
            <>
              {seen === undefined ? undefined : <bdi>{seen}</bdi>}
              {realisations.map((part, nth) => (
                <span key={nth} className="quiet">
                  <br />
                  {dayText(part.realised_on, language)}: <bdi>{part.words}</bdi>{' '}
                  {evidence(part.document_id, words.evidence)}
                </span>
              ))}
            </>
          ),
        },
        { title: words.due, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
        {
          title: words.state,
          of: ({ number, state }) => (
            <>
              <StateTag look={LOOKS[state]}>{words.states[state]}</StateTag>
              {seeAt === undefined ? undefined : (
                <>
                  <br />
                  <a href={seeAt(number)}>{words.see}</a>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

interface Total {
  readonly kind: PromiseKind
  readonly promised: string | undefined
  readonly seen: string | undefined
}

export function TotalTable({ totals }: { readonly totals: readonly Total[] }) {
  const words = commitmentWordsOf(useShell().language)
  if (totals.length === 0) return undefined
  return (
    <>
      <h2 id="totals">{words.totals}</h2>
      <DataTable
        titledBy="totals"
        rows={totals}
        columns={[
          { title: words.kind, of: ({ kind }) => words.promises.kinds[kind] },
          { title: words.promised, isAmount: true, of: ({ promised }) => <bdi>{promised}</bdi> },
          { title: words.seen, isAmount: true, of: ({ seen }) => <bdi>{seen}</bdi> },
        ]}
      />
    </>
  )
}
