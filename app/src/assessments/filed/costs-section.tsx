/** What each unmet requirement costs, below what came out. */
import { DataTable } from '../../pages/data-table.tsx'
import { useShell } from '../../pages/shell.tsx'
import type { CostRow, CostsView, CostView } from '../costs-view.ts'
import { costsWordsOf } from '../costs-words.ts'

/** To it, from above the long account of what came out. */
export function CostsLink({ costs }: { readonly costs: readonly CostsView[] }) {
  const words = costsWordsOf(useShell().language)
  if (costs.length === 0) return undefined
  return (
    <p>
      <a href="#costs">{words.title}</a>
    </p>
  )
}

export function CostsSection({ costs }: { readonly costs: readonly CostsView[] }) {
  const words = costsWordsOf(useShell().language)
  if (costs.length === 0) return undefined
  return (
    <>
      <h2 id="costs">{words.title}</h2>
      {costs.some(({ requirements }) => requirements.length > 0) ? (
        <p className="quiet prose">{words.hint}</p>
      ) : undefined}
      {costs.map((one, nth) => (
        <section key={one.subject}>
          {one.subject === '' ? undefined : <h3>{one.subject}</h3>}
          {one.requirements.map((cost, place) => (
            <Cost key={cost.title} cost={cost} id={`cost-${nth}-${place}`} />
          ))}
          {one.lacking.length === 0 ? undefined : (
            <DataTable
              id={`lacking-${nth}`}
              caption={words.lacking}
              rows={one.lacking}
              columns={[
                { title: words.missing, of: ({ missing }) => missing },
                { title: words.undetermined, of: ({ findings }) => findings },
                { title: words.follows, of: ({ follows }) => follows },
              ]}
            />
          )}
        </section>
      ))}
    </>
  )
}

function Cost({ cost: { title, state, alone, rows }, id }: { readonly cost: CostView; readonly id: string }) {
  const words = costsWordsOf(useShell().language)
  if (rows.length === 0) return <p className="prose">{alone}</p>
  const finding = { title: words.finding, of: (row: CostRow) => row.finding }
  const stands = { title: words.stands, of: (row: CostRow) => row.stands }
  const ifMet = { title: words.ifMet, of: (row: CostRow) => row.ifMet }
  const ifNotMet = { title: words.ifNotMet, of: (row: CostRow) => row.ifNotMet }
  const difference = { title: words.difference, isAmount: true, of: (row: CostRow) => row.difference }
  const isEither = rows.every((row) => row.ifNotMet !== undefined)
  const columns =
    state === 'not_met'
      ? [finding, stands, ifMet, difference]
      : isEither
        ? [finding, ifMet, ifNotMet]
        : [finding, stands, ifMet]
  return <DataTable id={id} caption={title} rows={rows} columns={columns} />
}
