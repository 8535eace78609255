import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { ModelHeld, ModelRefusal } from '../model.ts'
import { modelIn } from '../read-models.ts'
import type { Bill, BillRefusal } from './bill.ts'
import { billsOf, findBill, releasedBills } from './bills-table.ts'
import { type SpecVersion, writeCycloneDx } from './write-cyclonedx.ts'

export interface BillRead {
  readonly model: ModelHeld
  readonly maker: string
  readonly bill: Bill
  /** The revision that it was made from. */
  readonly basis: Bill | undefined
}

export async function readBill(
  database: Database,
  actor: Actor,
  model_id: string,
  revision: number,
): Promise<Outcome<BillRead, BillRefusal | ModelRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const model = await modelIn(tables, model_id)
    if ('refused' in model) return model
    const bill = await findBill(tables, model_id, revision)
    if (bill === undefined) return { refused: { code: 'bill_unknown' } }
    const maker = (await manufacturerIn(tables, model.done.manufacturer_id))?.name ?? ''
    const basis = bill.basis === null ? undefined : await findBill(tables, model_id, bill.basis)
    return { done: { model: model.done, maker, bill, basis } }
  })
}

export async function readBills(
  database: Database,
  actor: Actor,
  model_id: string,
): Promise<Outcome<readonly Bill[], BillRefusal | ModelRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const model = await modelIn(tables, model_id)
    return 'refused' in model ? model : { done: await billsOf(tables, model_id) }
  })
}

/** Of these models, oldest first, within the transaction of who holds a return against them. */
export async function releasedBillsIn(tables: Handle, models: readonly string[]): Promise<readonly Bill[]> {
  return await releasedBills(tables, models)
}

export async function billDocument(
  database: Database,
  actor: Actor,
  asked: { readonly model_id: string; readonly revision: number; readonly spec: SpecVersion },
): Promise<Outcome<{ readonly name: string; readonly text: string }, BillRefusal | ModelRefusal>> {
  const read = await readBill(database, actor, asked.model_id, asked.revision)
  if ('refused' in read) return read
  const { model, maker, bill } = read.done
  return {
    done: { name: `${model.name}-${bill.revision}.cdx.json`, text: writeCycloneDx(model, maker, bill, asked.spec) },
  }
}
