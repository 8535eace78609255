/** A signatory of the supplier signs an attestation: with the second factor, over the hash of exactly what was shown. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import { type Attestation, type AttestationEvent, type AttestationRefusal, endOn, statusOn } from './attestation.ts'
import { findAttestation, insertAttestationEvent } from './attestations-table.ts'

/** Of what the supplier states, and of the evidence behind it, whatever else is known of the attestation where it is shown. */
export async function attestationHash(one: Attestation): Promise<string> {
  const { id, number, supplier_id, supplier_name, evidence_hash, evidence_id, replaces, recipient } = one
  const { part_code, part, hs_code, component_class, period_from, period_until, expires_on, at_least, at_most } = one
  const deliveries = { part_code, part, hs_code, component_class, period_from, period_until, expires_on }
  const named = { id, number, supplier_id, supplier_name, evidence_hash, evidence_id, replaces, recipient }
  return await hashOf({ ...named, ...deliveries, at_least, at_most })
}

export interface SignAttestation {
  readonly id: string
  /** What `attestationHash` gave when it was shown. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right, so that a code is not used up in vain. */
export async function signAttestation(
  recorder: Recorder,
  actor: Actor,
  { id, shown_hash }: SignAttestation,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Attestation, AttestationRefusal | SecondFactorRefusal>> {
  const now = todayText(recorder.clock)
  const ready = await readAs(recorder.database, actor, async (tables) => await signable(tables, id, shown_hash, now))
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<Attestation, AttestationRefusal>(recorder, actor, 'sign_attestation', async (tables) => {
    const still = await signable(tables, id, shown_hash, now)
    if ('refused' in still) return still
    const { found, replaced } = still.done
    const recorded = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    const signed: AttestationEvent = { ...nextEvent(found), ...recorded, kind: 'signed', signed_hash: shown_hash }
    await insertAttestationEvent(tables, signed)
    if (replaced !== undefined) {
      const superseded = { kind: 'superseded', effective_on: now, successor: found.id } as const
      await insertAttestationEvent(tables, { ...nextEvent(replaced), ...recorded, ...superseded })
    }
    return {
      done: { ...found, events: [signed] },
      subject: `attestation ${found.number}`,
      details: { signed_hash: shown_hash, evidence: found.evidence_hash, replaces: replaced?.number ?? null },
    }
  })
}

interface Signable {
  readonly found: Attestation
  readonly replaced: Attestation | undefined
}

async function signable(
  tables: Handle,
  id: string,
  shown_hash: string,
  now: string,
): Promise<Outcome<Signable, AttestationRefusal>> {
  const found = await findAttestation(tables, id)
  if (found === undefined) return { refused: { code: 'attestation_unknown' } }
  if (statusOn(found, now) !== 'prepared') return { refused: { code: 'attestation_signed' } }
  if ((await attestationHash(found)) !== shown_hash) return { refused: { code: 'attestation_changed' } }
  const replaced = found.replaces === null ? undefined : await findAttestation(tables, found.replaces)
  if (replaced !== undefined && endOn(replaced, now) !== undefined)
    return { refused: { code: 'attestation_over', number: replaced.number } }
  return { done: { found, replaced } }
}

/** What the next event of an attestation says of it whatever its kind. */
export function nextEvent({ id, supplier_id, recipient, events }: Attestation) {
  return {
    attestation_id: id,
    supplier_id,
    recipient,
    position: events.length + 1,
    effective_on: null,
    reason: null,
    signed_hash: null,
    successor: null,
  }
}
