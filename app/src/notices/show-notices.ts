/** What the page of a notice is given. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById } from '../determinations/read-determinations.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { daysBetween } from '../pages/when.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { readNotice } from './read-notices.ts'
import { type Notice, type NoticeStatus, statusOn } from './notice.ts'

/** A notice as pages tell it today. */
export interface NoticeView extends Pick<Notice, 'id' | 'served_on' | 'cure_ends_on'> {
  /** Of the determination of failure. */
  readonly number: string
  readonly status: NoticeStatus
  /** Until and with the last day to cure; below zero once it has passed. */
  readonly days_left: number
  readonly is_answered: boolean
}

/** `day` is today, as a text. */
export function noticeView(notice: Notice, number: string, day: string): NoticeView {
  const { id, served_on, cure_ends_on, events } = notice
  return {
    id,
    served_on,
    cure_ends_on,
    number,
    status: statusOn(notice, day),
    days_left: daysBetween(day, cure_ends_on),
    is_answered: events.some(({ kind }) => kind === 'answered'),
  }
}

export async function showNotice(context: PageContext, asked: string | undefined) {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const notice = settled(context, await readNotice(database, actor, idAsked(context, asked)))
  const failure = await readAs(database, actor, async (tables) => {
    return await determinationById(tables, notice.determination_id)
  })
  const laws = await lawsCalled(context, [failure.programme])
  const view = noticeView(notice, failure.number, formatDay(today(clock)))
  const isOpen = view.status === 'open' || view.status === 'over'
  return {
    notice,
    view,
    mayAnswer: isOpen && may('answer_notice'),
    isClerk: isOpen && !may('answer_notice') && may('upload_return'),
    rehearsal: failure.rehearsal ? laws(failure.programme).rehearsal : undefined,
  }
}
