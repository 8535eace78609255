/** Whether a return that was due came in time. */
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../../kernel/clock.ts'
import type { Obligation } from '../return-obligations.ts'
import { filedVersion, type Return } from './return.ts'

export interface OwedReturn {
  readonly programme: string
  readonly kind: string
  readonly period: string
  readonly due_on: string
  /** Null where nothing was uploaded. */
  readonly return_id: string | null
  /** Null where nothing stands filed. */
  readonly filed_on: string | null
  /** Until it was filed, or until today; 0 where it is in time, or not due yet. */
  readonly days_late: number
}

/**
 * The day of the first filing counts: neither an amendment nor a correction that the authority asked for makes a return late. What was
 * sent back and not filed again is not filed.
 */
function filedOn(found: Pick<Return, 'versions' | 'events'>): Day | undefined {
  const first = filedVersion(found) && found.events.find(({ kind }) => kind === 'filed')
  return first === undefined ? undefined : dayAt(first.recorded_at)
}

export function owedReturn(
  programme: string,
  { kind, period, due_on }: Obligation,
  found: Return | undefined,
  now: Day,
): OwedReturn {
  const filed = found === undefined ? undefined : filedOn(found)
  return {
    programme,
    kind,
    period,
    due_on: formatDay(due_on),
    return_id: found?.id ?? null,
    filed_on: filed === undefined ? null : formatDay(filed),
    days_late: Math.max(0, (filed ?? now) - due_on),
  }
}
