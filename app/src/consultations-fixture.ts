/** A draft of the Act that is put to makers for the first half of July 2029. */
import type { Comment, Consultation } from './consultations/consultation.ts'
import { commentOnClause } from './consultations/comment-on-clause.ts'
import { publishConsultation } from './consultations/publish-consultation.ts'
import { readAs, type Actor } from './kernel/transaction.ts'
import { inForce } from './policy-releases/release-in-force.ts'
import { openDraftShelf } from './simulations/drafts/draft-shelf.ts'
import { simulateDraft } from './simulations/drafts/simulate-draft.ts'
import type { SimulationListed } from './simulations/simulation.ts'
import { done, type TestThread } from './thread-fixture.ts'

export const CLAUSE = 'localization: local_rate_target'
export const LAST_DAY = '2029-07-15'

const FACTS = [
  {
    id: 'Jhelum 2026-27',
    as_of: '2027-07-10',
    period_end: '2027-06-30',
    firm: 'Jhelum',
    licence_year: 1,
    models: [
      {
        model: 'J',
        electric: false,
        price: 'PKR 20000',
        imported_value: 'PKR 16000',
        frame_tested_on: '2026-06-01',
        first_sold_on: '2026-07-01',
      },
    ],
  },
]

/** 20% in the first year of a bicycle without a motor, for 30%. */
export async function simulatedIn({ recorder, shelf, policyOfficer, made }: TestThread): Promise<SimulationListed> {
  const today = new Date(recorder.clock()).toISOString().slice(0, 10)
  const { hash } = await readAs(made.database, policyOfficer, async (tables) => {
    return shelf.open(done(await inForce(tables, 'bicycles', today)))
  })
  const overlay = `draft: lower-target
title: { en: A lower target, ur: کم ہدف }
base: ${hash}
parts:
  localization:
    parameters:
      local_rate_target:
        label: { en: Least local rate, ur: کم سے کم مقامی شرح }
        unit: percent
        by: [count, electric]
        source: gazette-2026-06
        values:
          2026-07-01:
            1: { true: 10%, false: 20% }
            2: { true: 20%, false: 40% }
            3: { true: 30%, false: 50% }
        seen_on: 2026-08-01
`
  const facts = [{ holds: 'facts', name: 'facts.json', text: JSON.stringify(FACTS) }]
  return done(await simulateDraft(recorder, shelf, policyOfficer, { programme: 'bicycles', draft: { overlay }, facts }))
}

export async function publishedIn(thread: TestThread): Promise<Consultation> {
  const { recorder, shelf, policyOfficer } = thread
  const { id: simulation_id } = await simulatedIn(thread)
  const asked = { simulation_id, words: 'What would it do to you?', closes_on: LAST_DAY }
  return done(await publishConsultation(recorder, { shelf, simulated: openDraftShelf() }, policyOfficer, asked))
}

export async function commentedBy(
  thread: TestThread,
  actor: Actor,
  { words, in_confidence }: Pick<Comment, 'words' | 'in_confidence'>,
): Promise<{ readonly number: string; readonly comment: Comment }> {
  const { number } = await publishedIn(thread)
  const said = { number, clause: CLAUSE, words, in_confidence, document_id: null }
  return { number, comment: done(await commentOnClause(thread.recorder, actor, said)) }
}
