/** A parameter or provision as text without its places in files, so that only what it says is compared. */
export function plainLaw(law: unknown): string {
  return JSON.stringify(law, (key, value: unknown) => {
    if (key === 'at' || key === 'expression') return undefined
    if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)]
    return typeof value === 'bigint' ? value.toString() : value
  })
}
