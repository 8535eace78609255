/** Applies a release to a version of a return with what is known of its case: the same for a firm's draft and an officer's assessment. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { type CaseFact, type KnownFact, knownFacts, writtenValue } from '../../case-facts/case-fact.ts'
import { caseFactsIn } from '../../case-facts/record-case-fact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { inForce, releaseOf } from '../../policy-releases/release-in-force.ts'
import { type VersionRead, versionIn } from '../../returns/filing/read-returns.ts'
import type { FiledSubject } from '../../returns/filing/filed-facts.ts'
import { yearOf } from '../../returns/return-year.ts'
import type { FactOrigins } from '../../returns/return-facts.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { assessFacts, type AssessedReturn, type AssessedSubject } from '../assess-subjects.ts'
import type { AssessmentRefusal, NotApplicable } from './assessment.ts'
import { withAttestations, withoutAttestations } from './attested-facts.ts'

/** What an assessment is made of, read in one transaction. */
export interface AssessmentInput extends VersionRead {
  readonly law: PolicyRelease
  readonly case_facts: readonly CaseFact[]
}

/** That in force on a day, or a release that is named. */
export type LawAsked = { readonly day: string } | { readonly release: string }

/** By the release in force on the day on which it is made, or by the one that is named. */
export async function assessmentInput(
  tables: Handle,
  {
    id,
    version,
    by,
  }: {
    readonly id: string
    readonly version: number
    readonly by: LawAsked
  },
): Promise<Outcome<AssessmentInput, AssessmentRefusal>> {
  const read = await versionIn(tables, id, version)
  if ('refused' in read) return read
  const { found } = read.done
  if (found.kind !== ANNUAL) return { refused: { code: 'kind_not_assessed', kind: found.kind } }
  const law: Outcome<PolicyRelease, AssessmentRefusal> =
    'day' in by ? await inForce(tables, found.programme, by.day) : { done: await releaseOf(tables, by.release) }
  if ('refused' in law) return law
  return {
    done: { ...read.done, law: law.done, case_facts: await caseFactsIn(tables, { ...found, year: found.period }) },
  }
}

/** `as_of` is the day of the assessment, on or after the first of the year. */
export function assessVersion(
  shelf: ReleaseShelf,
  {
    found,
    subjects,
    law,
    case_facts,
  }: Omit<AssessmentInput, 'case_facts'> & {
    readonly case_facts: readonly KnownFact[]
  },
  as_of: string,
): Outcome<AssessedReturn, NotApplicable> {
  return assessFiled(shelf.open(law), { period: found.period, subjects, case_facts }, as_of)
}

/** What was filed of a year, beside what is known of the case. */
export interface Filed {
  readonly period: string
  readonly subjects: readonly FiledSubject[]
  readonly case_facts: readonly KnownFact[]
}

/** The same without the tables: from a bundle it comes out as it did from them. */
export function assessFiled(
  release: Release,
  { period, subjects, case_facts }: Filed,
  as_of: string,
): Outcome<AssessedReturn, NotApplicable> {
  const { programme } = release.engine
  const year = yearOf(period, programme.heading.yearStarts)
  const day = parseDay(as_of)
  if (year === undefined || day === undefined)
    throw new RangeError(`${period} or ${as_of} is not one of ${release.hash}`)
  if (day < year.first) return { refused: { code: 'day_before_year', day: as_of, first: formatDay(year.first) } }
  const assessed: AssessedSubject[] = []
  for (const { subject, facts, origins } of subjects) {
    const known = knownFacts(case_facts.filter((fact) => fact.subject === canonicalJson(subject)))
    const filed = withAttestations({ facts, origins }, known, as_of)
    const reported = withoutAttestations(known)
    const written = Object.fromEntries(Object.entries(reported).map(([fact, value]) => [fact, writtenValue(value)]))
    const made = assessFacts(
      release.engine,
      { subject, origins: withoutKnown(filed.origins, reported), written: { ...filed.facts, ...written } },
      { day, year },
    )
    if ('problems' in made)
      return {
        refused: {
          code: 'facts_do_not_fit',
          problems: made.problems.map(({ path, sentence, ur }) => ({
            en: `${path}: ${sentence}`,
            ur: `${path}: ${ur}`,
          })),
        },
      }
    assessed.push(made)
  }
  return { done: { release, year, day, warnings: [], rehearsal: isRehearsal(programme), subjects: assessed } }
}

/** What the authority knows itself comes from no line of the return, whatever the return says of it. */
function withoutKnown(origins: FactOrigins, known: Readonly<Record<string, string>>): FactOrigins {
  return new Map([...origins].filter(([fact]) => !Object.hasOwn(known, fact)))
}
