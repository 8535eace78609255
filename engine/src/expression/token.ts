import type { Span } from './tree.ts'

export interface Token {
  readonly kind: 'name' | 'number' | 'symbol' | 'end'
  readonly text: string
  readonly at: Span
}

const TOKEN = /\s*(?:([a-z][a-z0-9_]*)|(\d+(?:\.\d+)?%?)|(<=|>=|!=|[-+*/=<>()[\],]))/y

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly offset: number; readonly found: string }

export function tokenize(text: string): Tokens {
  const tokens: Token[] = []
  let position = 0
  for (;;) {
    TOKEN.lastIndex = position
    const match = TOKEN.exec(text)
    if (match === null) {
      const rest = text.slice(position)
      if (rest.trim() === '') break
      const offset = position + (rest.length - rest.trimStart().length)
      return { ok: false, offset, found: String.fromCodePoint(text.codePointAt(offset) ?? 0xfffd) }
    }
    const [, name, number, symbol] = match
    const word = name ?? number ?? symbol ?? ''
    const end = position + match[0].length
    const kind = name !== undefined ? 'name' : number !== undefined ? 'number' : 'symbol'
    tokens.push({ kind, text: word, at: { start: end - word.length, end } })
    position = end
  }
  tokens.push({ kind: 'end', text: '', at: { start: text.length, end: text.length } })
  return { ok: true, tokens }
}
