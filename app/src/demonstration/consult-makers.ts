/** A draft of the demonstration is put to makers: one of them says something openly and gets an answer, and something in confidence. */
import { answerComment, commentOnClause } from '../consultations/comment-on-clause.ts'
import { publishConsultation } from '../consultations/publish-consultation.ts'
import { openDraftShelf } from '../simulations/drafts/draft-shelf.ts'
import { simulateDraft } from '../simulations/drafts/simulate-draft.ts'
import type { Cast, Stage } from './play-demonstration.ts'

export async function consultMakers(
  { recorder, shelf, done, progress }: Stage,
  { policyOfficer, caseOfficer, makers }: Cast,
): Promise<void> {
  progress('A draft is put to makers, and they comment.')
  const simulation = done(
    await simulateDraft(recorder, shelf, policyOfficer, {
      programme: 'pk-medmp-2026',
      draft: { draft: '2026-02' },
      facts: 'invented',
    }),
  )
  const shelves = { shelf, simulated: openDraftShelf() }
  const words = 'Which of these numbers could you meet, and from when?'
  const asked = { simulation_id: simulation.id, words, closes_on: '2028-10-31' }
  const { number, clauses } = done(await publishConsultation(recorder, shelves, policyOfficer, asked))
  const [clause = ''] = clauses
  const { clerk } = makers.kohsar
  const open = { number, clause, words: 'Housings we can make here from July; displays not before 2030.' }
  const { id } = done(await commentOnClause(recorder, clerk, { ...open, in_confidence: false, document_id: null }))
  done(
    await answerComment(recorder, caseOfficer, { id, outcome: 'noted', words: 'Displays are looked at on their own.' }),
  )
  const secret = { number, clause, words: 'One buyer takes nine of ten of our housings.' }
  done(await commentOnClause(recorder, clerk, { ...secret, in_confidence: true, document_id: null }))
}
