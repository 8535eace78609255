/** Where the price of one set goes, by route: one bar each, as long as its price. */
import type { StackView } from './comparison-view.ts'

export function StackChart({ view, title }: { readonly view: StackView; readonly title: string }) {
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="key">
        {view.parts.map((part, index) => (
          <li key={part} className={`part-${index}`}>
            {part}
          </li>
        ))}
      </ul>
      {view.bars.map((bar, row) => (
        <div key={bar.label} className="bar" data-bar={row}>
          <span>{bar.label}</span> <span data-whole="">{bar.whole}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            {bar.shares.map((share, index) => (
              <rect
                key={index}
                className={`part-${index}`}
                x={bar.shares.slice(0, index).reduce((sum, one) => sum + one, 0) * 100}
                y={0}
                width={share * 100}
                height={4}
              />
            ))}
          </svg>
        </div>
      ))}
    </figure>
  )
}
