/** Holds every finding of a batch against the exact engine's. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { determine, type Engine } from '../determine/determine.ts'
import type { Facts } from '../determine/facts.ts'
import { engineFrom } from '../lamps-fixture.ts'
import type { Day } from '../value/date.ts'
import { compare, type Exact, exact, multiply, negate, round, subtract, toText } from '../value/exact.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import { type BatchResult, type FindingColumn, NO_DAY, runBatch } from './batch.ts'
import { type Columns, ColumnsBuilder } from './columns.ts'

export const POLICY = fileURLToPath(new URL('../../../policy/', import.meta.url))

interface Otherwise {
  readonly file?: string
  readonly more?: string
  readonly draft?: string
}

/** Of a programme's folder, or of it with something more in one of its files, or with a draft laid over it. */
export function engineOfFolder(name: string, { file, more = '', draft }: Otherwise = {}): Engine {
  const paths = readdirSync(join(POLICY, name), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:yaml|md)$/.test(path),
  )
  const textOf = (path: string): string =>
    `${readFileSync(join(POLICY, name, path), 'utf8')}${path === file ? more : ''}`
  return engineFrom(new Map(paths.map((path) => [path, textOf(path)])), draft)
}

export interface BatchRow {
  readonly facts: Facts
  readonly day: Day
  readonly periodEnd?: Day | undefined
}

export function columnsOf(engine: Engine, rows: readonly BatchRow[]): Columns {
  const builder = new ColumnsBuilder(engine.programme)
  for (const { facts, day, periodEnd } of rows) builder.push(facts, day, periodEnd)
  return builder.columns()
}

export function finish(engine: Engine, columns: Columns): BatchResult {
  return finished(runBatch(engine, columns))
}

export function finished<Result>(running: Generator<number, Result>): Result {
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
  }
}

/** One sentence for each finding that came out otherwise. */
export function differences(engine: Engine, rows: readonly BatchRow[]): readonly string[] {
  const { findings } = finish(engine, columnsOf(engine, rows))
  return rows.flatMap(({ facts, day, periodEnd }, row) => {
    const expected = determine(engine, facts, day, { periodEnd }).findings
    return expected.flatMap(({ provision, outcome, from }, index) => {
      const column = findings[index] as FindingColumn
      const given = givenText(column, row)
      const wanted = wantedText(engine, outcome, from, column, row)
      return given === wanted ? [] : [`row ${row}: ${provision.name} is ${wanted}; the batch says ${given}`]
    })
  })
}

const STATES = ['settled', 'not_happened', 'not_imposed', 'undetermined', 'refused']

function givenText(column: FindingColumn, row: number): string {
  const state = STATES[column.states[row] as number] as string
  const from = column.from === undefined || column.from[row] === NO_DAY ? '' : ` from ${column.from[row]}`
  if (state === 'settled') return `${column.values[row]}${from}`
  if (state !== 'undetermined' && state !== 'refused') return `${state}${from}`
  const { all, places } = column.reasons
  return `${state} ${reasonText(all[places[row] as number] as NoValue)}${from}`
}

function reasonText(reason: NoValue): string {
  return JSON.stringify([reason.missing, reason.refusals])
}

function wantedText(
  engine: Engine,
  outcome: Outcome,
  from: Day | undefined,
  column: FindingColumn,
  row: number,
): string {
  const since = from === undefined ? '' : ` from ${from}`
  if (outcome instanceof NoValue) {
    const unsettled = outcome.kind === 'undetermined' || outcome.kind === 'refused'
    return `${outcome.kind}${unsettled ? ` ${reasonText(outcome)}` : ''}${since}`
  }
  const { type } = column.provision
  if (typeof outcome === 'string' && type.kind === 'category')
    return `${engine.programme.vocabulary.categories.get(type.category)?.members.indexOf(outcome)}${since}`
  if (typeof outcome !== 'object') return `${Number(outcome)}${since}`
  const { show } = column.provision
  const shown = show === undefined ? outcome : round(outcome, show.mode, show.step)
  return `${isClose(column.values[row] as number, shown) ? column.values[row] : toText(shown)}${since}`
}

const CLOSE = exact(1, 10n ** 13n)

/** Within some thousand roundings of a double, held exactly: what is rounded by the law is a decimal's nearest double. */
function isClose(given: number, wanted: Exact): boolean {
  if (!Number.isFinite(given)) return false
  const [size, fraction] = [Math.abs(given), fromDouble(given)]
  const difference = subtract(fraction, wanted)
  const distance = difference.n < 0 ? negate(difference) : difference
  return size === 0 ? wanted.n === 0 || wanted.n === 0n : compare(distance, multiply(CLOSE, fromDouble(size))) <= 0
}

/** Every double is a whole number times a power of two. */
function fromDouble(value: number): Exact {
  let [n, d] = [value, 1n]
  while (!Number.isInteger(n)) {
    n *= 2
    d *= 2n
  }
  return exact(BigInt(n), d)
}
