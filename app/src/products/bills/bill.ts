/** A bill of materials: its revisions, their lines, and what is to be said of them. Amounts are texts, exact to the last digit. */

export const BOOKS = ['imported', 'bought_locally', 'made_in_house'] as const
export type Book = (typeof BOOKS)[number]

/** Null where the text is the name of none. */
export function bookOf(text: string | undefined): Book | null {
  return BOOKS.find((one) => one === text) ?? null
}

/** A part that can stand in a line's place: for a share of the devices, or in an order of preference. */
export interface Substitute {
  readonly part_code: string
  readonly part: string
  readonly supplier: string
  readonly book: Book | null
  /** `30%` */
  readonly share: string | null
  readonly priority: number | null
}

/** Null and empty is what is not known yet: a draft may have gaps, a revision that is released has none where it matters. */
export interface BillLine {
  /** What the line is called by others: `10`, `10.1`. */
  readonly position: string
  /** The position of what it is a part of. */
  readonly part_of: string | null
  readonly part_code: string
  readonly part: string
  /** The part's own version. */
  readonly part_version: string
  readonly component_class: string
  /** Eight digits: `8517.7900`. */
  readonly hs_code: string
  readonly book: Book | null
  /** For one device. */
  readonly quantity: string | null
  /** `PKR 12.50` */
  readonly unit_value: string | null
  readonly supplier: string
  readonly substitutes: readonly Substitute[]
}

export interface Bill {
  readonly model_id: string
  readonly revision: number
  readonly basis: number | null
  readonly version: number
  readonly lines: readonly BillLine[]
  readonly begun_at: string
  readonly changed_at: string
  readonly changed_by: string
  readonly released_at: string | null
  readonly released_by: string | null
}

export const MOST_LINES = 5000
export const MOST_SUBSTITUTES = 20

export const BLANK_LINE: BillLine = {
  position: '',
  part_of: null,
  part_code: '',
  part: '',
  part_version: '',
  component_class: '',
  hs_code: '',
  book: null,
  quantity: null,
  unit_value: null,
  supplier: '',
  substitutes: [],
}

/** What each text may be; empty is not known. */
export const LINE_PATTERNS = {
  position: /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
  part_code: /^(?:[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39})?$/,
  part: /^[^\p{Cc}]{1,200}$/u,
  part_version: /^[^\p{Cc}]{0,60}$/u,
  component_class: /^(?:[a-z][a-z0-9_]{0,59})?$/,
  hs_code: /^(?:\d{4}\.\d{4})?$/,
  quantity: /^(?=.*[1-9])\d{1,9}(?:\.\d{1,6})?$/,
  unit_value: /^[A-Z]{3} \d{1,12}(?:\.\d{1,6})?$/,
  supplier: /^[^\p{Cc}]{0,200}$/u,
} as const

const SHARE = /^(?:100|\d{1,2}(?:\.\d{1,4})?)%$/

export type LineRule = keyof typeof LINE_PATTERNS | 'part_of' | 'substitutes'

/** Where a line is not as lines are, and which rule it breaks. */
export interface LineFault {
  /** A JSON pointer into the lines: `/3/hs_code`. */
  readonly place: string
  readonly rule: LineRule | 'book' | 'share' | 'too_many' | 'position_twice' | 'part_of_itself'
}

export function faultOf(lines: readonly BillLine[]): LineFault | undefined {
  if (lines.length > MOST_LINES) return { place: '', rule: 'too_many' }
  const places = new Map<string, number>()
  for (const [nth, line] of lines.entries()) {
    const own = faultInLine(line, `/${nth}`)
    if (own !== undefined) return own
    if (places.has(line.position)) return { place: `/${nth}/position`, rule: 'position_twice' }
    places.set(line.position, nth)
  }
  for (const [nth, { part_of }] of lines.entries())
    if (part_of !== null && !places.has(part_of)) return { place: `/${nth}/part_of`, rule: 'part_of' }
  const circle = circleIn(lines)
  return circle === undefined ? undefined : { place: `/${places.get(circle) ?? 0}/part_of`, rule: 'part_of_itself' }
}

function faultInLine(line: BillLine, place: string): LineFault | undefined {
  for (const rule of [
    'position',
    'part_code',
    'part',
    'part_version',
    'component_class',
    'hs_code',
    'supplier',
  ] as const)
    if (!LINE_PATTERNS[rule].test(line[rule])) return { place: `${place}/${rule}`, rule }
  for (const rule of ['quantity', 'unit_value'] as const) {
    const value = line[rule]
    if (value !== null && !LINE_PATTERNS[rule].test(value)) return { place: `${place}/${rule}`, rule }
  }
  if (line.book !== null && !BOOKS.includes(line.book)) return { place: `${place}/book`, rule: 'book' }
  if (line.substitutes.length > MOST_SUBSTITUTES) return { place: `${place}/substitutes`, rule: 'substitutes' }
  for (const [nth, one] of line.substitutes.entries()) {
    const at = `${place}/substitutes/${nth}`
    for (const rule of ['part_code', 'part', 'supplier'] as const)
      if (!LINE_PATTERNS[rule].test(one[rule])) return { place: `${at}/${rule}`, rule }
    if (one.part_code === '') return { place: `${at}/part_code`, rule: 'part_code' }
    if (one.book !== null && !BOOKS.includes(one.book)) return { place: `${at}/book`, rule: 'book' }
    const isShare = one.share !== null && SHARE.test(one.share)
    const isOrder = one.priority !== null && Number.isInteger(one.priority) && one.priority > 0 && one.priority < 1000
    if ((one.share !== null && !isShare) || (one.priority !== null && !isOrder) || isShare === isOrder)
      return { place: `${at}/share`, rule: 'share' }
  }
  return undefined
}

/** A position that is, through others, a part of itself. */
export function circleIn(lines: readonly Pick<BillLine, 'position' | 'part_of'>[]): string | undefined {
  const above = new Map(lines.map(({ position, part_of }) => [position, part_of]))
  const sound = new Set<string>()
  for (const { position } of lines) {
    const path = new Set<string>()
    for (let at: string | null = position; at !== null && !sound.has(at); at = above.get(at) ?? null) {
      if (path.has(at)) return at
      path.add(at)
    }
    for (const one of path) sound.add(one)
  }
  return undefined
}

const NEEDED = ['part_code', 'component_class', 'hs_code', 'book', 'quantity'] as const

/** What must be known before a revision is released. */
export function missingIn(line: BillLine): readonly (typeof NEEDED)[number][] {
  return NEEDED.filter((name) => line[name] === '' || line[name] === null)
}

export interface LineChange {
  readonly position: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What of it is otherwise, as texts. */
  readonly fields: readonly { readonly name: keyof BillLine; readonly before: string; readonly after: string }[]
}

/** By position, in the order of the later one; what was removed comes last. */
export function changesBetween(before: readonly BillLine[], after: readonly BillLine[]): readonly LineChange[] {
  const was = new Map(before.map((line) => [line.position, line]))
  const is = new Set(after.map(({ position }) => position))
  const changed = after.flatMap((line): readonly LineChange[] => {
    const earlier = was.get(line.position)
    const fields = fieldChanges(earlier ?? BLANK_LINE, line)
    if (earlier !== undefined && fields.length === 0) return []
    return [{ position: line.position, kind: earlier === undefined ? 'added' : 'changed', fields }]
  })
  const removed = before
    .filter(({ position }) => !is.has(position))
    .map((line): LineChange => ({ position: line.position, kind: 'removed', fields: fieldChanges(line, BLANK_LINE) }))
  return [...changed, ...removed]
}

function fieldChanges(before: BillLine, after: BillLine): LineChange['fields'] {
  return (Object.keys(BLANK_LINE) as (keyof BillLine)[])
    .filter((name) => name !== 'position')
    .map((name) => ({ name, before: textOf(before[name]), after: textOf(after[name]) }))
    .filter((one) => one.before !== one.after)
}

function textOf(value: BillLine[keyof BillLine]): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  return value.map(({ part_code, part, share, priority }) => `${part_code} ${part} (${share ?? priority})`).join('; ')
}

/** `85177900` as `8517.7900`. */
export function plainHsCode(text: string): string {
  return text.replace(/^(\d{4})\.?(\d{2})\.?(\d{2})$/, '$1.$2$3')
}

export type UnreadableReason =
  | 'too_large'
  | 'not_json'
  | 'too_deep'
  | 'not_cyclonedx'
  | 'other_version'
  | 'too_many'
  | 'wrong_kind'
  | 'reference_twice'
  | 'in_a_circle'
  | 'not_csv'
  | 'no_columns'

export type BillRefusal =
  | { readonly code: 'bill_unknown' }
  | { readonly code: 'bill_released'; readonly revision: number }
  /** Somebody has changed it since. */
  | { readonly code: 'bill_changed'; readonly version: number }
  | { readonly code: 'bill_open'; readonly revision: number }
  | { readonly code: 'bill_incomplete'; readonly positions: readonly string[] }
  | { readonly code: 'bill_faulty'; readonly place: string; readonly rule: LineFault['rule'] }
  | { readonly code: 'bill_unreadable'; readonly place: string; readonly reason: UnreadableReason }
