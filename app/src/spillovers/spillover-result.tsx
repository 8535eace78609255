/** What an increase brings, and what the table says of every sector; each figure with where its table is from. */
import { BarChart } from '../pages/bar-chart.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { useShell } from '../pages/shell.tsx'
import { QuadrantChart } from './quadrant-chart.tsx'
import type { IncreaseJson, SpilloverJson } from './spillover-json.ts'
import { barsOf, figure, figuresOf, KINDS, quadrantPoints } from './spillover-view.ts'
import { spilloverWordsOf } from './spillover-words.ts'

export function SpilloverResult({ found }: { readonly found: SpilloverJson }) {
  const { language } = useShell()
  const words = spilloverWordsOf(language)
  const { table, sectors, increase } = found
  const from = words.from(table.provenance[language])
  const points = quadrantPoints(sectors)
  return (
    <>
      {increase === null ? undefined : <Brought found={found} increase={increase} from={from} />}
      <h2 id="linkages">{words.linkages}</h2>
      <QuadrantChart
        title={words.quadrantTitle}
        across={words.backward}
        up={words.forward}
        average={words.average}
        points={points}
        note={from}
      />
      <DataTable
        titledBy="linkages"
        rows={points.map((one, index) => ({ ...one, number: index + 1 }))}
        columns={[
          { title: words.sector, of: ({ number, sector }) => <Left>{`${number}. ${sector}`}</Left> },
          { title: words.backward, isAmount: true, of: ({ backward }) => figure(backward) },
          { title: words.forward, isAmount: true, of: ({ forward }) => figure(forward) },
          { title: words.quadrant, of: ({ quadrant }) => words.quadrants[quadrant] },
        ]}
      />
      <h2 id="multipliers">{words.multipliers}</h2>
      <p className="quiet">
        {words.unit(table.unit)}. {from}
      </p>
      {KINDS.map((kind) => {
        const rows = sectors.flatMap(({ sector, [kind]: of }) => (of === null ? [] : [{ sector, of }]))
        if (rows.length === 0)
          return (
            <p key={kind} className="prose">
              {words.noTypeTwo}
            </p>
          )
        return (
          <DataTable
            key={kind}
            id={`multipliers-${kind}`}
            caption={words.kinds[kind]}
            rows={rows}
            columns={[
              { title: words.sector, of: ({ sector }) => sector },
              ...words.figures.map((title, index) => ({
                title,
                isAmount: true,
                of: ({ of }: (typeof rows)[number]) => <Left>{figuresOf(of, words)[index]}</Left>,
              })),
            ]}
          />
        )
      })}
      <p className="quiet">{words.estimate}</p>
      <h2>{words.table}</h2>
      <FactList
        className="facts"
        facts={[
          { name: words.table, value: <bdi>{table.name}</bdi> },
          { name: words.layout, value: words.ofLayout[table.layout] },
          ...(table.country === null ? [] : [{ name: words.country, value: table.country }]),
          { name: words.hash, value: <code dir="ltr">{table.hash.replace('sha256:', '')}</code> },
        ]}
      />
      <p className="prose">{table.provenance[language]}</p>
    </>
  )
}

/** A sign stands before its number, also where the page runs from right to left. */
function Left({ children }: { readonly children: string | undefined }) {
  return <bdi dir="ltr">{children}</bdi>
}

interface BroughtProps {
  readonly found: SpilloverJson
  readonly increase: IncreaseJson
  readonly from: string
}

function Brought({ found: { sectors, table }, increase, from }: BroughtProps) {
  const words = spilloverWordsOf(useShell().language)
  const kinds = KINDS.flatMap((kind) => {
    const of = increase[kind]
    return of === null ? [] : [{ kind, of }]
  })
  const made = figure(increase.type_one.together.output)
  return (
    <>
      <h2 id="result">{words.effectOf(increase)}</h2>
      <DataTable
        titledBy="result"
        rows={kinds}
        columns={[
          { title: words.total, of: ({ kind }) => words.kinds[kind] },
          ...words.figures.map((title, index) => ({
            title,
            isAmount: true,
            of: ({ of }: (typeof kinds)[number]) => <Left>{figuresOf(of.together, words)[index]}</Left>,
          })),
        ]}
      />
      <p className="quiet">
        {words.unit(table.unit)}. {from}
      </p>
      <BarChart title={words.outputBySector(made)} view={barsOf(sectors, increase, words)} note={from} />
      <details className="folded">
        <summary>{words.bySector}</summary>
        <DataTable
          id="by-sector"
          caption={words.figures[0]}
          rows={sectors.map(({ sector }, index) => ({ sector, index }))}
          columns={[
            { title: words.sector, of: ({ sector }) => sector },
            ...kinds.map(({ kind, of }) => ({
              title: words.kinds[kind],
              isAmount: true,
              of: ({ index }: { readonly index: number }) => <Left>{figure(of.output[index] ?? 0)}</Left>,
            })),
          ]}
        />
      </details>
    </>
  )
}
