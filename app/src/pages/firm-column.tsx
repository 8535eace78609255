/** The column that says whose each row is, where the reader sees the rows of several firms. */
import type { Language } from '../kernel/problem.ts'
import type { Column } from './data-table.tsx'
import type { Fact } from './fact-list.tsx'
import { shellWordsOf } from './shell-words.ts'

export interface Firm {
  readonly id: string
  readonly name: string
}

export interface Whose {
  /** Undefined for a maker, who sees only what is its own. */
  readonly firm?: Firm | undefined
}

export function firmColumns(rows: readonly Whose[], language: Language): readonly Column<Whose>[] {
  if (rows.every(({ firm }) => firm === undefined)) return []
  return [{ title: shellWordsOf(language).firm, of: ({ firm }) => <FirmLink firm={firm} /> }]
}

/** The same at the head of one of them. */
export function firmFacts(firm: Firm | undefined, language: Language): readonly Fact[] {
  return firm === undefined ? [] : [{ name: shellWordsOf(language).firm, value: <FirmLink firm={firm} /> }]
}

export function FirmLink({ firm }: Whose) {
  if (firm === undefined) return undefined
  return (
    <a href={`/manufacturers/${firm.id}`}>
      <bdi>{firm.name}</bdi>
    </a>
  )
}

/** The rows of a table that is fetched, firm after firm, with the firm first where there are several. */
export function firmByFirm<Row extends Whose>(
  rows: readonly Row[],
  language: Language,
  titles: readonly string[],
  cells: (row: Row) => readonly string[],
): readonly (readonly string[])[] {
  if (rows.every(({ firm }) => firm === undefined)) return [titles, ...rows.map(cells)]
  const sorted = rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))
  return [[shellWordsOf(language).firm, ...titles], ...sorted.map((row) => [nameOf(row), ...cells(row)])]
}

function nameOf({ firm }: Whose): string {
  return firm?.name ?? ''
}
