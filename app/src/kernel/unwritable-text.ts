/** Texts that no table can hold as they were sent: PostgreSQL takes no U+0000, and half of a pair of surrogates would be kept as another character. */

export type Sent = 'body' | 'querystring' | 'params'

/** The place of the first such text or name; undefined where all can be kept. It goes down without recursion, however deep what was sent is nested. */
export function unwritableIn(sent: Readonly<Record<Sent, unknown>>): string | undefined {
  const left = Object.entries(sent).map(([name, value]) => ({ place: `/${name}`, value }))
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { place, value } = next
    if (typeof value === 'string' && !isWritable(value)) return place
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    for (const [name, held] of Object.entries(value)) {
      if (!isWritable(name)) return place
      left.push({ place: `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, value: held })
    }
  }
  return undefined
}

export function isWritable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
