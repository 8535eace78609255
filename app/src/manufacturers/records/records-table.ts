/** The table of what firms say of themselves, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { RecordKind } from './content.ts'
import { type FirmRecord, type RecordEvent, recordOf } from './record.ts'

interface RecordRow extends RecordEvent {
  readonly id: string
  readonly manufacturer_id: string
  readonly kind: RecordKind
}

function records(handle: Handle): Kysely<{ readonly firm_records: RecordRow }> {
  return handle.withTables<{ readonly firm_records: RecordRow }>()
}

export async function insertRecord(handle: Handle, row: RecordRow): Promise<void> {
  await records(handle).insertInto('firm_records').values(row).execute()
}

export async function findRecord(handle: Handle, id: string): Promise<FirmRecord | undefined> {
  const rows = await records(handle)
    .selectFrom('firm_records')
    .selectAll()
    .where('id', '=', id)
    .orderBy('position')
    .execute()
  return gathered(rows)[0]
}

/** In the order in which they were first stated. */
export async function recordsOf(handle: Handle, manufacturer: string): Promise<readonly FirmRecord[]> {
  const rows = await records(handle)
    .selectFrom('firm_records')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer)
    .orderBy('id')
    .orderBy('position')
    .execute()
  return gathered(rows)
}

function gathered(rows: readonly RecordRow[]): readonly FirmRecord[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own
    const events = own.map(({ position, act, content, note, recorded_at, recorded_by }) => {
      return { position, act, content, note, recorded_at, recorded_by }
    })
    return first === undefined ? [] : [recordOf(first, events)]
  })
}
