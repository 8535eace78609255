/** What a firm is to do by which day, as it follows from its returns, notices and licences. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { type Appeal, hearingsOf, statusOf as appealStatusOf } from '../appeals/appeal.ts'
import { type Certificate, statusOn as certificateStatusOn } from '../certificates/certificate.ts'
import { heldFrom, type Licence, statusOn as licenceStatusOn } from '../licences/licence.ts'
import { eventsOfKind, type Notice, saidOf, statusOn as noticeStatusOn } from '../notices/notice.ts'
import type { GuaranteeListed } from '../receipts/guarantees/guarantee.ts'
import { begunAt, filedVersion, type Return } from '../returns/filing/return.ts'
import { type Question, questionStatus } from '../returns/questions/question.ts'

export type ObligationKind =
  | 'file_return'
  | 'answer_question'
  | 'cure'
  | 'answer'
  | 'attend_hearing'
  | 'attend_appeal_hearing'
  /** The authority's own, which firms are not asked to do. */
  | 'reply_to_appeal'
  | 'decide_appeal'
  | 'renew_licence'
  | 'renew_guarantee'
  | 'renew_certificate'

export interface Obligation {
  /** What it is called everywhere, and always: `licence:IL-000001`, and of returns `return:FIRM:bicycles:annual:2026-27`. */
  readonly key: string
  readonly kind: ObligationKind
  readonly manufacturer_id: string
  /** Of a certificate undefined: it belongs to no programme of a firm. */
  readonly programme: string | undefined
  /** The number of a determination, a licence, a guarantee or a certificate, the period of a return. */
  readonly about: string
  /** Of a return: `Yearly return`; of a certificate its scheme and what it is about. */
  readonly title: Readonly<Record<'en' | 'ur', string>> | undefined
  /** The last day. */
  readonly due_on: string
  readonly href: string
  /** *late* where the day has passed without it. */
  readonly state: 'open' | 'done' | 'late'
}

/** A return that the law asks for. */
export interface ReturnDue {
  readonly programme: string
  readonly kind: string
  readonly title: Readonly<Record<'en' | 'ur', string>>
  readonly period: string
  /** The first and the last day of the period, and the last day on which its return is in time. */
  readonly begins_on: string
  readonly ends_on: string
  readonly due_on: string
}

/** An appeal with the days that the law sets the authority. */
export interface AppealDue {
  readonly appeal: Appeal
  readonly programme: string
  readonly reply_on: string | null
  readonly decision_on: string | null
}

/** What is known of one firm or of several. */
export interface Known {
  /** By the law of its own period, of every period that a licence may have seen. */
  readonly dues: readonly ReturnDue[]
  readonly returns: readonly Return[]
  /** About these returns. */
  readonly questions: readonly Question[]
  readonly licences: readonly Licence[]
  readonly notices: readonly Notice[]
  readonly appeals: readonly AppealDue[]
  readonly guarantees: readonly GuaranteeListed[]
  readonly certificates: readonly Certificate[]
  /** The days on which firms came to their ends. */
  readonly ends: ReadonlyMap<string, string>
  /** The firms for which the reader answers, which are none where his own is no more; undefined of an officer. */
  readonly bound: readonly string[] | undefined
  /** Those of the notices, by their identifiers. */
  readonly failures: ReadonlyMap<string, { readonly number: string; readonly programme: string }>
}

/** By day, and by name within a day. */
export function obligationsOn(known: Known, day: string): readonly Obligation[] {
  const { licences, notices, failures, bound } = known
  const isBound = (firm: string): boolean => bound?.includes(firm) ?? true
  const all = [
    ...ofReturns(known, day).filter(({ manufacturer_id }) => isBound(manufacturer_id)),
    ...known.questions
      .filter((one) => isBound(one.manufacturer_id))
      .flatMap((question) => ofQuestion(question, known, day)),
    ...notices
      .filter((one) => isBound(one.manufacturer_id))
      .flatMap((notice) => {
        const failure = failures.get(notice.determination_id)
        return failure === undefined ? [] : ofNotice(notice, failure, day)
      }),
    ...known.appeals
      .filter(({ appeal }) => isBound(appeal.manufacturer_id))
      .flatMap((one) => ofAppeal(one, bound === undefined, day)),
    ...licences.filter(({ holder_id }) => isBound(holder_id)).flatMap((one) => ofLicence(one, licences, day)),
    ...known.guarantees.filter((one) => isBound(one.manufacturer_id)).flatMap((one) => ofGuarantee(one, day)),
    ...known.certificates
      .filter((one) => isBound(one.manufacturer_id))
      .flatMap((one) => ofCertificate(one, known.certificates, day)),
  ]
  return all.toSorted((a, b) => compare(a.due_on, b.due_on) || compare(a.key, b.key))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A firm owes the return of each period that ends after it first held a licence of the programme, and begins before its end. */
function ofReturns({ dues, returns, licences, ends }: Known, day: string): readonly Obligation[] {
  const held = licences.flatMap((licence) =>
    [licence.manufacturer_id, ...licence.orders.flatMap(({ to_id }) => to_id ?? [])].map((manufacturer_id) => ({
      manufacturer_id,
      programme: licence.programme,
      from: heldFrom(licence, manufacturer_id) ?? '',
    })),
  )
  const firms = Map.groupBy(held, ({ manufacturer_id, programme }) => `${manufacturer_id} ${programme}`)
  return [...firms.values()].flatMap((of) => {
    const { manufacturer_id, programme } = of[0] ?? { manufacturer_id: '', programme: '' }
    const first = of.map(({ from }) => from).toSorted()[0] ?? ''
    const end = ends.get(manufacturer_id)
    return dues
      .filter((due) => due.programme === programme && due.ends_on >= first)
      .filter(({ begins_on }) => end === undefined || begins_on < end)
      .map(({ kind, title, period, due_on }): Obligation => {
        const found = returns.find(
          (one) =>
            one.manufacturer_id === manufacturer_id &&
            one.programme === programme &&
            one.kind === kind &&
            one.period === period,
        )
        const isFiled = found !== undefined && filedVersion(found) !== undefined
        return {
          key: `return:${manufacturer_id}:${programme}:${kind}:${period}`,
          kind: 'file_return',
          manufacturer_id,
          programme,
          about: period,
          title,
          due_on,
          href: found === undefined ? begunAt({ programme, kind, period }) : `/returns/${found.id}`,
          state: stateOf(isFiled, due_on, day),
        }
      })
  })
}

/** One that was withdrawn, or whose version was decided or replaced meanwhile, is nobody's to answer any more. */
function ofQuestion(
  question: Question,
  { dues, returns }: Pick<Known, 'dues' | 'returns'>,
  day: string,
): readonly Obligation[] {
  const { id, return_id, manufacturer_id, due_on } = question
  const found = returns.find((one) => one.id === return_id)
  const status = found === undefined ? 'closed' : questionStatus(question, found, day)
  if (found === undefined || status === 'withdrawn' || status === 'closed') return []
  const { programme, kind, period: about } = found
  return [
    {
      key: `question:${id}`,
      kind: 'answer_question',
      manufacturer_id,
      programme,
      about,
      title: dues.find((due) => due.programme === programme && due.kind === kind)?.title,
      due_on,
      href: `/questions/${id}`,
      state: stateOf(status === 'answered', due_on, day),
    },
  ]
}

function ofNotice(
  notice: Notice,
  { number, programme }: { readonly number: string; readonly programme: string },
  day: string,
): readonly Obligation[] {
  const { id, manufacturer_id, cure_ends_on, answer_ends_on } = notice
  // No time runs before it is served.
  if (cure_ends_on === null || answer_ends_on === null) return []
  const status = noticeStatusOn(notice, day)
  const isCured = status === 'cured' || status === 'cured_late'
  const isAnswered = eventsOfKind(notice, 'answered').length > 0
  const of = { manufacturer_id, programme, about: number, title: undefined, href: `/notices/${id}` }
  const due = (kind: 'cure' | 'answer', due_on: string, isDone: boolean): Obligation => ({
    ...of,
    key: `${kind}:${id}`,
    kind,
    due_on,
    state: stateOf(isDone, due_on, day),
  })
  const hearings = [...eventsOfKind(notice, 'hearing_fixed'), ...eventsOfKind(notice, 'hearing_adjourned')]
    .filter((hearing) => saidOf(notice, hearing, 'hearing_adjourned') === undefined)
    .map(
      (hearing): Obligation => ({
        ...of,
        key: `hearing:${id}:${hearing.position}`,
        kind: 'attend_hearing',
        due_on: hearing.happened_on ?? '',
        state: stateOf(saidOf(notice, hearing, 'hearing_held') !== undefined, hearing.happened_on ?? '', day),
      }),
    )
  const cure = due('cure', cure_ends_on, isCured)
  // Of a failure that is cured nobody needs an answer any more.
  if (isCured && !isAnswered) return [cure, ...hearings]
  return [cure, due('answer', answer_ends_on, isAnswered), ...hearings]
}

/** Both sides attend a hearing; an officer also sees by when the authority replies and decides. */
function ofAppeal(
  { appeal, programme, reply_on, decision_on }: AppealDue,
  isOfficer: boolean,
  day: string,
): readonly Obligation[] {
  const { id, number, manufacturer_id, events } = appeal
  const of = { manufacturer_id, programme, about: number, title: undefined, href: `/appeals/${id}` }
  const hearings = hearingsOf(appeal).map(
    ({ position, on_day, isHeld }): Obligation => ({
      ...of,
      key: `appeal_hearing:${id}:${position}`,
      kind: 'attend_appeal_hearing',
      due_on: on_day,
      state: stateOf(isHeld, on_day, day),
    }),
  )
  const status = appealStatusOf(appeal)
  const isOver = status !== 'open' && status !== 'late'
  const due = (kind: 'reply_to_appeal' | 'decide_appeal', on: string | null, isDone: boolean): readonly Obligation[] =>
    on === null || !isOfficer
      ? []
      : [{ ...of, key: `${kind}:${id}`, kind, due_on: on, state: stateOf(isDone, on, day) }]
  const isReplied = events.some(({ kind }) => kind === 'replied')
  return [
    // An appeal that ended without it is heard no more.
    ...hearings.filter(({ state }) => !isOver || state === 'done'),
    ...due('reply_to_appeal', reply_on, isReplied || isOver),
    ...due('decide_appeal', decision_on, isOver),
  ]
}

/** A licence ends; what follows it was done when there is another of its kind that ends later. */
function ofLicence(licence: Licence, all: readonly Licence[], day: string): readonly Obligation[] {
  const { number, holder_id, programme, kind, valid_until, orders } = licence
  if (licenceStatusOn(licence, day) === 'revoked' || orders.some((order) => order.kind === 'lapse')) return []
  const isFollowed = all.some(
    (other) =>
      other.holder_id === holder_id &&
      other.programme === programme &&
      other.kind === kind &&
      other.valid_until > valid_until &&
      licenceStatusOn(other, day) !== 'revoked',
  )
  return [
    {
      key: `licence:${number}`,
      kind: 'renew_licence',
      manufacturer_id: holder_id,
      programme,
      about: number,
      title: undefined,
      due_on: valid_until,
      href: `/licences/${number}`,
      state: stateOf(isFollowed, valid_until, day),
    },
  ]
}

/** It is to be renewed, released or called before its last day; what is neither called nor released of it then secures nothing any more. */
function ofGuarantee(guarantee: GuaranteeListed, day: string): readonly Obligation[] {
  const { number, manufacturer_id, programme, expires_on: due_on, state, free } = guarantee
  if (state === 'recorded' || state === 'declined') return []
  return [
    {
      key: `guarantee:${number}`,
      kind: 'renew_guarantee',
      manufacturer_id,
      programme,
      about: number,
      title: undefined,
      due_on,
      href: `/guarantees/${number}`,
      state: stateOf(free === '0.00', due_on, day),
    },
  ]
}

/** A certificate ends; what follows it was done when there is another of its scheme about the same that ends later. */
function ofCertificate(certificate: Certificate, all: readonly Certificate[], day: string): readonly Obligation[] {
  const { number, manufacturer_id, scheme, scheme_name, about, valid_until } = certificate
  if (certificateStatusOn(certificate, day) === 'withdrawn') return []
  const isFollowed = all.some(
    (other) =>
      other.manufacturer_id === manufacturer_id &&
      other.scheme === scheme &&
      other.about === about &&
      other.valid_until > valid_until &&
      certificateStatusOn(other, day) !== 'withdrawn',
  )
  const title = `${scheme_name}, ${about}`
  return [
    {
      key: `certificate:${number}`,
      kind: 'renew_certificate',
      manufacturer_id,
      programme: undefined,
      about: number,
      title: { en: title, ur: title },
      due_on: valid_until,
      href: `/certificates/${number}`,
      state: stateOf(isFollowed, valid_until, day),
    },
  ]
}

function stateOf(isDone: boolean, due_on: string, day: string): Obligation['state'] {
  return isDone ? 'done' : day <= due_on ? 'open' : 'late'
}

export type Step = 90 | 30 | 7 | 1 | -1

const LATEST_REMINDER_DAYS = -7

/**
 * Of which step somebody is reminded who has so many days left; none where it is too early or too late. A service that stood still on the day
 * itself makes up for it until the next step.
 */
export function stepAt(left: number, kind?: ObligationKind): Step | undefined {
  if (left > (kind === 'renew_certificate' ? 90 : 30) || left < LATEST_REMINDER_DAYS) return undefined
  // A laboratory takes weeks to test anew.
  if (left > 30) return 90
  if (left > 7) return 30
  if (left > 1) return 7
  return left >= 0 ? 1 : -1
}

/** Below zero once the day has passed. */
export function daysLeft({ due_on }: Pick<Obligation, 'due_on'>, day: string): number {
  const [last, now] = [parseDay(due_on), parseDay(day)]
  if (last === undefined || now === undefined) throw new RangeError(`${due_on} or ${day} is no day`)
  return last - now
}
