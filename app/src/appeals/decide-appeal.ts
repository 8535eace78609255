/**
 * One who took no part decides the appeal: he drafts the order, sees what would follow, and signs it with the second factor over exactly that. What
 * follows happens in the transaction in which the order is recorded.
 */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import type { DeterminationRefusal, DeterminedFinding } from '../determinations/determination.ts'
import { issueOrder } from '../determinations/issue-order.ts'
import { orderStanding, type StandingOrdered } from '../determinations/order-standing.ts'
import { ownStanding } from '../determinations/standing.ts'
import { varyFindings } from '../determinations/vary-findings.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { instantText, today, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs, writeAs } from '../kernel/transaction.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type Appeal, type AppealOutcome, type AppealRefusal, type FindingChange, variedFindings } from './appeal.ts'
import { findDraft, insertDraft, type OrderDraft } from './appeals-table.ts'
import { type Decidable, heardBy } from './decidable-appeal.ts'
import { orderText } from './order-letter.ts'
import { recordEvent } from './record-event.ts'

export interface DraftOrder {
  readonly id: string
  readonly outcome: AppealOutcome
  readonly reasons: string
  /** Of what is varied. */
  readonly changes: readonly FindingChange[]
}

type Refused = AppealRefusal | DeterminationRefusal

/** A later draft takes the place of the one before. It is nobody's but his who wrote it. */
export async function draftOrder(
  recorder: Recorder,
  actor: Actor,
  { id, outcome, reasons, changes }: DraftOrder,
): Promise<Outcome<OrderDraft, Refused>> {
  return await recordCommand<OrderDraft, Refused>(recorder, actor, 'draft_order', async (tables) => {
    const found = await heardBy(tables, actor, id)
    if ('refused' in found) return found
    const { appeal, determination } = found.done
    let findings: readonly DeterminedFinding[] | null = null
    if (outcome === 'varied') {
      const varied = variedFindings(determination, changes)
      if ('refused' in varied) return varied
      findings = varied.done
    }
    const draft = {
      id: recorder.makeId(),
      appeal_id: id,
      outcome,
      reasons,
      drafted_at: instantText(recorder.clock()),
      drafted_by: actor.person,
    }
    await insertDraft(tables, { ...draft, findings: findings === null ? null : canonicalJson(findings) })
    return { done: { ...draft, findings }, subject: `appeal ${appeal.number}`, details: { outcome } }
  })
}

/** What would follow if it were signed now. */
export interface OrderShown {
  readonly outcome: AppealOutcome
  readonly reasons: string
  readonly findings: readonly DeterminedFinding[] | null
  /** How many entries of the account would be taken back, and the numbers of the licences that an order would reach. */
  readonly reversed: readonly string[]
  readonly licences: readonly string[]
  readonly shown_hash: string
}

/** It is done and undone again, so that what is shown is what will happen. */
export async function shownOrder(recorder: Recorder, actor: Actor, id: string): Promise<Outcome<OrderShown, Refused>> {
  return await writeAs<Outcome<OrderShown, Refused>>(recorder.database, actor, async (tables) => {
    const ready = await readyOrder(tables, actor, id)
    if ('refused' in ready) return { rollBack: ready }
    const followed = await follow(tables, recorder, actor, ready.done)
    if ('refused' in followed) return { rollBack: followed }
    return { rollBack: { done: await shownAs(ready.done, followed.done) } }
  })
}

interface ReadyOrder extends Decidable {
  readonly draft: OrderDraft
}

async function readyOrder(tables: Handle, actor: Actor, id: string): Promise<Outcome<ReadyOrder, Refused>> {
  const found = await heardBy(tables, actor, id)
  if ('refused' in found) return found
  const draft = await findDraft(tables, id)
  return draft === undefined ? { refused: { code: 'no_order_drafted' } } : { done: { ...found.done, draft } }
}

type Followed = Pick<StandingOrdered, 'reversed' | 'licences'>

async function shownAs({ appeal, draft }: ReadyOrder, { reversed, licences }: Followed): Promise<OrderShown> {
  const { outcome, reasons, findings } = draft
  const shown = { outcome, reasons, findings, reversed, licences }
  return { ...shown, shown_hash: await hashOf({ appeal: appeal.number, ...shown }) }
}

/** A stay ends with the order. */
async function follow(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { appeal, determination, draft: { outcome, findings } }: ReadyOrder,
): Promise<Outcome<Followed, Refused>> {
  const cause = `appeal ${appeal.number}`
  if (outcome === 'quashed' || outcome === 'remanded')
    return await orderStanding(tables, recorder, actor, { determination, kind: outcome, cause })
  const isStayed = ownStanding(determination.standings) === 'stayed'
  const resumed: Outcome<Followed, Refused> = isStayed
    ? await orderStanding(tables, recorder, actor, { determination, kind: 'resumed', cause })
    : { done: { reversed: [], licences: [] } }
  if ('refused' in resumed || outcome === 'upheld') return resumed
  const varied = await varyFindings(tables, recorder, actor, { determination, findings: findings ?? [], cause })
  if ('refused' in varied) return varied
  const licences = new Set([...resumed.done.licences, ...varied.done.licences])
  return { done: { reversed: varied.done.reversed, licences: [...licences] } }
}

export interface SignOrder {
  readonly id: string
  /** What `shownOrder` gave. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right. The letter is made before anything is written. */
export async function signOrder(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { id, shown_hash }: SignOrder,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Appeal, Refused | SecondFactorRefusal>> {
  const shown = await shownOrder(recorder, actor, id)
  if ('refused' in shown) return shown
  if (shown.done.shown_hash !== shown_hash) return { refused: { code: 'order_changed' } }
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  for (;;) {
    const decided_on = todayText(recorder.clock)
    const text = await readAs(recorder.database, actor, async (tables) => {
      const ready = await readyOrder(tables, actor, id)
      if ('refused' in ready) return ready
      return { done: await orderText(tables, shelf, letters, actor, { ...ready.done, decided_on, shown_hash }) }
    })
    if ('refused' in text) return text
    const letter = { decided_on, bytes: await letters.print(text.done) }
    const signed = await recordOrder(recorder, actor, { id, shown_hash }, letter)
    if ('done' in signed || signed.refused.code !== 'day_over') return signed as Outcome<Appeal, Refused>
  }
}

/** Midnight has passed since the letter was made. */
interface DayOver {
  readonly code: 'day_over'
}

async function recordOrder(
  recorder: Recorder,
  actor: Actor,
  { id, shown_hash }: SignOrder,
  { decided_on, bytes }: { readonly decided_on: string; readonly bytes: Buffer },
): Promise<Outcome<Appeal, Refused | DayOver>> {
  return await recordCommand<Appeal, Refused | DayOver>(recorder, actor, 'decide_appeal', async (tables) => {
    const now = recorder.clock()
    if (formatDay(today(() => now)) !== decided_on) return { refused: { code: 'day_over' } }
    const ready = await readyOrder(tables, actor, id)
    if ('refused' in ready) return ready
    const { appeal, draft } = ready.done
    const followed = await follow(tables, recorder, actor, ready.done)
    if ('refused' in followed) return followed
    const shown = await shownAs(ready.done, followed.done)
    if (shown.shown_hash !== shown_hash) return { refused: { code: 'order_changed' } }
    const letter = await keepDocument(tables, recorder, actor, {
      organization: appeal.manufacturer_id,
      name: `${appeal.number}.pdf`,
      media_type: 'application/pdf',
      bytes,
    })
    const { outcome, reasons, findings } = draft
    const { number } = appeal
    const event = {
      kind: 'decided',
      words: reasons,
      outcome,
      findings,
      signed_hash: shown_hash,
      letter_id: letter.id,
    } as const
    const decided = await recordEvent(tables, recorder, actor, appeal, event)
    await issueOrder(tables, ready.done.determination, { number, issued_on: decided_on, letter_hash: letter.hash })
    return {
      done: decided,
      subject: `appeal ${number}`,
      details: { outcome, signed_hash: shown_hash, letter: letter.hash, ...followed.done },
    }
  })
}
