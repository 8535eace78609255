/** Lying bars, in groups below each other: each as long as its number, which stands behind it. */

export interface BarsView {
  /** What the bars of a group are, in their order. */
  readonly parts: readonly { readonly name: string; readonly look: 'good' | 'plain' | 'other' }[]
  readonly groups: readonly {
    readonly label: string
    /** From the least to the most that is said to be; both are the same where nothing is in doubt. */
    readonly bars: readonly { readonly from: number; readonly to: number; readonly text: string }[]
  }[]
}

interface BarChartProps {
  readonly title: string
  readonly view: BarsView
  /** Where it is from, and how it is to be read. */
  readonly note: string
}

export function BarChart({ title, view: { parts, groups }, note }: BarChartProps) {
  const largest = Math.max(...groups.flatMap(({ bars }) => bars.map(({ to }) => Math.abs(to))), Number.MIN_VALUE)
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="key">
        {parts.map(({ name, look }) => (
          <li key={name} className={`look-${look}`}>
            {name}
          </li>
        ))}
      </ul>
      <ul className="bars">
        {groups.map(({ label, bars }) => (
          <li key={label}>
            <span className="bars-of">{label}</span>
            <div>
              {bars.map(({ from, to, text }, index) => (
                <p key={index} className={`look-${parts[index]?.look ?? 'plain'}`}>
                  <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect width={(Math.abs(from) / largest) * 100} height={4} />
                    {from === to ? undefined : (
                      <rect
                        className="unsure"
                        x={(Math.abs(from) / largest) * 100}
                        width={(Math.abs(to - from) / largest) * 100}
                        height={4}
                      />
                    )}
                  </svg>
                  <span className="hidden">{parts[index]?.name}: </span>
                  <span>{text}</span>
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <p className="quiet">{note}</p>
    </figure>
  )
}
