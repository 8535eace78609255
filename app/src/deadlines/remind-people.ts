/** The daily job that reminds the people of each firm of what is due, each of each once a step. */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handler } from '../jobs/job.ts'
import { MAKER_ROLES } from '../kernel/authority.ts'
import { instantText, nextMorning } from '../kernel/clock.ts'
import type { Language } from '../kernel/problem.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { organizationsOf, peopleToRemind } from '../people/find-addressees.ts'
import { queueLetterIn } from '../people/queue-letter.ts'
import { lastApprovedOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { insertReminder } from './deadlines-table.ts'
import { deadlineWordsOf } from './deadline-words.ts'
import { daysLeft, type Obligation, type Step, stepAt } from './obligation.ts'
import { readCalendar } from './read-obligations.ts'

export const REMIND = 'remind'

const REMINDER = systemActor('reminders')
const DAY_MS = 24 * 3_600_000
/** A letter that could not be sent within three days would come after the next one. */
const GOOD_FOR_MS = 3 * DAY_MS

interface Due {
  readonly organization: string
  readonly obligation: Obligation
  readonly step: Step
  readonly left: number
  readonly titles: Readonly<Record<Language, string>>
}

export function remindPeople(recorder: Recorder, shelf: ReleaseShelf, secret: string, publicAddress: URL): Handler {
  return async () => {
    const due = await everythingDue(recorder, shelf)
    return async (tables) => {
      for (const one of due)
        for (const person of await peopleToRemind(tables, one.organization, MAKER_ROLES)) {
          const reminded_at = instantText(recorder.clock())
          const { person_id, email, language } = person
          const of = { person_id, organization_id: one.organization, obligation: one.obligation.key, step: one.step }
          if (!(await insertReminder(tables, { ...of, reminded_at }))) continue
          const text = reminderText(one, language, publicAddress)
          await queueLetterIn(tables, recorder, secret, { email, about: 'reminder', text, lastsMs: GOOD_FOR_MS })
        }
      return { again_at: nextMorning(recorder.clock) }
    }
  }
}

async function everythingDue(recorder: Recorder, shelf: ReleaseShelf): Promise<readonly Due[]> {
  const { database } = recorder
  const firms = await readAs(database, REMINDER, async (tables) => await organizationsOf(tables, 'manufacturer'))
  const due: Due[] = []
  for (const organization of firms) {
    const { day, obligations } = await readCalendar(recorder, shelf, { ...REMINDER, organization })
    for (const obligation of obligations) {
      const left = daysLeft(obligation, day)
      const step = stepAt(left)
      if (obligation.state === 'done' || step === undefined) continue
      const titles = await readAs(database, REMINDER, async (tables) => {
        const law = await lastApprovedOf(tables, obligation.programme)
        const heading = law === undefined ? undefined : shelf.open(law).engine.programme.heading
        const named = (language: Language) =>
          heading === undefined ? obligation.programme : inLanguage(heading.title, language, heading.name)
        return { en: named('en'), ur: named('ur') }
      })
      due.push({ organization, obligation, step, left, titles })
    }
  }
  return due
}

/** The subject in the first line. */
function reminderText({ obligation, left, titles }: Due, language: Language, publicAddress: URL): string {
  const { kinds, reminder, daysLeft: inDays } = deadlineWordsOf(language)
  const what = kinds[obligation.kind](obligation.about, obligation.title?.[language])
  const time = left < 0 ? reminder.left.after : left === 0 ? reminder.left.today : reminder.left.before(inDays(left))
  const say = left < 0 ? reminder.late : reminder.text
  return [
    reminder.subject(what, time),
    '',
    say(what, titles[language], displayDayText(obligation.due_on, language)),
    new URL(obligation.href, publicAddress).href,
    '',
    reminder.why,
    new URL('/account', publicAddress).href,
  ].join('\n')
}
