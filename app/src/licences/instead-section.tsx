/** What applies to goods whose concession is withdrawn: the law, its charges, and what they come to for one unit. */
import { display } from '@maqami/engine/explain/display.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Language } from '../kernel/problem.ts'
import { DataTable } from '../pages/data-table.tsx'
import { Button, Field, Select } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import type { AppliesInstead, AskedOfUnit } from './applies-instead.ts'
import { gateWordsOf } from './gate-words.ts'
import { GIVEN } from './given-facts.ts'

/** The page on which the facts of a unit can be said: what else stands in its question, and what was said before. */
export interface InsteadAsked {
  readonly page: string
  readonly question: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}

interface InsteadProps {
  readonly instead: AppliesInstead
  readonly ask: InsteadAsked
}

export function InsteadSection({ instead: { law, reading, unit, clauses, asked }, ask }: InsteadProps) {
  const { language } = useShell()
  const words = gateWordsOf(language).instead
  const labels = new Map(asked.map((one) => [one.name, inWords(one, language)]))
  return (
    <section>
      <h2 id="instead">{words.title}</h2>
      {law === null || unit === null ? (
        <p>{words.noLaw}</p>
      ) : (
        <>
          <p className="prose">
            {words.byLaw(law.title[language] ?? law.title['en'] ?? '')} {law.rehearsal ? words.rehearsed : undefined}
          </p>
          <Charges unit={unit} clauses={clauses} />
          {unit.needs.length === 0 ? undefined : (
            <p>{words.needs(unit.needs.map((name) => labels.get(name) ?? name).join(words.and))}</p>
          )}
          {asked.length === 0 ? <p>{words.notByUnit}</p> : undefined}
          {asked.length === 0 ? undefined : (
            <form className="one-line" action={`${ask.page}#instead`}>
              {Object.entries(ask.question).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              {asked.map((one) => (
                <OfUnit key={one.name} asked={one} typed={ask.typed[one.name] ?? ''} />
              ))}
              <Button>{words.compute}</Button>
            </form>
          )}
        </>
      )}
      {reading === null ? undefined : <p className="quiet prose">{reading[language] ?? reading['en']}</p>}
    </section>
  )
}

interface ChargesProps extends Pick<AppliesInstead, 'clauses'> {
  readonly unit: NonNullable<AppliesInstead['unit']>
}

function Charges({ unit: { charges, total }, clauses }: ChargesProps) {
  const { language } = useShell()
  const words = gateWordsOf(language).instead
  const named = (one: { readonly charge: string; readonly label: Localized | null }): string =>
    one.label?.[language] ?? one.label?.['en'] ?? one.charge
  const clauseOf = ({ charge }: { readonly charge: string }) => clauses[charge]?.[language] ?? ''
  if (total === null)
    return (
      <ul>
        {charges.map((one) => (
          <li key={one.charge}>
            {named(one)} <span className="quiet">{clauseOf(one)}</span>
          </li>
        ))}
      </ul>
    )
  const all = { charge: 'total', label: null, amount: total }
  return (
    <DataTable
      titledBy="instead"
      rows={[...charges, all]}
      columns={[
        { title: words.charge, of: (one) => (one === all ? <b>{words.total}</b> : named(one)) },
        { title: words.clause, of: clauseOf },
        {
          title: words.ofUnit,
          isAmount: true,
          of: ({ amount }) => <bdi>{amount === null ? '' : moneyText(amount, language)}</bdi>,
        },
      ]}
    />
  )
}

function OfUnit({ asked, typed }: { readonly asked: AskedOfUnit; readonly typed: string }) {
  const { language } = useShell()
  const control = { name: `${GIVEN}${asked.name}`, label: inWords(asked, language), problem: undefined }
  if (asked.choices.length === 0)
    return <Field {...control} hint={asked.unit ?? undefined} dir="ltr" inputMode="decimal" defaultValue={typed} />
  const choices = asked.choices.map((one) => ({ value: one.name, label: inWords(one, language) }))
  return <Select {...control} defaultValue={typed} choices={choices} />
}

function inWords({ name, label }: Pick<AskedOfUnit, 'name' | 'label'>, language: Language): string {
  return label?.[language] ?? label?.['en'] ?? name
}

/** `PKR 10000` with its thousands. */
function moneyText(text: string, language: Language): string {
  return display({ state: 'value', text }, { kind: 'number', unit: text.slice(0, 3) }, language)
}
