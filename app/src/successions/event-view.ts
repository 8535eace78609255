/** What happened to a firm, or is said to have, as officers see it who decide. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { eventById } from '../manufacturers/life/read-life.ts'
import { eventsShown } from '../manufacturers/life/show-life.ts'
import { idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'

export async function eventAsked(context: PageContext, asked: string | undefined) {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const found = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const event = await eventById(tables, id)
    const [shown] = event === undefined ? [] : await eventsShown(tables, [event])
    if (event === undefined || shown === undefined) return { refused: { code: 'event_unknown' } } as const
    const { proposed_by, proposed_at, decided } = event
    const people = await namesIn(tables, [proposed_by, decided?.recorded_by ?? null])
    const mark = (at: string, by: string) => ({ when: momentOf(at, language).when, person: people.get(by) })
    return {
      done: {
        shown,
        isOwn: proposed_by === actor.person,
        proposed: mark(proposed_at, proposed_by),
        decided: decided === null ? undefined : mark(decided.recorded_at, decided.recorded_by),
      },
    }
  })
  return settled(context, found)
}
