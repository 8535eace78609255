/** A failure of which notice can be served, and a notice whose failure can be cured, as officers see them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import { madeAssessment } from '../assessments/filed/make-assessment.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { type Determination, statusOf } from '../determinations/determination.ts'
import { determinationById, determinationIn } from '../determinations/read-determinations.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import { idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { dayText, daysBetween, momentOf } from '../pages/when.ts'
import { programmeHeading } from '../policy-releases/programme-view.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { cureOf, type Notice } from './notice.ts'
import { findNotice, findNoticeOf } from './notices-table.ts'
import { cureEndsOn } from './issue-notice.ts'
import type { ServeRefusal } from './serve-notice.ts'

export interface FailureView {
  readonly number: string
  readonly firm: string
  readonly title: string
  readonly rehearsal: string | undefined
  readonly year: string
  /** The requirements that were missed. */
  readonly failures: readonly string[]
}

export interface IssueView extends FailureView {
  readonly today: string
  /** The last day to cure if it were served today. */
  readonly cureEndsOn: string
  readonly issued: { readonly id: string; readonly on: string } | undefined
}

export async function failureAsked(context: PageContext, number: string): Promise<IssueView> {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const now = todayText(clock)
  const none: ServeRefusal = { code: 'no_failure_determined', number }
  const read = await readAs(database, actor, async (tables) => {
    const failure = await determinationIn(tables, number)
    if (failure?.kind !== 'failure' || statusOf(failure) !== 'approved') return { refused: none }
    const issued = await findNoticeOf(tables, failure.id)
    const last = await cureEndsOn(tables, context.get(shelfContext), failure, now)
    if ('refused' in last) return last
    return { done: { view: await failureView(context, tables, failure), last: last.done, issued } }
  })
  const { view, last, issued } = settled(context, read)
  return {
    ...view,
    today: dayText(now, language),
    cureEndsOn: dayText(last, language),
    issued: issued === undefined ? undefined : { id: issued.id, on: dayText(issued.issued_on, language) },
  }
}

async function failureView(context: PageContext, tables: Handle, failure: Determination): Promise<FailureView> {
  const { language } = context.get(pageCall)
  const made = settled(context, await madeAssessment(tables, context.get(shelfContext), failure.assessment_id))
  const { programme } = made.assessed.release.engine
  const heading = programmeHeading(programme, language)
  const voice = voiceOf(language, namesOf(programme))
  return {
    number: failure.number,
    firm: (await manufacturerIn(tables, failure.manufacturer_id))?.name ?? '',
    title: heading.title,
    rehearsal: failure.rehearsal ? heading.rehearsal : undefined,
    year: failure.year,
    failures: failure.findings.map(({ finding, label }) => nameOf(voice, finding, label ?? undefined)),
  }
}

export interface CureView extends FailureView {
  readonly id: string
  readonly issuedOn: string
  /** Undefined until it is served. */
  readonly servedOn: string | undefined
  readonly cureEndsOn: string | undefined
  readonly today: string
  /** Today, as a day is typed. */
  readonly sample: string
  /** Below zero once the time is over. */
  readonly daysLeft: number
  readonly answers: readonly { readonly when: string; readonly words: string }[]
  readonly curedOn: string | undefined
  readonly curedWords: string | undefined
}

export async function noticeAsked(context: PageContext, asked: string | undefined): Promise<CureView> {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const now = todayText(clock)
  const read = await readAs(database, actor, async (tables) => {
    const notice = await findNotice(tables, id)
    if (notice === undefined) return { refused: { code: 'notice_unknown' } } as const
    const failure = await determinationById(tables, notice.determination_id)
    return { done: { notice, view: await failureView(context, tables, failure) } }
  })
  const { notice, view } = settled(context, read)
  const cure = cureOf(notice)
  const curedDay = cure?.happened_on ?? null
  return {
    ...view,
    id,
    issuedOn: dayText(notice.issued_on, language),
    servedOn: notice.served_on === null ? undefined : dayText(notice.served_on, language),
    cureEndsOn: notice.cure_ends_on === null ? undefined : dayText(notice.cure_ends_on, language),
    today: dayText(now, language),
    sample: now,
    daysLeft: notice.cure_ends_on === null ? 0 : daysBetween(now, notice.cure_ends_on),
    answers: answersOf(notice, language),
    curedOn: curedDay === null ? undefined : dayText(curedDay, language),
    curedWords: cure?.words ?? undefined,
  }
}

function answersOf({ events }: Notice, language: 'en' | 'ur'): CureView['answers'] {
  return events
    .filter((event) => event.kind === 'answered')
    .map((event) => ({ when: momentOf(event.recorded_at, language).when, words: event.words ?? '' }))
}
