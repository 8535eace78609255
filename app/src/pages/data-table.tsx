/** A table; on a narrow screen each row is a paragraph, its cells below each other under their titles. */
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  readonly of: (row: Row) => ReactNode
  /** Figures stand digit under digit. */
  readonly isAmount?: boolean
  /** A day or a few words that are read as one: a wide screen does not break them. */
  readonly isWhole?: boolean
}

type DataTableProps<Row> = (
  | { readonly id: string; readonly caption: string }
  /** The id of the heading above it. */
  | { readonly titledBy: string }
) & {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}

export function DataTable<Row>({ columns, rows, ...heading }: DataTableProps<Row>) {
  return (
    <div
      className="scroll data"
      role="region"
      aria-labelledby={'id' in heading ? heading.id : heading.titledBy}
      tabIndex={0}
    >
      <table>
        {'id' in heading ? <caption id={heading.id}>{heading.caption}</caption> : undefined}
        <thead>
          <tr>
            {columns.map(({ title, isAmount }) => (
              <th key={title} scope="col" className={isAmount === true ? 'amount' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ title, of, isAmount, isWhole }) => (
                <td
                  key={title}
                  data-title={title}
                  className={isAmount === true ? 'amount' : isWhole === true ? 'whole' : undefined}
                >
                  {of(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
