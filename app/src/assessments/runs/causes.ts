/** Which of the things that differ makes a finding come out otherwise: tried by changing each alone. */
import type { Cause } from './run.ts'

export type Part = Exclude<Cause, 'engine'>
export type Side = 'old' | 'now'
export type Sides = Readonly<Record<Part, Side>>

type Values = ReadonlyMap<string, string>

export interface Compared {
  /** Of the findings that came out otherwise. */
  readonly keys: readonly string[]
  /** As it was kept, and as it is. */
  readonly was: Values
  readonly is: Values
  readonly isOtherEngine: boolean
  readonly differing: readonly Part[]
  /** Computed again by the present engine; undefined where such facts do not fit such a law. */
  readonly at: (sides: Sides) => Values | undefined
}

const OLD: Sides = { data: 'old', day: 'old', rule: 'old', law: 'old', release: 'old' }
const NOW: Sides = { data: 'now', day: 'now', rule: 'now', law: 'now', release: 'now' }

/**
 * A part is a cause of a change where it alone, changed, makes the finding come out otherwise than it did, or, taken back alone, otherwise
 * than it does. The engine is one where it gives another finding of what was assessed then.
 */
export function causesOf({
  keys,
  was,
  is,
  isOtherEngine,
  differing,
  at,
}: Compared): ReadonlyMap<string, readonly Cause[]> {
  const before = isOtherEngine ? at(OLD) : was
  const isWhole = differing.length === 1
  const tried = differing.map((part) => {
    const only = isWhole ? is : at(sidesOf(part, 'now'))
    const back = isWhole ? before : at(sidesOf(part, 'old'))
    return { part, only, back }
  })
  return new Map(
    keys.map((key) => {
      const causes: Cause[] = tried
        .filter(({ only, back }) => isOther(only, before, key) || isOther(back, is, key))
        .map(({ part }) => part)
      if (isOther(before, was, key)) causes.push('engine')
      // Where facts do not fit the other law, nothing can be tried: then all that differs is named.
      return [key, causes.length === 0 ? differing : causes]
    }),
  )
}

/** One part on this side, the others on the other. */
function sidesOf(part: Part, side: Side): Sides {
  const others = side === 'now' ? OLD : NOW
  return { ...others, [part]: side }
}

function isOther(one: Values | undefined, other: Values | undefined, key: string): boolean {
  return one !== undefined && other !== undefined && one.get(key) !== other.get(key)
}
