/** An officer proposes that a firm was renamed, merged, succeeded or split. Another decides. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { FirmEvent, FirmEventRefusal } from '../manufacturers/life/life.ts'
import { eventsOfFirm, keepEvent } from '../manufacturers/life/read-life.ts'
import { namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { unfitIn } from './weigh-event.ts'

export type ProposeEvent = Omit<FirmEvent, 'id' | 'proposed_at' | 'proposed_by' | 'decided'>

export async function proposeEvent(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: ProposeEvent,
): Promise<Outcome<FirmEvent, FirmEventRefusal>> {
  return await recordCommand<FirmEvent, FirmEventRefusal>(recorder, actor, 'propose_firm_event', async (tables) => {
    const unfit = await unfitIn(tables, shelf, input)
    if (unfit !== undefined) return { refused: unfit }
    // Two that wait would be weighed each as if the other were not there.
    const waiting = (await eventsOfFirm(tables, input.firm_id)).some(({ decided }) => decided === null)
    if (waiting) {
      const names = await namesOfFirms(tables, [input.firm_id])
      return { refused: { code: 'event_waiting', firm: names.get(input.firm_id) ?? '' } }
    }
    const event = {
      ...input,
      id: recorder.makeId(),
      proposed_at: instantText(recorder.clock()),
      proposed_by: actor.person,
    }
    await keepEvent(tables, event)
    const { firm_id, kind, effective_on, reason, new_name, answers_id, licences_pass, parts, follows } = event
    return {
      done: { ...event, decided: null },
      subject: `manufacturer ${firm_id}`,
      details: { event: event.id, kind, effective_on, reason, new_name, answers_id, licences_pass, parts, follows },
    }
  })
}
