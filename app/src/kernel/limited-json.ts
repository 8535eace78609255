/**
 * Reads JSON from strangers part by part, without building it: who reads takes each value as it comes, and counts what he keeps. A number stays
 * the text that was sent, so that none passes through binary floating point; a name that stands twice in an object is a fault, since
 * programs disagree about which of the two counts.
 */
import { isWritable } from './unwritable-text.ts'

/** `text`: characters that are no text, such as U+0000 or half of a pair. `name twice`: at that name. */
export type JsonFault = 'broken' | 'text' | 'name twice'

/** Thrown inside the reading of one text, and turned into a refusal by whoever began it. */
export class JsonError extends Error {
  readonly fault: JsonFault
  /** The line in which the text goes wrong, or the name that stands twice. */
  readonly detail: string
  constructor(fault: JsonFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.fault = fault
    this.detail = detail
  }
}

/** A value that holds no others; of a number `text` is what was sent. */
export interface JsonScalar {
  readonly kind: 'text' | 'number' | 'boolean' | 'null'
  readonly text: string
}

export interface JsonReader {
  /** What stands next. */
  readonly next: () => 'object' | 'list' | JsonScalar['kind']
  /** `take` reads the value of each name. */
  readonly object: (take: (name: string) => void) => void
  readonly list: (take: (index: number) => void) => void
  readonly scalar: () => JsonScalar
  /** To be asked when all is read: nothing but space may follow. */
  readonly end: () => void
}

const SPACE = /[ \t\n\r]*/y
/** A quote, a backslash, or what must not stand in a text as it is: all but these. */
const STOP = /[^ !#-[\]-\u{10FFFF}]/gu
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

function unescaped(written: string, broken: () => never): string {
  try {
    return JSON.parse(`"${written}"`) as string
  } catch {
    return broken()
  }
}

export function jsonReader(text: string): JsonReader {
  let at = 0
  const broken = (): never => {
    throw new JsonError('broken', String(text.slice(0, at).split('\n').length))
  }
  /** The characters at hand that the pattern describes, which are then passed. */
  const pass = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    if (found === undefined) return broken()
    at += found.length
    return found
  }
  const passSign = (sign: string): void => {
    pass(SPACE)
    if (text[at] !== sign) broken()
    at += 1
  }
  const isAt = (sign: string): boolean => {
    pass(SPACE)
    return text[at] === sign
  }
  const readText = (): string => {
    passSign('"')
    const from = at
    let escapes = false
    for (;;) {
      STOP.lastIndex = at
      const stop = STOP.exec(text)
      if (stop === null) return broken()
      at = stop.index
      if (stop[0] === '"') break
      if (stop[0] !== '\\') return broken()
      escapes = true
      at += 2
    }
    const written = text.slice(from, at)
    at += 1
    const said = escapes ? unescaped(written, broken) : written
    if (!isWritable(said)) throw new JsonError('text', String(text.slice(0, at).split('\n').length))
    return said
  }
  /** What stands between two signs, with commas between. */
  const eachUntil = (close: string, take: () => void): void => {
    if (!isAt(close)) {
      take()
      while (isAt(',')) {
        at += 1
        take()
      }
    }
    passSign(close)
  }
  const next: JsonReader['next'] = () => {
    pass(SPACE)
    const first = text[at] ?? ''
    if (first === '{') return 'object'
    if (first === '[') return 'list'
    if (first === '"') return 'text'
    if (first === 'n') return 'null'
    return first === 't' || first === 'f' ? 'boolean' : 'number'
  }
  return {
    next,
    object: (take) => {
      const seen = new Set<string>()
      passSign('{')
      eachUntil('}', () => {
        const name = readText()
        if (seen.has(name)) throw new JsonError('name twice', name)
        seen.add(name)
        passSign(':')
        take(name)
      })
    },
    list: (take) => {
      let index = 0
      passSign('[')
      eachUntil(']', () => {
        take(index)
        index += 1
      })
    },
    scalar: () => {
      const kind = next()
      if (kind === 'text') return { kind, text: readText() }
      if (kind === 'boolean' || kind === 'null') return { kind, text: pass(WORD) }
      return { kind: 'number', text: pass(NUMBER) }
    },
    end: () => {
      pass(SPACE)
      if (at < text.length) broken()
    },
  }
}
