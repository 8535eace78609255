/**
 * The daily job that reminds the people of each firm of what is due: of each once a step, and each of them in one letter a day. A question is told
 * of as soon as it was asked, which is its first step.
 */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handler } from '../jobs/job.ts'
import { MAKER_ROLES } from '../kernel/authority.ts'
import { instantText, nextMorning } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { answersFor } from '../manufacturers/life/read-life.ts'
import { type Addressee, organizationNow, organizationsOf, peopleToRemind } from '../people/find-addressees.ts'
import { queueLetterIn } from '../people/queue-letter.ts'
import { lastApprovedOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { firmAsked } from '../returns/questions/read-questions.ts'
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
  readonly firm: string
  readonly obligation: Obligation
  readonly step: Step
  readonly left: number
  /** Of its programme, where it belongs to one. */
  readonly titles: Readonly<Record<Language, string>> | undefined
}

interface Parts {
  readonly recorder: Recorder
  readonly shelf: ReleaseShelf
  readonly secret: string
  readonly publicAddress: URL
}

export function remindPeople(parts: Parts): Handler {
  const { recorder } = parts
  return async () => {
    const due = await everythingDue(parts)
    return async (tables) => {
      await queueReminders(tables, parts, due)
      return { again_at: nextMorning(recorder.clock) }
    }
  }
}

/** However far off its day is. */
const EARLIEST: Step = 30

export function tellQuestion(parts: Parts): Handler {
  const { database } = parts.recorder
  return async ({ about }) => {
    const organization = await readAs(database, REMINDER, async (tables) => {
      const firm = await firmAsked(tables, about)
      return firm === undefined ? undefined : await answersFor(tables, firm)
    })
    const isIt = ({ key }: Obligation, left: number): Step | undefined =>
      key === `question:${about}` ? (stepAt(left) ?? EARLIEST) : undefined
    const due = organization === undefined ? [] : await dueTo(parts, organization, isIt)
    return async (tables) => {
      await queueReminders(tables, parts, due)
      return undefined
    }
  }
}

async function queueReminders(
  tables: Handle,
  { recorder, secret, publicAddress }: Parts,
  due: readonly Due[],
): Promise<void> {
  const reminded_at = instantText(recorder.clock())
  const letters = new Map<string, { readonly to: Addressee; readonly of: Due[] }>()
  for (const one of due)
    for (const to of await peopleToRemind(tables, one.organization, MAKER_ROLES)) {
      const { person_id } = to
      const of = { person_id, organization_id: one.organization, obligation: one.obligation.key, step: one.step }
      if (!(await insertReminder(tables, { ...of, reminded_at }))) continue
      const letter = letters.get(person_id) ?? { to, of: [] }
      letters.set(person_id, { to, of: [...letter.of, one] })
    }
  for (const { to, of } of letters.values()) {
    const text = reminderText(of, to.language, publicAddress)
    await queueLetterIn(tables, recorder, secret, { email: to.email, about: 'reminder', text, lastsMs: GOOD_FOR_MS })
  }
}

/** What is due first comes first. */
async function everythingDue(parts: Parts): Promise<readonly Due[]> {
  const firms = await readAs(parts.recorder.database, REMINDER, async (tables) => {
    return await organizationsOf(tables, 'manufacturer')
  })
  const due: Due[] = []
  for (const firm of firms) due.push(...(await dueTo(parts, firm, ({ kind }, left) => stepAt(left, kind))))
  return due.toSorted((a, b) => a.left - b.left)
}

/** Of one firm, what is not done and of which its people are to be reminded. */
async function dueTo(
  { recorder, shelf }: Parts,
  organization: string,
  stepOf: (obligation: Obligation, left: number) => Step | undefined,
): Promise<readonly Due[]> {
  const { database } = recorder
  const firm = (await readAs(database, REMINDER, async (tables) => await organizationNow(tables, organization)))?.name
  const { day, obligations } = await readCalendar(recorder, shelf, { ...REMINDER, organization })
  const due: Due[] = []
  for (const obligation of obligations) {
    const left = daysLeft(obligation, day)
    const step = stepOf(obligation, left)
    if (obligation.state === 'done' || step === undefined) continue
    const { programme } = obligation
    const titles =
      programme === undefined
        ? undefined
        : await readAs(database, REMINDER, async (tables) => {
            const law = await lastApprovedOf(tables, programme)
            const heading = law === undefined ? undefined : shelf.open(law).engine.programme.heading
            const named = (language: Language) =>
              heading === undefined ? programme : inLanguage(heading.title, language, heading.name)
            return { en: named('en'), ur: named('ur') }
          })
    due.push({ organization, firm: firm ?? '', obligation, step, left, titles })
  }
  return due
}

/** The subject in the first line; then what is due, for each firm for which the reader acts. */
function reminderText(due: readonly Due[], language: Language, publicAddress: URL): string {
  const { kinds, reminder, daysLeft: inDays } = deadlineWordsOf(language)
  const what = ({ obligation: { kind, about, title } }: Due): string => kinds[kind](about, title?.[language])
  const time = ({ left }: Due): string =>
    left < 0 ? reminder.left.after : left === 0 ? reminder.left.today : reminder.left.before(inDays(left))
  const [first] = due
  const firms = [...Map.groupBy(due, ({ firm }) => firm)].flatMap(([firm, of]) => [
    firm,
    ...of.flatMap((one) => {
      const say = one.left < 0 ? reminder.late : reminder.text
      const { due_on, href } = one.obligation
      const sentence = say(what(one), one.titles?.[language], displayDayText(due_on, language))
      return ['', sentence, new URL(href, publicAddress).href]
    }),
    '',
  ])
  return [
    first === undefined ? '' : reminder.subject(what(first), time(first), due.length - 1),
    '',
    ...firms,
    reminder.why,
    new URL('/account', publicAddress).href,
  ].join('\n')
}
