/** Canonical JSON (RFC 8785) of plain data without fractions, and its SHA-256. */

/** Texts, whole numbers, booleans, null, arrays and objects; anything else is a fault of the caller. */
export function canonicalJson(value: unknown): string {
  // What has its keys in order is canonical as the language itself writes it, many times faster than piece by piece.
  const ordered = inOrder(value)
  return ordered === undefined ? written(value) : JSON.stringify(ordered)
}

/**
 * The same with the keys of all objects in order, itself where they are; undefined where the language would write them otherwise, or where
 * it has no canonical form.
 */
function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined
  if (typeof value !== 'object') return typeof value === 'boolean' ? value : undefined
  if (value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(inOrder)
    if (items.includes(undefined)) return undefined
    return items.every((item, index) => item === value[index]) ? value : items
  }
  return isPlain(value) ? entriesInOrder(value as Readonly<Record<string, unknown>>) : undefined
}

function entriesInOrder(value: Readonly<Record<string, unknown>>): unknown {
  const given = Object.keys(value)
  const keys = inAlphabet(given)
  let copy: Record<string, unknown> | undefined = keys === given ? undefined : {}
  for (const [index, key] of keys.entries()) {
    const held = value[key]
    if (held === undefined) continue
    const one = inOrder(held)
    // Keys that look like numbers come first in the language, whatever their place in the alphabet; and one would become no key.
    if (one === undefined || key <= ':' || key === '__proto__' || !key.isWellFormed()) return undefined
    if (one !== held) copy ??= Object.fromEntries(keys.slice(0, index).map((before) => [before, value[before]]))
    if (copy !== undefined) copy[key] = one
  }
  return copy ?? value
}

/** By UTF-16 code units, as RFC 8785 sorts and as comparing strings in this language does; the same list where they are. */
function inAlphabet(keys: readonly string[]): readonly string[] {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key) ? keys : keys.toSorted()
}

function written(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`${typeof value} has no canonical form`)
  const entries = inAlphabet(Object.keys(value))
    .map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]] as const)
    .filter(([, one]) => one !== undefined)
  return `{${entries.map(([key, one]) => `${canonicalText(key)}:${written(one)}`).join(',')}}`
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function canonicalText(text: string): string {
  if (text.isWellFormed()) return JSON.stringify(text)
  throw new TypeError('half of a surrogate pair has no canonical form')
}

/** `sha256:` and 64 hexadecimal digits. */
export async function hashOf(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value))
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes))
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
