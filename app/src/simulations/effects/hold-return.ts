/** A return under the law that there is and under a proposed one, with the same case on the same day. */
import { compareFindings } from '@maqami/engine/compare/compare.ts'
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { type AssessmentInput, assessmentInput, assessVersion } from '../../assessments/filed/assess-version.ts'
import { countedReturns } from '../../assessments/filed/count-returns.ts'
import type { AssessedReturn, AssessedSubject } from '../../assessments/assess-subjects.ts'
import type { KnownFact } from '../../case-facts/case-fact.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Told } from '../../kernel/command.ts'
import type { Refusal } from '../../kernel/outcome.ts'
import type { EffectOutcome, SubjectEffect } from '../../policy-releases/effect.ts'
import type { PolicyRelease } from '../../policy-releases/policy-release.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'

interface Input extends Omit<AssessmentInput, 'case_facts'> {
  readonly case_facts: readonly KnownFact[]
}

/** What both laws are applied to; throws where the version cannot be read, since it was filed. */
export async function inputOf(
  tables: Handle,
  shelf: ReleaseShelf,
  { id, version }: { readonly id: string; readonly version: number },
  base: PolicyRelease,
  as_of: string,
): Promise<Input> {
  const read = await assessmentInput(tables, { id, version, by: { release: base.id } })
  if ('refused' in read) throw new Error(`version ${version} of the return ${id} is refused: ${read.refused.code}`)
  const counted = await countedReturns(tables, shelf, read.done, as_of, parseDay(as_of) ?? 0)
  return { ...read.done, case_facts: [...read.done.case_facts, ...counted] }
}

export type Held =
  | { readonly before: AssessedReturn; readonly after: AssessedReturn }
  | { readonly cannot: { readonly law: 'base' | 'proposed'; readonly problems: readonly string[] } }

export function holdReturn(shelf: ReleaseShelf, input: Input, proposed: PolicyRelease, as_of: string): Held {
  const before = assessVersion(shelf, input, as_of)
  if ('refused' in before) return { cannot: { law: 'base', problems: problemsOf(before.refused) } }
  const after = assessVersion(shelf, { ...input, law: proposed }, as_of)
  if ('refused' in after) return { cannot: { law: 'proposed', problems: problemsOf(after.refused) } }
  return { before: before.done, after: after.done }
}

const MOST_PROBLEMS = 5

function problemsOf(refusal: Refusal & { readonly problems?: readonly (string | Told)[] }): readonly string[] {
  const told = refusal.problems?.map((one) => (typeof one === 'string' ? one : one.en))
  return told?.slice(0, MOST_PROBLEMS) ?? [refusal.code]
}

export function outcomeOf(held: Held): EffectOutcome {
  if ('cannot' in held) return held
  const after = new Map(held.after.subjects.map((one) => [canonicalJson(one.subject), one]))
  return {
    subjects: held.before.subjects.flatMap((one) => {
      const other = after.get(canonicalJson(one.subject))
      return other === undefined ? [] : [subjectEffect(one, other)]
    }),
  }
}

const UNDETERMINED = /^undetermined\b/

function subjectEffect(before: AssessedSubject, after: AssessedSubject): SubjectEffect {
  const findings = compareFindings(before.assessment, after.assessment)
  const kinds = new Map(
    [before, after].flatMap(({ assessment }) =>
      assessment.findings.map(({ provision: { name, source } }) => [name, source.kind] as const),
    ),
  )
  return {
    subject: after.subject,
    changes: findings
      .filter(({ changed }) => changed)
      .map((one) => ({
        name: one.name,
        kind: kinds.get(one.name) ?? 'measure',
        before: one.before ?? null,
        after: one.after ?? null,
        difference: one.difference ?? null,
      })),
    undetermined: findings.filter((one) => UNDETERMINED.test(one.after ?? '')).map(({ name }) => name),
  }
}

export function changesIn(outcome: EffectOutcome): number {
  return 'subjects' in outcome ? outcome.subjects.reduce((sum, { changes }) => sum + changes.length, 0) : 0
}
