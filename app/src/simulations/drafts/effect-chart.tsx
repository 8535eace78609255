/** Of how many, year by year, something is so under the release and under the draft: two bars beside each other. */
interface EffectChartProps {
  /** What it shows, as a finding, and what is counted. */
  readonly title: string
  readonly note: string
  readonly laws: { readonly release: string; readonly draft: string }
  readonly bars: readonly {
    readonly year: string
    readonly all: number
    readonly release: number
    readonly draft: number
  }[]
}

const SIDES = ['release', 'draft'] as const

/** The table below it says the same in figures. */
export function EffectChart({ title, note, laws, bars }: EffectChartProps) {
  const most = Math.max(1, ...bars.map(({ all }) => all))
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <p className="quiet">{note}</p>
      <ul className="key">
        {SIDES.map((side) => (
          <li key={side} className={`side-${side}`}>
            {laws[side]}
          </li>
        ))}
      </ul>
      {bars.map((bar) => (
        <div key={bar.year} className="bar">
          <span dir="ltr">{bar.year}</span>{' '}
          <span data-whole="" dir="ltr">
            {bar.release} → {bar.draft} / {bar.all}
          </span>
          <svg viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
            <rect className="ground" x={0} y={0} width={(bar.all / most) * 100} height={5} />
            {SIDES.map((side, index) => (
              <rect
                key={side}
                className={`side-${side}`}
                x={0}
                y={index * 2.5 + 0.25}
                width={(bar[side] / most) * 100}
                height={2}
              />
            ))}
          </svg>
        </div>
      ))}
    </figure>
  )
}
