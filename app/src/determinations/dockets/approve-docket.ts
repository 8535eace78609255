/**
 * A second officer approves the determinations of a docket with one second factor over the hash of exactly the list that was shown. Each is then approved
 * by itself, as a job: one that has changed meanwhile is refused by name, and the rest goes on.
 */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import type { Handler } from '../../jobs/job.ts'
import { queueJobIn } from '../../jobs/queue-job.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs, writeForFirm } from '../../kernel/transaction.ts'
import type { SecondFactorRefusal } from '../../people/set-up-second-factor.ts'
import { APPROVE, type Approved, approveIn, type DecideRefusal } from '../decide-determination.ts'
import { type Determination, statusOf } from '../determination.ts'
import type { Press } from '../print-letter.ts'
import { determinationsFound } from '../read-determinations.ts'
import { determinationHash } from '../signed-determination.ts'
import { type DocketRefusal, type Listed, listHash, type Round, type RoundEnd } from './docket.ts'
import {
  findDocket,
  findRound,
  hasEnded,
  insertDecision,
  insertRemoval,
  insertRound,
  insertRoundEnd,
  type Item,
  itemsOf,
  roundsOf,
  signedLeft,
} from './dockets-table.ts'
import { AT_ONCE_MS, WRITER } from './prepare-docket.ts'

export const APPROVE_DOCKET = 'approve_docket'

export interface ListedItem extends Item, Listed {
  readonly determination: Determination
}

/** The determinations of a docket, and among them the list that can be signed: those that wait, and were not taken out. */
export async function listOfDocket(
  tables: Handle,
  docket: string,
): Promise<{ readonly items: readonly ListedItem[]; readonly listed: readonly ListedItem[]; readonly hash: string }> {
  const rows = await itemsOf(tables, docket)
  const found = await determinationsFound(
    tables,
    rows.map(({ determination_id }) => determination_id),
  )
  const byId = new Map(found.map((one) => [one.id, one]))
  const items = await Promise.all(
    rows.map(async (row) => {
      const determination = byId.get(row.determination_id)
      if (determination === undefined) throw new Error(`there is no determination ${row.determination_id}`)
      return { ...row, determination, number: determination.number, shown_hash: await determinationHash(determination) }
    }),
  )
  const listed = items.filter(
    ({ removed, determination }) => removed === null && statusOf(determination) === 'prepared',
  )
  return { items, listed, hash: await listHash(docket, listed) }
}

export interface ApproveDocket {
  readonly id: string
  readonly shown_hash: string
}

type Refused = DocketRefusal | DecideRefusal

/** `confirm` holds the second factor; it is asked when everything else is right. */
export async function approveDocket(
  recorder: Recorder,
  actor: Actor,
  input: ApproveDocket,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Round, Refused>> {
  const ready = await readAs(recorder.database, actor, async (tables) => await toSign(tables, actor, input))
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<Round, Refused>(recorder, actor, APPROVE_DOCKET, async (tables) => {
    const still = await toSign(tables, actor, input)
    if ('refused' in still) return still
    const listed = still.done
    const round: Round = {
      id: recorder.makeId(),
      docket_id: input.id,
      act: 'approve',
      total: listed.length,
      signed_hash: input.shown_hash,
      begun_at: instantText(recorder.clock()),
      begun_by: actor.person,
      begun_for: actor.organization ?? '',
    }
    const signed = listed.map(({ determination_id, shown_hash }, nth) => {
      return { round_id: round.id, position: nth + 1, determination_id, shown_hash }
    })
    await insertRound(tables, round, signed)
    await queueJobIn(tables, recorder, APPROVE_DOCKET, round.id)
    const details = { signed_hash: input.shown_hash, total: round.total, round: round.id }
    return { done: round, subject: `docket ${input.id}`, details }
  })
}

async function toSign(
  tables: Handle,
  actor: Actor,
  { id, shown_hash }: ApproveDocket,
): Promise<Outcome<readonly ListedItem[], Refused>> {
  if ((await findDocket(tables, id)) === undefined) return { refused: { code: 'docket_unknown' } }
  if ((await roundsOf(tables, id)).some(({ end }) => end === null)) return { refused: { code: 'docket_open' } }
  const { listed, hash, items } = await listOfDocket(tables, id)
  if (listed.length === 0) return { refused: { code: 'docket_list_empty' } }
  if (items.some(({ determination }) => determination.prepared_by === actor.person))
    return { refused: { code: 'docket_own' } }
  return hash === shown_hash ? { done: listed } : { refused: { code: 'other_than_shown' } }
}

/** One after the other: what is due to many firms comes from the same budgets. */
export function approveRound(press: Press, forMs = AT_ONCE_MS): Handler {
  const { recorder } = press
  return async ({ about: id }) => {
    const until = performance.now() + forMs
    const round = await readAs(recorder.database, WRITER, async (tables) => await findRound(tables, id))
    if (round === undefined) throw new Error(`there is no round ${id}`)
    for (;;) {
      const left = await readAs(recorder.database, signatory(round), async (tables) => {
        return (await hasEnded(tables, id)) ? [] : await signedLeft(tables, id, 20)
      })
      if (left.length === 0) return async (tables) => await finish(tables, recorder, id)
      for (const one of left) {
        if (performance.now() >= until) return async () => await Promise.resolve({ again_at: recorder.clock() })
        if (!(await approveOne(press, round, one))) break
      }
    }
  }
}

function signatory({ begun_by, begun_for }: Round): Actor {
  return { person: begun_by, organization: begun_for, role: 'approving_officer' }
}

async function finish(tables: Handle, { clock }: Recorder, round_id: string): Promise<undefined> {
  const ended = { round_id, kind: 'finished', reason: null, recorded_by: WRITER.person } as const
  if (!(await hasEnded(tables, round_id))) await insertRoundEnd(tables, { ...ended, recorded_at: instantText(clock()) })
}

type Signed = Awaited<ReturnType<typeof signedLeft>>[number]
type Passed = DecideRefusal | { readonly code: 'docket_round_ended' }

/** In the name of the officer who signed. False where it was stopped meanwhile. */
async function approveOne(
  press: Press,
  round: Round,
  { determination_id, number, shown_hash, manufacturer_id }: Signed,
): Promise<boolean> {
  const { recorder } = press
  const officer = signatory(round)
  const { id: round_id } = round
  const decision = { round_id, determination_id, recorded_at: instantText(recorder.clock()) }
  const approved = await recordCommand<Approved, Passed>(recorder, officer, APPROVE, async (tables) => {
    if (await hasEnded(tables, round_id)) return { refused: { code: 'docket_round_ended' } }
    const one = await approveIn(tables, press, officer, { number, shown_hash })
    if ('refused' in one) return one
    await insertDecision(tables, { ...decision, problem: null })
    return { ...one, details: { ...one.details, round: round_id } }
  })
  if ('done' in approved) return true
  const { refused } = approved
  if (refused.code === 'docket_round_ended') return false
  await writeForFirm(recorder.database, officer, manufacturer_id, async (tables) => {
    if (await hasEnded(tables, round_id)) return { rollBack: undefined }
    await insertDecision(tables, { ...decision, problem: refused })
    return { commit: undefined }
  })
  return true
}

/** To be decided by itself; the list that is signed then is another. */
export async function takeOut(
  recorder: Recorder,
  actor: Actor,
  { id, number, reason }: { readonly id: string; readonly number: string; readonly reason: string },
): Promise<Outcome<{ readonly number: string }, DocketRefusal>> {
  const command = 'take_out_determination'
  return await recordCommand<{ readonly number: string }, DocketRefusal>(recorder, actor, command, async (tables) => {
    if ((await findDocket(tables, id)) === undefined) return { refused: { code: 'docket_unknown' } }
    if ((await roundsOf(tables, id)).some(({ end }) => end === null)) return { refused: { code: 'docket_open' } }
    const { listed } = await listOfDocket(tables, id)
    const one = listed.find((other) => other.number === number)
    if (one === undefined) return { refused: { code: 'docket_not_on_list', number } }
    const recorded = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertRemoval(tables, { determination_id: one.determination_id, reason, ...recorded })
    return { done: { number }, subject: `determination ${number}`, details: { docket: id, reason } }
  })
}

/** What was prepared or approved stands; the rest is left, and can be signed anew. */
export async function stopDocket(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<RoundEnd, DocketRefusal>> {
  return await recordCommand<RoundEnd, DocketRefusal>(recorder, actor, 'stop_docket', async (tables) => {
    if ((await findDocket(tables, id)) === undefined) return { refused: { code: 'docket_unknown' } }
    const open = (await roundsOf(tables, id)).find((round) => round.end === null)
    if (open === undefined) return { refused: { code: 'docket_round_ended' } }
    const recorded = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    const end: RoundEnd = { kind: 'stopped', reason, ...recorded }
    await insertRoundEnd(tables, { round_id: open.id, ...end })
    return { done: end, subject: `docket ${id}`, details: { act: open.act, reason } }
  })
}
