/** Applies a release to the facts of a return, subject by subject, with an explanation of every finding. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { type Assessment, determine, type Engine } from '@maqami/engine/determine/determine.ts'
import { type FactProblem, type GivenFacts, plainFacts, readFacts } from '@maqami/engine/determine/facts.ts'
import { explainAll } from '@maqami/engine/explain/explain.ts'
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { WrongInput } from '../kernel/command.ts'
import { factLine, type FactsFile } from '../policy-releases/facts-file.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { ReturnError } from '../returns/return-errors.ts'
import type { ReturnYear } from '../returns/return-year.ts'
import type { FactOrigins, ReturnSubject } from '../returns/return-facts.ts'
import type { ReturnGiven } from './return-options.ts'

export interface AssessedSubject {
  /** `{ category: 'smartphone' }`. */
  readonly subject: Readonly<Record<string, string>>
  readonly assessment: Assessment
  readonly explanation: Applied
  readonly origins: FactOrigins
  /** Events that nobody reported, so that they are taken as not having happened. */
  readonly unreported: readonly string[]
}

export interface AssessedReturn {
  readonly release: Release
  /** The law does not bind: it is a draft, or nobody holds its gazette text. */
  readonly rehearsal: boolean
  readonly year: ReturnYear
  readonly day: Day
  readonly subjects: readonly AssessedSubject[]
  readonly warnings: readonly ReturnError[]
}

/** Every subject of a return, under one release on one day. */
export function assessSubjects(
  release: Release,
  { year, day, subjects, further, warnings }: ReturnGiven,
): AssessedReturn {
  const { programme } = release.engine
  return {
    release,
    year,
    day,
    warnings,
    rehearsal: isRehearsal(programme),
    subjects: subjects.map((subject) => assess(release.engine, subject, { day, year }, further)),
  }
}

function assess(
  engine: Engine,
  { subject, facts, origins }: ReturnSubject,
  setting: Pick<ReturnGiven, 'day' | 'year'>,
  file: FactsFile | undefined,
): AssessedSubject {
  const further = file?.facts ?? {}
  const filed = Object.keys(further).filter((name) => facts.whole.has(name) || facts.groups.has(name))
  if (filed.length > 0)
    throw new WrongInput([`The return itself says ${filed.join(', ')}; --facts may only add what it does not.`])
  const made = assessFacts(engine, { subject, origins, given: facts, written: further }, setting)
  if ('problems' in made) throw new WrongInput(made.problems.map((problem) => factLine(problem, file)))
  refuseFuture(engine.programme.vocabulary, further, setting.day)
  return made
}

/** The facts of a subject, as values or in the notation of files. */
export interface SubjectFacts extends Pick<ReturnSubject, 'subject' | 'origins'> {
  readonly given?: GivenFacts
  readonly written: Readonly<Record<string, unknown>>
}

/**
 * Events that only the authority can report, and that nobody has reported, are known not to have happened. Gives the problems where
 * the facts do not fit the programme's vocabulary.
 */
export function assessFacts(
  engine: Engine,
  { subject, origins, given, written }: SubjectFacts,
  { day, year }: Pick<ReturnGiven, 'day' | 'year'>,
): AssessedSubject | { readonly problems: readonly FactProblem[] } {
  const { vocabulary } = engine.programme
  const unreported = [...vocabulary.facts.values()]
    .filter((fact) => fact.event)
    .map((fact) => fact.name)
    .filter((name) => given?.whole.has(name) !== true && !Object.hasOwn(written, name))
  const read = readFacts(
    vocabulary,
    { ...Object.fromEntries(unreported.map((name) => [name, 'none'])), ...written },
    given,
  )
  if (!read.ok) return { problems: read.problems }
  const assessment = determine(engine, read.facts, day, { periodEnd: year.last })
  return { subject, assessment, explanation: explainAll(assessment), origins, unreported }
}

/** What is to happen has not happened: a cure that is promised would avert a sanction. */
function refuseFuture(vocabulary: Vocabulary, further: FactsFile['facts'], day: Day): void {
  const problems = [...vocabulary.facts.values()].flatMap(({ name, event, type }) => {
    const given = event && type.kind === 'date' && Object.hasOwn(further, name) ? String(further[name]) : ''
    const happened = parseDay(given)
    if (happened === undefined || happened <= day) return []
    return [
      `${name} is ${given}, which is after the day of the assessment, ${formatDay(day)}: say 'none', or assess on a later day with --as-of.`,
    ]
  })
  if (problems.length > 0) throw new WrongInput(problems)
}

/** The name of the facts that an assessment rests on, in canonical notation. */
export function factsHash({ engine, run }: Assessment): Promise<string> {
  const periodEnd = run.periodEnd === run.day ? undefined : formatDay(run.periodEnd)
  return hashOfFacts(plainFacts(engine.programme.vocabulary, run.facts), periodEnd)
}

/** A period that ends on another day than that of the assessment is named with the facts: it decides which law is read. */
export function hashOfFacts(facts: Readonly<Record<string, unknown>>, periodEnd: string | undefined): Promise<string> {
  return hashOf(periodEnd === undefined ? facts : { ...facts, period_end: periodEnd })
}
