/** Keeps a file within the transaction of the command that took or made it. */
import { createHash } from 'node:crypto'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Document, NewDocument } from './document.ts'
import { insertDocument } from './documents-table.ts'

export async function keepDocument(
  tables: Handle,
  { clock, makeId }: Recorder,
  actor: Actor,
  document: NewDocument,
): Promise<Document> {
  const kept: Document = {
    ...document,
    id: makeId(),
    hash: hashBytes(document.bytes),
    kept_at: instantText(clock()),
    kept_by: actor.person,
  }
  await insertDocument(tables, kept)
  return kept
}

/** `sha256:` and 64 hexadecimal digits, as releases and facts are named too. */
export function hashBytes(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
