/** Until when the law lets a failure be cured, if notice of it is served on a day. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { findingOf } from '@maqami/engine/determine/determine.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import type { AssessedReturn } from '../assessments/assess-subjects.ts'
import { assessmentInput, assessVersion } from '../assessments/filed/assess-version.ts'
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import { madeAssessment } from '../assessments/filed/make-assessment.ts'
import { type KnownFact, SERVED } from '../case-facts/case-fact.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { Determination } from './determination.ts'

/** The measure by which programmes call the last day to cure. */
const CURE_ENDS = 'cure_ends_on'

/**
 * An assessment of that day by the same release says it; null where the law has no notice or no time to cure. `further` is what is proposed to be
 * known beside it, such as an extension; null too where the law does not know of such.
 */
export async function lastDayToCure(
  tables: Handle,
  shelf: ReleaseShelf,
  failure: Pick<Determination, 'assessment_id' | 'subject'>,
  served_on: string,
  further?: Pick<KnownFact, 'fact' | 'value'>,
): Promise<Outcome<string | null, AssessmentRefusal>> {
  const made = await madeAssessment(tables, shelf, failure.assessment_id)
  if ('refused' in made) return made
  const { facts, groups } = made.done.assessed.release.engine.programme.vocabulary
  if (!facts.has(SERVED) || (further !== undefined && !groups.has(further.fact))) return { done: null }
  const { return_id, version, release_id } = made.done.assessment
  const input = await assessmentInput(tables, { id: return_id, version, by: { release: release_id } })
  if ('refused' in input) return input
  const { subject } = failure
  const asked = [{ fact: SERVED, value: served_on }, ...(further === undefined ? [] : [further])]
  const known = { ...input.done, case_facts: [...input.done.case_facts, ...asked.map((one) => ({ subject, ...one }))] }
  const assessed = assessVersion(shelf, known, served_on)
  if ('refused' in assessed) return assessed
  return { done: lastDay(assessed.done, failure.subject) }
}

function lastDay({ subjects }: AssessedReturn, subject: string): string | null {
  const one = subjects.find((other) => canonicalJson(other.subject) === subject)
  const outcome = one === undefined ? undefined : findingOf(one.assessment, CURE_ENDS)?.outcome
  return outcome === undefined || outcome instanceof NoValue || typeof outcome !== 'number' ? null : formatDay(outcome)
}
