/**
 * Holds what a return says was used for a model against the bills of materials that were in force in its period. Where several were, the
 * amounts of a part lie between the least and the most of them. A note stops nothing: it is for those who look at the return.
 */
import {
  add,
  compare,
  divide,
  type Exact,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  toFixed,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import type { Bill, BillLine } from '../products/bills/bill.ts'

/** A line of the return. What it does not ask for is empty. */
export interface PartUsed {
  readonly part_code: string
  readonly part: string
  readonly book: string
  readonly quantity: Exact
  readonly hs_code: string
  readonly component_class: string
  /** As the filer calls it. */
  readonly sheet: string
  readonly row: number
}

export const NOTE_CODES = [
  'model_unknown',
  'no_type_approval',
  'no_bill',
  'part_not_in_bill',
  'part_not_in_return',
  'quantity_differs',
  'substitute_used',
  'book_differs',
  'hs_code_differs',
  'class_differs',
] as const

export interface BillNote {
  readonly code: (typeof NOTE_CODES)[number]
  /** Empty where the note is about the model. */
  readonly part_code: string
  readonly part: string
  /** Of a substitute, the code of what it stands in for; empty otherwise. */
  readonly stands_for: string
  /** Quantities are for one device, to four decimals; of a substitute, its share of what was used. */
  readonly in_return: string
  readonly in_bill: string
  /** In pieces: what the return says above the bill, or below it. */
  readonly difference: string
  readonly lines: readonly { readonly sheet: string; readonly rows: readonly number[] }[]
}

/** Days as texts. What was released on the last day of the period counts from that day on. */
export interface BillsInForce<B> {
  readonly bills: readonly B[]
  /** None was released by the end of the period, so the first one after it is taken. */
  readonly isLater: boolean
}

export function billsInForce<B extends { readonly released_on: string }>(
  /** In the order of their revisions. */
  released: readonly B[],
  first: string,
  last: string,
): BillsInForce<B> {
  const before = released.findLast(({ released_on }) => released_on <= first)
  const within = released.filter(({ released_on }) => released_on > first && released_on <= last)
  const bills = [...(before === undefined ? [] : [before]), ...within]
  return bills.length > 0 ? { bills, isLater: false } : { bills: released.slice(0, 1), isLater: released.length > 0 }
}

type Lines = Pick<Bill, 'lines'>

/** Of one model, by kind of note and then in the order of the return or the bill. */
export function notesOnParts(made: Exact, parts: readonly PartUsed[], bills: readonly Lines[]): readonly BillNote[] {
  const families = familiesIn(bills)
  const inBill = knownIn(bills)
  const byCode = Map.groupBy(parts, (part) => part.part_code)
  return [
    ...[...byCode].filter(([code]) => !inBill.has(code)).map(([code, used]) => notInBill(code, used, made)),
    ...families.flatMap((family) => amountNotes(family, byCode, made)),
    ...substituteNotes(families, byCode, bills),
    ...bookNotes(byCode, inBill),
    ...saidNotes('hs_code_differs', byCode, inBill, ({ hs_code }) => hs_code, isSameHsCode),
    ...saidNotes(
      'class_differs',
      byCode,
      inBill,
      ({ component_class }) => component_class,
      (a, b) => a === b,
    ),
  ]
}

/** Parts of which one can stand in for the other, and how many of them together one device has. */
interface Family {
  readonly codes: ReadonlySet<string>
  /** What the bill has in the first place. */
  readonly main: Pick<BillLine, 'part_code' | 'part'>
  readonly low: Exact
  readonly high: Exact
}

function familiesIn(bills: readonly Lines[]): readonly Family[] {
  const above = new Map<string, string>()
  const rootOf = (code: string): string => {
    let at = code
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  const lines = bills.flatMap((bill) => bill.lines)
  for (const { part_code, substitutes } of lines)
    for (const substitute of substitutes) {
      const [own, other] = [rootOf(part_code), rootOf(substitute.part_code)]
      if (own !== other) above.set(other, own)
    }
  const codes = new Map<string, Set<string>>()
  for (const { part_code, substitutes } of lines)
    for (const code of [part_code, ...substitutes.map((one) => one.part_code)])
      codes.set(rootOf(code), (codes.get(rootOf(code)) ?? new Set()).add(code))
  const amounts = bills.map((bill) => amountsIn(bill, rootOf))
  const main = new Map(lines.toReversed().map((line) => [rootOf(line.part_code), line]))
  return [...codes].flatMap(([root, own]) => {
    const line = main.get(root)
    const [least, most] = [amounts.map(({ low }) => low.get(root) ?? ZERO), amounts.map(({ high }) => high.get(root))]
    return line === undefined
      ? []
      : [{ codes: own, main: line, low: least.reduce(smaller), high: most.map((one) => one ?? ZERO).reduce(larger) }]
  })
}

function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}

function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b
}

/** What is inside a part that is not made in house came with it: the return need not have it, but may. */
function amountsIn({ lines }: Lines, rootOf: (code: string) => string) {
  const low = new Map<string, Exact>()
  const high = new Map<string, Exact>()
  const inside = linesInside(lines)
  for (const line of lines) {
    const root = rootOf(line.part_code)
    const amount = parseDecimal(line.quantity ?? '') ?? ZERO
    high.set(root, add(high.get(root) ?? ZERO, amount))
    if (!inside.has(line.position)) low.set(root, add(low.get(root) ?? ZERO, amount))
  }
  return { low, high }
}

/** The positions below a part that was bought or imported whole. A bill has no circles. */
function linesInside(lines: readonly BillLine[]): ReadonlySet<string> {
  const byPosition = new Map(lines.map((line) => [line.position, line]))
  const inside = new Set<string>()
  for (const { position, part_of } of lines)
    for (let at = byPosition.get(part_of ?? ''); at !== undefined; at = byPosition.get(at.part_of ?? ''))
      if (at.book !== 'made_in_house') inside.add(position)
  return inside
}

type Known = Pick<BillLine, 'book' | 'hs_code' | 'component_class'>

/** By code, how the bills know it, as a part or as a substitute of one. A substitute is of the class of what it stands in for. */
function knownIn(bills: readonly Lines[]): ReadonlyMap<string, readonly Known[]> {
  const all = bills
    .flatMap(({ lines }) => lines)
    .flatMap((line) => [
      { code: line.part_code, known: line },
      ...line.substitutes.map(({ part_code, book }) => ({
        code: part_code,
        known: { book, hs_code: '', component_class: line.component_class },
      })),
    ])
  return new Map(
    [...Map.groupBy(all, ({ code }) => code)].map(([code, found]) => [code, found.map(({ known }) => known)]),
  )
}

function total(parts: readonly PartUsed[]): Exact {
  return parts.reduce((sum, { quantity }) => add(sum, quantity), ZERO)
}

const PLACES = 4

function each(amount: Exact, made: Exact): string {
  return isZero(made) ? '' : shortened(toFixed(divide(amount, made), PLACES))
}

/** `2.0000` as `2`. */
function shortened(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function linesOf(parts: readonly PartUsed[]): BillNote['lines'] {
  return [...Map.groupBy(parts, ({ sheet }) => sheet)].map(([sheet, own]) => ({
    sheet,
    rows: own.map(({ row }) => row),
  }))
}

function notInBill(part_code: string, used: readonly PartUsed[], made: Exact): BillNote {
  return {
    code: 'part_not_in_bill',
    part_code,
    part: used[0]?.part ?? '',
    stands_for: '',
    in_return: each(total(used), made),
    in_bill: '',
    difference: shortened(toFixed(total(used), PLACES)),
    lines: linesOf(used),
  }
}

function amountNotes(
  { codes, main, low, high }: Family,
  byCode: ReadonlyMap<string, readonly PartUsed[]>,
  made: Exact,
): readonly BillNote[] {
  const used = [...codes].flatMap((code) => byCode.get(code) ?? [])
  const [least, most] = [multiply(low, made), multiply(high, made)]
  const amount = total(used)
  const difference =
    compare(amount, least) < 0
      ? subtract(amount, least)
      : compare(amount, most) > 0
        ? subtract(amount, most)
        : undefined
  if (difference === undefined) return []
  const [from, until] = [low, high].map((one) => shortened(toFixed(one, PLACES)))
  return [
    {
      code: used.length === 0 ? 'part_not_in_return' : 'quantity_differs',
      part_code: main.part_code,
      part: main.part,
      stands_for: '',
      in_return: used.length === 0 ? '' : each(amount, made),
      in_bill: from === until ? `${from}` : `${from}–${until}`,
      difference: shortened(toFixed(difference, PLACES)),
      lines: linesOf(used),
    },
  ]
}

const HUNDRED: Exact = { n: 100, d: 1 }

function substituteNotes(
  families: readonly Family[],
  byCode: ReadonlyMap<string, readonly PartUsed[]>,
  bills: readonly Lines[],
): readonly BillNote[] {
  const lines = bills.flatMap((bill) => bill.lines)
  const mains = new Set(lines.map(({ part_code }) => part_code))
  const substitutes = new Map(lines.flatMap((line) => line.substitutes).map((one) => [one.part_code, one]))
  return families.flatMap(({ codes, main }) => {
    const all = total([...codes].flatMap((code) => byCode.get(code) ?? []))
    return [...codes].flatMap((code): readonly BillNote[] => {
      const used = byCode.get(code) ?? []
      if (used.length === 0 || mains.has(code)) return []
      const said = substitutes.get(code)
      return [
        {
          code: 'substitute_used',
          part_code: code,
          part: used[0]?.part ?? '',
          stands_for: main.part_code,
          in_return: isZero(all) ? '' : `${shortened(toFixed(divide(multiply(total(used), HUNDRED), all), 2))}%`,
          in_bill: said?.share ?? `${said?.priority ?? ''}`,
          difference: '',
          lines: linesOf(used),
        },
      ]
    })
  })
}

function bookNotes(
  byCode: ReadonlyMap<string, readonly PartUsed[]>,
  inBill: ReadonlyMap<string, readonly Known[]>,
): readonly BillNote[] {
  return saidNotes(
    'book_differs',
    byCode,
    inBill,
    ({ book }) => book ?? '',
    (a, b) => a === b,
  )
}

/** Where the return says of a part what no bill in force says of it. What either does not say is not compared. */
function saidNotes(
  code: BillNote['code'],
  byCode: ReadonlyMap<string, readonly PartUsed[]>,
  inBill: ReadonlyMap<string, readonly Known[]>,
  of: (what: { readonly book: string | null; readonly hs_code: string; readonly component_class: string }) => string,
  isSame: (inReturn: string, inBill: string) => boolean,
): readonly BillNote[] {
  return [...byCode].flatMap(([part_code, used]) => {
    const known = [...new Set((inBill.get(part_code) ?? []).map(of))].filter((text) => text !== '')
    const said = Map.groupBy(used, of)
    return [...said].flatMap(([text, own]): readonly BillNote[] =>
      known.length === 0 || text === '' || known.some((one) => isSame(text, one))
        ? []
        : [
            {
              code,
              part_code,
              part: own[0]?.part ?? '',
              stands_for: '',
              in_return: text,
              in_bill: known.join(', '),
              difference: '',
              lines: linesOf(own),
            },
          ],
    )
  })
}

/** A return may have four or six of the eight digits of a bill. */
function isSameHsCode(inReturn: string, inBill: string): boolean {
  return inBill.replaceAll('.', '').startsWith(inReturn.replaceAll('.', ''))
}
