/** The answer to who is bound on a day. */
import { LicenceTag } from '../licences/licence-tag.tsx'
import { modelsOf } from '../manufacturers/agreements/agreement-terms.tsx'
import { agreementWordsOf } from '../manufacturers/agreements/agreement-words.ts'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { eventWordsOf } from './event-words.ts'
import type { Bound } from './read-bound.ts'

export function BoundBody({ bound }: { readonly bound: Bound }) {
  const { language } = useShell()
  const words = eventWordsOf(language)
  const { on, firm, answers, licences, agreements } = bound
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
      {agreements.length === 0 ? undefined : <Agreements agreements={agreements} />}
    </>
  )
}

function Agreements({ agreements }: Pick<Bound, 'agreements'>) {
  const { language } = useShell()
  const words = eventWordsOf(language)
  const of = agreementWordsOf(language)
  return (
    <>
      <h2 id="contracts">{of.title}</h2>
      <p className="quiet">{words.ownAccount}</p>
      <DataTable
        titledBy="contracts"
        rows={agreements}
        columns={[
          {
            title: of.brand,
            of: (one) => (
              <>
                <a href={`/firm-agreements/${one.id}`}>
                  <bdi>{one.brand}</bdi>
                </a>
                <br />
                <span className="quiet">{modelsOf(one, language)}</span>
              </>
            ),
          },
          { title: of.maker, of: ({ maker }) => <bdi>{maker.name}</bdi> },
          { title: of.owner, of: ({ owner }) => <bdi>{owner}</bdi> },
          { title: words.boundForIt, of: (one) => <bdi>{one.bound.name}</bdi> },
        ]}
      />
    </>
  )
}
