/** A maker begins a revision of the bill of materials of a model, changes its lines, and releases it. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ModelRefusal } from '../model.ts'
import { ownModelIn } from '../read-models.ts'
import { type Bill, type BillLine, type BillRefusal, faultOf, missingIn } from './bill.ts'
import { billsOf, changeBill, findBill, insertBill } from './bills-table.ts'

type Refused = BillRefusal | ModelRefusal

/** From the newest revision, where there is one; a model has one draft at a time. */
export async function beginRevision(
  recorder: Recorder,
  actor: Actor,
  model_id: string,
): Promise<Outcome<Bill, Refused>> {
  return await recordCommand<Bill, Refused>(recorder, actor, 'begin_bill', async (tables) => {
    const model = await ownModelIn(tables, actor, model_id)
    if ('refused' in model) return model
    const [newest] = await billsOf(tables, model_id)
    if (newest !== undefined && newest.released_at === null)
      return { refused: { code: 'bill_open', revision: newest.revision } }
    const now = instantText(recorder.clock())
    const bill: Bill = {
      model_id,
      revision: (newest?.revision ?? 0) + 1,
      basis: newest?.revision ?? null,
      version: 1,
      lines: newest?.lines ?? [],
      begun_at: now,
      changed_at: now,
      changed_by: actor.person,
      released_at: null,
      released_by: null,
    }
    await insertBill(tables, bill)
    return { done: bill, subject: `model ${model_id}`, details: { revision: bill.revision, basis: bill.basis } }
  })
}

/** Which draft, and the version of it that was seen. */
export interface DraftSeen {
  readonly model_id: string
  readonly revision: number
  readonly version: number
}

/** `change` is given the lines as they are, and says what they become. */
export async function editBill(
  recorder: Recorder,
  actor: Actor,
  seen: DraftSeen,
  change: (lines: readonly BillLine[]) => Outcome<readonly BillLine[], BillRefusal>,
): Promise<Outcome<Bill, Refused>> {
  return await editAnswering(recorder, actor, seen, change, (bill) => bill)
}

/** As `editBill`; what is answered is kept, so that a request that comes again is answered alike. */
export async function editAnswering<T>(
  recorder: Recorder,
  actor: Actor,
  seen: DraftSeen,
  change: (lines: readonly BillLine[]) => Outcome<readonly BillLine[], BillRefusal>,
  answer: (bill: Bill) => T,
): Promise<Outcome<T, Refused>> {
  return await recordCommand<T, Refused>(recorder, actor, 'edit_bill', async (tables) => {
    const draft = await draftSeen(tables, actor, seen)
    if ('refused' in draft) return draft
    const changed = change(draft.done.lines)
    if ('refused' in changed) return changed
    const fault = faultOf(changed.done)
    if (fault !== undefined) return { refused: { code: 'bill_faulty', ...fault } }
    const bill: Bill = {
      ...draft.done,
      version: seen.version + 1,
      lines: changed.done,
      changed_at: instantText(recorder.clock()),
      changed_by: actor.person,
    }
    if (!(await changeBill(tables, seen.version, bill)))
      return { refused: { code: 'bill_changed', version: draft.done.version } }
    const { model_id, revision, version, lines } = bill
    return { done: answer(bill), subject: `model ${model_id}`, details: { revision, version, lines: lines.length } }
  })
}

async function draftSeen(tables: Handle, actor: Actor, seen: DraftSeen): Promise<Outcome<Bill, Refused>> {
  const model = await ownModelIn(tables, actor, seen.model_id)
  if ('refused' in model) return model
  const bill = await findBill(tables, seen.model_id, seen.revision)
  if (bill === undefined) return { refused: { code: 'bill_unknown' } }
  if (bill.released_at !== null) return { refused: { code: 'bill_released', revision: bill.revision } }
  if (bill.version !== seen.version) return { refused: { code: 'bill_changed', version: bill.version } }
  return { done: bill }
}

const MOST_NAMED = 5

export async function releaseBill(recorder: Recorder, actor: Actor, seen: DraftSeen): Promise<Outcome<Bill, Refused>> {
  return await recordCommand<Bill, Refused>(recorder, actor, 'release_bill', async (tables) => {
    const draft = await draftSeen(tables, actor, seen)
    if ('refused' in draft) return draft
    const incomplete = draft.done.lines.filter((line) => missingIn(line).length > 0)
    if (incomplete.length > 0 || draft.done.lines.length === 0) {
      const positions = incomplete.slice(0, MOST_NAMED).map(({ position }) => position)
      return { refused: { code: 'bill_incomplete', positions } }
    }
    const now = instantText(recorder.clock())
    const bill: Bill = {
      ...draft.done,
      version: seen.version + 1,
      changed_at: now,
      changed_by: actor.person,
      released_at: now,
      released_by: actor.person,
    }
    if (!(await changeBill(tables, seen.version, bill)))
      return { refused: { code: 'bill_changed', version: draft.done.version } }
    return {
      done: bill,
      subject: `model ${bill.model_id}`,
      details: { revision: bill.revision, lines: bill.lines.length },
    }
  })
}
