/** What a maker of cells attests in the demonstration, and what an officer wants to see behind it. */
import { makeAttestation } from '../attestations/make-attestation.ts'
import { openEvidence } from '../attestations/open-evidence.ts'
import { sealEvidence } from '../attestations/seal-evidence.ts'
import { attestationHash, signAttestation } from '../attestations/sign-attestation.ts'
import { listSupply } from '../components/list-supply.ts'
import { MAKERS } from './invented-makers.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const SIGNED = async () => await Promise.resolve({ done: true })

const CELL = {
  recipient: MAKERS.kohsar.registration_number,
  part_code: 'P-7',
  part: 'battery of 4,000 mAh',
  hs_code: '8507.6000',
  component_class: 'battery',
  period_from: '2028-07-01',
  period_until: '2029-06-30',
  expires_on: '2029-12-31',
  replaces: null,
}

export async function attestParts({ recorder, done }: Stage, { supplier, caseOfficer }: Cast): Promise<void> {
  const made = { component_class: 'battery', capacity: 4_000_000, certificate: 'ISO 9001, PK-12-345' } as const
  done(await listSupply(recorder, supplier, { ...made, district: 'Rawalpindi' }))
  for (const [said, isSigned] of [
    [{ at_least: '62.5%', at_most: '62.5%' }, true],
    [
      { at_least: '30%', at_most: null, recipient: '', part_code: 'CH-2', part: 'charger', component_class: 'charger' },
      true,
    ],
    [{ at_least: '40%', at_most: '50%', part_code: 'P-8', part: 'battery of 5,000 mAh' }, false],
  ] as const) {
    const costs = { name: 'costs.csv', bytes: Buffer.from('cells,PKR 340\nboard,PKR 85\nlabour,PKR 160\n') }
    const { id: evidence_id } = done(await sealEvidence(recorder, supplier, costs))
    const prepared = done(await makeAttestation(recorder, supplier, { ...CELL, ...said, evidence_id }))
    if (!isSigned) continue
    const { id, evidence_hash } = prepared
    const shown_hash = await attestationHash(prepared)
    done(await signAttestation(recorder, supplier, { id, shown_hash }, SIGNED))
    if (said.at_most === null) continue
    const reason = 'The share is far above that of other makers of batteries.'
    done(await openEvidence(recorder, caseOfficer, { id, evidence_hash, reason }))
  }
}
