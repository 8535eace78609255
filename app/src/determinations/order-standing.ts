/** A determination is stayed, resumed, quashed or replaced: an event, with what it does to money and licences in the same transaction. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { openClaims, recordClaim, settleBudget } from '../budgets/claim-budget.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { openEntries, reverseEntry } from '../ledger/post-entry.ts'
import { type Determination, type DeterminationRefusal, type DeterminedFinding, statusOf } from './determination.ts'
import { determinationsOf, findById } from './determinations-table.ts'
import { ownStanding, type Standing, standingAfter, type StandingKind, standingOf } from './standing.ts'
import { insertStanding } from './standings-table.ts'
import { restrictLicences } from './restrict-licences.ts'

export interface OrderStanding {
  readonly determination: Pick<Determination, 'id'>
  readonly kind: Exclude<StandingKind, 'superseded' | 'varied'>
  /** What orders it, as licences and the page of the determination name it: `appeal A-000007`. */
  readonly cause: string
}

export interface StandingOrdered {
  readonly standing: Standing
  /** The entries that were taken back. */
  readonly reversed: readonly string[]
  /** The numbers of the licences that an order reached. */
  readonly licences: readonly string[]
}

/**
 * Within the transaction of the command that orders it, which records it in the log. *stayed*: licences that it suspended are good from today
 * on, and its amounts, which stay in the account, are neither paid nor collected; *resumed*: all that applies again from today on; *quashed*:
 * amounts are taken back and licences restored. A sanction that rests on it shares its lot. What is known of the case stays known.
 */
export async function orderStanding(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { determination: { id }, kind, cause }: OrderStanding,
): Promise<Outcome<StandingOrdered, DeterminationRefusal>> {
  const orderable = await orderableAs(tables, actor, id, kind)
  if ('refused' in orderable) return orderable
  const { found, after } = orderable.done
  const before = await determinationsOf(tables, found)
  const reaches = before.filter((one) => one.follows === id && statusOf(one) === 'approved').map((one) => one.number)
  await recordStanding(tables, recorder, actor, { determination: found, kind, cause, reaches })
  const reversed: string[] = []
  for (const one of await determinationsOf(tables, found)) {
    const was = before.find((other) => other.id === one.id)
    const now = standingOf(one)
    if (was === undefined || now === standingOf(was)) continue
    if (now === 'quashed') reversed.push(...(await takeBack(tables, recorder, actor, one, before)))
    await tellClaims(tables, recorder, actor, replacedBy(one, before), now)
  }
  const on = todayText(recorder.clock)
  const licences = await restrictLicences(tables, recorder, actor, found, { on, reason: cause })
  return { done: { standing: after, reversed, licences } }
}

/** Of the same kind and of the same case: so no failure is punished twice in the same way. */
export function isReplacedBy(later: Determination, one: Determination): boolean {
  return (
    later.kind !== 'restoration' &&
    one.id !== later.id &&
    one.kind === later.kind &&
    one.year === later.year &&
    one.subject === later.subject &&
    statusOf(one) === 'approved' &&
    standingAfter(ownStanding(one.standings), 'superseded') !== undefined
  )
}

/** What is to become so, by somebody who took no part in it; and its standing then. */
export async function orderableAs(
  tables: Handle,
  actor: Actor,
  id: string,
  kind: StandingKind,
): Promise<Outcome<{ readonly found: Determination; readonly after: Standing }, DeterminationRefusal>> {
  const found = await findById(tables, id)
  if (found === undefined) return { refused: { code: 'determination_unknown' } }
  const { number } = found
  if (statusOf(found) !== 'approved') return { refused: { code: 'determination_not_approved', number } }
  if (found.kind === 'restoration') return { refused: { code: 'restoration_stands', number } }
  if (actor.person === found.prepared_by || actor.person === found.decided?.recorded_by)
    return { refused: { code: 'took_part', number } }
  const standing = ownStanding(found.standings)
  const after = standingAfter(standing, kind)
  return after === undefined
    ? { refused: { code: 'standing_refused', number, standing, kind } }
    : { done: { found, after } }
}

/** Those that a determination which is being approved replaces: what is due, failed or imposed is stated anew as a whole. */
export async function supersede(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  later: Determination,
): Promise<readonly Determination[]> {
  const replaced = (await determinationsOf(tables, later)).filter((one) => isReplacedBy(later, one))
  for (const determination of replaced)
    await recordStanding(tables, recorder, actor, {
      determination,
      kind: 'superseded',
      cause: later.number,
      reaches: [],
    })
  return replaced
}

export async function recordStanding(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  {
    determination,
    kind,
    cause,
    reaches,
    findings = null,
  }: Omit<OrderStanding, 'kind' | 'determination'> & {
    readonly determination: Determination
    readonly kind: StandingKind
    readonly reaches: readonly string[]
    readonly findings?: readonly DeterminedFinding[] | null
  },
): Promise<void> {
  const { id, number, manufacturer_id, standings } = determination
  await insertStanding(tables, {
    determination_id: id,
    manufacturer_id,
    number,
    position: standings.length + 1,
    kind,
    cause,
    reaches,
    findings: findings === null ? null : canonicalJson(findings),
    effective_on: todayText(clock),
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  })
}

/** All that still stands of it in the account, also where an earlier determination booked it that this one replaced. */
async function takeBack(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
  all: readonly Determination[],
): Promise<readonly string[]> {
  const reversed: string[] = []
  for (const entry of await openEntries(tables, determination.manufacturer_id, replacedBy(determination, all))) {
    await reverseEntry(tables, recorder, actor, entry, determination.id)
    reversed.push(entry.id)
  }
  return reversed
}

const OF_CLAIMS = { in_effect: 'resumed', stayed: 'stayed', quashed: 'ended', superseded: undefined } as const

/** What it claims of a budget waits as long as it is stayed, and is claimed no more once it is quashed. */
async function tellClaims(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determinations: ReadonlySet<string>,
  standing: keyof typeof OF_CLAIMS | null,
): Promise<void> {
  const kind = standing === null ? undefined : OF_CLAIMS[standing]
  if (kind === undefined) return
  const claims = await Promise.all(
    [...determinations].map(async (determination_id) => await openClaims(tables, { determination_id })),
  )
  for (const claim of claims.flat()) await recordClaim(tables, recorder, actor, claim, kind)
  const keys = new Map(claims.flat().map((one) => [`${one.currency} ${one.rehearsal}`, one]))
  for (const key of keys.values()) await settleBudget(tables, recorder, actor, key, { firm: key.manufacturer_id })
}

/** It and those before it, each replaced by the next. */
export function replacedBy({ id, number }: Determination, all: readonly Determination[]): ReadonlySet<string> {
  const numbers = new Set([number])
  const ids = new Set([id])
  for (const one of all.toReversed())
    if (one.standings.some(({ kind, cause }) => kind === 'superseded' && numbers.has(cause))) {
      numbers.add(one.number)
      ids.add(one.id)
    }
  return ids
}
