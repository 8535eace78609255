/** What happened or will, in the order of days. */

export interface TimelineEntry {
  readonly when: string
  /** The same for machines: `2027-06-30`, or `2027-06`. */
  readonly day: string
  readonly what: readonly string[]
}

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map(({ when, day, what }) => (
        <li key={day}>
          <time dateTime={day}>{when}</time>
          <ul>
            {what.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
