/** The queue of an officer: what waits for somebody with his role, and is not his own where another must decide. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { NewestAssessment } from '../assessments/filed/assessment.ts'
import { newestAssessments } from '../assessments/filed/make-assessment.ts'
import {
  type Appeal,
  filedOn,
  hearingOf as hearingOfAppeal,
  statusOf as statusOfAppeal,
  stayOf,
} from '../appeals/appeal.ts'
import { partOf } from '../appeals/decidable-appeal.ts'
import { appealsOf } from '../appeals/read-appeals.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { type Determination, hasEffect, statusOf } from '../determinations/determination.ts'
import { docketsOf } from '../determinations/dockets/read-dockets.ts'
import { determinationsStanding } from '../determinations/read-determinations.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { eventsWaiting } from '../manufacturers/life/read-life.ts'
import { manufacturersStanding, namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { eventsOfKind, hearingOf, type Notice, type NoticeEvent, saidOf, timeOpen } from '../notices/notice.ts'
import { noticesIn } from '../notices/read-notices.ts'
import { dueAfter } from '../notices/due-after-notice.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { daysBetween, momentOf } from '../pages/when.ts'
import { lawsIn } from '../policy-releases/laws-called.ts'
import { referralsOpen } from '../referrals/read-referrals.ts'
import { releasesProposed } from '../policy-releases/release-in-force.ts'
import { returnsFiledOrAccepted } from '../returns/filing/read-returns.ts'
import { citationStandings } from '../returns/filing/read-citations.ts'
import { ANNUAL } from '../returns/schema/load-return-schema.ts'
import { filedVersion, type Return, standingOf, statusOf as returnStatusOf } from '../returns/filing/return.ts'
import type { ReviewClock } from '../returns/questions/question.ts'
import { clockText } from '../returns/questions/question-words.ts'
import { reviewClocks } from '../returns/questions/read-questions.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { moneyWaiting } from './read-money-desk.ts'
import { byUrgency } from './urgency.ts'

/** What is to be done next, in the order in which a case goes. */
export type Task =
  | 'approve_release'
  | 'decide_application'
  | 'decide_firm_event'
  | 'review_return'
  | 'assess_return'
  | 'assess_again'
  | 'prepare_determination'
  | 'decide_determination'
  | 'sign_docket'
  | 'issue_notice'
  | 'serve_notice'
  | 'consider_answer'
  | 'hold_hearing'
  | 'propose_time'
  | 'decide_time'
  | 'determine_sanction'
  | 'determine_restoration'
  | 'reply_to_appeal'
  | 'decide_condonation'
  | 'decide_stay'
  | 'hold_appeal_hearing'
  | 'decide_appeal'
  | 'release_referral'
  | 'book_receipts'
  | 'settle_receipt'
  | 'settle_credit'
  | 'decide_receipt'
  | 'decide_guarantee'
  | 'renew_guarantee'
  | 'decide_budget'
  | 'prepare_payment'
  | 'prepare_recovery'
  | 'decide_payment'
  | 'accept_reconciliation'

/** In the table of authority, what each task is. */
const COMMANDS: Readonly<Record<Task, string>> = {
  approve_release: 'approve_release',
  decide_application: 'decide_registration',
  decide_firm_event: 'approve_firm_event',
  review_return: 'review_return',
  assess_return: 'make_assessment',
  assess_again: 'make_assessment',
  prepare_determination: 'prepare_determination',
  decide_determination: 'approve_determination',
  sign_docket: 'approve_docket',
  issue_notice: 'issue_notice',
  serve_notice: 'serve_notice',
  consider_answer: 'consider_answer',
  hold_hearing: 'hold_hearing',
  propose_time: 'propose_time',
  decide_time: 'decide_time',
  determine_sanction: 'make_assessment',
  determine_restoration: 'make_assessment',
  reply_to_appeal: 'reply_to_appeal',
  decide_condonation: 'decide_condonation',
  decide_stay: 'decide_stay',
  hold_appeal_hearing: 'hold_appeal_hearing',
  decide_appeal: 'decide_appeal',
  release_referral: 'release_referral',
  book_receipts: 'book_receipts',
  settle_receipt: 'propose_receipt',
  settle_credit: 'propose_receipt',
  decide_receipt: 'approve_receipt',
  decide_guarantee: 'approve_guarantee',
  renew_guarantee: 'propose_guarantee',
  decide_budget: 'approve_budget',
  prepare_payment: 'prepare_payment',
  prepare_recovery: 'prepare_payment',
  decide_payment: 'approve_payment',
  accept_reconciliation: 'accept_reconciliation',
}

/** One thing that waits, as it is in the records. */
export interface Waiting {
  readonly task: Task
  readonly href: string
  readonly manufacturer_id: string | undefined
  readonly programme: string | undefined
  readonly year: string | undefined
  /** A determination's. */
  readonly number: string | undefined
  readonly kind: Determination['kind'] | undefined
  /** The day from which it has waited. */
  readonly since: string
  /** Of a review: how much of its time is used up. */
  readonly clock?: ReviewClock | undefined
}

export interface QueueItem extends Pick<Waiting, 'task' | 'href' | 'number' | 'kind' | 'year'> {
  readonly firm: string | undefined
  readonly programme: string | undefined
  readonly isRehearsal: boolean
  readonly since: string
  readonly days: number
  /** `12 of 30 days, until 3 October 2028`. */
  readonly clock: string | undefined
}

/** Most urgent first. */
export async function officerQueue(context: PageContext): Promise<readonly QueueItem[]> {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const now = todayText(clock)
  return await readAs(database, actor, async (tables) => {
    const waiting = (await everythingWaiting(tables, context.get(shelfContext), actor, now)).filter(({ task }) =>
      may(COMMANDS[task]),
    )
    const firms = await namesOfFirms(
      tables,
      waiting.flatMap(({ manufacturer_id }) => manufacturer_id ?? []),
    )
    const laws = await lawsIn(
      tables,
      context,
      waiting.flatMap(({ programme }) => programme ?? []),
    )
    return waiting.toSorted(byUrgency).map(({ manufacturer_id, programme, since, clock: review, ...one }) => ({
      ...one,
      firm: manufacturer_id === undefined ? undefined : firms.get(manufacturer_id),
      programme: programme === undefined ? undefined : laws(programme).title,
      isRehearsal: programme !== undefined && !laws(programme).binds,
      since: displayDayText(since, language),
      days: daysBetween(since, now),
      clock: review === undefined ? undefined : clockText(review, language),
    }))
  })
}

const NOTHING = {
  manufacturer_id: undefined,
  programme: undefined,
  year: undefined,
  number: undefined,
  kind: undefined,
} as const

async function everythingWaiting(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  now: string,
): Promise<readonly Waiting[]> {
  const determinations = await determinationsStanding(tables)
  const releases = await releasesProposed(tables)
  const applications = await manufacturersStanding(tables, 'applied')
  return [
    ...releases
      .filter(({ proposed_by }) => proposed_by !== actor.person)
      .map(({ programme, proposed_at }): Waiting => {
        return { ...NOTHING, task: 'approve_release', href: '/releases', programme, since: dayIn(proposed_at) }
      }),
    ...applications.map(({ id, events }): Waiting => {
      const since = dayIn(events[0]?.recorded_at ?? '')
      return {
        ...NOTHING,
        task: 'decide_application',
        href: `/manufacturers/${id}/decision`,
        manufacturer_id: id,
        since,
      }
    }),
    ...(await eventsWaiting(tables))
      .filter(({ proposed_by }) => proposed_by !== actor.person)
      .map(({ id, firm_id, proposed_at }): Waiting => {
        const of = { ...NOTHING, manufacturer_id: firm_id, since: dayIn(proposed_at) }
        return { ...of, task: 'decide_firm_event', href: `/firm-events/${id}` }
      }),
    ...(await ofReturns(tables, shelf, determinations, now)),
    ...(await ofPrepared(
      tables,
      determinations.filter((one) => statusOf(one) === 'prepared' && one.prepared_by !== actor.person),
    )),
    ...(await ofFailures(tables, determinations, now)),
    ...(await ofAppeals(tables, actor, determinations, now)),
    ...(await referralsOpen(tables))
      .filter(({ needs_approver }) => !needs_approver || actor.role === 'approving_officer')
      .filter(({ needs_approver, referred_by }) => !needs_approver || referred_by !== actor.person)
      .map(({ id, manufacturer_id, referred_at }): Waiting => {
        const of = { ...NOTHING, manufacturer_id: manufacturer_id ?? undefined, since: dayIn(referred_at) }
        return { ...of, task: 'release_referral', href: `/referrals/${id}` }
      }),
    ...(await moneyWaiting(tables, actor, now)),
  ]
}

function dayIn(instant: string): string {
  return momentOf(instant, 'en').day
}

function ofDetermination(
  { manufacturer_id, programme, year, number, kind }: Determination,
  task: Task,
  since: string,
): Omit<Waiting, 'href'> {
  return { task, manufacturer_id, programme, year, number, kind, since }
}

/** Each by itself, but those on the list of a docket, which are signed at once. */
async function ofPrepared(tables: Handle, prepared: readonly Determination[]): Promise<readonly Waiting[]> {
  const dockets = await docketsOf(
    tables,
    prepared.map(({ id }) => id),
  )
  const firstOf = new Map(prepared.toReversed().map((one) => [dockets.get(one.id), one]))
  return [
    ...prepared
      .filter(({ id }) => !dockets.has(id))
      .map((one) => ({
        ...ofDetermination(one, 'decide_determination', dayIn(one.prepared_at)),
        href: `/determinations/${one.number}/decide`,
      })),
    ...[...firstOf].flatMap(([docket, { programme, year, prepared_at }]): readonly Waiting[] => {
      const of = { ...NOTHING, programme, year, since: dayIn(prepared_at) }
      return docket === undefined ? [] : [{ ...of, task: 'sign_docket', href: `/dockets/${docket}` }]
    }),
  ]
}

/** Filed and not reviewed; accepted and not assessed; assessed, with something found of which nothing is determined. */
async function ofReturns(
  tables: Handle,
  shelf: ReleaseShelf,
  determinations: readonly Determination[],
  now: string,
): Promise<readonly Waiting[]> {
  const returns = await returnsFiledOrAccepted(tables)
  const filed = returns.filter((found) => standingOf(found) === 'filed')
  const clocks = await reviewClocks(tables, shelf, filed, now)
  const newest = await newestAssessments(
    tables,
    returns.map(({ id }) => id),
  )
  const fallen = await fallenSince(tables, returns, newest, now)
  return returns.flatMap((found): readonly Waiting[] => {
    const { id, manufacturer_id, programme, kind, period: year } = found
    const version = filedVersion(found)?.version
    if (version === undefined) return []
    const of = { ...NOTHING, manufacturer_id, programme, year, since: sinceOf(found, version) }
    if (returnStatusOf(found, version) === 'filed')
      return [{ ...of, task: 'review_return', href: `/returns/${id}/review`, clock: clocks.get(id) }]
    if (kind !== ANNUAL) return []
    const assessment = newest.find((one) => one.return_id === id && one.version === version)
    if (assessment === undefined) return [{ ...of, task: 'assess_return', href: `/returns/${id}/assess` }]
    const fallenAt = fallen.get(id)
    if (fallenAt !== undefined)
      return [{ ...of, task: 'assess_again', href: `/returns/${id}/assess`, since: dayIn(fallenAt) }]
    // What was prepared before rests on an earlier version.
    const since = filedAt(found, version)
    const own = determinations.filter(
      (one) =>
        one.manufacturer_id === manufacturer_id &&
        one.programme === programme &&
        one.year === year &&
        one.prepared_at > since,
    )
    if (!isUndetermined(assessment, own)) return []
    const href = `/assessments/${assessment.id}/determinations`
    return [{ ...of, task: 'prepare_determination', href, since: dayIn(assessment.cut_off) }]
  })
}

/** By return: since when an attestation on which it rests holds no longer, where its newest assessment did not know that. */
async function fallenSince(
  tables: Handle,
  returns: readonly Return[],
  newest: readonly NewestAssessment[],
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const since = new Map<string, string>()
  for (const found of returns) {
    const version = filedVersion(found)?.version
    const assessment = newest.find((one) => one.return_id === found.id && one.version === version)
    if (version === undefined || assessment === undefined) continue
    const standings = await citationStandings(tables, found, version, now)
    const [first] = standings
      .map(({ known_at }) => known_at)
      .filter((at) => at > assessment.cut_off)
      .toSorted()
    if (first !== undefined) since.set(found.id, first)
  }
  return since
}

/** What was found of some subject has no determination that stands: each has its own. */
function isUndetermined({ failing, owing }: NewestAssessment, determinations: readonly Determination[]): boolean {
  const lacks = (kind: Determination['kind'], subjects: NewestAssessment['failing']): boolean =>
    subjects.some((subject) => {
      const wanted = canonicalJson(subject)
      return !determinations.some((one) => one.kind === kind && one.subject === wanted)
    })
  return lacks('failure', failing) || lacks('entitlement', owing)
}

function filedAt({ events }: Return, version: number): string {
  return events.find((event) => event.version === version)?.recorded_at ?? ''
}

function sinceOf({ events }: Return, version: number): string {
  return dayIn(events.findLast((event) => event.version === version)?.recorded_at ?? '')
}

/** Determined and not noticed; what waits in a notice; not cured in time and no sanction prepared; cured, while the sanction stands. */
async function ofFailures(
  tables: Handle,
  determinations: readonly Determination[],
  now: string,
): Promise<readonly Waiting[]> {
  const failures = determinations.filter((one) => one.kind === 'failure' && hasEffect(one))
  const notices = await noticesIn(
    tables,
    failures.map(({ id }) => id),
  )
  const noticeOf = new Map(notices.map((notice) => [notice.determination_id, notice]))
  const returns = await returnsFiledOrAccepted(tables)
  return failures.flatMap((failure): readonly Waiting[] => {
    const notice = noticeOf.get(failure.id)
    if (notice === undefined) {
      const since = dayIn(failure.decided?.recorded_at ?? '')
      return [{ ...ofDetermination(failure, 'issue_notice', since), href: `/determinations/${failure.number}/notice` }]
    }
    const steps = stepsOfNotice(notice, now).map(({ task, since, page }) => ({
      ...ofDetermination(failure, task, since),
      href: `/notices/${notice.id}${page}`,
    }))
    const next = dueAfter(failure, notice, determinations, now)
    const found = returns.find(
      (one) =>
        one.manufacturer_id === failure.manufacturer_id &&
        one.programme === failure.programme &&
        one.kind === ANNUAL &&
        one.period === failure.year,
    )
    return next === undefined || found === undefined
      ? steps
      : [...steps, { ...ofDetermination(failure, next.task, next.since), href: `/returns/${found.id}/assess` }]
  })
}

/** What waits of appeals; nobody is asked to decide what he took part in. */
async function ofAppeals(
  tables: Handle,
  actor: Actor,
  determinations: readonly Determination[],
  now: string,
): Promise<readonly Waiting[]> {
  const appealed = new Map(determinations.map((one) => [one.id, one]))
  const waiting: Waiting[] = []
  for (const appeal of await appealsOf(tables, [...appealed.keys()])) {
    const against = appealed.get(appeal.determination_id)
    const status = statusOfAppeal(appeal)
    if (against === undefined || (status !== 'open' && status !== 'late')) continue
    const hasPart = (await partOf(tables, actor, appeal, against)) !== undefined
    for (const { task, since } of stepsOfAppeal(appeal, now)) {
      if (hasPart && task !== 'reply_to_appeal') continue
      const href = `/appeals/${appeal.id}${task === 'decide_appeal' ? '/order' : ''}`
      waiting.push({ ...ofDetermination(against, task, since), number: appeal.number, kind: undefined, href })
    }
  }
  return waiting
}

function stepsOfAppeal(appeal: Appeal, now: string): readonly { readonly task: Task; readonly since: string }[] {
  const filed = filedOn(appeal) ?? now
  const reply = appeal.events.some(({ kind }) => kind === 'replied')
    ? []
    : [{ task: 'reply_to_appeal', since: filed } as const]
  if (statusOfAppeal(appeal) === 'late') return [...reply, { task: 'decide_condonation', since: filed }]
  const asked = appeal.events.findLast(({ kind }) => kind === 'stay_applied')
  const hearing = hearingOfAppeal(appeal)
  const isToCome = (hearing?.on_day ?? '') > now
  return [
    ...reply,
    ...(stayOf(appeal).status === 'applied'
      ? [{ task: 'decide_stay', since: asked === undefined ? filed : dayIn(asked.recorded_at) } as const]
      : []),
    ...(hearing === undefined || isToCome
      ? []
      : [{ task: 'hold_appeal_hearing', since: hearing.on_day ?? now } as const]),
    ...(hearing === undefined ? [{ task: 'decide_appeal', since: filed } as const] : []),
  ]
}

interface StepOfNotice {
  readonly task: Task
  readonly since: string
  /** Behind the address of the notice. */
  readonly page: '' | '/service' | '/hearing' | '/time'
}

/** What officers have to do before the law can go on. */
function stepsOfNotice(notice: Notice, now: string): readonly StepOfNotice[] {
  const step = (task: Task, event: NoticeEvent, page: StepOfNotice['page']): StepOfNotice => ({
    task,
    since: dayIn(event.recorded_at),
    page,
  })
  if (notice.served_on === null) return [{ task: 'serve_notice', since: notice.issued_on, page: '/service' }]
  const hearing = hearingOf(notice)
  return [
    ...eventsOfKind(notice, 'answered')
      .filter((one) => saidOf(notice, one, 'considered') === undefined)
      .map((one) => step('consider_answer', one, '')),
    ...(hearing === undefined || (hearing.happened_on ?? '') > now ? [] : [step('hold_hearing', hearing, '/hearing')]),
    ...timeOpen(notice).map((one) => step(one.kind === 'time_asked' ? 'propose_time' : 'decide_time', one, '/time')),
  ]
}
