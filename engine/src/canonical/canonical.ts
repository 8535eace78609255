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
  const keys = keysInOrder(value)
  const held = keys.map((key) => (value[key] === undefined ? undefined : inOrder(value[key])))
  // Keys that look like numbers come first in the language, whatever their place in the alphabet; and one would become no key.
  const isWritten = keys.every(
    (key, index) =>
      key > ':' && key !== '__proto__' && key.isWellFormed() && (held[index] !== undefined || value[key] === undefined),
  )
  if (!isWritten) return undefined
  const isSame = Object.keys(value).every((key, index) => key === keys[index] && held[index] === value[key])
  return isSame ? value : Object.fromEntries(keys.map((key, index) => [key, held[index]]))
}

/** By UTF-16 code units, as RFC 8785 sorts and as comparing strings in this language does. */
function keysInOrder(value: object): readonly string[] {
  const keys = Object.keys(value)
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key) ? keys : keys.toSorted()
}

function written(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`${typeof value} has no canonical form`)
  const entries = keysInOrder(value)
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
