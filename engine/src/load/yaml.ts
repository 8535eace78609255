/**
 * Reads the YAML that policies and examples are written in, with the place of everything.
 * All scalars stay text; whatever makes YAML surprising (aliases, merges, tags, duplicate keys, several documents) is refused.
 */
import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node as YamlNode, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

export interface TextNode {
  readonly kind: 'text'
  readonly text: string
  readonly at: Place
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

export type Read = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly problems: readonly Problem[] }

export const LARGEST_FILE = 1024 * 1024
const DEEPEST = 32

/** Refuses: a file above 1 MB, invalid YAML, duplicate keys, aliases, anchors, merges, tags, several documents, deep nesting. */
export function readYaml(file: string, text: string): Read {
  if (text.length > LARGEST_FILE) {
    return failed(file, { line: 1, column: 1 }, 'The file is larger than 1 MB. Split it into several parts.')
  }
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true, strict: true, version: '1.2' })
    const error = document.errors[0] ?? document.warnings[0]
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0])
      return failed(file, { line: Math.max(1, line), column: Math.max(1, col) }, yamlSentence(error.code, error.message))
    }
    if (document.contents === null) return { ok: true, node: { kind: 'map', entries: [], at: { line: 1, column: 1 } } }
    return { ok: true, node: convert(document.contents, lines, 0) }
  } catch (error) {
    if (error instanceof Unreadable) return failed(file, error.at, error.message)
    return failed(file, { line: 1, column: 1 }, 'This is not YAML that can be read. Check brackets, quotes and indentation.')
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

function yamlSentence(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'This name stands twice in the same place. Keep one of the two.'
  if (code === 'MULTIPLE_DOCS') return 'A file holds one document. Remove the line `---`.'
  const first = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?/, '').trim()
  return `This is not valid YAML: ${first.endsWith('.') ? first : `${first}.`}`
}

function convert(node: YamlNode | null, lines: LineCounter, depth: number): Node {
  const at = placeOf(node, lines)
  if (depth > DEEPEST) throw new Unreadable(at, 'Nested too deeply. No policy file needs more than 32 levels.')
  if (node === null) return { kind: 'text', text: '', at }
  if (isAlias(node)) throw new Unreadable(at, 'References (`*name`) are not used here. Write the value out.')
  if (node.anchor !== undefined) throw new Unreadable(at, 'Anchors (`&name`) are not used here. Write the value out where it is needed.')
  if (node.tag !== undefined && !/^tag:yaml\.org,2002:(str|map|seq)$/.test(node.tag)) {
    throw new Unreadable(at, 'Tags (`!name`) are not used here. Every value is read as text.')
  }
  if (isScalar(node)) return { kind: 'text', text: scalarText(node.value), at }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => convert(item as YamlNode | null, lines, depth + 1)), at }
  }
  if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => entryOf(pair, lines, depth)), at }
  throw new Unreadable(at, 'Only texts, lists and mappings are used here.')
}

/** The failsafe schema makes a text of every scalar; an empty one is null. */
function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function entryOf(pair: unknown, lines: LineCounter, depth: number): Entry {
  if (!isPair(pair) || !isScalar(pair.key)) {
    const key = isPair(pair) ? (pair.key as YamlNode | null) : null
    throw new Unreadable(placeOf(key, lines), 'A key must be a plain text.')
  }
  const keyAt = placeOf(pair.key, lines)
  const key = scalarText(pair.key.value)
  if (key === '<<') throw new Unreadable(keyAt, 'Merges (`<<`) are not used here. Write the entries out.')
  if (pair.key.anchor !== undefined) throw new Unreadable(keyAt, 'Anchors (`&name`) are not used here.')
  const value = pair.value as YamlNode | null
  return { key, keyAt, value: value === null ? { kind: 'text', text: '', at: keyAt } : convert(value, lines, depth + 1) }
}

function placeOf(node: YamlNode | null, lines: LineCounter): Place {
  const offset = node?.range?.[0]
  if (offset === undefined) return { line: 1, column: 1 }
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
