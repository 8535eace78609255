/** Sectors by their linkages, each a numbered point in a square that the averages part in four. Time and sides are not mirrored. */
import type { QuadrantPoint } from './spillover-view.ts'

interface QuadrantChartProps {
  readonly title: string
  readonly across: string
  readonly up: string
  readonly average: string
  readonly points: readonly QuadrantPoint[]
  readonly note: string
}

/** Between what is drawn and the edge, so that no number is cut off. */
const MARGIN = 0.08

export function QuadrantChart({ title, across, up, average, points, note }: QuadrantChartProps) {
  const placeX = scale(points.map(({ backward }) => backward))
  const placeY = scale(points.map(({ forward }) => forward))
  const [middle, level] = [percent(placeX(1)), percent(1 - placeY(1))]
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <p className="quiet">
        <bdi dir="ltr">↑</bdi> {up}, <bdi dir="ltr">→</bdi> {across}; - - {average}: 1
      </p>
      <svg className="quadrants" aria-hidden="true" focusable="false">
        <line x1={middle} x2={middle} y1="0%" y2="100%" />
        <line x1="0%" x2="100%" y1={level} y2={level} />
        {points.map(({ sector, backward, forward, quadrant }, index) => {
          const [x, y] = [percent(placeX(backward)), percent(1 - placeY(forward))]
          return (
            <g key={sector} className={`look-${quadrant === 0 ? 'good' : quadrant === 3 ? 'plain' : 'other'}`}>
              <title>{sector}</title>
              <circle cx={x} cy={y} r={5} />
              <text x={x} y={y} dx={8} dy={5}>
                {index + 1}
              </text>
            </g>
          )
        })}
      </svg>
      <p className="quiet">{note}</p>
    </figure>
  )
}

/** From the least to the most, the average among them; as a share of the side. */
function scale(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(1, ...values), Math.max(1, ...values)]
  const length = most - least || 1
  return (value) => MARGIN + ((value - least) / length) * (1 - 2 * MARGIN)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}
