/**
 * What cannot be kept as it was sent: PostgreSQL takes no U+0000, half of a pair of surrogates would be kept as another character, and what is nested
 * deep can be read, but not be written again.
 */

export type Sent = 'body' | 'querystring' | 'params'

export interface Unwritable {
  readonly place: string
  readonly reason: string
}

const TEXT = 'must hold no U+0000 and no half of a pair of surrogates'
const DEPTH = 'must not be nested deeper than a hundred times'
const DEEPEST = 100

/** The first such thing; undefined where all can be kept. It goes down without recursion, however deep what was sent is nested. */
export function unwritableIn(sent: Readonly<Record<Sent, unknown>>): Unwritable | undefined {
  const left = Object.entries(sent).map(([name, value]) => ({ place: `/${name}`, value, depth: 0 }))
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { place, value, depth } = next
    if (typeof value === 'string' && !isWritable(value)) return { place, reason: TEXT }
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    for (const [name, held] of Object.entries(value)) {
      if (!isWritable(name)) return { place, reason: TEXT }
      if (depth === DEEPEST) return { place, reason: DEPTH }
      const within = `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
      left.push({ place: within, value: held, depth: depth + 1 })
    }
  }
  return undefined
}

export function isWritable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
