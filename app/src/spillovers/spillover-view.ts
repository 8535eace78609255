/** Figures of spillover as every face writes and draws them. Pure. */
import type { BarsView } from '../pages/bar-chart.tsx'
import type { IncreaseJson, SectorMultipliers, SpilloverJson } from './spillover-json.ts'
import type { SpilloverWords } from './spillover-words.ts'

export const KINDS = ['type_one', 'type_two'] as const

/** What an estimate can bear: the data have no more than is shown. */
export const DECIMALS = 4

/** What is typed beside a table of the reader’s own. */
export const TYPED = ['country', 'sector', 'amount', 'into'] as const

export function figure(number: number): string {
  return number.toFixed(DECIMALS)
}

/** Output, value added, imports and employment. */
export function figuresOf(of: SectorMultipliers, words: SpilloverWords): readonly string[] {
  return [of.output, of.value_added, of.imports, of.employment].map((number) =>
    number === null ? words.notSaid : figure(number),
  )
}

const MOST_BARS = 12

/** What each sector makes more; of many sectors those that make most. */
export function barsOf(sectors: SpilloverJson['sectors'], increase: IncreaseJson, words: SpilloverWords): BarsView {
  const kinds = KINDS.filter((kind) => increase[kind] !== null)
  const all = sectors.map(({ sector }, index) => ({
    label: sector,
    bars: kinds.map((kind) => {
      const more = increase[kind]?.output[index] ?? 0
      return { from: more, to: more, text: figure(more) }
    }),
  }))
  const shown =
    all.length <= MOST_BARS
      ? all
      : all.toSorted((a, b) => (b.bars[0]?.to ?? 0) - (a.bars[0]?.to ?? 0)).slice(0, MOST_BARS)
  return {
    parts: kinds.map((kind) => ({ name: words.kinds[kind], look: kind === 'type_one' ? 'good' : 'other' })),
    groups: shown,
  }
}

export interface QuadrantPoint {
  readonly sector: string
  readonly backward: number
  readonly forward: number
  /** Which of `words.quadrants`. */
  readonly quadrant: 0 | 1 | 2 | 3
}

export function quadrantPoints(sectors: SpilloverJson['sectors']): readonly QuadrantPoint[] {
  return sectors.map(({ sector, backward, forward }) => ({
    sector,
    backward,
    forward,
    quadrant: backward > 1 ? (forward > 1 ? 0 : 1) : forward > 1 ? 2 : 3,
  }))
}
