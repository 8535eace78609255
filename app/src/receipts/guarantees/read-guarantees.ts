/** Guarantees as officers read them, and a firm its own. */
import type { Exact } from '@maqami/engine/value/exact.ts'
import { todayText } from '../../kernel/clock.ts'
import type { Database, Handle } from '../../kernel/database.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { digitsOf } from '../../ledger/entry.ts'
import { entriesIn } from '../../ledger/read-statement.ts'
import {
  type CallBooking,
  dueFromIssuer,
  type Guarantee,
  guaranteeHash,
  type GuaranteeListed,
  type GuaranteeRefusal,
  guaranteeState,
  openStep,
  sumsOfGuarantee,
} from './guarantee.ts'
import { findGuarantee, listGuarantees } from './guarantees-table.ts'
import { planStep } from './plan-step.ts'

export async function readGuarantees(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<GuaranteeListed>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, before, limit) => {
    return await listed(tables, await listGuarantees(tables, before, limit), todayText(clock))
  })
}

const MOST_ON_DESK = 200
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The newest of them, within the transaction of a page that shows several slices. */
export async function guaranteesIn(tables: Handle, day: string): Promise<readonly GuaranteeListed[]> {
  return await listed(tables, await listGuarantees(tables, LAST, MOST_ON_DESK), day)
}

async function listed(
  tables: Handle,
  guarantees: readonly Guarantee[],
  day: string,
): Promise<readonly GuaranteeListed[]> {
  const accounts = new Map<string, Awaited<ReturnType<typeof entriesIn>>>()
  for (const { manufacturer_id: firm } of guarantees)
    if (!accounts.has(firm)) accounts.set(firm, await entriesIn(tables, firm))
  return guarantees.map((one) => told(one, dueFromIssuer(accounts.get(one.manufacturer_id) ?? [], one.number), day))
}

function told(guarantee: Guarantee, due: Exact, day: string): GuaranteeListed {
  const { called, released, free } = sumsOfGuarantee(guarantee)
  return {
    ...guarantee,
    state: guaranteeState(guarantee, due, day),
    called: digitsOf(called),
    released: digitsOf(released),
    free: digitsOf(free),
    due: digitsOf(due),
  }
}

/** Within the transaction of another slice. */
export async function guaranteeIn(tables: Handle, number: string): Promise<Guarantee | undefined> {
  return await findGuarantee(tables, number)
}

export interface GuaranteeShown {
  readonly guarantee: GuaranteeListed
  /** What the approval of the open step would book; null where there is none, or it cannot be done any more. */
  readonly bookings: readonly CallBooking[] | null
  readonly shown_hash: string | null
}

/** Another firm's guarantee does not exist for the reader. */
export async function readGuarantee(
  { database, clock }: { readonly database: Database } & Pick<Recorder, 'clock'>,
  actor: Actor,
  number: string,
): Promise<Outcome<GuaranteeShown, GuaranteeRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findGuarantee(tables, number)
    if (found === undefined) return { refused: { code: 'guarantee_unknown' } }
    const day = todayText(clock)
    const [guarantee] = await listed(tables, [found], day)
    if (guarantee === undefined) throw new Error(`the guarantee ${number} is not listed`)
    const step = openStep(found)
    const planned = step === undefined ? undefined : await planStep(tables, found, step, day)
    if (step === undefined || planned === undefined || 'refused' in planned)
      return { done: { guarantee, bookings: null, shown_hash: null } }
    return {
      done: { guarantee, bookings: planned.done, shown_hash: await guaranteeHash(found, step, planned.done) },
    }
  })
}
