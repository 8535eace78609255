/** The parts of an .xlsx that say where its sheets are and how their cells are to be read. */
import { type Attributes, readXml, type XmlEvents } from '../../kernel/limited-xml.ts'
import type { ZipArchive } from '../../kernel/limited-zip.ts'
import { type CellFormat, formatOf } from './cell-text.ts'
import { refuse, refuseAt } from '../return-refusal.ts'
import { type CellBudget, chargeText } from './cell-budget.ts'
import type { RawSheet } from './raw-return.ts'
import type { ReturnLimits } from '../return-limits.ts'
import { beginText, closeInText, newRichText, openInText, ownText, textPiece } from './rich-text.ts'

export interface SheetEntry {
  readonly name: string
  readonly state: RawSheet['state']
  readonly path: string
}

export interface WorkbookIndex {
  readonly sheets: readonly SheetEntry[]
  /** By the style index of a cell. */
  readonly formats: readonly CellFormat[]
  readonly strings: readonly string[]
  readonly system1904: boolean
}

export async function readXmlEntry(
  zip: ZipArchive,
  name: string,
  events: XmlEvents,
  seen?: (characters: number) => void,
  mostElements?: number,
): Promise<void> {
  const reader = readXml(events, mostElements)
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

export async function readIndex(zip: ZipArchive, budget: CellBudget): Promise<WorkbookIndex> {
  const { limits } = budget
  checkEntries(zip)
  await checkContentTypes(zip)
  const roots = await relationships(zip, '_rels/.rels', '', limits)
  const workbookPath = only(roots, 'officeDocument') ?? 'xl/workbook.xml'
  if (!zip.has(workbookPath)) refuse('not_a_workbook')
  const folder = workbookPath.includes('/') ? workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1) : ''
  const file = workbookPath.slice(folder.length)
  const related = await relationships(zip, `${folder}_rels/${file}.rels`, folder, limits)
  const listed = await listSheets(zip, workbookPath, limits)
  const sheets = listed.sheets.flatMap((sheet) => {
    const relation = related.find((one) => one.id === sheet.id)
    // Sheets of charts and dialogs have no cells.
    if (relation === undefined || relation.kind !== 'worksheet') return []
    if (!zip.has(relation.target)) refuse('broken_workbook', sheet.name)
    return [{ name: sheet.name, state: sheet.state, path: relation.target }]
  })
  const styles = only(related, 'styles')
  const strings = only(related, 'sharedStrings')
  return {
    sheets,
    formats: styles !== undefined && zip.has(styles) ? await readFormats(zip, styles, limits) : [],
    strings: strings !== undefined && zip.has(strings) ? await readStrings(zip, strings, budget) : [],
    system1904: listed.system1904,
  }
}

/** The part of that kind; where there are two, programs may differ in which they take. */
function only(related: readonly Relationship[], kind: string): string | undefined {
  const [one, other] = related.filter((relation) => relation.kind === kind)
  if (other !== undefined) refuse('broken_workbook', kind)
  return one?.target
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
  /** `worksheet`, `styles`; empty for what is none of a workbook. */
  readonly kind: string
  readonly target: string
}

const KIND =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/

async function relationships(
  zip: ZipArchive,
  path: string,
  folder: string,
  limits: ReturnLimits,
): Promise<readonly Relationship[]> {
  const found = new Map<string, Relationship>()
  if (!zip.has(path)) return []
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Type: type = '', Id: id = '', Target: target = '' } = attributes
      if (type.endsWith('/externalLink')) refuse('external_links')
      if (found.has(id)) refuse('broken_workbook', id)
      checkListed(found.size, [type, id, target], limits)
      if (attributes['TargetMode'] === 'External') return
      const kind = KIND.exec(type)?.[1] ?? ''
      // Written in another way, the same name might be another part.
      if (kind !== '' && /[%?#]/.test(target)) refuse('broken_workbook', target)
      found.set(id, { id, kind, target: resolved(folder, target) })
    },
  })
  return [...found.values()]
}

/** No honest workbook lists so much, and no limit on the cells would hold it. */
function checkListed(known: number, texts: readonly string[], limits: ReturnLimits): void {
  if (known >= limits.listed || texts.some((text) => text.length > limits.listedText))
    refuse('list_too_long', undefined, String(limits.listed))
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
  const names = new Set<string>()
  let system1904 = false
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') {
        const flag = attributes['date1904'] ?? '0'
        if (!/^(?:0|1|true|false)$/.test(flag)) refuse('broken_workbook', flag)
        system1904 = flag === '1' || flag === 'true'
      }
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets) refuse('too_many_sheets', undefined, String(limits.sheets))
      const title = ownText(attributes['name'] ?? '')
      checkListed(0, [title], limits)
      if (names.has(title.toLowerCase())) refuse('broken_workbook', title)
      names.add(title.toLowerCase())
      sheets.push({ id: relationId(attributes), name: title, state: stateOf(attributes['state']) })
    },
  })
  return { sheets, system1904 }
}

function relationId(attributes: Attributes): string {
  const keys = Object.keys(attributes).filter((name) => name.endsWith(':id'))
  if (keys.length > 1) refuse('broken_workbook', attributes['name'])
  return attributes[keys[0] ?? ''] ?? ''
}

function stateOf(state: string | undefined): RawSheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible'
}

async function readFormats(zip: ZipArchive, path: string, limits: ReturnLimits): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCells = false
  await readXmlEntry(zip, path, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const code = attributes['formatCode'] ?? ''
        checkListed(codes.size, [code], limits)
        codes.set(formatId(attributes), code)
      }
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        if (formats.length >= MOST_CELL_FORMATS) refuse('list_too_long', undefined, String(MOST_CELL_FORMATS))
        const id = formatId(attributes)
        formats.push(formatOf(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** What a workbook can hold at most. */
const MOST_CELL_FORMATS = 65_536

function formatId(attributes: Attributes): number {
  const id = attributes['numFmtId'] ?? '0'
  return /^\d{1,9}$/.test(id) ? Number(id) : refuse('broken_workbook', id)
}

async function readStrings(zip: ZipArchive, path: string, budget: CellBudget): Promise<readonly string[]> {
  const strings: string[] = []
  const at = newRichText()
  await readXmlEntry(zip, path, {
    open: (name) => {
      if (at.state === 'outside') {
        if (name === 'si') beginText(at)
      } else if (!openInText(at, name))
        refuseAt('ambiguous_workbook', { expected: { en: 'a text in two pieces', ur: 'دو ٹکڑوں میں ایک متن' } })
    },
    text: (piece) => {
      textPiece(at, piece)
      if (at.value.length > budget.limits.cellText)
        refuse('cell_text_too_long', undefined, String(budget.limits.cellText))
    },
    close: (name) => {
      if (at.state === 'outside') return
      if (at.state !== 'item') return closeInText(at, name)
      at.state = 'outside'
      chargeText(budget, at.value.length)
      strings.push(ownText(at.value))
    },
  })
  return strings
}
