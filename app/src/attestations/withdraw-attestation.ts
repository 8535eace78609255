/** A signatory of the supplier withdraws an attestation: from the day on which he says so, or an earlier one, nobody may rely on it. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { dayAt, instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Attestation, type AttestationEvent, type AttestationRefusal, statusOn } from './attestation.ts'
import { findAttestation, insertAttestationEvent } from './attestations-table.ts'
import { nextEvent } from './sign-attestation.ts'

export interface WithdrawAttestation {
  readonly id: string
  readonly withdrawn_on: string
  readonly reason: string
}

export async function withdrawAttestation(
  recorder: Recorder,
  actor: Actor,
  { id, withdrawn_on, reason }: WithdrawAttestation,
): Promise<Outcome<Attestation, AttestationRefusal>> {
  const now = todayText(recorder.clock)
  return await recordCommand<Attestation, AttestationRefusal>(
    recorder,
    actor,
    'withdraw_attestation',
    async (tables) => {
      const found = await findAttestation(tables, id)
      if (found === undefined) return { refused: { code: 'attestation_unknown' } }
      const status = statusOn(found, now)
      if (status === 'prepared') return { refused: { code: 'attestation_not_signed' } }
      if (status === 'withdrawn' || status === 'superseded')
        return { refused: { code: 'attestation_over', number: found.number } }
      const from = formatDay(dayAt(found.events[0]?.recorded_at ?? ''))
      if (withdrawn_on < from || withdrawn_on > now)
        return { refused: { code: 'withdrawal_day', place: '/body/withdrawn_on', from, today: now } }
      const event: AttestationEvent = {
        ...nextEvent(found),
        kind: 'withdrawn',
        effective_on: withdrawn_on,
        reason,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertAttestationEvent(tables, event)
      return {
        done: { ...found, events: [...found.events, event] },
        subject: `attestation ${found.number}`,
        details: { withdrawn_on, reason },
      }
    },
  )
}
