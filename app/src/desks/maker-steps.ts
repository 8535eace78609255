/** What is a maker's to do, the most pressing first. */
import type { NoticeView } from '../notices/show-notices.ts'
import { continuedAt, type ReturnView } from '../returns/filing/return-view.ts'

export interface MakerStep {
  readonly kind: 'apply' | 'cure' | 'answer' | 'cure_late' | 'correct' | 'sign' | 'amend' | 'report'
  readonly href: string
  /** The number of a failure, or a year. */
  readonly about: string
  /** The last day, and how many are left until it; null where no law sets one. */
  readonly by: { readonly day: string; readonly left: number } | null
  readonly errors: number
  readonly programme: string
}

/** A year that is over, under a licence, of which nothing was uploaded. */
export interface YearMissing {
  readonly programme: string
  readonly year: string
}

const STEP = { about: '', by: null, errors: 0, programme: '' } as const

/** Of a firm that has applied nowhere. */
export const APPLY: MakerStep = { ...STEP, kind: 'apply', href: '/manufacturers/apply' }

/** What is overdue, then days with the next one first, then what has none. */
export function makerSteps(
  notices: readonly NoticeView[],
  returns: readonly ReturnView[],
  missing: readonly YearMissing[],
): readonly MakerStep[] {
  const steps = [
    ...notices.flatMap(ofNotice),
    ...returns.flatMap(ofReturn),
    ...missing.map(({ programme, year }) => ({
      ...STEP,
      kind: 'report' as const,
      href: '/returns',
      about: year,
      programme,
    })),
  ]
  return steps.toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf({ kind, by }: MakerStep): number {
  return kind === 'cure_late' ? -1 : (by?.left ?? Number.MAX_SAFE_INTEGER)
}

function ofNotice({ id, number, status, is_answered, cure_ends_on, days_left }: NoticeView): readonly MakerStep[] {
  const step = { ...STEP, href: `/notices/${id}`, about: number }
  if (status === 'over') return [{ ...step, kind: 'cure_late' }]
  if (status !== 'open') return []
  const by = { day: cure_ends_on, left: days_left }
  const answer = is_answered ? [] : [{ ...step, kind: 'answer' as const, by }]
  return [{ ...step, kind: 'cure', by }, ...answer]
}

/** What was uploaded last counts, also where an earlier version is filed: an amendment that was begun waits to be ended. */
function ofReturn(view: ReturnView): readonly MakerStep[] {
  const { status, errors } = view.last ?? { status: view.status, errors: 0 }
  const step = { ...STEP, href: continuedAt(view), about: view.period, errors }
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
