/** A supplier prepares an attestation; it says nothing to anybody until it is signed. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { organizationIn } from '../people/name-people.ts'
import { type Attestation, type AttestationRefusal, type Statement, statusOn, unfitStatement } from './attestation.ts'
import { findAttestation, findEvidenceHash, insertAttestation, nextAttestationNumber } from './attestations-table.ts'

export async function makeAttestation(
  recorder: Recorder,
  actor: Actor,
  said: Statement,
): Promise<Outcome<Attestation, AttestationRefusal>> {
  const unfit = unfitStatement(said)
  if (unfit !== undefined) return { refused: unfit }
  return await recordCommand<Attestation, AttestationRefusal>(recorder, actor, 'make_attestation', async (tables) => {
    const evidence_hash = await findEvidenceHash(tables, said.evidence_id)
    if (evidence_hash === undefined) return { refused: { code: 'evidence_unknown', place: '/body/evidence_id' } }
    const replaced = said.replaces === null ? undefined : await findAttestation(tables, said.replaces)
    if (said.replaces !== null && replaced === undefined) return { refused: { code: 'attestation_unknown' } }
    if (replaced !== undefined && !['signed', 'expired'].includes(statusOn(replaced, todayText(recorder.clock))))
      return { refused: { code: 'attestation_over', number: replaced.number } }
    const supplier_id = actor.organization ?? ''
    const prepared = {
      ...said,
      id: recorder.makeId(),
      number: await nextAttestationNumber(tables),
      supplier_id,
      supplier_name: (await organizationIn(tables, supplier_id))?.name ?? '',
      evidence_hash,
      prepared_at: instantText(recorder.clock()),
      prepared_by: actor.person,
    }
    await insertAttestation(tables, prepared)
    return {
      done: { ...prepared, events: [] },
      subject: `attestation ${prepared.number}`,
      details: { part_code: said.part_code, recipient: said.recipient, evidence: evidence_hash },
    }
  })
}
