/** What the page of a notice is given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById, determinationsBeside } from '../determinations/read-determinations.ts'
import { readDocumentsListed } from '../documents/read-document.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Whose } from '../pages/firm-column.tsx'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { daysBetween } from '../pages/when.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { yearlyReturnOf } from '../returns/filing/read-returns.ts'
import { dueAfter } from './due-after-notice.ts'
import { readNotice, readNotices } from './read-notices.ts'
import { disclosedItems } from './disclosure/item.ts'
import { barsOn, eventsOfKind, type Notice, type NoticeStatus, saidOf, statusOn } from './notice.ts'

/** A notice as pages tell it today. */
export interface NoticeView extends Pick<Notice, 'id' | 'issued_on' | 'served_on' | 'cure_ends_on' | 'answer_ends_on'> {
  /** Of the determination of failure. */
  readonly number: string
  readonly status: NoticeStatus
  /** Until and with the last day to cure; below zero once it has passed, null until it is served. */
  readonly days_left: number | null
  /** The same of the last day to answer. */
  readonly answer_days_left: number | null
  readonly is_answered: boolean
}

/** `day` is today, as a text. */
export function noticeView(notice: Notice, number: string, day: string): NoticeView {
  const { id, issued_on, served_on, cure_ends_on, answer_ends_on, events } = notice
  return {
    id,
    issued_on,
    served_on,
    cure_ends_on,
    answer_ends_on,
    number,
    status: statusOn(notice, day),
    days_left: cure_ends_on === null ? null : daysBetween(day, cure_ends_on),
    answer_days_left: answer_ends_on === null ? null : daysBetween(day, answer_ends_on),
    is_answered: events.some(({ kind }) => kind === 'answered'),
  }
}

export async function showNotices(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readNotices(database, actor, { cursor: after })
  return { notices: await shown(context, items), isOfFirms: may('see_manufacturers'), after, next }
}

export async function showAllNotices(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await shown(context, await allOf(async (asked) => await readNotices(database, actor, asked)))
}

async function shown(context: PageContext, notices: readonly Notice[]): Promise<readonly (NoticeView & Whose)[]> {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const day = todayText(clock)
  const firms = await firmsNamed(
    context,
    notices.map(({ manufacturer_id }) => manufacturer_id),
  )
  return await readAs(database, actor, async (tables) => {
    const rows: (NoticeView & Whose)[] = []
    for (const one of notices) {
      const { number } = await determinationById(tables, one.determination_id)
      rows.push({ ...noticeView(one, number, day), firm: firms(one.manufacturer_id) })
    }
    return rows
  })
}

export async function showNotice(context: PageContext, asked: string | undefined) {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const notice = settled(context, await readNotice(database, actor, idAsked(context, asked)))
  const now = todayText(clock)
  const { failure, due, found, hasSanction } = await readAs(database, actor, async (tables) => {
    const determined = await determinationById(tables, notice.determination_id)
    const beside = may('make_assessment') ? await determinationsBeside(tables, determined) : []
    const next = may('make_assessment') ? dueAfter(determined, notice, beside, now) : undefined
    return {
      hasSanction: beside.some((one) => one.follows === determined.id),
      failure: determined,
      due: next?.task,
      found: await yearlyReturnOf(tables, determined),
    }
  })
  const laws = await lawsCalled(context, [failure.programme])
  const view = noticeView(notice, failure.number, now)
  const isOpen = view.status === 'open' || view.status === 'over'
  const files = await readDocumentsListed(
    database,
    actor,
    notice.events.flatMap(({ document_id }) => document_id ?? []),
  )
  return {
    notice: withoutNames(notice),
    view,
    items: disclosedItems(notice),
    files: Object.fromEntries([...files.values()].map(({ id, name }) => [id, name])),
    bars: view.status === 'cured' || hasSanction ? [] : barsOn(notice, now),
    firm: (await firmsNamed(context, [notice.manufacturer_id]))(notice.manufacturer_id),
    isOfFirms: may('see_manufacturers'),
    mayServe: view.status === 'issued' && may('serve_notice'),
    mayAcknowledge: view.status === 'issued' && may('acknowledge_notice'),
    mayRecord: isOpen && may('record_cure'),
    mayHear: isOpen && may('fix_hearing'),
    mayDisclose: isOpen && may('disclose_file'),
    mayTime: isOpen && (may('propose_time') || may('decide_time') || may('ask_time')),
    toConsider: may('consider_answer')
      ? eventsOfKind(notice, 'answered').filter((one) => saidOf(notice, one, 'considered') === undefined)
      : [],
    due: due === undefined || found === undefined ? undefined : { task: due, href: `/returns/${found.id}/assess` },
    mayAnswer: isOpen && may('answer_notice'),
    isClerk: (isOpen || view.status === 'issued') && !may('answer_notice') && may('upload_return'),
    rehearsal: failure.rehearsal ? laws(failure.programme).rehearsal : undefined,
  }
}

/** Who did it, readers of the page are told by its history. */
function withoutNames({ recorded_by: _by, events, ...notice }: Notice) {
  return { ...notice, events: events.map(({ recorded_by: _who, items: _items, ...event }) => event) }
}
