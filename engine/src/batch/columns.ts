/**
 * The facts of many assessments as columns: one row for each set of facts and day, and for each group of lines the lines of
 * all rows behind each other. Numbers are whole numbers with a decimal scale, so that a column holds exactly what was filed.
 */
import type { Facts } from '../determine/facts.ts'
import type { Programme } from '../load/programme.ts'
import type { Fact } from '../load/vocabulary.ts'
import type { Day } from '../value/date.ts'
import { type Exact, exact, toDecimal } from '../value/exact.ts'
import { NoValue, NOT_HAPPENED, type Outcome, undetermined } from '../value/outcome.ts'

/** What stands in a place of a column: a value, an event that has not happened, or nothing that was filed. */
export const FILED = 0
export const NOT_YET = 1
const MISSING = 2

export interface Column {
  readonly fact: Fact
  /** Numbers times ten to the `scale`; days; 1 and 0 for true and false; the place of a member in its category. */
  readonly values: Float64Array | Int32Array | Uint8Array
  /** At most 15: a number is its value divided by ten to the scale. */
  readonly scale: number
  /** By place; undefined where every place is `FILED`. */
  readonly states: Uint8Array | undefined
  /** The largest state of any place. */
  readonly worst: number
  /** Of the values that were filed. */
  readonly least: number
  readonly most: number
  /** Numbers that no scale of the column can hold, by place; they are marked `MISSING` in `states`. */
  readonly odd: ReadonlyMap<number, Exact>
}

export interface LineColumns {
  /** Where the lines of each row begin; one more than there are rows. */
  readonly offsets: Uint32Array
  /** The most lines that any row has. */
  readonly longest: number
  /** Rows whose lines were not filed at all. */
  readonly absent: Uint8Array | undefined
  /** By name; text is left out, since no formula may use it. */
  readonly columns: ReadonlyMap<string, Column>
}

export interface Columns {
  readonly rows: number
  /** The days on which the rows are assessed. */
  readonly days: Column
  /** The last days of the periods that are assessed; undefined where each is the day of the assessment. */
  readonly periodEnds: Column | undefined
  readonly facts: ReadonlyMap<string, Column>
  readonly groups: ReadonlyMap<string, LineColumns>
}

const LARGEST = Number.MAX_SAFE_INTEGER
const DEEPEST = 15
const FIRST_ROOM = 64

/** A column that grows as facts come in; its scale is that of the longest decimal it has met. */
class Growing {
  readonly fact: Fact
  readonly members: ReadonlyMap<string, number>
  #values: Column['values']
  #states: Uint8Array | undefined
  #worst = FILED
  #scale = 0
  #size = 0
  #least = Number.POSITIVE_INFINITY
  #most = Number.NEGATIVE_INFINITY
  readonly #odd = new Map<number, Exact>()

  constructor(fact: Fact, members: readonly string[]) {
    this.fact = fact
    this.members = new Map(members.map((member, index) => [member, index]))
    this.#values = roomFor(fact, members.length, FIRST_ROOM)
  }

  push(outcome: Outcome): void {
    const at = this.#size
    this.#size += 1
    if (this.#size > this.#values.length) this.#grow()
    if (outcome instanceof NoValue) this.#mark(at, outcome === NOT_HAPPENED ? NOT_YET : MISSING)
    else this.#put(at, outcome)
  }

  /** Parts of what has grown, not copies: the room that is left takes no memory until it is touched. */
  column(): Column {
    const filed = this.#least <= this.#most
    return {
      fact: this.fact,
      values: this.#values.subarray(0, this.#size),
      scale: this.#scale,
      states: this.#states?.subarray(0, this.#size),
      worst: this.#worst,
      least: filed ? this.#least : 0,
      most: filed ? this.#most : 0,
      odd: this.#odd,
    }
  }

  #put(at: number, value: Exclude<Outcome, NoValue>): void {
    if (typeof value !== 'object') return this.#keep(at, this.#code(value))
    const scale = placesOf(value)
    if (scale !== undefined && scale > this.#scale) this.#deepen(scale)
    const scaled = scale === undefined ? undefined : scaledTo(value, this.#scale)
    if (scaled === undefined) {
      this.#odd.set(at, value)
      this.#mark(at, MISSING)
    } else this.#keep(at, scaled)
  }

  #code(value: string | number | boolean): number {
    return typeof value === 'string' ? (this.members.get(value) ?? -1) : Number(value)
  }

  #keep(at: number, value: number): void {
    this.#values[at] = value
    if (value < this.#least) this.#least = value
    if (value > this.#most) this.#most = value
  }

  #mark(at: number, state: number): void {
    this.#states ??= new Uint8Array(this.#values.length)
    this.#states[at] = state
    this.#worst = Math.max(this.#worst, state)
  }

  #grow(): void {
    this.#values = longer(this.#values, roomFor(this.fact, this.members.size, this.#values.length * 2))
    if (this.#states !== undefined) this.#states = longer(this.#states, new Uint8Array(this.#values.length))
  }

  /** Multiplies what is there; what grows too large for it becomes odd. */
  #deepen(scale: number): void {
    const factor = 10 ** (scale - this.#scale)
    for (let at = 0; at < this.#size; at += 1) {
      const value = this.#values[at] as number
      if (Math.abs(value) * factor <= LARGEST) this.#values[at] = value * factor
      else {
        this.#odd.set(at, exact(value, 10 ** this.#scale))
        this.#mark(at, MISSING)
        this.#values[at] = 0
      }
    }
    this.#least = Math.max(this.#least * factor, -LARGEST)
    this.#most = Math.min(this.#most * factor, LARGEST)
    this.#scale = scale
  }
}

/** The narrowest numbers that hold the fact. */
function roomFor({ type }: Fact, members: number, room: number): Column['values'] {
  if (type.kind === 'date') return new Int32Array(room)
  const isCode = type.kind === 'boolean' || (type.kind === 'category' && members <= 256)
  return isCode ? new Uint8Array(room) : new Float64Array(room)
}

function longer<T extends Column['values'] | Uint32Array>(short: T, long: T): T {
  long.set(short)
  return long
}

/** Decimal places of a number, or undefined when it has more than a column takes. */
function placesOf(value: Exact): number | undefined {
  if (value.d === 1) return 0
  const text = toDecimal(value)
  if (text === undefined) return undefined
  const point = text.indexOf('.')
  const places = point === -1 ? 0 : text.length - point - 1
  return places <= DEEPEST ? places : undefined
}

function scaledTo(value: Exact, scale: number): number | undefined {
  const scaled = (BigInt(value.n) * 10n ** BigInt(scale)) / BigInt(value.d)
  return scaled <= LARGEST && scaled >= -LARGEST ? Number(scaled) : undefined
}

/** Gathers facts, set by set, into columns. */
export class ColumnsBuilder {
  readonly #programme: Programme
  readonly #days: Growing
  readonly #periodEnds: Growing
  #hasPeriods = false
  readonly #facts: readonly (Growing | undefined)[]
  readonly #groups: ReadonlyMap<string, GrowingLines>
  #rows = 0

  constructor(programme: Programme) {
    this.#programme = programme
    const { vocabulary } = programme
    const growing = (fact: Fact): Growing | undefined =>
      fact.type.kind === 'text'
        ? undefined
        : new Growing(
            fact,
            fact.type.kind === 'category' ? (vocabulary.categories.get(fact.type.category)?.members ?? []) : [],
          )
    this.#days = new Growing(dayNamed('assessment_date'), [])
    this.#periodEnds = new Growing(dayNamed('period_end'), [])
    this.#facts = [...vocabulary.facts.values()].map(growing)
    this.#groups = new Map(
      [...vocabulary.groups.values()].map((group) => [
        group.name,
        new GrowingLines([...group.columns.values()].map(growing)),
      ]),
    )
  }

  push(facts: Facts, day: Day, periodEnd: Day = day): void {
    this.#rows += 1
    this.#days.push(day)
    this.#periodEnds.push(periodEnd)
    this.#hasPeriods ||= periodEnd !== day
    for (const [index, column] of this.#facts.entries()) column?.push(facts.whole[index] as Outcome)
    for (const [name, lines] of this.#groups) lines.push(facts.groups.get(name)?.lines)
  }

  columns(): Columns {
    return {
      rows: this.#rows,
      days: this.#days.column(),
      periodEnds: this.#hasPeriods ? this.#periodEnds.column() : undefined,
      facts: new Map(
        [...this.#programme.vocabulary.facts.keys()].flatMap((name, index) => named(name, this.#facts[index])),
      ),
      groups: new Map([...this.#groups].map(([name, lines]) => [name, lines.columns()])),
    }
  }
}

function dayNamed(name: string): Fact {
  const at = { file: '', line: 1, column: 1 }
  const bounds = { label: undefined, event: false, describes: false, atLeast: undefined, atMost: undefined }
  return { name, type: { kind: 'date' }, ...bounds, at }
}

function named(name: string, growing: Growing | undefined): [string, Column][] {
  return growing === undefined ? [] : [[name, growing.column()]]
}

class GrowingLines {
  readonly #columns: readonly (Growing | undefined)[]
  #offsets = new Uint32Array(FIRST_ROOM)
  #absent: Uint8Array | undefined
  #rows = 0
  #longest = 0

  constructor(columns: readonly (Growing | undefined)[]) {
    this.#columns = columns
  }

  push(lines: readonly (readonly Outcome[])[] | undefined): void {
    const row = this.#rows
    this.#rows += 1
    if (this.#rows === this.#offsets.length) this.#grow()
    for (const line of lines ?? [])
      for (const [index, column] of this.#columns.entries()) column?.push(line[index] as Outcome)
    const count = lines?.length ?? 0
    this.#offsets[row + 1] = (this.#offsets[row] as number) + count
    this.#longest = Math.max(this.#longest, count)
    if (lines !== undefined) return
    this.#absent ??= new Uint8Array(this.#offsets.length)
    this.#absent[row] = 1
  }

  columns(): LineColumns {
    const columns = this.#columns.flatMap((column) => named(column?.fact.name ?? '', column))
    return {
      offsets: this.#offsets.subarray(0, this.#rows + 1),
      longest: this.#longest,
      absent: this.#absent?.subarray(0, this.#rows),
      columns: new Map(columns),
    }
  }

  #grow(): void {
    this.#offsets = longer(this.#offsets, new Uint32Array(this.#offsets.length * 2))
    if (this.#absent !== undefined) this.#absent = longer(this.#absent, new Uint8Array(this.#offsets.length))
  }
}

/** One row as facts of the exact engine. */
export function factsOfRow(
  programme: Programme,
  columns: Columns,
  row: number,
): { facts: Facts; day: Day; periodEnd: Day } {
  const { vocabulary } = programme
  const outcome = (fact: Fact, column: Column | undefined, at: number, path: string): Outcome =>
    column === undefined ? undetermined(path) : outcomeAt(programme, fact, column, at, path)
  const whole = [...vocabulary.facts.values()].map((fact) =>
    outcome(fact, columns.facts.get(fact.name), row, fact.name),
  )
  const groups = new Map<string, { lines: Outcome[][]; keys: string[] } | undefined>()
  for (const group of vocabulary.groups.values()) {
    const filed = columns.groups.get(group.name)
    if (filed === undefined || filed.absent?.[row] === 1) {
      groups.set(group.name, undefined)
      continue
    }
    const first = filed.offsets[row] as number
    const lines: Outcome[][] = []
    for (let at = first; at < (filed.offsets[row + 1] as number); at += 1) {
      const line = `${group.name}[${at - first + 1}]`
      lines.push(
        [...group.columns.values()].map((fact) =>
          outcome(fact, filed.columns.get(fact.name), at, `${line}.${fact.name}`),
        ),
      )
    }
    groups.set(group.name, { lines, keys: lines.map((_, index) => String(index + 1)) })
  }
  const day = columns.days.values[row] as Day
  return { facts: { whole, groups }, day, periodEnd: columns.periodEnds?.values[row] ?? day }
}

function outcomeAt(programme: Programme, fact: Fact, column: Column, at: number, path: string): Outcome {
  const state = column.states?.[at] ?? FILED
  if (state === NOT_YET) return NOT_HAPPENED
  if (state === MISSING) return column.odd.get(at) ?? undetermined(path)
  const value = column.values[at] as number
  switch (fact.type.kind) {
    case 'boolean':
      return value === 1
    case 'date':
      return value
    case 'category':
      return programme.vocabulary.categories.get(fact.type.category)?.members[value] ?? undetermined(path)
    case 'number':
    case 'calendar':
      return exact(value, 10 ** column.scale)
    case 'text':
      return undetermined(path)
  }
}

/**
 * The facts of one programme for another, such as a draft's for the law that it amends: what that law knows by the same name and in the same
 * kind. What it does not know is left out, and a member that it does not know has not been filed.
 */
export function columnsFor(programme: Programme, from: Programme, columns: Columns): Columns {
  const taken = (fact: Fact, column: Column | undefined): [string, Column][] => {
    if (column === undefined || column.fact.type.kind !== fact.type.kind) return []
    const [mine, theirs] = [programme, from].map(({ vocabulary }, nth) => {
      const { type } = nth === 0 ? fact : column.fact
      return type.kind === 'category'
        ? (vocabulary.categories.get(type.category)?.members ?? [])
        : [JSON.stringify(type)]
    }) as [readonly string[], readonly string[]]
    if (mine.join('\n') === theirs.join('\n')) return [[fact.name, { ...column, fact }]]
    return fact.type.kind === 'category' ? [[fact.name, renamed({ ...column, fact }, mine, theirs)]] : []
  }
  const { facts, groups } = programme.vocabulary
  return {
    ...columns,
    facts: new Map([...facts.values()].flatMap((fact) => taken(fact, columns.facts.get(fact.name)))),
    groups: new Map(
      [...groups.values()].flatMap((group): [string, LineColumns][] => {
        const lines = columns.groups.get(group.name)
        const known = [...group.columns.values()].flatMap((fact) => taken(fact, lines?.columns.get(fact.name)))
        return [[group.name, { ...(lines ?? notFiled(columns.rows)), columns: new Map(known) }]]
      }),
    ),
  }
}

function notFiled(rows: number): Omit<LineColumns, 'columns'> {
  return { offsets: new Uint32Array(rows + 1), longest: 0, absent: new Uint8Array(rows).fill(1) }
}

function renamed(column: Column, mine: readonly string[], theirs: readonly string[]): Column {
  const places = theirs.map((member) => mine.indexOf(member))
  const values = column.values.map((place, at) =>
    (column.states?.[at] ?? FILED) === FILED ? Math.max(0, places[place] ?? 0) : 0,
  )
  const states = Uint8Array.from(column.values, (place, at) => {
    const state = column.states?.[at] ?? FILED
    return state === FILED && (places[place] ?? -1) < 0 ? MISSING : state
  })
  return {
    ...column,
    values,
    states,
    worst: states.reduce((a, b) => Math.max(a, b), FILED),
    least: 0,
    most: mine.length - 1,
  }
}
