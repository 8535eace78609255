/** What would close the gap of each subject of an assessed return, as its programme says that gaps can be closed. */
import { type Advice, advise } from '@maqami/engine/advise/advise.ts'
import { findingOf } from '@maqami/engine/determine/determine.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { returnSchemaOf } from '../returns/release-schema.ts'
import type { AdviserRule } from '../returns/schema/return-schema.ts'
import type { AssessedReturn, AssessedSubject } from './assess-subjects.ts'
import type { NoAdviser } from './filed/assessment.ts'

export interface AdvisedSubject extends Pick<AssessedSubject, 'subject' | 'origins'> {
  readonly advice: Advice
}

export interface AdvisedReturn extends Pick<AssessedReturn, 'release' | 'rehearsal' | 'year' | 'day'> {
  readonly adviser: AdviserRule
  readonly subjects: readonly AdvisedSubject[]
}

export function adviseSubjects(assessed: AssessedReturn): Outcome<AdvisedReturn, NoAdviser> {
  const { release, rehearsal, year, day, subjects } = assessed
  const { adviser } = returnSchemaOf(release)
  const programme = release.engine.programme.heading.name
  if (adviser === undefined) return { refused: { code: 'no_adviser', programme } }
  const advised = subjects.map(({ subject, origins, assessment: { run } }) => ({
    subject,
    origins,
    advice: advise(release.engine, adviser, run.facts, run),
  }))
  return { done: { release, rehearsal, year, day, adviser, subjects: advised } }
}

/** Whether there is a gap that the programme has an adviser for. */
export function fallsShort({ release, subjects }: AssessedReturn): boolean {
  const { adviser } = returnSchemaOf(release)
  if (adviser === undefined) return false
  return subjects.some(({ assessment }) => findingOf(assessment, adviser.requirement)?.outcome === false)
}
