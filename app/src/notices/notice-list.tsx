/** Notices in a table: of which failure, served when, and how long there is to cure. */
import { firmColumns, type Whose } from '../pages/firm-column.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { NoticeTag } from './notice-tag.tsx'
import { noticeWordsOf } from './notice-words.ts'
import type { NoticeView } from './show-notices.ts'

interface NoticeListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly notices: readonly (NoticeView & Whose)[]
}

export function NoticeList({ titledBy, notices }: NoticeListProps) {
  const { language } = useShell()
  const words = noticeWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={notices}
      columns={[
        { title: words.failure, of: ({ id, number }) => <a href={`/notices/${id}`}>{words.notice(number)}</a> },
        ...firmColumns(notices, language),
        { title: words.served, of: ({ served_on }) => (served_on === null ? '–' : dayText(served_on, language)) },
        {
          title: words.lastDay,
          of: ({ cure_ends_on }) => (cure_ends_on === null ? '–' : dayText(cure_ends_on, language)),
        },
        {
          title: words.state,
          of: ({ status, days_left }) => (
            <>
              <NoticeTag status={status} />{' '}
              {status === 'open' && days_left !== null ? words.daysLeft(days_left) : undefined}
            </>
          ),
        },
      ]}
    />
  )
}
