import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { lastCheckpoint } from './audit-log-table.ts'
import type { Checkpoint } from './event.ts'

export interface NothingSealed {
  readonly code: 'nothing_sealed'
}

export async function readCheckpoint(database: Database, actor: Actor): Promise<Outcome<Checkpoint, NothingSealed>> {
  const checkpoint = await readAs(database, actor, lastCheckpoint)
  return checkpoint === undefined ? { refused: { code: 'nothing_sealed' } } : { done: checkpoint }
}
