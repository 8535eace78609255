/** Puts a programme's files forward as a release; they are in force once a second officer approves them. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { isRehearsal, lawOf, loadProgramme } from '@maqami/engine/load/programme.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { PolicyRelease, ReleaseRefusal } from './policy-release.ts'
import { insertRelease } from './policy-releases-table.ts'

export interface ProposeRelease {
  readonly files: Readonly<Record<string, string>>
  /** `2027-07-01`: the first day on which it is in force. */
  readonly effective_on: string
}

export async function proposeRelease(
  recorder: Recorder,
  actor: Actor,
  { files, effective_on }: ProposeRelease,
): Promise<Outcome<PolicyRelease, ReleaseRefusal>> {
  const texts = new Map(Object.entries(files))
  const loaded = loadProgramme(texts)
  if (!loaded.ok) return { refused: { code: 'release_broken', problems: loaded.problems.map(formatProblem) } }
  const release = {
    id: recorder.makeId(),
    programme: loaded.programme.heading.name,
    hash: await hashOf(lawOf(texts)),
    files,
    rehearsal: isRehearsal(loaded.programme),
    effective_on,
    proposed_at: instantText(recorder.clock()),
    proposed_by: actor.person,
  }
  return await recordCommand<PolicyRelease, ReleaseRefusal>(recorder, actor, 'propose_release', async (tables) => {
    await insertRelease(tables, release)
    return {
      done: {
        ...release,
        approved_at: null,
        approved_by: null,
        decline_kind: null,
        decline_reason: null,
        declined_at: null,
        declined_by: null,
      },
      subject: `release ${release.id}`,
      details: { programme: release.programme, hash: release.hash, effective_on },
    }
  })
}
