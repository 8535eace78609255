/**
 * Reads an input-output table from CSV, in the square form that statistical offices print: sectors down and across, then what is consumed, and
 * below the sectors what else goes into their output. The first cell says the unit. Pure, and nothing of it is guessed.
 */
import { readRows } from '../kernel/limited-csv.ts'
import type { InputOutputTable } from './input-output.ts'

const COLUMNS_BEHIND = ['household_consumption', 'other_final_demand', 'output'] as const
const ROWS_BELOW = ['imports', 'compensation', 'other_value_added', 'employment', 'output'] as const
/** Above the largest that is published for one country. */
const MOST_SECTORS = 1000
/** Of the output: what rounding to whole units may leave. */
const TOLERANCE = 0.005

export interface TableProblem {
  readonly row: number
  readonly column: number
  readonly sentence: string
  readonly ur: string
}

export type TableRead =
  | { readonly ok: true; readonly table: InputOutputTable; readonly unit: string }
  | { readonly ok: false; readonly problems: readonly TableProblem[] }

export function readInputOutput(text: string): TableRead {
  const rows: (readonly string[])[] = []
  const broken = readRows(text, {
    delimiter: ',',
    columns: MOST_SECTORS + COLUMNS_BEHIND.length + 1,
    take: (cells) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push(cells.map((cell) => cell.trim()))
      return rows.length <= MOST_SECTORS + ROWS_BELOW.length + 1
    },
  })
  if (broken !== undefined) {
    const [sentence, ur] =
      broken.fault === 'wide'
        ? [`There are at most ${MOST_SECTORS} sectors.`, `زیادہ سے زیادہ ${MOST_SECTORS} شعبے ہو سکتے ہیں۔`]
        : ['A quotation mark is not closed.', 'ایک واوین بند نہیں۔']
    return { ok: false, problems: [{ row: broken.row, column: 1, sentence, ur }] }
  }
  const problems = shapeProblems(rows)
  if (problems.length > 0) return { ok: false, problems }
  const [head = [], ...body] = rows
  const sectors = head.slice(1, -COLUMNS_BEHIND.length)
  const numbers = body.map((cells, index) =>
    cells.slice(1).map((cell, at) => numberIn(cell, index + 2, at + 2, problems)),
  )
  if (problems.length > 0) return { ok: false, problems }
  const count = sectors.length
  const column = (name: (typeof COLUMNS_BEHIND)[number]): readonly number[] =>
    numbers.slice(0, count).map((row) => row[count + COLUMNS_BEHIND.indexOf(name)] ?? 0)
  const below = (name: (typeof ROWS_BELOW)[number]): readonly number[] =>
    (numbers[count + ROWS_BELOW.indexOf(name)] ?? []).slice(0, count)
  const table: InputOutputTable = {
    sectors,
    flows: numbers.slice(0, count).map((row) => row.slice(0, count)),
    household_consumption: column('household_consumption'),
    other_final_demand: column('other_final_demand'),
    imports: below('imports'),
    compensation: below('compensation'),
    other_value_added: below('other_value_added'),
    employment: below('employment'),
    output: below('output'),
  }
  const unbalanced = balanceProblems(table, column('output'))
  return unbalanced.length > 0 ? { ok: false, problems: unbalanced } : { ok: true, table, unit: head[0] ?? '' }
}

/** Whether the names of rows and columns are those of a table: the same sectors down and across. */
function shapeProblems(rows: readonly (readonly string[])[]): TableProblem[] {
  const [head = [], ...body] = rows
  const problems: TableProblem[] = []
  const say = (row: number, column: number, sentence: string, ur: string): void => {
    problems.push({ row, column, sentence, ur })
  }
  const behind = head.slice(-COLUMNS_BEHIND.length)
  if (behind.join() !== COLUMNS_BEHIND.join())
    say(
      1,
      Math.max(1, head.length - COLUMNS_BEHIND.length + 1),
      `The last columns are ${COLUMNS_BEHIND.join(', ')}.`,
      `آخری کالم یہ ہیں: ${COLUMNS_BEHIND.join('، ')}۔`,
    )
  if (!/^[A-Z]{3} /.test(head[0] ?? ''))
    say(
      1,
      1,
      'The first cell says the unit, such as PKR million 2022.',
      'پہلے خانے میں اکائی ہوتی ہے، جیسے PKR million 2022۔',
    )
  const sectors = head.slice(1, -COLUMNS_BEHIND.length)
  if (sectors.length === 0) say(1, 2, 'No sector is named.', 'کسی شعبے کا نام نہیں۔')
  for (const [index, sector] of sectors.entries()) {
    if (sector === '' || sectors.indexOf(sector) !== index)
      say(1, index + 2, `'${sector}' stands twice, or is empty.`, `'${sector}' دو بار ہے یا خالی ہے۔`)
  }
  const wanted = [...sectors, ...ROWS_BELOW]
  for (const [index, name] of wanted.entries()) {
    const found = body[index]?.[0]
    if (found !== name)
      say(
        index + 2,
        1,
        `This row is '${name}', not '${found ?? ''}': sectors stand down as they do across.`,
        `یہ سطر '${name}' کی ہے، '${found ?? ''}' کی نہیں: شعبے نیچے بھی اسی ترتیب میں ہیں۔`,
      )
  }
  if (body.length > wanted.length)
    say(wanted.length + 2, 1, `Nothing stands below 'output'.`, `'output' کے نیچے کچھ نہیں ہوتا۔`)
  return problems.slice(0, MOST_TOLD)
}

const MOST_TOLD = 20

/** An empty cell of a corner, or of a row that has none of it, is zero. */
function numberIn(cell: string, row: number, column: number, problems: TableProblem[]): number {
  if (cell === '') return 0
  if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell)
  if (problems.length < MOST_TOLD)
    problems.push({
      row,
      column,
      sentence: `'${cell}' is no number. Write it like 1250.5, without separators.`,
      ur: `'${cell}' عدد نہیں۔ اسے 1250.5 کی طرح، بغیر وقفے کے لکھیں۔`,
    })
  return 0
}

/** What a sector makes is what is sold, and what goes into it; and nobody's value added is negative. */
function balanceProblems(table: InputOutputTable, across: readonly number[]): readonly TableProblem[] {
  const { sectors, flows, output } = table
  const count = sectors.length
  return sectors
    .flatMap((sector, index): readonly TableProblem[] => {
      const made = output[index] ?? 0
      const sold =
        total(flows[index] ?? []) + (table.household_consumption[index] ?? 0) + (table.other_final_demand[index] ?? 0)
      const added = (table.compensation[index] ?? 0) + (table.other_value_added[index] ?? 0)
      const used = total(flows.map((row) => row[index] ?? 0)) + (table.imports[index] ?? 0) + added
      const isOff = (amount: number): boolean => Math.abs(amount - made) > Math.abs(made) * TOLERANCE
      const problems: TableProblem[] = []
      if (isOff(across[index] ?? 0) || isOff(sold))
        problems.push({
          row: index + 2,
          column: count + COLUMNS_BEHIND.length + 1,
          sentence: `'${sector}' makes ${made}, and its row comes to ${sold}.`,
          ur: `'${sector}' کی پیداوار ${made} ہے، اور اس کی سطر کا مجموعہ ${sold}۔`,
        })
      if (isOff(used))
        problems.push({
          row: count + ROWS_BELOW.length + 1,
          column: index + 2,
          sentence: `'${sector}' makes ${made}, and its column comes to ${used}.`,
          ur: `'${sector}' کی پیداوار ${made} ہے، اور اس کے کالم کا مجموعہ ${used}۔`,
        })
      if (added < 0)
        problems.push({
          row: count + 3,
          column: index + 2,
          sentence: `The value added of '${sector}' is negative. A subsidy belongs to final demand.`,
          ur: `'${sector}' کی قدرِ افزودہ منفی ہے۔ اعانت حتمی طلب میں آتی ہے۔`,
        })
      return problems
    })
    .slice(0, MOST_TOLD)
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
