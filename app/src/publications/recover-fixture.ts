/** How an attacker works out what was withheld. */
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import { expect } from 'vitest'
import type { Cells } from './cells.ts'

/** The withheld cells that follow from the published ones by adding and subtracting alone: Gauss, in exact fractions. */
export function recovered({ cells, relations }: Cells, withheld: ReadonlyMap<string, unknown>): readonly string[] {
  const unknown = [...withheld.keys()]
  const shown = (key: string): Exact => (withheld.has(key) ? ZERO : (cells.get(key)?.value ?? ZERO))
  const lines = relations.map(({ whole, parts }) => {
    const coefficients = unknown.map((key) => (key === whole ? exact(-1) : parts.includes(key) ? exact(1) : ZERO))
    return [...coefficients, subtract(shown(whole), parts.map(shown).reduce(add, ZERO))]
  })
  const solved: string[] = []
  let top = 0
  for (let column = 0; column < unknown.length; column += 1) {
    const at = lines.findIndex((line, nth) => nth >= top && !isZero(line[column] ?? ZERO))
    const pivot = lines[at]
    if (pivot === undefined) continue
    lines[at] = lines[top] ?? []
    const scaled = pivot.map((one) => divide(one, pivot[column] ?? ZERO))
    lines[top] = scaled
    for (const [nth, line] of lines.entries()) {
      const factor = line[column] ?? ZERO
      if (nth !== top && !isZero(factor))
        lines[nth] = line.map((one, place) => add(one, negate(multiply(factor, scaled[place] ?? ZERO))))
    }
    top += 1
  }
  for (const line of lines) {
    const on = unknown.filter((_, nth) => !isZero(line[nth] ?? ZERO))
    if (on.length !== 1 || on[0] === undefined) continue
    expect(compare(line.at(-1) ?? ZERO, cells.get(on[0])?.value ?? ZERO)).toBe(0)
    solved.push(on[0])
  }
  return solved
}
