/** How many returns were due in the year, and how many of them came in time: counted in the register, whatever a return says of itself. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { FILED_ON_TIME, type KnownFact, RETURNS_DUE } from '../../case-facts/case-fact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { OwedReturn } from '../../returns/filing/owed-return.ts'
import { returnsOwedIn } from '../../returns/filing/returns-owed.ts'
import { yearOf } from '../../returns/return-year.ts'
import type { AssessmentInput } from './assess-version.ts'

export interface CountedFact extends KnownFact {
  /** Each return that was due, and what became of it. */
  readonly cause: string
}

/**
 * Of each subject; nothing where the programme has no such facts. A return counts that is about the year or a month of it and was due by
 * the day of the assessment.
 */
export async function countedReturns(
  tables: Handle,
  shelf: ReleaseShelf,
  { found, subjects, law }: AssessmentInput,
  as_of: string,
  now: Day,
): Promise<readonly CountedFact[]> {
  const { heading, vocabulary } = shelf.open(law).engine.programme
  const year = yearOf(found.period, heading.yearStarts)
  const day = parseDay(as_of)
  if (![RETURNS_DUE, FILED_ON_TIME].every((fact) => vocabulary.facts.has(fact))) return []
  if (year === undefined || day === undefined)
    throw new RangeError(`${found.period} or ${as_of} is not one of ${law.id}`)
  const owed = await returnsOwedIn(tables, shelf, found, { from: year.first, until: year.last, now })
  const due = owed.filter(({ due_on }) => due_on <= as_of)
  const onTime = due.filter(({ filed_on, due_on }) => filed_on !== null && filed_on <= due_on)
  const cause = `register of returns: ${due.map(became).join('; ') || 'none was due'}`
  return subjects.flatMap(({ subject }) =>
    Object.entries({ [RETURNS_DUE]: due, [FILED_ON_TIME]: onTime }).map(([fact, counted]) => ({
      subject: canonicalJson(subject),
      fact,
      value: String(counted.length),
      cause,
    })),
  )
}

function became({ kind, period, due_on, filed_on }: OwedReturn): string {
  return `${kind} ${period} due ${due_on}, ${filed_on === null ? 'not filed' : `filed ${filed_on}`}`
}
