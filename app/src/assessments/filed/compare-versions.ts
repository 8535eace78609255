/** Which findings come out otherwise for one version of a return than for the one before it, under the same law and with the same case. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { compareFindings } from '@maqami/engine/compare/compare.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { listed, nameOf, valueIn } from '@maqami/engine/explain/voice.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { AssessedReturn, AssessedSubject } from '../assess-subjects.ts'
import { outcomesOf, voiceUnder } from '../comparison-text.ts'
import type { AssessmentRefusal } from './assessment.ts'
import { assessDraft } from './make-assessment.ts'

export interface FindingMoved {
  readonly finding: string
  /** Undefined where that version reports nothing of the subject. */
  readonly before: string | undefined
  readonly after: string | undefined
  /** After less before, of amounts. */
  readonly difference: string | undefined
}

export interface SubjectMoved {
  /** Empty where a return has one subject. */
  readonly subject: string
  readonly moved: readonly FindingMoved[]
  readonly same: number
}

/** By the law in force and the case as they stand today, for both; kept nowhere. */
export async function compareVersions(
  recorder: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, before, after }: { readonly id: string; readonly before: number; readonly after: number },
  language: Language,
): Promise<Outcome<readonly SubjectMoved[], AssessmentRefusal>> {
  const was = await assessDraft(recorder, shelf, actor, { return_id: id, version: before })
  if ('refused' in was) return was
  const is = await assessDraft(recorder, shelf, actor, { return_id: id, version: after })
  return 'refused' in is ? is : { done: subjectsMoved(was.done, is.done, language) }
}

/** Each told as its own law calls things. */
export function subjectsMoved(
  before: AssessedReturn,
  after: AssessedReturn,
  language: Language,
): readonly SubjectMoved[] {
  const [old, now] = [before, after].map(
    ({ subjects }) => new Map(subjects.map((one) => [canonicalJson(one.subject), one])),
  )
  const all = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])
  return [...all].map((key) => subjectMoved(before, after, old?.get(key), now?.get(key), language))
}

function subjectMoved(
  { release: base }: AssessedReturn,
  { release }: AssessedReturn,
  before: AssessedSubject | undefined,
  after: AssessedSubject | undefined,
  language: Language,
): SubjectMoved {
  const voice = voiceUnder(release, language)
  const was = before === undefined ? undefined : outcomesOf(voiceUnder(base, language), before.assessment)
  const is = after === undefined ? undefined : outcomesOf(voice, after.assessment)
  const subject = Object.entries((after ?? before)?.subject ?? {}).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  const title = subject.length === 0 ? '' : listed(voice, subject)
  if (before === undefined || after === undefined) {
    const { findings = [] } = (after ?? before)?.assessment ?? {}
    const moved = findings.map(({ provision: { name, source } }) => ({
      finding: nameOf(voice, name, source.label),
      before: was?.get(name),
      after: is?.get(name),
      difference: undefined,
    }))
    return { subject: title, moved, same: 0 }
  }
  const findings = compareFindings(before.assessment, after.assessment)
  const types = new Map(after.assessment.findings.map(({ provision }) => [provision.name, provision.type]))
  const amount = (text: string | undefined, type: Type | undefined) =>
    text === undefined || type === undefined ? undefined : valueIn(voice, { state: 'value', text }, type)
  const moved = findings
    .filter(({ changed }) => changed)
    .map(({ name, label, difference }) => ({
      finding: nameOf(voice, name, label),
      before: was?.get(name),
      after: is?.get(name),
      difference: amount(difference, types.get(name)),
    }))
  return { subject: title, moved, same: findings.length - moved.length }
}
