/** Bars that reach from one common base to either side. */
export interface SpansView {
  readonly title: string
  /** What is drawn is drawn from here; where the bars stand on a page decides nothing. */
  readonly base: number
  readonly bars: readonly SpansBar[]
}

/** Below or above nothing; or at the lowest and at the highest of what moves it. */
export type Part = 'less' | 'more' | 'low' | 'high'

export interface SpansBar {
  readonly label: string
  readonly told: string
  readonly spans: readonly { readonly to: number; readonly part: Part }[]
}

export interface Drawn {
  readonly x: number
  readonly width: number
  readonly part: Part
}

/** In hundredths of the width: where the base is, and the rectangles of each bar. */
export function drawSpans({ base, bars }: SpansView): {
  readonly base: number
  readonly bars: readonly (readonly Drawn[])[]
} {
  const ends = [base, ...bars.flatMap(({ spans }) => spans.map(({ to }) => to))]
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const place = (value: number): number => (most === least ? 0 : ((value - least) / (most - least)) * 100)
  return {
    base: place(base),
    bars: bars.map(({ spans }) =>
      spans.map(({ to, part }) => ({
        x: Math.min(place(base), place(to)),
        width: Math.abs(place(to) - place(base)),
        part,
      })),
    ),
  }
}
