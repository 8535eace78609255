/**
 * An input-output table of one country in the square form that statistical offices print: sectors down and across, then what is consumed, and
 * below the sectors what else goes into their output. The first cell says the unit. Pure, and nothing of it is guessed.
 */
import { balanceProblems } from './hold-balance.ts'
import type { InputOutputTable } from './input-output.ts'
import type { TableRead } from './read-input-output.ts'
import { MOST_TOLD, numberIn, type TableProblem } from './table-rows.ts'

const COLUMNS_BEHIND = ['household_consumption', 'other_final_demand', 'output'] as const
const ROWS_BELOW = ['imports', 'compensation', 'other_value_added', 'employment', 'output'] as const

export interface NumberedRow {
  readonly cells: readonly string[]
  readonly row: number
}

export function readOwnLayout(rows: readonly NumberedRow[], mostSectors: number): TableRead {
  const [head, ...body] = rows
  const titles = withoutEmpty(head?.cells ?? [])
  const misshapen = shapeProblems(titles, head?.row ?? 1, body, mostSectors)
  if (misshapen.length > 0) return { ok: false, problems: misshapen }
  const problems: TableProblem[] = []
  const sectors = titles.slice(1, -COLUMNS_BEHIND.length)
  const count = sectors.length
  const numbers = body.map(({ cells, row }) =>
    titles.slice(1).map((_, at) => numberIn(cells[at + 1] ?? '', row, at + 2, problems)),
  )
  if (problems.length > 0) return { ok: false, problems }
  const across = (name: (typeof COLUMNS_BEHIND)[number]): readonly number[] =>
    numbers.slice(0, count).map((row) => row[count + COLUMNS_BEHIND.indexOf(name)] ?? 0)
  const below = (name: (typeof ROWS_BELOW)[number]): readonly number[] =>
    (numbers[count + ROWS_BELOW.indexOf(name)] ?? []).slice(0, count)
  // A row without a single cell says nothing; one that says zero says zero.
  const told = (name: 'compensation' | 'employment'): readonly number[] | undefined => {
    const { cells = [] } = body[count + ROWS_BELOW.indexOf(name)] ?? {}
    return cells.slice(1, count + 1).every((cell) => cell === '') ? undefined : below(name)
  }
  const table: InputOutputTable = {
    sectors,
    flows: numbers.slice(0, count).map((row) => row.slice(0, count)),
    household_consumption: across('household_consumption'),
    other_final_demand: across('other_final_demand'),
    imports: below('imports'),
    taxes: sectors.map(() => 0),
    value_added: below('compensation').map((one, index) => one + (below('other_value_added')[index] ?? 0)),
    compensation: told('compensation'),
    employment: told('employment'),
    output: below('output'),
  }
  const rowOf = (index: number): number => body[index]?.row ?? 1
  const unbalanced = balanceProblems(table, {
    across: across('output'),
    absolute: 0,
    rows: sectors.map((_, index) => rowOf(index)),
    columns: sectors.map((_, index) => index + 2),
    totalColumn: count + COLUMNS_BEHIND.length + 1,
    totalRow: rowOf(count + ROWS_BELOW.indexOf('output')),
    valueAddedRow: rowOf(count + ROWS_BELOW.indexOf('compensation')),
  })
  if (unbalanced.length > 0) return { ok: false, problems: unbalanced }
  return { ok: true, table, unit: titles[0] ?? '', country: undefined, layout: 'square' }
}

/** Spreadsheet programs write empty cells behind the last. */
function withoutEmpty(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}

/** The first things in which the table has not the form that it must have. */
function shapeProblems(
  head: readonly string[],
  headRow: number,
  body: readonly NumberedRow[],
  mostSectors: number,
): readonly TableProblem[] {
  const problems: TableProblem[] = []
  const say = (row: number, column: number, sentence: string, ur: string): void => {
    problems.push({ row, column, sentence, ur })
  }
  const behind = head.slice(-COLUMNS_BEHIND.length)
  if (behind.join() !== COLUMNS_BEHIND.join())
    say(
      headRow,
      Math.max(1, head.length - COLUMNS_BEHIND.length + 1),
      `The last columns are ${COLUMNS_BEHIND.join(', ')}; or the table is one of OECD ICIO or ADB MRIO, as they are published.`,
      `آخری کالم یہ ہیں: ${COLUMNS_BEHIND.join('، ')}؛ یا جدول OECD ICIO یا ADB MRIO کا ہے، جیسے وہ شائع ہوتے ہیں۔`,
    )
  if (!/^[A-Z]{3} /.test(head[0] ?? ''))
    say(
      headRow,
      1,
      'The first cell says the unit, such as PKR million 2022.',
      'پہلے خانے میں اکائی ہوتی ہے، جیسے PKR million 2022۔',
    )
  const sectors = head.slice(1, -COLUMNS_BEHIND.length)
  if (sectors.length === 0) say(headRow, 2, 'No sector is named.', 'کسی شعبے کا نام نہیں۔')
  if (sectors.length > mostSectors) return [tooManySectors(mostSectors, headRow)]
  for (const [index, sector] of sectors.entries()) {
    if (sector === '' || sectors.indexOf(sector) !== index)
      say(headRow, index + 2, `'${sector}' stands twice, or is empty.`, `'${sector}' دو بار ہے یا خالی ہے۔`)
  }
  const wanted = [...sectors, ...ROWS_BELOW]
  for (const [index, name] of wanted.entries()) {
    const { cells, row } = body[index] ?? { cells: [], row: (body.at(-1)?.row ?? headRow) + 1 }
    const found = cells[0] ?? ''
    if (found !== name)
      say(
        row,
        1,
        `This row is '${name}', not '${found}': sectors stand down as they do across.`,
        `یہ سطر '${name}' کی ہے، '${found}' کی نہیں: شعبے نیچے بھی اسی ترتیب میں ہیں۔`,
      )
  }
  const beyond = body[wanted.length]
  if (beyond !== undefined) say(beyond.row, 1, `Nothing stands below 'output'.`, `'output' کے نیچے کچھ نہیں ہوتا۔`)
  return problems.slice(0, MOST_TOLD)
}

export function tooManySectors(most: number, row: number): TableProblem {
  return {
    row,
    column: 1,
    sentence: `There are at most ${most} sectors here.`,
    ur: `یہاں زیادہ سے زیادہ ${most} شعبے ہو سکتے ہیں۔`,
  }
}
