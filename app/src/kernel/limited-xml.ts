/** Reads XML from strangers as a stream: no document types, no entities of its own, no endless tokens, no bottomless nesting. */
import { SaxesParser, type SaxesTagPlain } from 'saxes'

export type XmlFault =
  | 'document type'
  | 'broken'
  | 'token too long'
  | 'nested too deeply'
  | 'too many elements'
  | 'wrong encoding'

export class XmlError extends Error {
  readonly fault: XmlFault
  constructor(fault: XmlFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.fault = fault
  }
}

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix. */
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

export function readXml(events: XmlEvents): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let written = 0
  let lastEvent = 0
  let depth = 0
  let elements = 0
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
    if (elements > MOST_ELEMENTS) throw new XmlError('too many elements', '')
    if (depth > DEEPEST) throw new XmlError('nested too deeply', tag.name)
    events.open?.(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    lastEvent = written
    depth -= 1
    events.close?.(local(tag.name))
  })
  if (events.text !== undefined) {
    parser.on('text', (value) => events.text?.(value))
    parser.on('cdata', (value) => events.text?.(value))
  }
  return {
    write: (piece) => {
      written += piece.length
      if (written - lastEvent > LONGEST_TOKEN) throw new XmlError('token too long', '')
      parser.write(piece)
    },
    end: () => {
      parser.close()
    },
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
