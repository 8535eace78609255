/**
 * One country out of a table of many, in the layouts in which they are published. OECD ICIO: sectors of countries (`PAK_C26`) down and across,
 * then final demand (`PAK_HFCE`) and `OUT`; below, `TLS`, `VA` and `OUT`. ADB MRIO: three rows of titles, the last two countries and codes
 * (`c14`, `F1`); before each row its name, country and code; below, `r99`, `r64`, `r69` and others. What comes from other countries is
 * imports, what goes there final demand. A row `LABR` (compensation) and one `EMPN` (persons) may be added below. Pure.
 */
import { didYouMean } from '@maqami/engine/load/problem.ts'
import { balanceProblems } from './hold-balance.ts'
import type { InputOutputTable } from './input-output.ts'
import { type NumberedRow, tooManySectors } from './own-layout.ts'
import type { TableRead } from './read-input-output.ts'
import { MOST_TOLD, numberIn, type TableProblem } from './table-rows.ts'

interface Column {
  readonly country: string
  readonly code: string
  readonly kind: 'sector' | 'households' | 'final' | 'total' | 'none'
}

export interface ManyHead {
  readonly layout: 'oecd_icio' | 'adb_mrio'
  readonly unit: string | undefined
  /** The row of codes. */
  readonly row: number
  /** By their place in the row, from 0. */
  readonly columns: readonly Column[]
}

const ICIO_COLUMN = /^([A-Z][A-Z0-9]{2,3})_([A-Z0-9_]+)$/
const ICIO_FINAL = new Set(['HFCE', 'NPISH', 'GGFC', 'GFCF', 'INVNT', 'DPABR', 'DIRP', 'NONRES'])
const ADB_CODE = /^c\d{1,3}$/
const ADB_FINAL = /^F\d{1,2}$/

/** Undefined for rows that begin neither layout: that of ICIO begins with its first row, that of ADB may have titles above. */
export function manyHead(rows: readonly NumberedRow[]): ManyHead | undefined {
  const [first] = rows
  const named = first?.cells.slice(1).filter((cell) => ICIO_COLUMN.test(cell)).length ?? 0
  if (first !== undefined && named >= 2) return icioHead(first)
  const last = rows.at(-1)
  const codes = last?.cells.filter((cell) => ADB_CODE.test(cell) || ADB_FINAL.test(cell)).length ?? 0
  return last !== undefined && codes >= 2 && rows.length >= 2 ? adbHead(rows, last) : undefined
}

function icioHead({ cells, row }: NumberedRow): ManyHead {
  const columns = cells.map((cell, index): Column => {
    const [, country = '', code = ''] = index === 0 ? [] : (ICIO_COLUMN.exec(cell) ?? [])
    if (country === '') return { country, code, kind: index > 0 && /^(OUT|TOTAL)$/.test(cell) ? 'total' : 'none' }
    return { country, code, kind: code === 'HFCE' ? 'households' : ICIO_FINAL.has(code) ? 'final' : 'sector' }
  })
  // Its files say no unit; all of them are published in this one.
  return { layout: 'oecd_icio', unit: 'USD million', row, columns }
}

/** Name, country and code stand before the numbers. */
const ADB_BEFORE = 4

function adbHead(rows: readonly NumberedRow[], { cells: codes, row }: NumberedRow): ManyHead {
  const countries = rows.at(-2)?.cells ?? []
  const [, scale] =
    rows
      .flatMap(({ cells }) => cells)
      .map((cell) => /\b(thousand|million|billion)s? of (?:current |constant )?(?:US ?\$|US dollars|USD)/i.exec(cell))
      .find((found) => found !== null) ?? []
  const columns = Array.from({ length: Math.max(codes.length, countries.length) }, (_, index): Column => {
    const [country, code] = [countries[index] ?? '', codes[index] ?? '']
    if (index < ADB_BEFORE) return { country, code, kind: 'none' }
    if (/^tot(al)?$/i.test(country) || (country === '' && /^tot(al)?$/i.test(code)))
      return { country, code, kind: 'total' }
    if (country === '') return { country, code, kind: 'none' }
    if (ADB_FINAL.test(code)) return { country, code, kind: code === 'F1' ? 'households' : 'final' }
    return { country, code, kind: ADB_CODE.test(code) ? 'sector' : 'none' }
  })
  return { layout: 'adb_mrio', unit: scale && `USD ${scale.toLowerCase()}`, row, columns }
}

/** What a row below the sectors is; of `sum` nothing is taken. */
type Below = 'taxes' | 'value_added' | 'output' | 'compensation' | 'employment' | 'sum'

const BELOW: Readonly<Record<string, Below>> = {
  TLS: 'taxes',
  TAXSUB: 'taxes',
  VA: 'value_added',
  VALU: 'value_added',
  OUT: 'output',
  OUTPUT: 'output',
  LABR: 'compensation',
  EMPN: 'employment',
  r60: 'sum',
  r99: 'taxes',
  r61: 'taxes',
  r62: 'taxes',
  r63: 'taxes',
  r64: 'value_added',
  r65: 'taxes',
  trs: 'taxes',
  r69: 'output',
}

export interface ManyReader {
  readonly take: (cells: readonly string[], row: number) => boolean
  readonly finish: () => TableRead
}

export function readMany(head: ManyHead, asked: string | undefined, mostSectors: number): ManyReader {
  const { columns, layout } = head
  const countries = [...new Set(columns.filter(({ kind }) => kind === 'sector').map(({ country }) => country))]
  const country = asked ?? (countries.length === 1 ? countries[0] : undefined)
  const places = columns.flatMap(({ kind, country: of }, index) => (kind === 'sector' && of === country ? [index] : []))
  const problems = headProblems(head, country, countries, places.length, mostSectors)
  const zeros = (): number[] => places.map(() => 0)
  const sums = { imports: zeros(), taxes: zeros() }
  const below = new Map<Below, { readonly numbers: readonly number[]; readonly row: number }>()
  const own = new Map<string, { readonly name: string; readonly row: number; readonly numbers: readonly number[] }>()
  let told = 0

  const numbersAt = (cells: readonly string[], row: number): readonly number[] =>
    places.map((at) => numberIn(cells[at] ?? '', row, at + 1, problems))
  const takeSector = (of: string, code: string, name: string, cells: readonly string[], row: number): void => {
    if (of !== country) {
      for (const [index, number] of numbersAt(cells, row).entries())
        sums.imports[index] = (sums.imports[index] ?? 0) + number
    } else if (own.has(code))
      problems.push(placed(row, 1, `The row ${of} ${code} stands twice.`, `سطر ${of} ${code} دو بار ہے۔`))
    else {
      const numbers = columns.map(({ kind }, at) =>
        kind === 'none' ? 0 : numberIn(cells[at] ?? '', row, at + 1, problems),
      )
      own.set(code, { name, row, numbers })
    }
  }
  const takeBelow = (kind: Below, cells: readonly string[], row: number): void => {
    if (kind === 'sum') return
    if (kind === 'taxes') {
      for (const [index, number] of numbersAt(cells, row).entries())
        sums.taxes[index] = (sums.taxes[index] ?? 0) + number
    } else below.set(kind, { numbers: numbersAt(cells, row), row })
  }

  return {
    take: (cells, row) => {
      if (problems.length > 0) return false
      told += 1
      const { of, code, name } = labelOf(layout, cells)
      const kind = BELOW[code]
      if (kind !== undefined) takeBelow(kind, cells, row)
      else if (countries.includes(of) && code !== '') takeSector(of, code, name, cells, row)
      // Notes stand below the table of ADB.
      else if (!below.has('output'))
        problems.push(
          placed(
            row,
            1,
            `The row '${[of, code].filter((one) => one !== '').join(' ')}' is none of a sector, and none that this layout has.`,
            `سطر '${[of, code].filter((one) => one !== '').join(' ')}' کسی شعبے کی نہیں، اور نہ اس ترتیب کی کوئی معلوم سطر ہے۔`,
          ),
        )
      return problems.length === 0
    },
    finish: () => {
      if (problems.length > 0 || country === undefined) return { ok: false, problems: problems.slice(0, MOST_TOLD) }
      return finished({ head, country, places, sums, below, own, last: head.row + told })
    },
  }
}

function labelOf(
  layout: ManyHead['layout'],
  cells: readonly string[],
): { readonly of: string; readonly code: string; readonly name: string } {
  if (layout === 'adb_mrio') {
    const [, called = '', of = '', code = ''] = cells
    return { of, code, name: `${code} ${called}`.trim() }
  }
  const [label = ''] = cells
  const [, of = '', code = ''] = ICIO_COLUMN.exec(label) ?? ['', '', label]
  return { of, code, name: code }
}

function headProblems(
  { unit, row, columns }: ManyHead,
  country: string | undefined,
  countries: readonly string[],
  sectors: number,
  mostSectors: number,
): TableProblem[] {
  const list = countries.slice(0, 120).join(', ')
  if (country === undefined)
    return [
      placed(
        row,
        1,
        `The table holds several countries. Name the one that is meant: ${list}.`,
        `جدول میں کئی ملک ہیں۔ مطلوبہ ملک کا نام دیں: ${list}۔`,
      ),
    ]
  if (sectors === 0)
    return [
      placed(
        row,
        1,
        `The table has no country '${country}'.${didYouMean(country, countries)} It has: ${list}.`,
        `جدول میں '${country}' نام کا ملک نہیں۔${didYouMean(country, countries, 'ur')} یہ ہیں: ${list}۔`,
      ),
    ]
  if (sectors > mostSectors) return [tooManySectors(mostSectors, row)]
  const problems: TableProblem[] = []
  if (unit === undefined)
    problems.push(
      placed(
        1,
        1,
        'No row above the table says its unit, such as: In millions of US$.',
        'جدول کے اوپر کوئی سطر اکائی نہیں بتاتی، جیسے: In millions of US$۔',
      ),
    )
  if (!columns.some(({ kind, country: of }) => kind === 'households' && of === country))
    problems.push(
      placed(
        row,
        1,
        `There is no column of what households in ${country} consume (HFCE, or F1).`,
        `${country} کے گھرانوں کے صرف کا کالم (HFCE یا F1) نہیں ہے۔`,
      ),
    )
  if (!columns.some(({ kind }) => kind === 'total'))
    problems.push(
      placed(
        row,
        columns.length,
        'The last column is that of output (OUT, or TOTAL).',
        'آخری کالم پیداوار (OUT یا TOTAL) کا ہوتا ہے۔',
      ),
    )
  const codes = columns.filter(({ kind, country: of }) => kind === 'sector' && of === country).map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined)
    problems.push(placed(row, 1, `The column ${country} ${twice} stands twice.`, `کالم ${country} ${twice} دو بار ہے۔`))
  return problems
}

interface Gathered {
  readonly head: ManyHead
  readonly country: string
  /** Of the columns of the country's sectors, from 0. */
  readonly places: readonly number[]
  readonly sums: { readonly imports: readonly number[]; readonly taxes: readonly number[] }
  readonly below: ReadonlyMap<Below, { readonly numbers: readonly number[]; readonly row: number }>
  readonly own: ReadonlyMap<
    string,
    { readonly name: string; readonly row: number; readonly numbers: readonly number[] }
  >
  readonly last: number
}

function finished({ head, country, places, sums, below, own, last }: Gathered): TableRead {
  const { columns, layout, unit = '' } = head
  const codes = places.map((at) => columns[at]?.code ?? '')
  const problems = [
    ...codes
      .filter((code) => !own.has(code))
      .map((code) =>
        placed(
          last,
          1,
          `${country} has the column ${code}, and no row for it.`,
          `${country} کا کالم ${code} ہے، مگر اس کی سطر نہیں۔`,
        ),
      ),
    ...[...own]
      .filter(([code]) => !codes.includes(code))
      .map(([code, { row }]) =>
        placed(
          row,
          1,
          `${country} has the row ${code}, and no column for it.`,
          `${country} کی سطر ${code} ہے، مگر اس کا کالم نہیں۔`,
        ),
      ),
    ...(['value_added', 'output'] as const)
      .filter((kind) => !below.has(kind))
      .map((kind) =>
        placed(
          last,
          1,
          `There is no row of ${kind === 'output' ? 'output (OUT, or r69)' : 'value added (VA, or r64)'} below the sectors.`,
          `شعبوں کے نیچے ${kind === 'output' ? 'پیداوار (OUT یا r69)' : 'قدرِ افزودہ (VA یا r64)'} کی سطر نہیں۔`,
        ),
      ),
  ]
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_TOLD) }
  const rows = codes.flatMap((code) => own.get(code) ?? [])
  const sumOf = (numbers: readonly number[], wanted: (column: Column, at: number) => boolean): number =>
    columns.reduce((sum, column, at) => (wanted(column, at) ? sum + (numbers[at] ?? 0) : sum), 0)
  const isHome = (column: Column): boolean => column.kind === 'households' && column.country === country
  const table: InputOutputTable = {
    sectors: rows.map(({ name }) => name),
    flows: rows.map(({ numbers }) => places.map((at) => numbers[at] ?? 0)),
    household_consumption: rows.map(({ numbers }) => sumOf(numbers, isHome)),
    other_final_demand: rows.map(({ numbers }) =>
      sumOf(
        numbers,
        (column, at) => column.kind !== 'none' && column.kind !== 'total' && !isHome(column) && !places.includes(at),
      ),
    ),
    imports: sums.imports,
    taxes: sums.taxes,
    value_added: below.get('value_added')?.numbers ?? [],
    compensation: below.get('compensation')?.numbers,
    employment: below.get('employment')?.numbers,
    output: below.get('output')?.numbers ?? [],
  }
  const unbalanced = balanceProblems(table, {
    across: rows.map(({ numbers }) => sumOf(numbers, ({ kind }) => kind === 'total')),
    absolute: SMALLEST,
    rows: rows.map(({ row }) => row),
    columns: places.map((at) => at + 1),
    totalColumn: columns.findIndex(({ kind }) => kind === 'total') + 1,
    totalRow: below.get('output')?.row ?? 1,
    valueAddedRow: below.get('value_added')?.row ?? 1,
  })
  return unbalanced.length > 0 ? { ok: false, problems: unbalanced } : { ok: true, table, unit, country, layout }
}

/** Million dollars: what is below may have been set to nought when the published table was balanced. */
const SMALLEST = 0.1

function placed(row: number, column: number, sentence: string, ur: string): TableProblem {
  return { row, column, sentence, ur }
}
