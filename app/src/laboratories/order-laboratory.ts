/** An officer proposes to suspend, restore or withdraw a laboratory, and another approves it or declines. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { NotAllowed } from '../kernel/problem.ts'
import { type Actor, isProgram } from '../kernel/transaction.ts'
import {
  type Laboratory,
  type LaboratoryOrder,
  type LaboratoryRefusal,
  type OrderDecided,
  unfitOrder,
  type WantedOrder,
} from './laboratory.ts'
import {
  findLaboratoryNumbered,
  findLaboratoryOrdered,
  insertLaboratoryOrder,
  insertOrderDecision,
} from './laboratories-table.ts'

export async function proposeLaboratoryOrder(
  recorder: Recorder,
  actor: Actor,
  { number, kind, effective_on, reasons }: WantedOrder & { readonly number: string },
): Promise<Outcome<Laboratory, LaboratoryRefusal>> {
  return await recordCommand<Laboratory, LaboratoryRefusal>(
    recorder,
    actor,
    'propose_laboratory_order',
    async (tables) => {
      const found = await findLaboratoryNumbered(tables, number)
      if (found === undefined) return { refused: { code: 'laboratory_unknown' } }
      const unfit = unfitOrder(found, { kind, effective_on }, todayText(recorder.clock))
      if (unfit !== undefined) return { refused: unfit }
      const order: LaboratoryOrder = {
        id: recorder.makeId(),
        kind,
        effective_on,
        reasons,
        proposed_at: instantText(recorder.clock()),
        proposed_by: actor.person,
        decided: null,
      }
      await insertLaboratoryOrder(tables, found.id, order)
      return {
        done: { ...found, orders: [...found.orders, order] },
        subject: `laboratory ${number}`,
        details: { order: order.id, kind, effective_on, reasons },
      }
    },
  )
}

/** It takes effect on its day, or at once where the day has come meanwhile. */
export async function approveLaboratoryOrder(
  recorder: Recorder,
  actor: Actor,
  id: string,
): Promise<Outcome<Laboratory, LaboratoryRefusal | NotAllowed>> {
  return await decide(recorder, actor, 'approve_laboratory_order', id, { kind: 'approved', reason: null })
}

export async function declineLaboratoryOrder(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<Laboratory, LaboratoryRefusal | NotAllowed>> {
  return await decide(recorder, actor, 'decline_laboratory_order', id, { kind: 'declined', reason })
}

async function decide(
  recorder: Recorder,
  actor: Actor,
  command: 'approve_laboratory_order' | 'decline_laboratory_order',
  id: string,
  said: Pick<OrderDecided, 'kind' | 'reason'>,
): Promise<Outcome<Laboratory, LaboratoryRefusal | NotAllowed>> {
  if (isProgram(actor)) return { refused: { code: 'not_allowed', command } }
  return await recordCommand<Laboratory, LaboratoryRefusal>(recorder, actor, command, async (tables) => {
    const open = await openOrder(tables, actor, id)
    if ('refused' in open) return open
    const { laboratory, order } = open.done
    const decided = { ...said, decided_at: instantText(recorder.clock()), decided_by: actor.person }
    await insertOrderDecision(tables, order, decided)
    return {
      done: { ...laboratory, orders: laboratory.orders.map((one) => (one.id === id ? { ...one, decided } : one)) },
      subject: `laboratory ${laboratory.number}`,
      details: { order: id, kind: order.kind, ...(said.reason === null ? {} : { reason: said.reason }) },
    }
  })
}

async function openOrder(
  tables: Handle,
  actor: Actor,
  id: string,
): Promise<Outcome<{ readonly laboratory: Laboratory; readonly order: LaboratoryOrder }, LaboratoryRefusal>> {
  const laboratory = await findLaboratoryOrdered(tables, id)
  const order = laboratory?.orders.find((one) => one.id === id)
  if (laboratory === undefined || order === undefined) return { refused: { code: 'laboratory_order_unknown' } }
  if (order.decided !== null) return { refused: { code: 'laboratory_order_decided' } }
  if (order.proposed_by === actor.person) return { refused: { code: 'own_laboratory_order' } }
  return { done: { laboratory, order } }
}
