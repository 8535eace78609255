/** The attestations that one may see. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { AttestationTag } from './attestation-tag.tsx'
import { attestationWordsOf } from './attestation-words.ts'
import { showAttestations } from './show-attestations.ts'

export const handle = { see: 'see_attestations' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showAttestations(context, request)
}

export default function AttestationsPage() {
  const { side, items, after, next } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = attestationWordsOf(language)
  type Row = (typeof items)[number]
  const supplier = { title: words.supplier, of: ({ supplier_name }: Row) => <bdi>{supplier_name}</bdi> }
  const recipient = {
    title: words.recipient,
    of: (one: Row) => (one.recipient === '' ? words.anyFirm : <bdi dir="ltr">{one.recipient}</bdi>),
  }
  return (
    <Page title={words.title}>
      <h1 id="attestations">{words.title}</h1>
      <p className="prose">{words.of[side].intro}</p>
      {side === 'supplier' ? (
        <p>
          <a href="/attestations/new">{words.make}</a>
        </p>
      ) : undefined}
      {items.length === 0 ? (
        <EmptyState>{words.of[side].none}</EmptyState>
      ) : (
        <DataTable
          titledBy="attestations"
          rows={items}
          columns={[
            {
              title: words.number,
              isWhole: true,
              of: ({ id, number }) => (
                <a href={`/attestations/${id}`} dir="ltr">
                  {number}
                </a>
              ),
            },
            { title: words.state, of: ({ status }) => <AttestationTag status={status} /> },
            ...(side === 'supplier' ? [] : [supplier]),
            ...(side === 'maker' ? [] : [recipient]),
            {
              title: words.part,
              of: ({ part_code, part }) => (
                <>
                  <bdi dir="ltr">{part_code}</bdi> · <bdi>{part}</bdi>
                </>
              ),
            },
            { title: words.share, isWhole: true, of: ({ share }) => share },
            {
              title: words.deliveries,
              of: ({ period_from, period_until }) =>
                words.fromTo(dayText(period_from, language), dayText(period_until, language)),
            },
          ]}
        />
      )}
      <Pagination path="/attestations" after={after} next={next ?? undefined} />
    </Page>
  )
}
