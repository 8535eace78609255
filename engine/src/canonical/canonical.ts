/** Canonical JSON (RFC 8785) of plain data without fractions, and its SHA-256. */

/** Texts, whole numbers, booleans, null, arrays and objects; anything else is a fault of the caller. */
export function canonicalJson(value: unknown): string {
  // What has its keys in order already is canonical as the language itself writes it, many times faster.
  return isInOrder(value) ? JSON.stringify(value) : written(value)
}

function isInOrder(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object') return typeof value === 'boolean'
  if (value === null) return true
  if (Array.isArray(value)) return value.every(isInOrder)
  if (!isPlain(value)) return false
  let previous = ''
  for (const [key, one] of Object.entries(value)) {
    // Keys that look like numbers come first in the language, whatever their place in the alphabet.
    if (key <= previous || key < ':' || !key.isWellFormed() || !isInOrder(one)) return false
    previous = key
  }
  return true
}

function written(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || !isPlain(value)) throw new TypeError(`${typeof value} has no canonical form`)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  // RFC 8785 sorts by UTF-16 code units, which is what comparing strings in this language does.
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
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
