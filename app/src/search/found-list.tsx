/** What was found of one kind, in a table: what it is called, whose it is, and how it stands. */
import type { AppealStatus } from '../appeals/appeal.ts'
import { AppealTag } from '../appeals/appeal-tag.tsx'
import type { DeterminationStatus } from '../determinations/determination.ts'
import { DeterminationTag } from '../determinations/determination-tag.tsx'
import type { LicenceStatus } from '../licences/licence.ts'
import { LicenceTag } from '../licences/licence-tag.tsx'
import type { ManufacturerStatus } from '../manufacturers/manufacturer.ts'
import { ManufacturerTag } from '../manufacturers/manufacturer-tag.tsx'
import type { NoticeStatus } from '../notices/notice.ts'
import { NoticeTag } from '../notices/notice-tag.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { firmColumns } from '../pages/firm-column.tsx'
import { useShell } from '../pages/shell.tsx'
import { peopleWordsOf } from '../people/people-words.ts'
import type { ModelStatus } from '../products/model.ts'
import { ModelTag } from '../products/model-tag.tsx'
import type { VersionStatus } from '../returns/filing/return.ts'
import { ReturnTag } from '../returns/filing/return-tag.tsx'
import type { Found, FoundGroup, FoundKind } from './search.ts'
import { searchWordsOf } from './search-words.ts'

export function FoundList({ group: { kind, items, more } }: { readonly group: FoundGroup }) {
  const { language } = useShell()
  const words = searchWordsOf(language)
  const rows = items.map(({ firm, ...one }) => ({ ...one, firm: firm ?? undefined }))
  return (
    <>
      <h2 id={kind}>{words.groups[kind]}</h2>
      <DataTable
        titledBy={kind}
        rows={rows}
        columns={[
          {
            title: words.name,
            of: ({ href, title }) => (
              <a href={href}>
                <bdi>{title}</bdi>
              </a>
            ),
          },
          ...(rows.some(({ detail }) => detail !== null)
            ? [{ title: words.detail, of: ({ detail }: Pick<Found, 'detail'>) => <Detail kind={kind} text={detail} /> }]
            : []),
          ...firmColumns(rows, language),
          ...(rows.some(({ programme }) => programme !== null)
            ? [{ title: words.programme, of: ({ programme }: Pick<Found, 'programme'>) => programme ?? '' }]
            : []),
          ...(rows.some(({ state }) => state !== null)
            ? [
                {
                  title: words.state,
                  of: ({ state }: Pick<Found, 'state'>) => <State kind={kind} state={state ?? ''} />,
                },
              ]
            : []),
        ]}
      />
      {more ? <p className="quiet">{words.more}</p> : undefined}
    </>
  )
}

function Detail({ kind, text }: { readonly kind: FoundKind; readonly text: string | null }) {
  return kind === 'documents' ? (
    <code className="hash" dir="ltr">
      {text}
    </code>
  ) : (
    <bdi>{text}</bdi>
  )
}

function State({ kind, state }: { readonly kind: FoundKind; readonly state: string }) {
  const { roles } = peopleWordsOf(useShell().language)
  switch (kind) {
    case 'manufacturers':
      return <ManufacturerTag status={state as ManufacturerStatus} />
    case 'licences':
      return <LicenceTag status={state as LicenceStatus} />
    case 'returns':
      return <ReturnTag status={state as VersionStatus} />
    case 'determinations':
      return <DeterminationTag status={state as DeterminationStatus} />
    case 'notices':
      return <NoticeTag status={state as NoticeStatus} />
    case 'appeals':
      return <AppealTag status={state as AppealStatus} outcome={null} />
    case 'models':
      return <ModelTag status={state as ModelStatus} />
    case 'documents':
      return undefined
    case 'people':
      return roles[state as keyof typeof roles]
  }
}
