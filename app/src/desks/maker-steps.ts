/** What is a maker's to do, the most pressing first. */
import type { NoticeView } from '../notices/show-notices.ts'
import { continuedAt, type ReturnView } from '../returns/filing/return-view.ts'

export interface MakerStep {
  readonly kind:
    | 'apply'
    | 'answer_question'
    | 'acknowledge'
    | 'cure'
    | 'answer'
    | 'cure_late'
    | 'correct'
    | 'sign'
    | 'amend'
    | 'report'
  readonly href: string
  /** The number of a failure, or a period. */
  readonly about: string
  /** The last day, and how many are left until it, below zero once it has passed; null where no law sets one. */
  readonly by: { readonly day: string; readonly left: number } | null
  readonly errors: number
  readonly programme: string
}

/** A period that is over, of which the law asks for a return, and nothing was uploaded. */
export interface ReturnMissing {
  readonly programme: string
  readonly period: string
  readonly href: string
  readonly by: { readonly day: string; readonly left: number }
}

/** What the authority asks about a return. */
export interface QuestionOpen {
  readonly id: string
  readonly period: string
  readonly by: { readonly day: string; readonly left: number }
}

const STEP = { about: '', by: null, errors: 0, programme: '' } as const

/** Of a firm that has applied nowhere. */
export const APPLY: MakerStep = { ...STEP, kind: 'apply', href: '/manufacturers/apply' }

/** What is overdue, then days with the next one first, then what has none. */
export function makerSteps(
  notices: readonly NoticeView[],
  returns: readonly ReturnView[],
  missing: readonly ReturnMissing[],
  questions: readonly QuestionOpen[],
  /** By which day those that are not filed are due, by their identifiers. */
  dueBy: ReadonlyMap<string, MakerStep['by']>,
): readonly MakerStep[] {
  const steps = [
    ...notices.flatMap(ofNotice),
    ...returns.flatMap((view) => ofReturn(view, dueBy.get(view.id) ?? null)),
    ...questions.map(({ id, period: about, by }) => ({
      ...STEP,
      kind: 'answer_question' as const,
      href: `/questions/${id}`,
      about,
      by,
    })),
    ...missing.map(({ programme, period, href, by }) => ({
      ...STEP,
      kind: 'report' as const,
      href,
      about: period,
      by,
      programme,
    })),
  ]
  return steps.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf({ kind, by }: MakerStep): number {
  return kind === 'cure_late' ? -1 : (by?.left ?? Number.MAX_SAFE_INTEGER)
}

function ofNotice(notice: NoticeView): readonly MakerStep[] {
  const { id, number, status, is_answered, cure_ends_on, days_left, answer_ends_on, answer_days_left } = notice
  const step = { ...STEP, href: `/notices/${id}`, about: number }
  if (status === 'over') return [{ ...step, kind: 'cure_late' }]
  if (status === 'issued') return [{ ...step, kind: 'acknowledge' }]
  if (status !== 'open' || cure_ends_on === null || answer_ends_on === null) return []
  const answerBy = { day: answer_ends_on, left: answer_days_left ?? 0 }
  const answer = is_answered ? [] : [{ ...step, kind: 'answer' as const, by: answerBy }]
  return [{ ...step, kind: 'cure', by: { day: cure_ends_on, left: days_left ?? 0 } }, ...answer]
}

/** What was uploaded last counts, also where an earlier version is filed: an amendment that was begun waits to be ended. */
function ofReturn(view: ReturnView, by: MakerStep['by']): readonly MakerStep[] {
  const { status, errors } = view.last ?? { status: view.status, errors: 0 }
  const step = { ...STEP, href: continuedAt(view), about: view.period, errors, by }
  switch (status) {
    case 'faulty':
      return [{ ...step, kind: 'correct' }]
    case 'draft':
      return [{ ...step, kind: 'sign' }]
    case 'sent_back':
      return [{ ...step, kind: 'amend' }]
    case 'filed':
    case 'accepted':
    case 'withdrawn':
    case 'superseded':
      return []
  }
}
