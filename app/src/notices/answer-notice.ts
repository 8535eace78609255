/** What a firm says to a notice, what an officer makes of it, and the cure that he finds. */
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { CURED } from '../case-facts/case-fact.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import { todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { keepLetterOf } from './letters/keep-letter.ts'
import { cureOf, type Notice, type NoticeRefusal, saidOf } from './notice.ts'
import { recordOnNotice } from './record-event.ts'

export interface AnswerNotice {
  readonly id: string
  readonly words: string
  /** A file that was handed in before. */
  readonly document_id?: string | null
}

/** Until a cure is recorded: after it there is nothing to represent. */
export async function answerNotice(
  recorder: Recorder,
  actor: Actor,
  { id, words, document_id = null }: AnswerNotice,
): Promise<Outcome<Notice, NoticeRefusal | NotAuthorised>> {
  const on = { command: 'answer_notice', id, asFirm: true } as const
  return await recordOnNotice<never>(recorder, actor, on, async (_tables, notice) => {
    const refused = notOpen(notice)
    return await Promise.resolve(refused ?? { done: { event: { kind: 'answered', words, document_id } } })
  })
}

export interface ConsiderAnswer {
  readonly id: string
  /** The position of the answer among the events. */
  readonly about: number
  /** What the authority makes of it; the sanction refers to it. */
  readonly words: string
}

/** Once: what is added later is said in the reasons of the sanction. */
export async function considerAnswer(
  recorder: Recorder,
  actor: Actor,
  { id, about, words }: ConsiderAnswer,
): Promise<Outcome<Notice, NoticeRefusal | NotAuthorised>> {
  return await recordOnNotice<never>(recorder, actor, { command: 'consider_answer', id }, async (_tables, notice) => {
    const answer = notice.events.find(({ kind, position }) => kind === 'answered' && position === about)
    if (answer === undefined) return { refused: { code: 'event_not_there' } }
    if (saidOf(notice, answer, 'considered') !== undefined) return { refused: { code: 'event_settled' } }
    return await Promise.resolve({ done: { event: { kind: 'considered', about, words } } })
  })
}

export type CureRefusal = NoticeRefusal | AssessmentRefusal

export interface RecordCure {
  readonly id: string
  readonly cured_on: string
  readonly words: string
  /** The evidence, handed in before. */
  readonly document_id?: string | null
}

/** The next assessment knows of it; a cure after the last day averts nothing, and is what a restoration rests on. */
export async function recordCure(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, cured_on, words, document_id = null }: RecordCure,
): Promise<Outcome<Notice, CureRefusal | NotAuthorised>> {
  const now = todayText(recorder.clock)
  const on = { command: 'record_cure', id }
  return await recordOnNotice<CureRefusal>(recorder, actor, on, async (tables, notice) => {
    const refused = notOpen(notice)
    if (refused !== undefined) return refused
    const { served_on, cure_ends_on } = notice
    if (cured_on < (served_on ?? '') || cured_on > now)
      return { refused: { code: 'cure_day', day: cured_on, served_on: served_on ?? '', today: now } }
    const event = { kind: 'cured', happened_on: cured_on, words, document_id } as const
    const fact = { fact: CURED, value: cured_on }
    const until = cure_ends_on ?? ''
    if (cured_on > until) return { done: { event, fact } }
    // In time: the notice is closed, and the firm has it in writing.
    const writer = { recorder, shelf, letters, actor }
    const letter = await keepLetterOf(tables, writer, notice, { kind: 'closure', cured_on, until }, words)
    return 'refused' in letter ? letter : { done: { event: { ...event, letter_id: letter.done }, fact } }
  })
}

/** Nothing is answered, heard or cured before there is proof of service, nor once the failure is cured. */
export function notOpen(notice: Notice): { readonly refused: NoticeRefusal } | undefined {
  if (notice.served_on === null) return { refused: { code: 'notice_not_served' } }
  const cured_on = cureOf(notice)?.happened_on
  return cured_on === undefined || cured_on === null
    ? undefined
    : { refused: { code: 'cured_already', happened_on: cured_on } }
}
