/** Determinations as officers of the demonstration make them: one prepares, another approves, and of a failure notice is given. */
import { makeAssessment } from '../assessments/filed/make-assessment.ts'
import { approveDetermination } from '../determinations/decide-determination.ts'
import type { Determination, DeterminationKind } from '../determinations/determination.ts'
import { readForesight } from '../determinations/foresee-effect.ts'
import { prepareDetermination } from '../determinations/prepare-determination.ts'
import { todayText } from '../kernel/clock.ts'
import { issueNotice } from '../notices/issue-notice.ts'
import type { Cast, Stage } from './play-demonstration.ts'

/** What a signatory of the demonstration confirms: nobody holds his telephone. */
export const SIGNED = async () => await Promise.resolve({ done: true })

/** With the file that is relied upon; its identifier. */
export async function issued(stage: Stage, cast: Cast, determination: string): Promise<string> {
  const answer = { answer_length: 15, answer_counted_in: 'working_days' } as const
  const { recorder, shelf, letters } = stage
  return stage.done(await issueNotice(recorder, shelf, letters, cast.caseOfficer, { determination, ...answer })).id
}

/** On the day that it is. */
async function prepare(
  stage: Stage,
  cast: Cast,
  return_id: string,
  kind: DeterminationKind,
  reasons: string,
  subject: Readonly<Record<string, string>> = {},
): Promise<Determination> {
  const { recorder, shelf } = stage
  const as_of = todayText(recorder.clock)
  const made = stage.done(await makeAssessment(recorder, shelf, cast.caseOfficer, { return_id, as_of }))
  const input = { assessment_id: made.assessment.id, subject, kind, reasons }
  return stage.done(await prepareDetermination(recorder, shelf, cast.caseOfficer, input))
}

export async function determine(
  stage: Stage,
  cast: Cast,
  return_id: string,
  kind: DeterminationKind,
  reasons: string,
  subject: Readonly<Record<string, string>> = {},
): Promise<Determination> {
  const { recorder, shelf, letters } = stage
  const prepared = await prepare(stage, cast, return_id, kind, reasons, subject)
  const { shown_hash } = stage.done(await readForesight(recorder, stage.shelf, cast.approvingOfficer, prepared.number))
  const input = { number: prepared.number, shown_hash }
  return stage.done(await approveDetermination(recorder, shelf, letters, cast.approvingOfficer, input, SIGNED))
    .determination
}
