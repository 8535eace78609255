/**
 * Reads just enough TypeScript to tell code from comments and literals. TypeScript 7 has no scanner that a program can
 * call, and a word inside a sentence must not count as a use of it.
 */
import { lineAt } from './tree.ts'

interface Span {
  readonly kind: 'comment' | 'literal'
  readonly from: number
  readonly to: number
}

/** A source text twice, position for position the same as the original. */
export interface Masked {
  /** Comments, strings, templates and regular expressions are blank. */
  readonly code: string
  /** Only comments are blank. */
  readonly uncommented: string
}

export interface Import {
  readonly specifier: string
  /** `import type`: nothing of the other module runs. */
  readonly isType: boolean
  readonly line: number
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
// A string ends with its line, so that an apostrophe in JSX text costs one line at most.
const STRING = /'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?/y
const REGULAR_EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/y
/** From a backtick, or from the brace that ends a substitution, to the closing backtick or the next substitution. */
const TEMPLATE_PIECE = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y
/** What stands before a slash that begins a regular expression, and not a division. */
const BEFORE_EXPRESSION =
  /(?:^|[(,=:[!&|?{;+\-*%>~^]|\b(?:return|typeof|case|in|of|do|else|void|throw|await|yield))\s*$/
/** How far back to look for it, with room for an indentation. */
const LONGEST_KEYWORD = 40

export function mask(text: string): Masked {
  const spans = spansOf(text)
  return {
    code: blank(text, spans),
    uncommented: blank(
      text,
      spans.filter((span) => span.kind === 'comment'),
    ),
  }
}

function spansOf(text: string): readonly Span[] {
  const spans: Span[] = []
  const substitutions: number[] = []
  let braces = 0
  let preceding = ''
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '{') braces += 1
    const endsSubstitution = char === '}' && substitutions.at(-1) === braces
    if (endsSubstitution) substitutions.pop()
    else if (char === '}') braces -= 1
    const span = spanAt(text, at, endsSubstitution, preceding)
    if (span !== undefined) {
      spans.push(span)
      const opensSubstitution = (char === '`' || endsSubstitution) && text.slice(at + 1, span.to).endsWith('${')
      if (opensSubstitution) substitutions.push(braces)
      if (span.kind === 'literal') preceding = opensSubstitution ? '(' : ')'
    } else {
      preceding = `${preceding}${char}`.slice(-LONGEST_KEYWORD)
    }
    at = span?.to ?? at + 1
  }
  return spans
}

function spanAt(text: string, at: number, endsSubstitution: boolean, preceding: string): Span | undefined {
  const char = text[at]
  if (char === '`' || endsSubstitution) return match(TEMPLATE_PIECE, 'literal', text, at)
  if (char === "'" || char === '"') return match(STRING, 'literal', text, at)
  if (char !== '/') return undefined
  const comment = match(COMMENT, 'comment', text, at)
  if (comment !== undefined) return comment
  return BEFORE_EXPRESSION.test(preceding) ? match(REGULAR_EXPRESSION, 'literal', text, at) : undefined
}

function match(pattern: RegExp, kind: Span['kind'], text: string, at: number): Span | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found === null || found[0] === '' ? undefined : { kind, from: at, to: at + found[0].length }
}

function blank(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const span of spans) {
    result += text.slice(at, span.from) + text.slice(span.from, span.to).replace(/[^\n]/g, ' ')
    at = span.to
  }
  return result + text.slice(at)
}

const IMPORTS = [
  /\bfrom\s*(['"])([^'"\n]+)\1/g,
  /\bimport\s*(['"])([^'"\n]+)\1/g,
  /\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\1/g,
]
const LOCATIONS = [/\bnew\s+URL\(\s*(['"])(\.[^'"\n]+)\1/g]

/** Every module that a file names: static, for its effects, re-exported, dynamic or required. */
export function importsOf(text: string): readonly Import[] {
  return namedIn(text, IMPORTS)
}

/** Files that a file starts or reads beside itself, as `new URL('./worker.ts', import.meta.url)`. */
export function locationsOf(text: string): readonly Import[] {
  return namedIn(text, LOCATIONS)
}

function namedIn(text: string, patterns: readonly RegExp[]): readonly Import[] {
  const { code, uncommented } = mask(text)
  return patterns
    .flatMap((pattern) => [...uncommented.matchAll(pattern)])
    .filter((found) => code[found.index] === uncommented[found.index])
    .map((found) => ({
      specifier: found[2] ?? '',
      isType: /\bimport\s+type\s+(?:\{[^{}]*\}|\w+)\s*$/.test(uncommented.slice(0, found.index)),
      line: lineAt(text, found.index + found[0].length - 1),
    }))
    .toSorted((a, b) => a.line - b.line)
}
