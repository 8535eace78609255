/** A proposed release that comes to nothing: a second officer declines it, or who proposed it withdraws it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import { openRelease } from './approve-release.ts'
import type { DeclineKind, PolicyRelease, ReleaseRefusal } from './policy-release.ts'
import { insertDecline } from './policy-releases-table.ts'

export interface DeclineRelease {
  readonly id: string
  readonly reason: string
}

export async function declineRelease(
  recorder: Recorder,
  actor: Actor,
  input: DeclineRelease,
): Promise<Outcome<PolicyRelease, ReleaseRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command: 'decline_release' } }
  return await end(recorder, actor, 'declined', input)
}

export async function withdrawRelease(
  recorder: Recorder,
  actor: Actor,
  input: DeclineRelease,
): Promise<Outcome<PolicyRelease, ReleaseRefusal>> {
  return await end(recorder, actor, 'withdrawn', input)
}

const COMMANDS: Readonly<Record<DeclineKind, string>> = { declined: 'decline_release', withdrawn: 'withdraw_release' }

async function end(
  recorder: Recorder,
  actor: Actor,
  kind: DeclineKind,
  { id, reason }: DeclineRelease,
): Promise<Outcome<PolicyRelease, ReleaseRefusal>> {
  return await recordCommand<PolicyRelease, ReleaseRefusal>(recorder, actor, COMMANDS[kind], async (tables) => {
    const open = await openRelease(tables, id)
    if ('refused' in open) return open
    const isOwn = open.done.proposed_by === actor.person
    if (kind === 'declined' && isOwn) return { refused: { code: 'own_proposal' } }
    if (kind === 'withdrawn' && !isOwn) return { refused: { code: 'other_proposal' } }
    const decline = {
      decline_kind: kind,
      decline_reason: reason,
      declined_at: instantText(recorder.clock()),
      declined_by: actor.person,
    }
    await insertDecline(tables, { release_id: id, ...decline })
    return {
      done: { ...open.done, ...decline },
      subject: `release ${id}`,
      details: { programme: open.done.programme, hash: open.done.hash, reason },
    }
  })
}
