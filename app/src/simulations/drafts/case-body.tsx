/** What the page of one row shows. */
import styles from '../../assessments/assessment-document.css?url'
import { DataTable } from '../../pages/data-table.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { WhyView } from '../../pages/why-view.tsx'
import { draftWordsOf } from './draft-words.ts'
import type { CaseShown } from './show-simulations.ts'
import { simulationsWordsOf } from './simulations-words.ts'

export function CaseBody({ loaded }: { readonly loaded: CaseShown }) {
  const { id, title, rehearsal, row, case: called, firm, year, law, changes, html } = loaded
  const { language } = useShell()
  const words = simulationsWordsOf(language)
  const told = draftWordsOf(language)
  const other = law === 'draft' ? 'release' : 'draft'
  return (
    <Page title={told.case.changes(called)} rehearsal={rehearsal}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <ObjectHeader
        title={told.case.changes(called)}
        within={{ href: `/simulations/${id}`, title }}
        facts={[
          { name: told.firms.firm, value: firm },
          {
            name: told.failing.year,
            value: (
              <a href={`/simulations/${id}/years/${year}`} dir="ltr">
                {year}
              </a>
            ),
          },
        ]}
      />
      {changes.length === 0 ? (
        <p id="changes">{told.case.nothing}</p>
      ) : (
        <DataTable
          id="changes"
          caption={told.case.changes(called)}
          rows={changes}
          columns={[
            { title: told.case.finding, of: ({ name }) => name },
            { title: told.release, of: ({ release }) => release },
            { title: told.draft, of: ({ draft }) => draft },
            { title: told.difference, isAmount: true, of: ({ difference }) => difference },
          ]}
        />
      )}
      <h2>{told.case.why[law]}</h2>
      <p>
        <a href={`/simulations/${id}/cases/${row}?law=${other}`}>{words.see[other]}</a>
      </p>
      <WhyView html={html} />
    </Page>
  )
}
