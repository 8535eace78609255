/** Where a yearly return and the months of its year do not agree: what each says, by how much, and in which lines. */
import { DataTable } from '../../pages/data-table.tsx'
import { useShell } from '../../pages/shell.tsx'
import type { DisagreementTold, HeldAgainstMonths } from './hold-against-months.ts'
import { monthsWordsOf } from './months-words.ts'

export function MonthsList({ held }: { readonly held: readonly HeldAgainstMonths[] }) {
  const { language } = useShell()
  const words = monthsWordsOf(language)
  return held.map(({ kind, title, filed, missing, disagreements }) => (
    <section key={kind}>
      <h2 id={`held-${kind}`}>{words.title(title[language])}</h2>
      {filed.length === 0 ? <p>{words.noneFiled}</p> : undefined}
      {filed.length > 0 && missing.length > 0 ? (
        <p>
          {words.missing} <bdi dir="ltr">{missing.join(', ')}</bdi>
        </p>
      ) : undefined}
      {filed.length > 0 && disagreements.length === 0 ? <p>{words.agrees}</p> : undefined}
      {disagreements.length === 0 ? undefined : (
        <>
          <p className="quiet prose">{words.hint}</p>
          <DataTable
            titledBy={`held-${kind}`}
            rows={disagreements}
            columns={[
              {
                title: words.what,
                of: ({ label, of }) => (of === '' ? label[language] : <What label={label} of={of} />),
              },
              { title: words.year, isAmount: true, of: ({ annual }) => annual },
              { title: words.months, isAmount: true, of: ({ months }) => months },
              { title: words.difference, isAmount: true, of: ({ difference }) => difference },
              { title: words.lines, of: ({ lines }) => <Lines lines={lines} /> },
            ]}
          />
        </>
      )}
    </section>
  ))
}

function What({ label, of }: Pick<DisagreementTold, 'label' | 'of'>) {
  const { language } = useShell()
  return (
    <>
      {label[language]}, <bdi>{of}</bdi>
    </>
  )
}

function Lines({ lines }: Pick<DisagreementTold, 'lines'>) {
  const words = monthsWordsOf(useShell().language)
  return (
    <ul className="bare">
      {lines.map(({ period, sheet, rows }) => (
        <li key={`${period} ${sheet}`}>
          {period === null ? words.yearly : <bdi dir="ltr">{period}</bdi>}: <bdi>{sheet}</bdi>{' '}
          <bdi dir="ltr">{rows.slice(0, 5).join(', ')}</bdi>
          {rows.length > 5 ? ' …' : ''}
        </li>
      ))}
    </ul>
  )
}
