/** The parts of an .xlsx that say where its sheets are and how their cells are to be read. */
import { type Attributes, readXml, type XmlEvents } from '../kernel/limited-xml.ts'
import type { ZipArchive } from '../kernel/limited-zip.ts'
import { formatKind, type NumberFormat } from './cell-text.ts'
import { refuse } from './return-refusal.ts'
import type { RawSheet } from './raw-return.ts'
import type { ReturnLimits } from './return-limits.ts'

export interface SheetEntry {
  readonly name: string
  readonly state: RawSheet['state']
  readonly path: string
}

export interface WorkbookIndex {
  readonly sheets: readonly SheetEntry[]
  /** By the style index of a cell. */
  readonly formats: readonly NumberFormat[]
  readonly strings: readonly string[]
  readonly system1904: boolean
}

export async function readXmlEntry(
  zip: ZipArchive,
  name: string,
  events: XmlEvents,
  seen?: (characters: number) => void,
): Promise<void> {
  const reader = readXml(events)
  await zip.stream(name, (text) => {
    reader.write(text)
    seen?.(text.length)
  })
  reader.end()
}

/** Refuses what is not a plain workbook before any sheet is opened: macros, links to other workbooks, other formats. */
function checkEntries(zip: ZipArchive): void {
  const names = zip.names.map((name) => name.toLowerCase())
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')))
    refuse('macro_workbook')
  if (names.some((name) => name.startsWith('xl/externallinks/'))) refuse('external_links')
  if (!zip.has('[Content_Types].xml')) refuse('not_a_workbook')
}

export async function readIndex(zip: ZipArchive, limits: ReturnLimits): Promise<WorkbookIndex> {
  checkEntries(zip)
  await checkContentTypes(zip)
  const roots = await relationships(zip, '_rels/.rels', '')
  const workbookPath = roots.find((one) => one.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  if (!zip.has(workbookPath)) refuse('not_a_workbook')
  const folder = workbookPath.includes('/') ? workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1) : ''
  const file = workbookPath.slice(folder.length)
  const related = await relationships(zip, `${folder}_rels/${file}.rels`, folder)
  const listed = await listSheets(zip, workbookPath, limits)
  const sheets = listed.sheets.flatMap((sheet) => {
    const relation = related.find((one) => one.id === sheet.id)
    // Sheets of charts and dialogs have no cells.
    if (relation === undefined || !relation.type.endsWith('/worksheet')) return []
    if (!zip.has(relation.target)) refuse('broken_workbook', sheet.name)
    return [{ name: sheet.name, state: sheet.state, path: relation.target }]
  })
  const styles = related.find((one) => one.type.endsWith('/styles'))?.target
  const strings = related.find((one) => one.type.endsWith('/sharedStrings'))?.target
  return {
    sheets,
    formats: styles !== undefined && zip.has(styles) ? await readFormats(zip, styles) : [],
    strings: strings !== undefined && zip.has(strings) ? await readStrings(zip, strings, limits) : [],
    system1904: listed.system1904,
  }
}

async function checkContentTypes(zip: ZipArchive): Promise<void> {
  let workbook = false
  await readXmlEntry(zip, '[Content_Types].xml', {
    open: (_name, attributes) => {
      const type = attributes['ContentType'] ?? ''
      if (/macroEnabled|vbaProject/i.test(type)) refuse('macro_workbook')
      if (type.includes('spreadsheetml.sheet.main') || type.includes('spreadsheetml.template.main')) workbook = true
    },
  })
  if (!workbook) refuse('not_a_workbook')
}

interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

async function relationships(zip: ZipArchive, path: string, folder: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = []
  if (!zip.has(path)) return found
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const type = attributes['Type'] ?? ''
      if (type.endsWith('/externalLink')) refuse('external_links')
      if (attributes['TargetMode'] === 'External') return
      found.push({ id: attributes['Id'] ?? '', type, target: resolved(folder, attributes['Target'] ?? '') })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

interface ListedSheet {
  readonly id: string
  readonly name: string
  readonly state: RawSheet['state']
}

async function listSheets(
  zip: ZipArchive,
  path: string,
  limits: ReturnLimits,
): Promise<{ sheets: readonly ListedSheet[]; system1904: boolean }> {
  const sheets: ListedSheet[] = []
  let system1904 = false
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') system1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets) refuse('too_many_sheets', undefined, String(limits.sheets))
      sheets.push({ id: relationId(attributes), name: attributes['name'] ?? '', state: stateOf(attributes['state']) })
    },
  })
  return { sheets, system1904 }
}

function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] ?? '')
}

function stateOf(state: string | undefined): RawSheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible'
}

async function readFormats(zip: ZipArchive, path: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells && formats.length < 65_536) {
        const id = Number(attributes['numFmtId'] ?? '0')
        formats.push(formatKind(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

async function readStrings(zip: ZipArchive, path: string, limits: ReturnLimits): Promise<readonly string[]> {
  const strings: string[] = []
  let characters = 0
  let text = ''
  let inText = false
  let phonetic = 0
  await readXmlEntry(zip, path, {
    open: (name) => {
      if (name === 't') inText = phonetic === 0
      else if (name === 'rPh') phonetic += 1
      else if (name === 'si') text = ''
    },
    text: (piece) => {
      if (!inText) return
      text += piece
      if (text.length > limits.cellText) refuse('cell_text_too_long', undefined, String(limits.cellText))
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') {
        characters += text.length
        if (strings.length >= limits.sharedStrings || characters > limits.sharedText)
          refuse('too_many_strings', undefined, String(limits.sharedStrings))
        strings.push(ownText(text))
      }
    },
  })
  return strings
}

/** A short copy of its own: a slice of a parsed chunk would keep the whole chunk in memory for as long as the cell lives. */
export function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8')
}
