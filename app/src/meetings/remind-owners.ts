/** The daily job that reminds whoever owns an action, a milestone or the like that it is due: once a step, and each person in one letter a day. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { daysLeft, stepAt } from '../deadlines/obligation.ts'
import type { Handler } from '../jobs/job.ts'
import { OFFICER_ROLES } from '../kernel/authority.ts'
import { instantText, nextMorning, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { type Addressee, peopleToRemind } from '../people/find-addressees.ts'
import { queueLetterIn } from '../people/queue-letter.ts'
import type { Owned } from './meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'
import { insertOwnerReminder, listPlan, openActions } from './meetings-table.ts'

export const REMIND_OWNERS = 'remind_owners'

const REMINDER = systemActor('reminders')
/** A letter that could not be sent within three days would come after the next one. */
const GOOD_FOR_MS = 3 * 24 * 3_600_000

/** Something that somebody of the authority answers for until a day. */
export interface OwnedDue extends Owned {
  readonly item: string
  readonly organization_id: string
  readonly href: string
  readonly what: Readonly<Record<Language, string>>
}

interface Parts {
  readonly recorder: Recorder
  readonly secret: string
  readonly publicAddress: URL
  /** What other slices have that somebody owns. */
  readonly sources: readonly ((tables: Handle, day: string) => Promise<readonly OwnedDue[]>)[]
}

export function remindOwners(parts: Parts): Handler {
  const { recorder } = parts
  return async () => {
    const due = await readAs(recorder.database, REMINDER, async (tables) => {
      const found: OwnedDue[] = []
      for (const source of [ownedInMeetings, ...parts.sources])
        found.push(...(await source(tables, todayText(recorder.clock))))
      return found.toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))
    })
    return async (tables) => {
      await queueReminders(tables, parts, due)
      return { again_at: nextMorning(recorder.clock) }
    }
  }
}

async function ownedInMeetings(tables: Handle): Promise<readonly OwnedDue[]> {
  const [en, ur] = [meetingWordsOf('en'), meetingWordsOf('ur')]
  const actions = (await openActions(tables)).map(({ action, meeting, organization_id }) => ({
    item: action.id,
    owner_id: action.owner_id,
    due_on: action.due_on,
    organization_id,
    href: `/meetings/${meeting}`,
    what: { en: en.reminder.action(meeting, action.words), ur: ur.reminder.action(meeting, action.words) },
  }))
  const milestones = (await listPlan(tables))
    .filter(({ reached }) => reached === null)
    .map(({ id, owner_id, due_on, organization_id, number, title }) => ({
      item: id,
      owner_id,
      due_on,
      organization_id,
      href: '/plan',
      what: { en: en.reminder.milestone(number, title), ur: ur.reminder.milestone(number, title) },
    }))
  return [...actions, ...milestones]
}

interface Dated extends OwnedDue {
  readonly left: number
}

async function queueReminders(
  tables: Handle,
  { recorder, secret, publicAddress }: Parts,
  due: readonly OwnedDue[],
): Promise<void> {
  const today = todayText(recorder.clock)
  const reminded_at = instantText(recorder.clock())
  const letters = new Map<string, { readonly to: Addressee; readonly of: readonly Dated[] }>()
  for (const one of due) {
    const left = daysLeft(one, today)
    const step = stepAt(left)
    if (step === undefined) continue
    const people = await peopleToRemind(tables, one.organization_id, OFFICER_ROLES)
    // Somebody with two roles is one person.
    const to = people.find(({ person_id }) => person_id === one.owner_id)
    if (to === undefined) continue
    if (!(await insertOwnerReminder(tables, { item: one.item, person_id: to.person_id, step, reminded_at }))) continue
    letters.set(to.person_id, { to, of: [...(letters.get(to.person_id)?.of ?? []), { ...one, left }] })
  }
  for (const { to, of } of letters.values()) {
    const text = reminderText(of, to.language, publicAddress)
    await queueLetterIn(tables, recorder, secret, { email: to.email, about: 'reminder', text, lastsMs: GOOD_FOR_MS })
  }
}

/** The subject in the first line. */
function reminderText(due: readonly Dated[], language: Language, publicAddress: URL): string {
  const { reminder } = meetingWordsOf(language)
  return [
    reminder.subject(due.length),
    ...due.flatMap(({ what, due_on, left, href }) => [
      '',
      (left < 0 ? reminder.late : reminder.due)(what[language], displayDayText(due_on, language)),
      new URL(href, publicAddress).href,
    ]),
    '',
    reminder.why,
    new URL('/account', publicAddress).href,
  ].join('\n')
}
