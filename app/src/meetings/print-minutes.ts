/** The minutes of a meeting on paper, in one language. */
import { readFile } from 'node:fs/promises'
import { printPaper } from '../determinations/render-letter.ts'
import type { Language } from '../kernel/problem.ts'
import { dayText } from '../pages/when.ts'
import { meetingWordsOf } from './meeting-words.ts'
import type { MeetingShown } from './show-meetings.ts'

/** What has no minutes to print, such as a button, is not looked at. */
type Printed = Omit<MeetingShown, 'mayRecord'>

export async function printMinutes(meeting: Printed, language: Language): Promise<Buffer> {
  const words = meetingWordsOf(language)
  const template = await readFile(new URL('minutes.typ', import.meta.url), 'utf8')
  const { number, title, held_on, place, attendance, papers, decisions, actions } = meeting
  return await printPaper(template, number, {
    language,
    title: words.minutesOf(number),
    facts: [
      [words.name, title],
      [words.heldOn, dayText(held_on, language)],
      [words.place, place],
    ],
    attendance: {
      title: words.attendance,
      columns: [words.organization, words.people],
      rows: attendance.map(({ organization, people }) => [organization, people]),
    },
    items: meeting.agenda.map((item, nth) => ({
      title: `${nth + 1}. ${item}`,
      papers: {
        title: words.papers,
        lines: papers.filter((one) => one.item === nth + 1).map((one) => ({ name: one.name, hash: one.document_hash })),
      },
      decisions: {
        title: words.decisions,
        lines: decisions.filter((one) => one.item === nth + 1).map((one) => one.words),
      },
      actions: {
        title: words.actions,
        columns: [words.action, words.owner, words.due, words.state],
        rows: actions
          .filter((one) => one.item === nth + 1)
          .map((one) => [
            one.words,
            one.owner ?? words.nobody,
            dayText(one.due_on, language),
            one.done === null ? words.states[one.state] : words.doneOn(dayText(one.done.done_on, language)),
          ]),
      },
    })),
  })
}
