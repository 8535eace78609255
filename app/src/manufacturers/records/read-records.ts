import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { Manufacturer, ManufacturerRefusal } from '../manufacturer.ts'
import { findManufacturer } from '../manufacturers-table.ts'
import type { FirmRecord, RecordRefusal } from './record.ts'
import { findRecord, recordsOf } from './records-table.ts'

export interface FirmSays {
  readonly manufacturer: Manufacturer
  readonly records: readonly FirmRecord[]
}

/** What the reader may see of it: people to turn to are not shown to everybody. */
export async function readRecords(
  database: Database,
  actor: Actor,
  firm: string,
): Promise<Outcome<FirmSays, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const manufacturer = await findManufacturer(tables, firm)
    if (manufacturer === undefined) return { refused: { code: 'manufacturer_unknown' } }
    return { done: { manufacturer, records: await recordsOf(tables, firm) } }
  })
}

export async function readRecord(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<FirmRecord, RecordRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findRecord(tables, id))
  return found === undefined ? { refused: { code: 'record_unknown' } } : { done: found }
}

/** Those of a firm that the reader may see, within the transaction of a page that shows several slices. */
export async function recordsIn(tables: Handle, firm: string): Promise<readonly FirmRecord[]> {
  return await recordsOf(tables, firm)
}
