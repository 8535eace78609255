/** What the pages of appeals are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { decidedOn, lastDayToAppeal } from '../determinations/last-day-to-appeal.ts'
import { determinationById, readDetermination } from '../determinations/read-determinations.ts'
import { findingsNow } from '../determinations/standing.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { noticesIn } from '../notices/read-notices.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { passkeyContext } from '../people/signature-context.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { type Appeal, filedOn, hearingOf, statusOf, stayOf } from './appeal.ts'
import { appealDays } from './appeal-times.ts'
import { shownOrder } from './decide-appeal.ts'
import { partOf } from './decidable-appeal.ts'
import { appealHash } from './file-appeal.ts'
import { readAppeal, readAppeals } from './read-appeals.ts'

export async function showAppeals(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readAppeals(database, actor, { cursor: after })
  return { appeals: await listed(context, items), isOfFirms: may('see_manufacturers'), after, next }
}

export async function showAllAppeals(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await listed(context, await allOf(async (asked) => await readAppeals(database, actor, asked)))
}

async function listed(context: PageContext, appeals: readonly Appeal[]) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const firms = await firmsNamed(
    context,
    appeals.map(({ manufacturer_id }) => manufacturer_id),
  )
  return await readAs(database, actor, async (tables) => {
    const rows = []
    for (const one of appeals) {
      const { number: against } = await determinationById(tables, one.determination_id)
      rows.push({
        id: one.id,
        number: one.number,
        against,
        status: statusOf(one),
        outcome: one.events.at(-1)?.outcome ?? null,
        filed_on: filedOn(one) ?? null,
        firm: firms(one.manufacturer_id),
      })
    }
    return rows
  })
}

export async function showAppeal(context: PageContext, asked: string | undefined) {
  const id = idAsked(context, asked)
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const appeal = settled(context, await readAppeal(database, actor, id))
  const status = statusOf(appeal)
  const isRunning = status === 'open' || status === 'late'
  const { determination, days, part, notice } = await readAs(database, actor, async (tables) => {
    const against = await determinationById(tables, appeal.determination_id)
    const [served] = await noticesIn(tables, [against.follows ?? against.id])
    return {
      determination: against,
      days: await appealDays(tables, context.get(shelfContext), appeal),
      part: may('decide_appeal') ? (await partOf(tables, actor, appeal, against))?.number : undefined,
      notice: served?.id,
    }
  })
  const laws = await lawsCalled(context, [determination.programme])
  const toSign = status === 'prepared' && may('file_appeal') ? await appealHash(appeal) : undefined
  const decides = part === undefined && may('decide_appeal')
  const stay = stayOf(appeal)
  return {
    appeal,
    status,
    stay,
    outcome: appeal.events.at(-1)?.outcome ?? null,
    filed_on: filedOn(appeal) ?? null,
    ...days,
    today: todayText(context.get(recorderContext).clock),
    hearing: hearingOf(appeal)?.on_day ?? null,
    against: determination.number,
    assessment_id: may('make_assessment') || may('decide_appeal') ? determination.assessment_id : undefined,
    notice,
    firm: (await firmsNamed(context, [appeal.manufacturer_id]))(appeal.manufacturer_id),
    programme: laws(determination.programme).title,
    rehearsal: determination.rehearsal ? laws(determination.programme).rehearsal : undefined,
    toSign,
    passkey: toSign === undefined ? undefined : await context.get(passkeyContext)(actor, toSign),
    part: isRunning ? part : undefined,
    may: {
      add: status === 'prepared' && may('add_appeal_evidence'),
      clerk: status === 'prepared' && may('add_appeal_evidence') && !may('file_appeal'),
      withdraw: (status === 'prepared' || isRunning) && may('withdraw_appeal'),
      apply: isRunning && may('apply_for_stay') && stay.status !== 'applied' && stay.status !== 'granted',
      reply: isRunning && may('reply_to_appeal'),
      condone: status === 'late' && decides,
      stay: status === 'open' && decides && stay.status === 'applied',
      endStay: decides && stay.status === 'granted',
      hear: status === 'open' && decides,
      decide: status === 'open' && decides,
    },
  }
}

/** The form by which a firm begins an appeal. */
export async function showNewAppeal(context: PageContext, number: string) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const determination = settled(context, await readDetermination(database, actor, number))
  const decided = decidedOn(determination)
  const release = await readAs(database, actor, async (tables) =>
    context.get(shelfContext).open(await releaseOf(tables, determination.release_id)),
  )
  const ends_on = decided === undefined ? null : lastDayToAppeal(release, decided)
  const laws = await lawsCalled(context, [determination.programme])
  return {
    number,
    ends_on,
    isLate: ends_on !== null && todayText(clock) > ends_on,
    rehearsal: determination.rehearsal ? laws(determination.programme).rehearsal : undefined,
  }
}

/** The form of an order, and what would follow from the one that the reader wrote. */
export async function showOrder(context: PageContext, asked: string | undefined) {
  const id = idAsked(context, asked)
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const appeal = settled(context, await readAppeal(recorder.database, actor, id))
  const determination = await readAs(
    recorder.database,
    actor,
    async (tables) => await determinationById(tables, appeal.determination_id),
  )
  const shown = await shownOrder(recorder, actor, id)
  const laws = await lawsCalled(context, [determination.programme])
  const order = 'done' in shown ? shown.done : undefined
  return {
    id,
    number: appeal.number,
    against: determination.number,
    firm: (await firmsNamed(context, [appeal.manufacturer_id]))(appeal.manufacturer_id),
    findings: findingsNow(determination),
    order,
    hindered:
      'refused' in shown && shown.refused.code !== 'no_order_drafted'
        ? context.get(pageCall).problemOf(shown.refused)
        : undefined,
    passkey: order === undefined ? undefined : await context.get(passkeyContext)(actor, order.shown_hash),
    rehearsal: determination.rehearsal ? laws(determination.programme).rehearsal : undefined,
  }
}
