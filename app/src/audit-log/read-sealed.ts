import type { Handle } from '../kernel/database.ts'
import { sealedAfter } from './audit-log-table.ts'
import type { AuditEvent } from './event.ts'

/** In the one order in which they were sealed, within the transaction of a job that goes through them. */
export async function sealedEventsAfter(
  tables: Handle,
  after: number,
  limit: number,
): Promise<readonly { readonly position: number; readonly event: AuditEvent }[]> {
  const rows = await sealedAfter(tables, after, limit)
  return rows.flatMap(({ seal, event }) => (event === undefined ? [] : [{ position: seal.position, event }]))
}
