/** A candidate that is a firm here, and what it promised and was promised. */
import type { PromiseMade } from './commitments/promise.ts'
import { enterCandidate } from './commitments/enter-candidate.ts'
import { keepPromiseEvidence, recordPromise, recordRealisation } from './commitments/record-promise.ts'
import { done, type TestThread } from './thread-fixture.ts'

/** Of 900 rupees half is seen; `name` stands in everything that is said. */
export async function promisedBy(
  { recorder, shelf, caseOfficer }: TestThread,
  manufacturer_id: string | null,
  name: string,
): Promise<{ readonly candidate: string; readonly promise: PromiseMade }> {
  const about = { name, kind: 'component_maker', country: 'PK', component_classes: ['battery'] } as const
  const next = { next_step: `Ask ${name}`, next_on: '2029-06-30', happened_on: '2026-07-01', stage: 'talks' } as const
  const where = { manufacturer_id, site: `Works of ${name}`, zone: null, owner_id: caseOfficer.person }
  const { number } = done(await enterCandidate(recorder, caseOfficer, { ...about, ...next, ...where }))
  const file = { number, name: `${name}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${name}`) }
  const { id: document_id } = done(await keepPromiseEvidence(recorder, caseOfficer, file))
  const promise = done(
    await recordPromise(recorder, shelf, caseOfficer, {
      candidate: number,
      kind: 'investment',
      words: `A line of ${name}`,
      amount: '900.00',
      currency: 'PKR',
      due_on: '2029-06-30',
      programme: null,
      provision: null,
      document_id,
    }),
  )
  const half = { amount: '450.00', realised_on: '2026-07-01', words: `Seen at ${name}`, document_id }
  return {
    candidate: number,
    promise: done(await recordRealisation(recorder, caseOfficer, { number: promise.number, ...half })),
  }
}
