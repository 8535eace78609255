/** Where the price of one set goes, by route: one bar each, as long as its price. */
import { useId } from 'react'
import type { StackView } from './comparison-view.ts'

const WIDTH = 640
const BAR = 26
const ROW = 58

export function StackChart({ view, title }: { readonly view: StackView; readonly title: string }) {
  const id = useId()
  return (
    <figure className="chart">
      <figcaption id={id}>{title}</figcaption>
      <ul className="key" aria-hidden="true">
        {view.parts.map((part, index) => (
          <li key={part} className={`part-${index}`}>
            {part}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${ROW * view.bars.length}`} role="img" aria-labelledby={id}>
        {view.bars.map((bar, row) => {
          const ends = bar.shares.map((_, index) => bar.shares.slice(0, index).reduce((sum, share) => sum + share, 0))
          return (
            <g key={bar.label} data-bar={row}>
              <text x={0} y={row * ROW + 18}>
                {bar.label}
              </text>
              <text x={WIDTH} y={row * ROW + 18} className="whole">
                {bar.whole}
              </text>
              {bar.shares.map((share, index) => (
                <rect
                  key={index}
                  className={`part-${index}`}
                  x={(ends[index] ?? 0) * WIDTH}
                  y={row * ROW + 26}
                  width={share * WIDTH}
                  height={BAR}
                />
              ))}
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
