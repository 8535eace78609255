/** An analyst holds a draft against the release in force: what it is about is kept, and what comes out is computed from that. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { LeftOut, Simulation, SimulationFile, SimulationListed, SimulationRefusal } from '../simulation.ts'
import { insertSimulation } from '../simulations-table.ts'
import { simulate } from './draft-shelf.ts'
import { INVENTION, industryText, listText } from './invent-industry.ts'
import { type DraftAsked, layDraft } from './lay-draft.ts'
import { registerIndustry } from './register-industry.ts'

export interface SimulateDraft {
  readonly programme: string
  readonly draft: DraftAsked
  readonly facts: 'register' | 'invented' | readonly SimulationFile[]
}

export async function simulateDraft(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { programme, draft, facts }: SimulateDraft,
): Promise<Outcome<SimulationListed, SimulationRefusal>> {
  const today = todayText(recorder.clock)
  const law = await readAs(recorder.database, actor, async (tables) => await inForce(tables, programme, today))
  if ('refused' in law) return law
  const release = shelf.open(law.done)
  const laid = await layDraft(release, draft)
  if ('refused' in laid) return laid
  let files = typeof facts === 'string' ? [listOf(industryText(INVENTION))] : facts
  let left_out: readonly LeftOut[] = []
  if (facts === 'register') {
    const list = await readAs(recorder.database, actor, async (tables) => {
      return await registerIndustry(tables, shelf, law.done, today)
    })
    left_out = list.left_out
    if (list.rows.length === 0)
      return { refused: left_out.length === 0 ? { code: 'register_empty' } : { code: 'register_unfit', left_out } }
    files = [listOf(listText(list.rows))]
  }
  const made = await simulate({ release, draft: laid.done.release }, { files, left_out })
  if ('refused' in made) return made
  return await recordCommand<SimulationListed, SimulationRefusal>(recorder, actor, 'simulate_draft', async (tables) => {
    const listed: SimulationListed = {
      id: recorder.makeId(),
      programme,
      release_id: law.done.id,
      draft: laid.done.name,
      source: typeof facts === 'string' ? facts : 'sent',
      cases: made.done.report.cases,
      begun_at: instantText(recorder.clock()),
      begun_by: actor.person,
    }
    const simulation: Simulation = { ...listed, overlay: laid.done.overlay, files, left_out }
    await insertSimulation(tables, { ...simulation, begun_for: actor.organization ?? '' })
    const { release_hash, draft_hash } = made.done.report
    return {
      done: listed,
      subject: `simulation ${listed.id}`,
      details: { programme, draft: listed.draft, source: listed.source, cases: listed.cases, release_hash, draft_hash },
    }
  })
}

function listOf(text: string): SimulationFile {
  return { holds: 'facts', name: 'facts.json', text }
}
