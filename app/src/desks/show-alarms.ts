/** What has lapsed: next steps of candidates and promises whose day has passed, and actions of meetings. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { ownedInCommitments } from '../commitments/read-commitments.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { actionsOpen } from '../meetings/read-meetings.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'

export interface Alarm {
  readonly of: 'steps' | 'promises' | 'actions'
  readonly href: string
  readonly count: number
}

/** Those that there are; an officer who sees no candidates has none. */
export async function officerAlarms(context: PageContext): Promise<readonly Alarm[]> {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  if (!may('see_candidates')) return []
  const today = todayText(clock)
  return await readAs(database, actor, async (tables) => {
    const lapsed = (await ownedInCommitments(tables, today)).filter(({ due_on }) => due_on < today)
    const steps = lapsed.filter(({ item }) => item.startsWith('candidate:')).length
    const actions = (await actionsOpen(tables)).filter(({ action }) => action.due_on < today).length
    const alarms: readonly Alarm[] = [
      { of: 'steps', href: '/investments', count: steps },
      { of: 'promises', href: '/promises', count: lapsed.length - steps },
      { of: 'actions', href: '/meetings', count: actions },
    ]
    return alarms.filter(({ count }) => count > 0)
  })
}
