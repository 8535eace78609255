/** A state is told by a word and a shape; colour only repeats it. */
import type { ReactNode } from 'react'

export type Look = 'good' | 'bad' | 'open' | 'quiet' | 'rehearsal'

const SHAPES: Readonly<Record<Look, string>> = {
  good: 'M1 6.5 2.6 5 5 7.4 9.8 2 11.3 3.4 5.1 10.6z',
  bad: 'M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4z',
  open: 'M6 1 11.5 11H.5z',
  quiet: 'M1 5h10v2H1z',
  rehearsal: 'M6 .5 11.5 6 6 11.5.5 6zM6 3 3 6l3 3 3-3z',
}

export function StateTag({ look, children }: { readonly look: Look; readonly children: ReactNode }) {
  return (
    <span className={`tag tag-${look}`}>
      <svg className="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d={SHAPES[look]} />
      </svg>
      {children}
    </span>
  )
}
