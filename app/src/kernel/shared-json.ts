/**
 * Reads the JSON of a file piece by piece and holds equal parts once. An explanation says the same label, unit and source beside each of
 * thousands of lines: as a text, and parsed into as many objects, it would take several times the memory. What comes back is shared, so
 * nobody may change it.
 */
import { closeSync, openSync, readSync } from 'node:fs'

export type JsonFault = 'not JSON' | 'not UTF-8' | 'too many parts'

export type SharedJson =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly fault: JsonFault }

const PIECE = 64 * 1024
const DEEPEST = 500
/** What is longer is hardly ever there twice. */
const LONGEST_SHARED = 512
/** Of what was seen last; a new start costs a copy of each. */
const MOST_REMEMBERED = 8_000

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a] as const
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d] as const
const END = -1

class Unreadable extends Error {
  readonly fault: JsonFault
  constructor(fault: JsonFault) {
    super(fault)
    this.fault = fault
  }
}

/** `mostParts` bounds the values in all lists and mappings that differ. */
export function readSharedJson(path: string, mostParts: number): SharedJson {
  const file = openSync(path, 'r')
  try {
    return { ok: true, data: read(file, mostParts) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault }
    throw error
  } finally {
    closeSync(file)
  }
}

function read(file: number, mostParts: number): unknown {
  const bytes = Buffer.allocUnsafe(PIECE)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (length: number): string => {
    try {
      return decoder.decode(bytes.subarray(0, length), { stream: length > 0 })
    } catch {
      throw new Unreadable('not UTF-8')
    }
  }
  const texts = new Map<string, string>()
  const containers = new Map<string, unknown>()
  let piece = ''
  let at = 0
  let pieces = 0
  let parts = 0

  /** The character at hand, or END. */
  const here = (): number => {
    while (at === piece.length) {
      const length = readSync(file, bytes)
      piece = decoded(length)
      at = 0
      pieces += 1
      if (length === 0 && piece === '') return END
    }
    return piece.charCodeAt(at)
  }
  const passSpace = (): number => {
    for (;;) {
      const code = here()
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code
      at += 1
    }
  }
  const pass = (expected: number): void => {
    if (passSpace() !== expected) throw new Unreadable('not JSON')
    at += 1
  }

  const text = (): string => {
    pass(QUOTE)
    let raw = ''
    let escapes = false
    for (;;) {
      const code = here()
      if (code === QUOTE) break
      if (code === END || code < 0x20) throw new Unreadable('not JSON')
      const from = at
      if (code === BACKSLASH) {
        escapes = true
        at += 1
        raw += `\\${here() === END ? '' : piece.charAt(at)}`
        at += 1
        continue
      }
      while (at < piece.length && isPlain(piece.charCodeAt(at))) at += 1
      raw = raw === '' ? piece.slice(from, at) : raw + piece.slice(from, at)
    }
    at += 1
    const known = texts.get(raw)
    if (known !== undefined) return known
    const written = copyOf(raw)
    const said = escapes ? (parsed(`"${raw}"`) as string) : written
    remember(texts, written, said)
    return said
  }

  const scalar = (): unknown => {
    let written = ''
    for (let code = here(); isOfScalar(code); code = here()) {
      written += piece.charAt(at)
      at += 1
    }
    return parsed(written)
  }

  const list = (depth: number): readonly unknown[] => {
    const values: unknown[] = []
    pass(OPEN_LIST)
    if (passSpace() !== CLOSE_LIST) {
      values.push(value(depth))
      for (; passSpace() === COMMA; values.push(value(depth))) at += 1
    }
    pass(CLOSE_LIST)
    return values
  }

  const mapping = (depth: number): Readonly<Record<string, unknown>> => {
    const values: Record<string, unknown> = {}
    const entry = (): void => {
      const name = text()
      // To assign it would do something else than to hold it.
      if (name === '__proto__') throw new Unreadable('not JSON')
      pass(COLON)
      values[name] = value(depth)
    }
    pass(OPEN_MAP)
    if (passSpace() !== CLOSE_MAP) {
      passSpace()
      entry()
      for (; passSpace() === COMMA; entry()) {
        at += 1
        passSpace()
      }
    }
    pass(CLOSE_MAP)
    return values
  }

  const value = (depth: number): unknown => {
    parts += 1
    if (parts > mostParts) throw new Unreadable('too many parts')
    const code = passSpace()
    if (code === QUOTE) return text()
    if (code !== OPEN_LIST && code !== OPEN_MAP) return scalar()
    if (depth === DEEPEST) throw new Unreadable('not JSON')
    const [from, inPiece, before] = [at, pieces, parts]
    const made = code === OPEN_LIST ? list(depth + 1) : mapping(depth + 1)
    if (pieces !== inPiece || at - from > LONGEST_SHARED) return made
    const written = piece.slice(from, at)
    const known = containers.get(written)
    if (known === undefined) remember(containers, copyOf(written), made)
    else parts = before
    return known ?? made
  }

  const data = value(0)
  if (passSpace() !== END) throw new Unreadable('not JSON')
  return data
}

function isPlain(code: number): boolean {
  return code !== QUOTE && code !== BACKSLASH && code >= 0x20
}

/** Of a number, or of `true`, `false` and `null`. */
function isOfScalar(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x2b ||
    code === 0x2e ||
    code === 0x45
  )
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw new Unreadable('not JSON')
  }
}

/** A slice would keep the whole piece of the file in memory for as long as it lives. */
function copyOf(slice: string): string {
  return Buffer.from(slice, 'utf16le').toString('utf16le')
}

function remember<T>(known: Map<string, T>, written: string, value: T): void {
  if (known.size === MOST_REMEMBERED) known.clear()
  known.set(written, value)
}
