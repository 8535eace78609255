/** What the page of a difference shows. */
import { CsvLink } from '../../pages/csv-link.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { NextStep } from '../../pages/next-step.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Pagination } from '../../pages/pagination.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { LinesChanged, SheetsChanged } from '../../returns/filing/difference-list.tsx'
import { differenceWordsOf } from '../../returns/filing/difference-words.ts'
import { ReturnTag } from '../../returns/filing/return-tag.tsx'
import { returnWordsOf } from '../../returns/filing/return-words.ts'
import type { SubjectMoved } from './compare-versions.ts'
import type { VersionDifferenceShown } from './show-version-difference.ts'
import { versionWordsOf } from './version-words.ts'

export function DifferenceBody({ loaded }: { readonly loaded: VersionDifferenceShown }) {
  const { id, before, after, rehearsal, versions, sheets, lines, from, all, next, compared } = loaded
  const { language } = useShell()
  const words = differenceWordsOf(language)
  const ofReturns = returnWordsOf(language)
  const ofVersions = versionWordsOf(language)
  const path = `/returns/${id}/versions/${after}/difference`
  const title = words.title(after, before)
  const called = ofReturns.returnOf(loaded)
  return (
    <Page title={`${title} · ${called}`} rehearsal={rehearsal}>
      <ObjectHeader
        title={title}
        within={{ href: `/returns/${id}`, title: called }}
        facts={versions.map(({ version, status, document_id, destroyed, uploaded }) => ({
          name: ofReturns.versionNumber(version),
          value: (
            <>
              <ReturnTag status={status} /> {uploaded}
              <br />
              {destroyed === undefined ? (
                <a href={`/api/documents/${document_id}`}>{words.documentOf(version)}</a>
              ) : (
                ofVersions.destroyed(destroyed)
              )}
            </>
          ),
        }))}
      />
      {loaded.mayReview ? <NextStep href={`/returns/${id}/review`}>{ofReturns.review}</NextStep> : undefined}
      <Compared compared={compared} />
      <h2 id="sheets">{words.lines}</h2>
      <p className="quiet prose">{words.intro}</p>
      <SheetsChanged titledBy="sheets" sheets={sheets} />
      {all === 0 ? (
        <p>{words.same}</p>
      ) : (
        <>
          <h2 id="lines">{words.counted(from + 1, from + lines.length, all)}</h2>
          <LinesChanged titledBy="lines" lines={lines} />
          <Pagination path={path} after={from === 0 ? undefined : String(from)} next={next?.toString()} />
          <CsvLink href={`${path}.csv`} />
        </>
      )}
    </Page>
  )
}

function Compared({ compared }: Pick<VersionDifferenceShown, 'compared'>) {
  const words = versionWordsOf(useShell().language)
  if (compared === undefined) return undefined
  return (
    <>
      <h2 id="follows">{words.differs}</h2>
      {'cannotSay' in compared ? (
        <p className="lead">{compared.cannotSay}</p>
      ) : (
        <>
          <p className="quiet prose">{words.differsHint}</p>
          {compared.subjects.map((one, nth) => (
            <Moved key={one.subject} subject={one} id={`moved-${nth}`} />
          ))}
        </>
      )}
    </>
  )
}

function Moved({ subject: { subject, moved, same }, id }: { readonly subject: SubjectMoved; readonly id: string }) {
  const words = versionWordsOf(useShell().language)
  const nothing = <span className="quiet">{words.notReported}</span>
  return (
    <section>
      {subject === '' ? undefined : <h3 id={id}>{subject}</h3>}
      {moved.length === 0 ? undefined : (
        <DataTable
          titledBy={subject === '' ? 'follows' : id}
          rows={moved}
          columns={[
            { title: words.finding, of: ({ finding }) => finding },
            { title: words.before, of: ({ before }) => before ?? nothing },
            { title: words.after, of: ({ after }) => after ?? nothing },
            { title: words.amountDiffers, isAmount: true, of: ({ difference }) => difference },
          ]}
        />
      )}
      <p>{words.sameFindings(same, moved.length)}</p>
    </section>
  )
}
