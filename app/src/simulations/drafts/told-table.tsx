/** A table of the effect of a draft under its heading; the first cell of a row may lead somewhere. */
import { DataTable } from '../../pages/data-table.tsx'
import type { DraftTable } from './draft-tables.ts'

interface ToldTableProps {
  readonly table: DraftTable
  /** By the key of a row. */
  readonly hrefOf?: ((key: string) => string | undefined) | undefined
}

export function ToldTable({ table: { name, title, note, columns, rows }, hrefOf }: ToldTableProps) {
  return (
    <>
      <h2 id={name}>{title}</h2>
      {note === undefined ? undefined : <p className="quiet">{note}</p>}
      {rows.length === 0 ? undefined : (
        <div className="told">
          <DataTable
            titledBy={name}
            rows={rows}
            columns={columns.map((column, place) => ({
              ...column,
              of: ({ key, cells }: DraftTable['rows'][number]) => {
                const href = place === 0 ? hrefOf?.(key) : undefined
                return href === undefined ? cells[place] : <a href={href}>{cells[place]}</a>
              },
            }))}
          />
        </div>
      )}
    </>
  )
}
