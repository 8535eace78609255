/** What would close the gap of a version, as the law and the case stand today; kept nowhere. */
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { type AdvisedReturn, adviseSubjects } from '../advise-subjects.ts'
import type { AssessmentRefusal } from './assessment.ts'
import { assessDraft } from './make-assessment.ts'

export async function adviseVersion(
  recorder: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
  version: { readonly return_id: string; readonly version: number },
): Promise<Outcome<AdvisedReturn, AssessmentRefusal>> {
  const assessed = await assessDraft(recorder, shelf, actor, version)
  return 'refused' in assessed ? assessed : adviseSubjects(assessed.done)
}
