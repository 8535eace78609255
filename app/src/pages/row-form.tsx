/** One button for one row of a list: what it does, and to which of them. */
import type { ReactNode } from 'react'

interface RowFormProps {
  readonly act: string
  /** The name and the value by which the action knows the row. */
  readonly row?: readonly [name: string, value: string]
  readonly label: string
}

export function RowForm({ act, row, label }: RowFormProps) {
  return (
    <form method="post">
      <input type="hidden" name="act" value={act} />
      {row === undefined ? undefined : <input type="hidden" name={row[0]} value={row[1]} />}
      <button className="ds-button row-button" data-variant="secondary" type="submit">
        {label}
      </button>
    </form>
  )
}

/** For what cannot be taken back: the button stands behind what it does and to whom. */
export function FoldedRowForm({ children, ...form }: RowFormProps & { readonly children: ReactNode }) {
  return (
    <details className="folded">
      <summary>{form.label}</summary>
      <p>{children}</p>
      <RowForm {...form} />
    </details>
  )
}
