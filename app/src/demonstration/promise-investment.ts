/** Candidates for investment in the demonstration, all invented: one operates, one builds, one has lapsed; and what was promised. */
import { enterCandidate, moveCandidate } from '../commitments/enter-candidate.ts'
import { keepPromiseEvidence, recordPromise, recordRealisation } from '../commitments/record-promise.ts'
import type { Cast, Stage } from './play-demonstration.ts'

export async function promiseInvestment(
  { recorder, shelf, done, progress }: Stage,
  { caseOfficer, policyOfficer, makers }: Cast,
): Promise<void> {
  progress('Investors come, promise and keep some of it.')
  const owner_id = caseOfficer.person
  const none = { manufacturer_id: null, site: null, zone: null }
  const cells = done(
    await enterCandidate(recorder, caseOfficer, {
      ...none,
      name: 'Kohsar (invented)',
      kind: 'component_maker',
      country: 'PK',
      manufacturer_id: makers.kohsar.signatory.organization ?? null,
      component_classes: ['battery', 'housing'],
      site: 'Plot 12',
      zone: 'Industrial Zone of the North',
      stage: 'memorandum',
      happened_on: '2027-09-01',
      owner_id,
      next_step: 'Visit the site.',
      next_on: '2028-10-20',
    }),
  )
  const building = { stage: 'building', happened_on: '2028-03-01', owner_id } as const
  const visit = { next_step: 'See the first line run.', next_on: '2028-11-30' }
  done(await moveCandidate(recorder, caseOfficer, { number: cells.number, ...building, ...visit }))
  const talks = { stage: 'talks', happened_on: '2028-05-02', owner_id: policyOfficer.person } as const
  const lapsed = { next_step: 'Answer what they ask about duties.', next_on: '2028-09-15' }
  const screens = { name: 'Delta Screens (invented)', kind: 'component_maker', country: 'VN' } as const
  done(
    await enterCandidate(recorder, caseOfficer, {
      ...none,
      ...screens,
      ...talks,
      ...lapsed,
      component_classes: ['display'],
    }),
  )
  const { number } = cells
  const file = { number, name: 'memorandum.pdf', bytes: Buffer.from('%PDF-1.7 an invented memorandum') }
  const { id: document_id } = done(await keepPromiseEvidence(recorder, caseOfficer, file))
  const in_law = { programme: null, provision: null, document_id }
  const promises = [
    {
      kind: 'investment',
      words: 'A line for battery packs',
      amount: '900000000.00',
      currency: 'PKR',
      due_on: '2028-12-31',
    },
    { kind: 'jobs', words: 'Jobs in the first phase', amount: '400.00', currency: null, due_on: '2028-06-30' },
    {
      kind: 'technology_transfer',
      words: 'Drawings and training for cell holders',
      amount: null,
      currency: null,
      due_on: '2028-08-31',
    },
    {
      kind: 'incentive',
      words: 'Half of the rent of the plot for a year',
      amount: '6000000.00',
      currency: 'PKR',
      due_on: '2029-06-30',
    },
  ] as const
  const seen = { investment: '540000000.00', jobs: '260.00', technology_transfer: null } as const
  for (const promise of promises) {
    const made = done(await recordPromise(recorder, shelf, caseOfficer, { candidate: number, ...promise, ...in_law }))
    if (promise.kind === 'incentive') continue
    const part = { amount: seen[promise.kind], realised_on: '2028-06-20', words: 'Seen on site.', document_id }
    done(await recordRealisation(recorder, caseOfficer, { number: made.number, ...part }))
  }
}
