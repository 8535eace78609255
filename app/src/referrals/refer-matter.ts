/** Puts before an officer what the rules do not foresee, in the transaction of the command that met it. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { dayAt, instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { NEEDS_APPROVER, type Refer, type Referral, type Referred } from './referral.ts'
import { insertReferral, openOf } from './referrals-table.ts'

const LONGEST_WORDS = 4000

/** Once for each kind and subject, however often it is met: it stays as it was put first until an officer lets it go on. */
export async function refer(
  tables: Handle,
  { clock, makeId }: Pick<Recorder, 'clock' | 'makeId'>,
  actor: Pick<Actor, 'person'>,
  { kind, subject, manufacturer_id, words }: Refer,
): Promise<void> {
  if ((await openOf(tables, subject)).some((one) => one.kind === kind)) return
  const row = {
    id: makeId(),
    kind,
    subject,
    manufacturer_id,
    needs_approver: NEEDS_APPROVER[kind],
    referred_at: instantText(clock()),
    referred_by: actor.person,
  }
  await insertReferral(tables, row, { en: words.en.slice(0, LONGEST_WORDS), ur: words.ur.slice(0, LONGEST_WORDS) })
}

/** What is with an officer of one thing, the oldest first. */
export async function openReferrals(tables: Handle, subject: string): Promise<readonly Referral[]> {
  return await openOf(tables, subject)
}

/** What a command refuses with that finds its subject there; undefined where nothing is in its way. */
export async function referredIn(tables: Handle, subject: string): Promise<Referred | undefined> {
  const [first] = await openOf(tables, subject)
  if (first === undefined) return undefined
  const { kind, needs_approver, referred_at } = first
  return { code: 'referred', kind, since: formatDay(dayAt(referred_at)), needs_approver }
}
