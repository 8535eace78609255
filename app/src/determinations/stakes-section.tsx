/** What is at stake for the firm, and what would apply instead of a concession, as officers see it before one of them signs. */
import { display } from '@maqami/engine/explain/display.ts'
import type { Language } from '../kernel/problem.ts'
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { effectWordsOf } from './effect-words.ts'
import type { WithoutConcession, YearAtStake } from './stakes.ts'

/** What is not known is said to be so, and is never zero. */
export function Year({ id, year: { year, accepted, figures } }: { readonly id: string; readonly year: YearAtStake }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  return (
    <>
      <h3 id={id}>{words.year(year)}</h3>
      {accepted ? (
        <>
          <DataTable
            titledBy={id}
            rows={figures}
            columns={[
              { title: words.figure, of: ({ figure }) => words.figures[figure] },
              {
                title: words.ofYear,
                of: ({ value, needs }) =>
                  value === null ? (
                    needs.length === 0 ? (
                      words.notStated
                    ) : (
                      words.needs(needs.join(', '))
                    )
                  ) : (
                    <bdi className="sum">{quantityText(value, language)}</bdi>
                  ),
              },
            ]}
          />
          <p className="quiet">{words.yearHint}</p>
        </>
      ) : (
        <p>{words.notAccepted}</p>
      )}
    </>
  )
}

export function Without({ id, without }: { readonly id: string; readonly without: WithoutConcession }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const { law, reading, found } = without
  return (
    <>
      <h3 id={id}>{words.without}</h3>
      {law === null ? (
        <p>{words.noLaw}</p>
      ) : (
        <p className="quiet prose">
          {words.byLaw(law.title[language] ?? law.title['en'] ?? '')} {law.rehearsal ? words.lawRehearsed : undefined}
        </p>
      )}
      {'needs' in found ? <p>{words.needs(found.needs.join(', '))}</p> : <Charges id={id} {...found} />}
      {reading === null ? undefined : <p className="quiet prose">{reading[language] ?? reading['en']}</p>}
    </>
  )
}

type Charged = Extract<WithoutConcession['found'], { readonly charged: unknown }>

type Row = Charged['charged']['charges'][number]

function Charges({ id, charged }: Charged & { readonly id: string }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const { units, charges } = charged
  const all: Row = { charge: 'total', label: null, with: charged.with, without: charged.without }
  const amount = (text: string | null) => (text === null ? '' : <bdi>{quantityText(text, language)}</bdi>)
  return (
    <>
      <p>{units === null ? words.withoutYear : words.withoutHint(quantityText(units, language))}</p>
      <DataTable
        titledBy={id}
        rows={[...charges, all]}
        columns={[
          {
            title: words.charge,
            of: (one) =>
              one === all ? <b>{words.total}</b> : (one.label?.[language] ?? one.label?.['en'] ?? one.charge),
          },
          ...(charged.with === null ? [] : [{ title: words.with, isAmount: true, of: (one: Row) => amount(one.with) }]),
          { title: words.withoutIt, isAmount: true, of: (one) => amount(one.without) },
        ]}
      />
    </>
  )
}

/** `PKR 10000` or `250` with its thousands. */
function quantityText(text: string, language: Language): string {
  const unit = /^[A-Z]{3} /.test(text) ? text.slice(0, 3) : 'count'
  return display({ state: 'value', text }, { kind: 'number', unit }, language)
}
