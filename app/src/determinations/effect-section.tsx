/** What a determination would bring about, as officers see it before one of them signs. */
import { display, displayCount } from '@maqami/engine/explain/display.ts'
import type { Language } from '../kernel/problem.ts'
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import type { Beside, Foreseen, LicenceReached } from './foreseen-effect.ts'
import { effectWordsOf } from './effect-words.ts'
import { Without, Year } from './stakes-section.tsx'

/** `id` tells apart what stands twice on a page. */
export function EffectSection({ effect, id }: { readonly effect: Foreseen; readonly id: string }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const { on, licences, recommended, sanctions, entitlements } = effect
  return (
    <section className="effect">
      <h2 id={`${id}-effect`}>{words.title}</h2>
      <p className="quiet prose">{words.intro(dayText(on, language))}</p>
      <h3 id={`${id}-licences`}>{words.licences}</h3>
      {licences.length === 0 ? <p>{words.noLicences}</p> : <Licences titledBy={`${id}-licences`} licences={licences} />}
      {effect.without_concession === null ? undefined : (
        <Without id={`${id}-without`} without={effect.without_concession} />
      )}
      <Year id={`${id}-year`} year={effect.at_stake} />
      <h3 id={`${id}-account`}>{words.account}</h3>
      <Account titledBy={`${id}-account`} effect={effect} />
      {recommended.map(({ finding, label }) => (
        <p key={finding} className="prose">
          {words.recommended(label?.[language] ?? label?.['en'] ?? finding)}
        </p>
      ))}
      <h3>{words.beside}</h3>
      <BesideList rows={sanctions} none={words.noBeside} />
      <h3>{words.entitlements}</h3>
      <BesideList rows={entitlements} none={words.noEntitlements} />
    </section>
  )
}

interface LicencesProps {
  readonly titledBy: string
  readonly licences: readonly LicenceReached[]
}

function Licences({ titledBy, licences }: LicencesProps) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const count = (units: number) => displayCount(units, language)
  const [first] = licences
  return (
    <>
      <DataTable
        titledBy={titledBy}
        rows={licences}
        columns={[
          {
            title: words.licence,
            isWhole: true,
            of: ({ number }) => (
              <a href={`/licences/${number}`} dir="ltr">
                {number}
              </a>
            ),
          },
          {
            title: words.order,
            of: ({ orders, without_quota }) => (
              <>
                {orders.map((order) => (
                  <Ordered key={`${order.kind} ${order.effective_on}`} order={order} />
                ))}
                {without_quota === true ? <div>{words.withoutQuota}</div> : undefined}
              </>
            ),
          },
          { title: words.left, of: ({ left }) => (left === null ? words.noQuota : words.units(count(left))) },
          {
            title: words.lately(dayText(first?.lately.since ?? '', language)),
            of: ({ lately: { entries, units } }) =>
              entries === 0 ? words.nothingLately : words.booked(count(entries), count(units)),
          },
        ]}
      />
      <p className="quiet">{words.sources}</p>
    </>
  )
}

function Ordered({
  order: { kind, effective_on, percent, quotas = [] },
}: {
  readonly order: LicenceReached['orders'][number]
}) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const day = dayText(effective_on, language)
  if (percent === undefined) return <div>{words.orders[kind](day)}</div>
  return (
    <>
      <div>{words.restrictedTo(day, percent)}</div>
      {quotas.map(({ hs_prefix, granted, restricted, drawn, left }) => {
        const counts = [granted, restricted, drawn, left].map((units) => displayCount(units, language))
        const [of = '', most = '', used = '', rest = ''] = counts
        return (
          <div key={hs_prefix ?? ''} className="quiet">
            {hs_prefix === null ? undefined : <>{words.ofLine(hs_prefix)} </>}
            {words.restrictedQuota(of, most, used, rest)}
          </div>
        )
      })}
    </>
  )
}

function Account({ titledBy, effect }: { readonly titledBy: string; readonly effect: Foreseen }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  const rows = [
    ...effect.booked.map((one) => ({ ...one, what: words.posted })),
    ...effect.taken_back.map((one) => ({ ...one, what: words.takenBack })),
  ]
  if (rows.length === 0) return <p>{words.noAccount}</p>
  return (
    <DataTable
      titledBy={titledBy}
      rows={rows}
      columns={[
        {
          title: words.finding,
          of: ({ what, finding, label }) => `${what}: ${label?.[language] ?? label?.['en'] ?? finding}`,
        },
        { title: words.amount, isAmount: true, of: ({ amount }) => <bdi>{moneyText(amount, language)}</bdi> },
      ]}
    />
  )
}

function BesideList({ rows, none }: { readonly rows: readonly Beside[]; readonly none: string }) {
  const { language } = useShell()
  const words = effectWordsOf(language)
  if (rows.length === 0) return <p>{none}</p>
  return (
    <ul>
      {rows.map(({ number, findings }) => (
        <li key={number}>
          <a href={`/determinations/${number}`} dir="ltr">
            {number}
          </a>
          {findings.map(({ finding, label, from, value }) => {
            const name = label?.[language] ?? label?.['en'] ?? finding
            const amount = /^[A-Z]{3} /.test(value) ? ` (${moneyText(value, language)})` : ''
            return (
              <div key={finding}>
                {from === null ? name : words.from(name, dayText(from, language))}
                {amount}
              </div>
            )
          })}
        </li>
      ))}
    </ul>
  )
}

/** `PKR 10000.00` with its thousands, and without a paisa where there is none. */
function moneyText(text: string, language: Language): string {
  const [unit = ''] = text.split(' ')
  return display({ state: 'value', text: text.replace(' -', ' ') }, { kind: 'number', unit }, language)
}
