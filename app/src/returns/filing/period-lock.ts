/** A period in which nothing is filed or reviewed: under appeal, say, or closed. */
import { formatDay, parseMonth } from '@maqami/engine/value/date.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import type { PeriodLocked, Return } from './return.ts'

export interface PeriodLock {
  readonly id: string
  readonly manufacturer_id: string
  readonly programme: string
  readonly period: string
  readonly first_on: string
  readonly last_on: string
  readonly kind: 'locked' | 'unlocked'
  readonly reason: string
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The locks that hold, of these in the order in which they were recorded. */
export function locksHolding(locks: readonly PeriodLock[]): readonly PeriodLock[] {
  const last = new Map(locks.map((lock) => [lock.period, lock]))
  return [...last.values()].filter(({ kind }) => kind === 'locked')
}

/** The lock that holds over the period of a return: its own, or that of the year in which its month lies. */
export function lockOver(
  locks: readonly PeriodLock[],
  { kind, period }: Pick<Return, 'kind' | 'period'>,
): PeriodLocked | undefined {
  const month = kind === ANNUAL ? undefined : parseMonth(period)
  const first = month === undefined ? undefined : formatDay(month.first)
  const lock = locksHolding(locks).find(
    (one) => one.period === period || (first !== undefined && one.first_on <= first && first <= one.last_on),
  )
  return lock === undefined ? undefined : { code: 'period_locked', period: lock.period, reason: lock.reason }
}
