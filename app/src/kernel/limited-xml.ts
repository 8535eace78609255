/**
 * Reads XML from strangers as a stream: no document types, no entities of its own, no endless tokens, no bottomless nesting, and one
 * prefix for the vocabulary of the document, so that its elements are known by their names alone.
 */
import { SaxesParser, type SaxesTagPlain } from 'saxes'

export type XmlFault =
  | 'document type'
  | 'broken'
  | 'token too long'
  | 'nested too deeply'
  | 'too many elements'
  | 'wrong encoding'
  | 'two vocabularies'

export class XmlError extends Error {
  readonly fault: XmlFault
  constructor(fault: XmlFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.fault = fault
  }
}

export type Attributes = Readonly<Record<string, string>>

/** Elements with the prefix of the root come without it, those of any other vocabulary with theirs: `mc:AlternateContent`. */
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

export interface XmlReader {
  write(text: string): void
  end(): void
}

/** The parser holds a token until it ends, so one without an end would grow with the file. */
const LONGEST_TOKEN = 2 * 1024 * 1024
const DEEPEST = 64
const MOST_ELEMENTS = 6_000_000

export function readXml(events: XmlEvents, mostElements = MOST_ELEMENTS): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let written = 0
  let lastEvent = 0
  let depth = 0
  let elements = 0
  let root: Root | undefined
  /** Whether a declaration of a namespace was seen below the root, and the end of what was looked through for one. */
  let declares = false
  let tail = ''
  parser.on('error', (error) => {
    throw new XmlError('broken', error.message)
  })
  parser.on('doctype', () => {
    throw new XmlError('document type', '')
  })
  parser.on('xmldecl', (declaration) => {
    if (declaration.encoding !== undefined && !/^utf-?8$/i.test(declaration.encoding))
      throw new XmlError('wrong encoding', declaration.encoding)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    lastEvent = written
    depth += 1
    elements += 1
    if (elements > mostElements) throw new XmlError('too many elements', '')
    if (depth > DEEPEST) throw new XmlError('nested too deeply', tag.name)
    root ??= rootOf(tag)
    if (depth === 1 || declares) checkDeclarations(root, tag)
    events.open?.(nameIn(root, tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    lastEvent = written
    depth -= 1
    events.close?.(root === undefined ? tag.name : nameIn(root, tag.name))
  })
  if (events.text !== undefined) {
    parser.on('text', (value) => events.text?.(value))
    parser.on('cdata', (value) => events.text?.(value))
  }
  const isRooted = (): boolean => root !== undefined
  return {
    write: (piece) => {
      written += piece.length
      if (written - lastEvent > LONGEST_TOKEN) throw new XmlError('token too long', '')
      let rest = piece
      while (!isRooted() && rest !== '') {
        const head = rest.slice(0, rest.indexOf('>') + 1 || rest.length)
        rest = rest.slice(head.length)
        parser.write(head)
      }
      if (rest === '') return
      declares ||= rest.includes('xmlns') || (tail + rest.slice(0, 4)).includes('xmlns')
      tail = rest.slice(-4)
      parser.write(rest)
    },
    end: () => {
      parser.close()
    },
  }
}

interface Root {
  /** `x:`, or empty. */
  readonly prefix: string
  readonly namespace: string | undefined
}

function rootOf(tag: SaxesTagPlain): Root {
  const prefix = tag.name.slice(0, tag.name.indexOf(':') + 1)
  return { prefix, namespace: tag.attributes[declarationOf(prefix)] }
}

function declarationOf(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
}

/** Another prefix for the same vocabulary, or the same prefix for another, would let two readers see two documents. */
function checkDeclarations(root: Root, tag: SaxesTagPlain): void {
  const own = declarationOf(root.prefix)
  for (const [name, value] of Object.entries(tag.attributes)) {
    const declaration = name === 'xmlns' || name.startsWith('xmlns:')
    if (declaration && (name === own) !== (value === root.namespace)) throw new XmlError('two vocabularies', tag.name)
  }
}

function nameIn(root: Root, name: string): string {
  if (root.prefix === '') return name
  return name.startsWith(root.prefix) ? name.slice(root.prefix.length) : `:${name}`
}
