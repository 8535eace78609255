/** What happened or will, in the order of days. */
import type { ReactNode } from 'react'

export interface TimelineEntry {
  readonly when: string
  /** The same for machines: `2027-06-30`, or `2027-06`. */
  readonly day: string
  readonly what: readonly ReactNode[]
}

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ when, day, what }, index) => (
        <li key={index}>
          <time dateTime={day}>{when}</time>
          <ul>
            {what.map((one, nth) => (
              <li key={nth}>{one}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
