/** Orders about licences, as determinations give them, and draws under them. */
import { constantFrom, integer, oneof, record } from 'fast-check'
import { expect } from 'vitest'
import { approvedAlready } from './approved-fixture.ts'
import { recordCommand } from './audit-log/record-command.ts'
import type { Determination } from './determinations/determination.ts'
import { giveEffect } from './determinations/give-effect.ts'
import { planEffect } from './determinations/plan-effect.ts'
import type { Database } from './kernel/database.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { statusOn } from './licences/licence.ts'
import { insertOrder } from './licences/licences-table.ts'
import { licenceIn } from './licences/read-licences.ts'
import { done, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-02'

/** What a determination orders, as its approval does: one that is in the tables, since others are weighed with it. */
export async function approvedAndOrdered(
  thread: TestThread,
  made: Parameters<typeof approvedAlready>[1],
): Promise<Determination & { readonly licences: readonly string[] }> {
  const determination = await approvedAlready(thread, made)
  const { recorder, approvingOfficer } = thread
  const given = await recordCommand(recorder, approvingOfficer, 'approve_determination', async (tables) => {
    const plan = await planEffect(tables, determination, DAY)
    const filed = { filed_at: '2026-08-01T06:00:00.000Z', accepted_at: null }
    const effect = await giveEffect(tables, recorder, approvingOfficer, determination, plan, filed)
    return { done: effect.licences, subject: `determination ${made.number}`, details: {} }
  })
  return { ...determination, licences: done(given) }
}

interface OrderAlone {
  readonly number: string
  readonly kind: 'suspend' | 'restore'
  /** A determination. */
  readonly cause: string
  readonly database: Database
}

/** Where it changes anything: of two who suspend at once one finds it suspended. */
export async function orderAlone(
  { recorder, approvingOfficer }: TestThread,
  { number, kind, cause: determination_id, database }: OrderAlone,
): Promise<void> {
  await recordCommand({ ...recorder, database }, approvingOfficer, 'approve_determination', async (tables) => {
    const licence = await licenceIn(tables, number)
    if (licence === undefined || statusOn(licence, DAY) !== (kind === 'suspend' ? 'good' : 'suspended'))
      return { refused: { code: 'licence_unknown' } }
    const order = { licence_id: licence.id, position: licence.orders.length + 1, kind, effective_on: DAY }
    const said = { reason: 'x', event_id: null, percent: null, recorded_at: `${DAY}T06:00:00Z` }
    await insertOrder(tables, { ...order, ...said, recorded_by: approvingOfficer.person, determination_id })
    return { done: undefined, subject: `licence ${number}`, details: {} }
  })
}

/** A draw, or an order by which the licence is restricted; null lifts it. */
export const RESTRICTED_ACT = oneof(
  record({
    line: constantFrom('87149100', '87120000'),
    units: integer({ min: 1, max: 6 }),
    day: constantFrom('2026-08-01', DAY),
  }),
  record({ restrict: constantFrom('0', '37.5', '50', '99.99', null) }),
)

type RestrictedAct = typeof RESTRICTED_ACT extends {
  readonly generate: (...args: never[]) => { readonly value: infer T }
}
  ? T
  : never

interface Restricted {
  readonly number: string
  readonly id: string
  /** A determination. */
  readonly cause: string
  /** Of the whole, and of the line 8714. */
  readonly quota: number
  readonly ofLine: number
}

/** Draws are let in exactly where the share that stands on their day leaves enough; how much was. */
export async function playRestricted(
  thread: TestThread,
  { number, id, cause, quota, ofLine }: Restricted,
  acts: readonly RestrictedAct[],
): Promise<{ readonly total: number; readonly line: number }> {
  let [total, line, percent, position] = [0, 0, 100, 1]
  for (const [round, one] of acts.entries()) {
    if ('restrict' in one) {
      position += 1
      percent = Number(one.restrict ?? '100')
      const [kind, share] = one.restrict === null ? ['lift', 'null'] : ['restrict', `'${one.restrict}'`]
      await thread.made.tamper(
        `insert into licence_orders values ('${id}', ${position}, '${kind}', '${DAY}', 'x', '${cause}', now(), 'x', null, ${share})`,
      )
      continue
    }
    const { line: hs_line, units, day: drawn_on } = one
    const input = { licence: number, entry: `KHI-${round}`, hs_line, units, drawn_on }
    const drawn = await drawQuota(thread.recorder, thread.customsOfficer, input)
    const share = drawn_on === DAY ? percent : 100
    const isOfLine = hs_line.startsWith('8714')
    const fits =
      total + units <= Math.floor((quota * share) / 100) &&
      (!isOfLine || line + units <= Math.floor((ofLine * share) / 100))
    expect('done' in drawn).toBe(fits)
    if (!fits) continue
    total += units
    line += isOfLine ? units : 0
  }
  return { total, line }
}
