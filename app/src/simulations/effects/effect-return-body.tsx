/** What the page of the effect on one return shows. */
import styles from '../../assessments/assessment-document.css?url'
import { DataTable } from '../../pages/data-table.tsx'
import { firmFacts } from '../../pages/firm-column.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { WhyView } from '../../pages/why-view.tsx'
import type { EffectOnReturnShown } from './effect-return-view.ts'
import { effectWordsOf } from './effect-words.ts'

export function EffectReturnBody({ loaded }: { readonly loaded: EffectOnReturnShown }) {
  const { release, return_id, firm, period, asOf, isOutdated, subjects, law, html } = loaded
  const { language } = useShell()
  const words = effectWordsOf(language)
  const title = words.oneTitle(firm?.name ?? '', period)
  const home = `/releases/${release.id}/effect`
  const other = law === 'base' ? 'proposed' : 'base'
  return (
    <Page title={title} rehearsal={release.rehearsal}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <ObjectHeader
        title={title}
        within={{ href: home, title: words.title(release.title) }}
        facts={[...firmFacts(firm, language), { name: words.asOf, value: asOf }]}
      />
      <p className="prose">{words.oneIntro(asOf)}</p>
      {isOutdated ? <p className="lead">{words.outdated}</p> : undefined}
      {subjects.map(({ subject, moved, same }, nth) => (
        <section key={subject}>
          <h2 id={`moved-${nth}`}>{subject === '' ? words.what : subject}</h2>
          {moved.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <DataTable
              titledBy={`moved-${nth}`}
              rows={moved}
              columns={[
                { title: words.finding, of: ({ finding }) => finding },
                { title: words.was, of: ({ before }) => before },
                { title: words.is, of: ({ after }) => after },
                { title: words.difference, isAmount: true, of: ({ difference }) => difference },
              ]}
            />
          )}
          <p>{words.same(same)}</p>
        </section>
      ))}
      <h2>{words.why[law]}</h2>
      <p>
        <a href={`${home}/${return_id}?law=${other}`}>{words.see[other]}</a>
      </p>
      <WhyView html={html} />
    </Page>
  )
}
