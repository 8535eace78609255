/** Holds a body in JSON to what was sent, since the validator changes values in place. It goes down without recursion, however deep the body is nested. */

type Holder = Record<string, unknown>

/** To be asked afterwards: the place of the first value that is another then, such as `/body/quota`. */
export function holdAsSent(body: unknown): () => string | undefined {
  const held: { readonly holder: Holder; readonly name: string; readonly value: unknown; readonly place: string }[] = []
  const left = [{ place: '/body', value: body }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { place: within, value: holder } = next
    if (typeof holder !== 'object' || holder === null) continue
    for (const [name, value] of Object.entries(holder)) {
      const place = `${within}/${name}`
      if (typeof value === 'object' && value !== null) left.push({ place, value })
      else held.push({ holder: holder as Holder, name, value, place })
    }
  }
  return () => held.find(({ holder, name, value }) => holder[name] !== value)?.place
}
