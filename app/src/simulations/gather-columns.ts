/** Turns tables of facts into columns for a batch, or stops with what is wrong, row by row. */
import { type Columns, ColumnsBuilder } from '@maqami/engine/batch/columns.ts'
import { type FactProblem, readFacts } from '@maqami/engine/determine/facts.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Fact, LineGroup, Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import { type Told, WrongInput } from '../kernel/command.ts'
import type { Pause } from '../kernel/interruption.ts'
import type { Table, TableRow } from './table.ts'

export interface Gathered {
  /** By row: what the list calls it. */
  readonly ids: readonly string[]
  readonly columns: Columns
}

export interface Given {
  readonly facts: Table
  /** Tables of lines, by the group that they belong to. */
  readonly lines: ReadonlyMap<string, Table>
}

export type Cells = Readonly<Record<string, unknown>>

/** What a list may say beside the facts of the law, and who is told of it. */
export interface Beside {
  readonly names: readonly string[]
  /** Each row that was taken, with its facts as they were written. Gives a sentence, with the name it is about, where they cannot be taken. */
  readonly take: (cells: Cells, facts: Cells) => readonly [name: string, said: Both] | undefined
}

type Both = Required<Told>

const NOTHING_BESIDE: Beside = { names: [], take: () => undefined }

type Report = (done: number) => void

export async function gatherColumns(
  programme: Programme,
  given: Given,
  pause: Pause,
  report: Report,
  beside = NOTHING_BESIDE,
): Promise<Gathered> {
  const { vocabulary } = programme
  const table = given.facts
  const wrong = newComplaints()
  for (const name of REQUIRED.filter((one) => table.columns?.includes(one) === false))
    wrong.add({ en: table.path, ur: table.path }, '', {
      en: `the column '${name}' is missing: each row needs ${REQUIRED_OF[name].en}.`,
      ur: `کالم '${name}' نہیں ہے: ہر سطر میں ${REQUIRED_OF[name].ur} درکار ہے۔`,
    })
  for (const name of table.columns?.filter((one) => !isOwn(one) && !beside.names.includes(one)) ?? [])
    for (const { sentence: en, ur } of problemsOf(vocabulary, { [name]: undefined }))
      wrong.add({ en: table.path, ur: table.path }, '', { en, ur })
  wrong.stop()
  const lines = new Map<string, Lines>()
  for (const [name, one] of given.lines) lines.set(name, await gatherLines(vocabulary, name, one, pause))
  const ids = new Map<string, number>()
  const builder = new ColumnsBuilder(programme)
  for await (const { rows, done } of table.batches) {
    for (const row of rows) takeRow(vocabulary, table, row, { ids, lines, builder, wrong, beside })
    report(done)
    await pause()
  }
  wrong.stop()
  for (const [name, { path, byId }] of lines) {
    const stray = [...byId.keys()].find((id) => !ids.has(id))
    if (stray !== undefined)
      wrong.add({ en: path, ur: path }, '', {
        en: `lines of '${name}' for '${stray}', which is no id in ${table.path}.`,
        ur: `'${name}' کی سطریں '${stray}' کے لیے، جو ${table.path} میں کوئی id نہیں۔`,
      })
  }
  wrong.stop()
  if (ids.size === 0)
    throw new WrongInput([{ en: `'${table.path}' has no rows.`, ur: `'${table.path}' میں کوئی سطر نہیں۔` }])
  return { ids: [...ids.keys()], columns: builder.columns() }
}

const REQUIRED = ['id', 'as_of'] as const
const REQUIRED_OF = {
  id: { en: 'a name of its own', ur: 'اپنا الگ نام' },
  as_of: { en: 'the day on which it is assessed', ur: 'تشخیص کا دن' },
} as const

/** What a list has beside the facts. */
function isOwn(name: string): boolean {
  return name === 'id' || name === 'as_of' || name === 'period_end'
}

interface Taking {
  readonly ids: Map<string, number>
  readonly lines: ReadonlyMap<string, Lines>
  readonly builder: ColumnsBuilder
  readonly wrong: Complaints
  readonly beside: Beside
}

function takeRow(vocabulary: Vocabulary, table: Table, { row, cells }: TableRow, taking: Taking): void {
  const { ids, lines, builder, wrong, beside } = taking
  const { as_of: asOf, period_end: periodEnd } = cells
  const id = idOf(cells['id'])
  const called = id === undefined ? '' : ` (${id})`
  const place = { en: `${table.path}, row ${row}${called}`, ur: `${table.path}، سطر ${row}${called}` }
  if (id === undefined)
    return wrong.add(place, 'id', {
      en: 'every row has an id, a text of at most 100 characters that are shown.',
      ur: 'ہر سطر کی ایک id ہوتی ہے، زیادہ سے زیادہ 100 نظر آنے والے حروف کی۔',
    })
  const first = ids.get(id)
  if (first !== undefined)
    return wrong.add(place, 'id', {
      en: `a second row for '${id}'; the first is row ${first}.`,
      ur: `'${id}' کی دوسری سطر؛ پہلی سطر ${first} ہے۔`,
    })
  const day = dayOf(asOf)
  const end = periodEnd === undefined ? day : dayOf(periodEnd)
  if (day === undefined)
    wrong.add(place, 'as_of', {
      en: 'the day of the assessment is a day such as 2027-06-30.',
      ur: 'تشخیص کا دن اس طرح لکھا جاتا ہے: 2027-06-30۔',
    })
  if (periodEnd !== undefined && end === undefined)
    wrong.add(place, 'period_end', {
      en: 'the last day of the period is a day such as 2027-06-30.',
      ur: 'مدت کا آخری دن اس طرح لکھا جاتا ہے: 2027-06-30۔',
    })
  const facts: Record<string, unknown> = {}
  for (const name of Object.keys(cells))
    if (!isOwn(name) && !beside.names.includes(name)) facts[name] = withUnits(vocabulary, name, cells[name])
  for (const [name, { byId }] of lines) {
    if (facts[name] !== undefined)
      wrong.add(place, name, {
        en: 'lines stand here and in a file of their own.',
        ur: 'سطریں یہاں بھی ہیں اور اپنی الگ فائل میں بھی۔',
      })
    // Who has no line there has filed none: not known, rather than nothing used.
    facts[name] = byId
      .get(id)
      ?.map((line) => lineOf(vocabulary.groups.get(name) as LineGroup, JSON.parse(line) as Cells))
  }
  const read = readFacts(vocabulary, facts)
  if (!read.ok) return read.problems.forEach(({ path, sentence: en, ur }) => wrong.add(place, path, { en, ur }))
  const unfit = beside.take(cells, facts)
  if (unfit !== undefined) return wrong.add(place, ...unfit)
  if (day === undefined) return
  ids.set(id, row)
  builder.push(read.facts, day, end)
}

/** A copy of its own: what is cut from a longer text would keep all of that in memory. */
function idOf(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given.trim() : Number.isSafeInteger(given) ? String(given) : ''
  return text === '' || text.length > 100 || !isShown(text) ? undefined : Buffer.from(text).toString()
}

/** Whether it stands on a page as it is: without controls, and without what turns the text around it. */
export function isShown(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u.test(text)
}

function dayOf(given: unknown): Day | undefined {
  return typeof given === 'string' ? parseDay(given.trim()) : undefined
}

function problemsOf(vocabulary: Vocabulary, facts: Cells): readonly FactProblem[] {
  const read = readFacts(vocabulary, facts)
  return read.ok ? [] : read.problems
}

function withUnits(vocabulary: Vocabulary, name: string, value: unknown): unknown {
  const fact = vocabulary.facts.get(name)
  if (fact !== undefined) return withUnit(fact, value)
  const group = vocabulary.groups.get(name)
  if (group === undefined || !Array.isArray(value)) return value
  return value.map((line: unknown) => (isRecord(line) ? lineOf(group, line) : line))
}

function isRecord(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function lineOf(group: LineGroup, line: Cells): Cells {
  const entries = Object.entries(line).map(([name, value]) => {
    const column = group.columns.get(name)
    return [name, column === undefined ? value : withUnit(column, value)] as const
  })
  return Object.fromEntries(entries)
}

const BARE = /^\s*-?[\d.,]+\s*$/

/** A bare number is in the fact's own unit where there is only one way to read it. `10` for a rate could be 10% or 1,000%. */
function withUnit({ type }: Fact, value: unknown): unknown {
  if (type.kind !== 'number' || (type.unit !== 'days' && !isCurrency(type.unit))) return value
  const text = Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string' || !BARE.test(text)) return value
  return type.unit === 'days' ? `${text} days` : `${type.unit} ${text}`
}

// --- lines in a table of their own ---------------------------------------------------------------------------------------------

interface Lines {
  readonly path: string
  /** As JSON, which takes a fraction of the memory of objects. */
  readonly byId: ReadonlyMap<string, readonly string[]>
}

async function gatherLines(vocabulary: Vocabulary, name: string, table: Table, pause: Pause): Promise<Lines> {
  const { path } = table
  const group = vocabulary.groups.get(name)
  if (group === undefined) {
    const known = [...vocabulary.groups.keys()]
    throw new WrongInput([
      {
        en: `The programme has no lines '${name}'.${didYouMean(name, known)} Lines: ${known.join(', ')}.`,
        ur: `پروگرام میں '${name}' نام کی سطریں نہیں۔${didYouMean(name, known, 'ur')} یہ ہیں: ${known.join('، ')}۔`,
      },
    ])
  }
  const unknown = table.columns?.filter((one) => one !== 'id' && !group.columns.has(one)) ?? []
  if (unknown.length > 0)
    throw new WrongInput(
      unknown.map((one) => {
        const known = [...group.columns.keys()]
        return {
          en: `${path}: '${name}' has no column '${one}'.${didYouMean(one, known)}`,
          ur: `${path}: '${name}' میں '${one}' نام کا کوئی کالم نہیں۔${didYouMean(one, known, 'ur')}`,
        }
      }),
    )
  const byId = new Map<string, string[]>()
  for await (const { rows } of table.batches) {
    for (const { row, cells } of rows) {
      const { id: givenId, ...line } = cells
      const id = idOf(givenId)
      if (id === undefined)
        throw new WrongInput([
          {
            en: `${path}, row ${row}: every line has the id of its row.`,
            ur: `${path}، سطر ${row}: ہر سطر پر اس کی id لکھی جاتی ہے جس کی وہ ہے۔`,
          },
        ])
      const many = Object.keys(line).find((column) => typeof line[column] === 'object')
      if (many !== undefined)
        throw new WrongInput([
          {
            en: `${path}, row ${row}: '${many}' is one value, and no list or mapping.`,
            ur: `${path}، سطر ${row}: '${many}' ایک قدر ہے، کوئی فہرست یا مجموعہ نہیں۔`,
          },
        ])
      const known = byId.get(id)
      if (known === undefined) byId.set(id, [JSON.stringify(line)])
      else known.push(JSON.stringify(line))
    }
    await pause()
  }
  return { path, byId }
}

// --- what is wrong -------------------------------------------------------------------------------------------------------------

const MOST_LISTED = 100

interface Complaints {
  readonly add: (place: Both, path: string, said: Both) => void
  /** Throws where something is wrong. */
  readonly stop: () => void
}

/** The same sentence about the same fact is said once, with the number of rows. */
function newComplaints(): Complaints {
  const listed = new Map<string, { readonly line: Both; times: number }>()
  const stop = (...more: readonly Both[]): never => {
    const lines = [...listed.values()].map(({ line: { en, ur }, times }) => {
      const further = (times - 1).toLocaleString('en')
      return times === 1
        ? { en, ur }
        : { en: `${en} And so in ${further} further rows.`, ur: `${ur} مزید ${further} سطروں میں بھی یہی۔` }
    })
    throw new WrongInput([...lines, ...more])
  }
  return {
    add: (place, path, { en, ur }) => {
      const key = `${path}: ${en}`
      const known = listed.get(key)
      if (known !== undefined) known.times += 1
      else {
        if (listed.size === MOST_LISTED)
          stop({
            en: 'Reading stopped here; what follows is listed when these are put right.',
            ur: 'پڑھنا یہاں رک گیا؛ اس کے بعد کی باتیں ان کی درستی کے بعد بتائی جائیں گی۔',
          })
        const about = path === '' ? '' : `${path}: `
        listed.set(key, { line: { en: `${place.en}: ${about}${en}`, ur: `${place.ur}: ${about}${ur}` }, times: 1 })
      }
    },
    stop: () => {
      if (listed.size > 0) stop()
    },
  }
}
