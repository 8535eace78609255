/** The answer to who is bound on a day. */
import { LicenceTag } from '../licences/licence-tag.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { eventWordsOf } from './event-words.ts'
import type { Bound } from './read-bound.ts'

export function BoundBody({ bound: { on, firm, answers, licences } }: { readonly bound: Bound }) {
  const { language } = useShell()
  const words = eventWordsOf(language)
  const day = dayText(on, language)
  return (
    <>
      <p className="lead">
        {firm.id === answers.id
          ? words.itselfAnswers(firm.name, day)
          : words.otherAnswers(firm.name, answers.name, day)}
      </p>
      <p className="quiet">{words.answersMeans}</p>
      <h2 id="held">{words.held}</h2>
      {licences.length === 0 ? (
        <EmptyState>{words.noneHeld}</EmptyState>
      ) : (
        <DataTable
          titledBy="held"
          rows={licences}
          columns={[
            { title: words.number, of: ({ number }) => <a href={`/licences/${number}`}>{number}</a> },
            { title: words.state, of: ({ status }) => <LicenceTag status={status} /> },
            { title: words.holder, of: ({ holder }) => <bdi>{holder.name}</bdi> },
          ]}
        />
      )}
    </>
  )
}
