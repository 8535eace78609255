/** Bars to either side of a base, one below the other, each with its figure: the table beside it says the same. */
import { drawSpans, type SpansView } from './spans-view.ts'

interface SpansChartProps {
  readonly view: SpansView
  /** What the two colours mean, where each bar has both. */
  readonly parts?: readonly [low: string, high: string]
}

export function SpansChart({ view, parts }: SpansChartProps) {
  const drawn = drawSpans(view)
  return (
    <figure className="chart spans">
      <figcaption>{view.title}</figcaption>
      {parts === undefined ? undefined : (
        <ul className="key">
          <li className="part-low">{parts[0]}</li>
          <li className="part-high">{parts[1]}</li>
        </ul>
      )}
      <div data-spans="">
        {view.bars.map((bar, row) => (
          <div key={bar.label} className="bar">
            <span>{bar.label}</span> <span data-whole="">{bar.told}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              {drawn.bars[row]?.map((rect) => (
                <rect key={rect.part} className={`part-${rect.part}`} x={rect.x} y={0} width={rect.width} height={4} />
              ))}
              <line x1={drawn.base} x2={drawn.base} y1={0} y2={4} />
            </svg>
          </div>
        ))}
      </div>
    </figure>
  )
}
