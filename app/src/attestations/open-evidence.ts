/** An officer opens the sealed evidence of an attestation: named by its hash, with a reason that is logged and that the supplier sees. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { AttestationRefusal, Opening, SealedEvidence } from './attestation.ts'
import { findAttestation, findEvidence, findOpening, insertOpening } from './attestations-table.ts'

export interface OpenEvidence {
  readonly id: string
  readonly evidence_hash: string
  readonly reason: string
}

export async function openEvidence(
  recorder: Recorder,
  actor: Actor,
  { id, evidence_hash, reason }: OpenEvidence,
): Promise<Outcome<Opening, AttestationRefusal>> {
  return await recordCommand<Opening, AttestationRefusal>(recorder, actor, 'open_sealed_evidence', async (tables) => {
    const found = await findAttestation(tables, id)
    if (found === undefined) return { refused: { code: 'attestation_unknown' } }
    if (found.evidence_hash !== evidence_hash)
      return { refused: { code: 'evidence_other', place: '/body/evidence_hash' } }
    const opening: Opening = {
      id: recorder.makeId(),
      attestation_id: id,
      supplier_id: found.supplier_id,
      recipient: found.recipient,
      evidence_id: found.evidence_id,
      evidence_hash,
      reason,
      opened_at: instantText(recorder.clock()),
      opened_by: actor.person,
    }
    await insertOpening(tables, opening)
    return {
      done: opening,
      subject: `attestation ${found.number}`,
      details: { opening: opening.id, evidence: evidence_hash, reason },
    }
  })
}

export const OPEN_FOR_MS = 15 * 60_000

/** The bytes, to who opened it and for a quarter of an hour: later takes another reason. */
export async function openedEvidence(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<Outcome<SealedEvidence, AttestationRefusal>> {
  const opened = await readAs(database, actor, async (tables) => {
    const opening = await findOpening(tables, id)
    if (opening?.opened_by !== actor.person) return undefined
    return { opening, evidence: await findEvidence(tables, opening.evidence_id) }
  })
  if (opened?.evidence === undefined) return { refused: { code: 'attestation_unknown' } }
  const { opening, evidence } = opened
  if (Date.parse(opening.opened_at) + OPEN_FOR_MS < clock()) return { refused: { code: 'opening_over' } }
  if (hashBytes(evidence.bytes) !== opening.evidence_hash)
    throw new Error(`the sealed evidence ${evidence.id} is not what was sealed as ${opening.evidence_hash}`)
  return { done: evidence }
}
