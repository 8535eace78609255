/** The second officer's word on a proposed release. Two keys of one administrator are no two officers, so no program gives it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import type { PolicyRelease, ReleaseRefusal } from './policy-release.ts'
import { findInForce, findRelease, insertApproval, lastApproved } from './policy-releases-table.ts'
import { newestEffect } from './release-effects-table.ts'

export interface ApproveRelease {
  readonly id: string
  /** Of what it changes for whom, as it was shown; null where there is no law before it. */
  readonly effect_hash: string | null
}

export async function approveRelease(
  recorder: Recorder,
  actor: Actor,
  { id, effect_hash }: ApproveRelease,
): Promise<Outcome<PolicyRelease, ReleaseRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'approve_release' } }
  return await recordCommand<PolicyRelease, ReleaseRefusal>(recorder, actor, 'approve_release', async (tables) => {
    const open = await openRelease(tables, id)
    if ('refused' in open) return open
    const release = open.done
    if (release.proposed_by === actor.person) return { refused: { code: 'own_proposal' } }
    // Law that comes into force before the law that it follows would change what was already decided.
    const last = await lastApproved(tables, release.programme)
    if (last !== undefined && release.effective_on < last.effective_on)
      return { refused: { code: 'release_late', effective_on: release.effective_on, last: last.effective_on } }
    const effect = await effectShown(tables, release)
    if (effect !== undefined && (effect.hash === null || effect.hash !== effect_hash))
      return { refused: { code: 'effect_not_shown' } }
    const approval = { approved_at: instantText(recorder.clock()), approved_by: actor.person }
    await insertApproval(tables, { release_id: id, ...approval, effect_id: effect?.id ?? null })
    return {
      done: { ...release, ...approval },
      subject: `release ${id}`,
      details: { programme: release.programme, hash: release.hash, effect_hash: effect?.hash ?? null },
    }
  })
}

const NOT_BEGUN = { id: null, hash: null }

/** Undefined where nobody can have filed by a law before it. */
async function effectShown(tables: Handle, release: PolicyRelease) {
  const base = await findInForce(tables, release.programme, release.effective_on)
  return base === undefined ? undefined : ((await newestEffect(tables, release.id, base.id)) ?? NOT_BEGUN)
}

/** One that waits for a second officer. */
export async function openRelease(tables: Handle, id: string): Promise<Outcome<PolicyRelease, ReleaseRefusal>> {
  const release = await findRelease(tables, id)
  if (release === undefined) return { refused: { code: 'release_unknown' } }
  if (release.approved_at !== null) return { refused: { code: 'release_approved' } }
  if (release.declined_at !== null) return { refused: { code: 'release_declined' } }
  return { done: release }
}
