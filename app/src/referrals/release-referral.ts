/** An officer lets go on what was put before him, and says why. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Referral, ReferralRefusal } from './referral.ts'
import { findReferral, insertRelease } from './referrals-table.ts'

export interface ReleaseReferral {
  readonly id: string
  readonly reason: string
}

export async function releaseReferral(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: ReleaseReferral,
): Promise<Outcome<Referral, ReferralRefusal>> {
  return await recordCommand<Referral, ReferralRefusal>(recorder, actor, 'release_referral', async (tables) => {
    const found = await findReferral(tables, id)
    if (found === undefined) return { refused: { code: 'referral_unknown' } }
    if (found.released !== null) return { refused: { code: 'referral_released' } }
    if (found.needs_approver && actor.role !== 'approving_officer') return { refused: { code: 'approver_releases' } }
    if (found.needs_approver && found.referred_by === actor.person) return { refused: { code: 'own_referral' } }
    const released = { reason, released_at: instantText(recorder.clock()), released_by: actor.person }
    await insertRelease(tables, { referral_id: id, ...released })
    const { kind, subject } = found
    return { done: { ...found, released }, subject, details: { referral: id, kind, reason } }
  })
}
