/** An officer enters a candidate for investment, and says how far it has come. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authorisedIn } from '../manufacturers/read-manufacturers.ts'
import { countryName } from '../manufacturers/records/country.ts'
import { isColleague } from '../meetings/name-owners.ts'
import {
  type Candidate,
  type CandidateRefusal,
  type CandidateStep,
  stepNow,
  unfitClasses,
  unfitStep,
} from './candidate.ts'
import { findCandidateNumbered, insertCandidate, insertStep, nextNumber } from './commitments-table.ts'

export type NewCandidate = Omit<Candidate, 'id' | 'number' | 'steps'> & CandidateStep

export async function enterCandidate(
  recorder: Recorder,
  actor: Actor,
  said: NewCandidate,
): Promise<Outcome<Candidate, CandidateRefusal | NotAuthorised>> {
  const { name, kind, country, manufacturer_id, component_classes, site, zone } = said
  const about = { name, kind, country, manufacturer_id, component_classes, site, zone }
  const step = stepOf(said)
  return await recordCommand<Candidate, CandidateRefusal | NotAuthorised>(
    recorder,
    actor,
    'enter_candidate',
    async (tables) => {
      if (countryName(country, 'en') === undefined)
        return { refused: { code: 'candidate_country', place: '/body/country', found: country } }
      const unfit = unfitClasses(about) ?? unfitStep(step, undefined, todayText(recorder.clock))
      if (unfit !== undefined) return { refused: unfit }
      if (!(await isColleague(tables, actor, step.owner_id)))
        return { refused: { code: 'candidate_owner', place: '/body/owner_id' } }
      if (manufacturer_id !== null) {
        const firm = await authorisedIn(tables, manufacturer_id)
        if ('refused' in firm) return firm
      }
      const row = { id: recorder.makeId(), number: await nextNumber(tables, 'candidate'), ...about }
      const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
      await insertCandidate(tables, { ...row, ...mark, organization_id: actor.organization ?? '' })
      await insertStep(tables, { ...step, ...mark, candidate_id: row.id, position: 1 })
      return {
        done: { ...row, steps: [step] },
        subject: `candidate ${row.number}`,
        details: { ...about, ...step },
      }
    },
  )
}

export async function moveCandidate(
  recorder: Recorder,
  actor: Actor,
  { number, ...said }: CandidateStep & { readonly number: string },
): Promise<Outcome<Candidate, CandidateRefusal>> {
  const step = stepOf(said)
  return await recordCommand<Candidate, CandidateRefusal>(recorder, actor, 'move_candidate', async (tables) => {
    const found = await findCandidateNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'candidate_unknown' } }
    const unfit = unfitStep(step, stepNow(found), todayText(recorder.clock))
    if (unfit !== undefined) return { refused: unfit }
    if (!(await isColleague(tables, actor, step.owner_id)))
      return { refused: { code: 'candidate_owner', place: '/body/owner_id' } }
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    const position = found.steps.length + 1
    await insertStep(tables, { ...step, ...mark, candidate_id: found.id, position })
    const { organization_id: _kept, ...candidate } = found
    return {
      done: { ...candidate, steps: [...found.steps, step] },
      subject: `candidate ${number}`,
      details: { ...step },
    }
  })
}

function stepOf({ stage, happened_on, owner_id, next_step, next_on }: CandidateStep): CandidateStep {
  return { stage, happened_on, owner_id, next_step, next_on }
}
