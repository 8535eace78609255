/** A maker takes the lines of a draft from a CycloneDX document. */
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { ModelRefusal } from '../model.ts'
import type { Bill, BillRefusal } from './bill.ts'
import { type DraftSeen, editAnswering } from './edit-bill.ts'
import { type DocumentRead, readCycloneDx } from './read-cyclonedx.ts'

export interface Imported {
  readonly bill: Bill
  /** What of the document was not taken. */
  readonly unknown: DocumentRead['unknown']
}

export async function importDocument(
  recorder: Recorder,
  actor: Actor,
  seen: DraftSeen,
  bytes: Uint8Array,
): Promise<Outcome<Imported, BillRefusal | ModelRefusal>> {
  const read = readCycloneDx(bytes)
  // Whose draft it is comes before what is wrong with the document.
  return await editAnswering(
    recorder,
    actor,
    seen,
    () => ('refused' in read ? read : { done: read.done.lines }),
    (bill) => ({ bill, unknown: 'done' in read ? read.done.unknown : [] }),
  )
}
