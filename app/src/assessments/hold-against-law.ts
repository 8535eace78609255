/** Holds what was written against a release: its hash, and what that law says today on the same facts, down to every cell. */
import { determine } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { explain, explainAll } from '@maqami/engine/explain/explain.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { yearOf } from '../returns/return-year.ts'
import type { HeldLaw, HeldSubject } from './held-assessment.ts'

/** Release, year, and whether it is a rehearsal, as the heading of the file says them. */
export function headingDifferences(law: HeldLaw, release: Release): readonly string[] {
  const { programme } = release.engine
  const said: string[] = []
  if (law.hash !== release.hash)
    said.push(`The file was computed with the release ${law.hash}; ${release.folder} is ${release.hash}.`)
  if (law.rehearsal !== isRehearsal(programme))
    said.push(
      `The file says rehearsal: ${String(law.rehearsal)}; by its standing the law says ${isRehearsal(programme)}.`,
    )
  const year = typeof law.year === 'string' ? yearOf(law.year, programme.heading.yearStarts) : undefined
  if (law.year !== undefined && (year === undefined || formatDay(year.last) !== law.period_end))
    said.push(`The file says year ${written(law.year)}, and that its last day is ${written(law.period_end)}.`)
  return said
}

interface Difference {
  readonly path: string
  readonly held: unknown
  readonly made: unknown
}

const MOST_TOLD = 10

/** Where the explanation is not the one that this law gives; cells of the law first, since the rest follows from them. */
export function lawDifferences({ applied, facts, place }: HeldSubject, release: Release): readonly string[] {
  const read = readFacts(release.engine.programme.vocabulary, facts)
  if (!read.ok) return read.problems.map((problem) => `${place}: ${problem.path}: ${problem.sentence}`)
  const asOf = parseDay(applied.as_of) ?? 0
  const periodEnd = applied.period_end === undefined ? asOf : parseDay(applied.period_end)
  const assessment = determine(release.engine, read.facts, asOf, { periodEnd })
  const { finding } = applied as { readonly finding?: unknown }
  const made = typeof finding === 'string' ? explain(assessment, finding) : explainAll(assessment)
  if (made === undefined) return [`${place}: the law has no finding '${String(finding)}'.`]
  const found = [...differences(applied.provisions, made.provisions, '')]
  const ordered = [...found.filter(isCell), ...found.filter((one) => !isCell(one))]
  const told = ordered
    .slice(0, MOST_TOLD)
    .map(
      (one) => `${place}: ${one.path} says ${written(one.held)}; by the law of the release it is ${written(one.made)}.`,
    )
  return found.length > MOST_TOLD ? [...told, `${place}: and ${found.length - MOST_TOLD} more differences.`] : told
}

function isCell({ path }: Difference): boolean {
  return /\.(cell|row)$/.test(path)
}

function written(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** Both as data: what is undefined is not there. */
function* differences(held: unknown, made: unknown, path: string): Generator<Difference> {
  const [left, right] = [asData(held), asData(made)]
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null) {
    if (left !== right) yield { path, held: left, made: right }
    return
  }
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  for (const name of names) {
    const [one, other] = [valueIn(left, name), valueIn(right, name)]
    if (one !== undefined || other !== undefined) yield* differences(one, other, stepped(path, name, other ?? one))
  }
}

/** A parameter is named where its cell stands. */
function stepped(path: string, name: string, value: unknown): string {
  const { kind, name: called } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const step = /^\d+$/.test(name) ? `[${Number(name) + 1}]` : `${path === '' ? '' : '.'}${name}`
  if (path === '' && typeof called === 'string') return called
  return kind === 'parameter' ? `${path}${step} (${String(called)})` : `${path}${step}`
}

function asData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { toJSON } = value as { readonly toJSON?: (() => unknown) | undefined }
  return typeof toJSON === 'function' ? toJSON.call(value) : value
}

function valueIn(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Readonly<Record<string, unknown>>)[name] : undefined
}
