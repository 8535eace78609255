/**
 * Reads the YAML that policies and examples are written in, with the place of everything.
 * All scalars stay text; whatever makes YAML surprising (aliases, merges, tags, duplicate keys, several documents) is refused.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node as YamlNode,
  parseDocument,
  type Scalar,
} from 'yaml'
import type { Problem } from './problem.ts'
import { yamlSentence } from './yaml-sentence.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

export interface TextNode {
  readonly kind: 'text'
  readonly text: string
  readonly at: Place
  /** The text as it stands in the file, without its quotes or its block's mark, and where that begins. */
  readonly raw: { readonly text: string; readonly at: Place }
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly at: Place
}

export interface Entry {
  readonly key: string
  readonly keyAt: Place
  readonly value: Node
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly at: Place
}

export type Node = TextNode | ListNode | MapNode

export type Read =
  | { readonly ok: true; readonly node: Node; readonly marks: number }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const LARGEST_FILE = 1024 * 1024
/** Marks are words, brackets, commas, line ends. The library needs a kilobyte for some; the fullest file that comes with the project has 5,000. */
const MOST_MARKS = 160_000
const DEEPEST = 32
const TOO_DEEP = 'Nested too deeply. No policy file needs more than 32 levels.'
const NO_TAGS = 'Tags (`!name`) are not used here. Every value is read as text.'

/** The library takes longer and longer over brackets that were never opened; no honest slip leaves a thousand of them. */
function closesMuch(text: string): boolean {
  let open = 1000
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '[' || character === '{') open += 1
    else if (character === ']' || character === '}') open -= 1
    if (open < 0) return true
  }
  return false
}

/** Counts without building anything; undefined above the bound. */
function marksOf(text: string): number | undefined {
  let marks = 0
  for (const _ of new Lexer().lex(text)) {
    marks += 1
    if (marks > MOST_MARKS) return undefined
  }
  return marks
}

/** Refuses: a file above 1 MB or 160,000 marks, invalid YAML, duplicate keys, aliases, anchors, merges, tags, several documents, deep nesting. */
export function readYaml(file: string, text: string): Read {
  if (text.length > LARGEST_FILE) {
    return failed(file, { line: 1, column: 1 }, 'The file is larger than 1 MB. Split it into several parts.')
  }
  if (closesMuch(text))
    return failed(file, { line: 1, column: 1 }, 'More brackets are closed than were opened. Remove the extra ones.')
  const marks = marksOf(text)
  if (marks === undefined) {
    const sentence = `The file has more than ${MOST_MARKS} words and marks. Split it into several files.`
    return failed(file, { line: 1, column: 1 }, sentence)
  }
  const lines = new LineCounter()
  // The library makes an error of every mark that is out of place; their stacks would be most of the memory.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    // Keys are held to be unique below, since the library compares each with all before it.
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
      version: '1.2',
    })
    const error = document.errors[0] ?? document.warnings[0]
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0])
      return failed(file, { line: Math.max(1, line), column: Math.max(1, col) }, unreadable(error.code, error.message))
    }
    if (document.contents === null)
      return { ok: true, node: { kind: 'map', entries: [], at: { line: 1, column: 1 } }, marks }
    return { ok: true, node: convert(document.contents, { text, lines }, 0), marks }
  } catch (error) {
    if (error instanceof Unreadable) return failed(file, error.at, error.message)
    return failed(
      file,
      { line: 1, column: 1 },
      'This is not YAML that can be read. Check brackets, quotes and indentation.',
    )
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

class Unreadable extends Error {
  readonly at: Place
  constructor(at: Place, sentence: string) {
    super(sentence)
    this.at = at
  }
}

function failed(file: string, at: Place, sentence: string): Read {
  return { ok: false, problems: [{ file, line: at.line, column: at.column, sentence }] }
}

function unreadable(code: string, message: string): string {
  if (/call stack/i.test(message)) return TOO_DEEP
  if (code === 'TAG_RESOLVE_FAILED') return NO_TAGS
  if (code === 'MULTIPLE_DOCS') return 'A file holds one document. Remove the line `---`.'
  return yamlSentence(message)
}

interface Original {
  readonly text: string
  readonly lines: LineCounter
}

function convert(node: YamlNode | null, original: Original, depth: number): Node {
  const at = placeOf(node, original)
  if (depth > DEEPEST) throw new Unreadable(at, TOO_DEEP)
  if (node === null) return emptyText(at)
  if (isAlias(node)) throw new Unreadable(at, 'References (`*name`) are not used here. Write the value out.')
  if (node.anchor !== undefined)
    throw new Unreadable(at, 'Anchors (`&name`) are not used here. Write the value out where it is needed.')
  if (node.tag !== undefined) throw new Unreadable(at, NO_TAGS)
  if (isScalar(node)) return { kind: 'text', text: scalarText(node.value, at), at, raw: rawOf(node, original) }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => convert(item as YamlNode | null, original, depth + 1)), at }
  }
  if (!isMap(node)) throw new Unreadable(at, 'Only texts, lists and mappings are used here.')
  const seen = new Set<string>()
  const entries = node.items.map((pair) => {
    const entry = entryOf(pair, original, depth)
    if (seen.has(entry.key))
      throw new Unreadable(
        entry.keyAt,
        `The name '${entry.key.slice(0, 60)}' stands twice in the same place. Keep one of the two.`,
      )
    seen.add(entry.key)
    return entry
  })
  return { kind: 'map', entries, at }
}

function emptyText(at: Place): TextNode {
  return { kind: 'text', text: '', at, raw: { text: '', at } }
}

/** The failsafe schema makes a text of every scalar; an empty one is null. Half a surrogate pair has no bytes that could be hashed. */
function scalarText(value: unknown, at: Place): string {
  const text = typeof value === 'string' ? value : ''
  if (text.isWellFormed()) return text
  throw new Unreadable(
    at,
    'This text holds half of a character (an escape such as `\\ud800`). Write the whole character.',
  )
}

function rawOf(node: Scalar, original: Original): TextNode['raw'] {
  const [start = 0, end = 0] = node.range ?? []
  const source = original.text.slice(start, end)
  const mark = /^(?:[|>][^\n]*\n|["'])/.exec(node.type === 'PLAIN' ? '' : source)?.[0].length ?? 0
  const closing = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0
  return { text: source.slice(mark, source.length - closing), at: placeAt(start + mark, original) }
}

function solid(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Where a character of the trimmed text stands in the file: reading folds white space, and but for escapes changes nothing else. */
export function placeWithin(node: TextNode, offset: number): Place {
  const { raw } = node

  if (solid(raw.text) !== solid(node.text)) return node.at
  let before = solid(node.text.trim().slice(0, offset)).length
  let index = 0
  for (; index < raw.text.length; index += 1) {
    if (/\s/.test(raw.text[index] ?? '')) continue
    if (before === 0) break
    before -= 1
  }
  const above = raw.text.slice(0, index).trimEnd().length
  const lines = raw.text.slice(0, index === raw.text.length ? above : index).split('\n')
  const column = lines.at(-1)?.length ?? 0
  return lines.length === 1
    ? { line: raw.at.line, column: raw.at.column + column }
    : { line: raw.at.line + lines.length - 1, column: column + 1 }
}

function entryOf(pair: unknown, original: Original, depth: number): Entry {
  if (!isPair(pair) || !isScalar(pair.key)) {
    const key = isPair(pair) ? (pair.key as YamlNode | null) : null
    throw new Unreadable(placeOf(key, original), 'A key must be a plain text.')
  }
  const keyAt = placeOf(pair.key, original)
  const key = scalarText(pair.key.value, keyAt)
  if (key === '<<') throw new Unreadable(keyAt, 'Merges (`<<`) are not used here. Write the entries out.')
  if (pair.key.anchor !== undefined) throw new Unreadable(keyAt, 'Anchors (`&name`) are not used here.')
  if (pair.key.tag !== undefined) throw new Unreadable(keyAt, NO_TAGS)
  const value = pair.value as YamlNode | null
  return { key, keyAt, value: value === null ? emptyText(keyAt) : convert(value, original, depth + 1) }
}

function placeOf(node: YamlNode | null, original: Original): Place {
  const offset = node?.range?.[0]
  return offset === undefined ? { line: 1, column: 1 } : placeAt(offset, original)
}

function placeAt(offset: number, { lines }: Original): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** The value under a key, or undefined. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined
}

export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'text' ? node.text : undefined
}
