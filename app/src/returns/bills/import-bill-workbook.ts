/** A maker takes the lines of a draft from a workbook. One with errors is kept, so that it can be handed back with its cells marked. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import type { NoDocument } from '../../documents/document.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { readDocument } from '../../documents/read-document.ts'
import type { Database } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { BillRefusal } from '../../products/bills/bill.ts'
import { type DraftSeen, editAnswering } from '../../products/bills/edit-bill.ts'
import { readBill } from '../../products/bills/read-bills.ts'
import type { ModelRefusal } from '../../products/model.ts'
import { ownModelIn } from '../../products/read-models.ts'
import { foundIn } from '../filing/upload-return.ts'
import type { FoundInReturn } from '../filing/return.ts'
import { WORKBOOK } from '../return-doors.ts'
import { annotatedBill, linesOfWorkbook, readBillWorkbook, writeBillWorkbook } from './bill-workbook.ts'

export interface BillImported {
  /** Of the draft, as it is now; null where nothing was taken, since the file has errors. */
  readonly version: number | null
  /** The file that was kept because of its errors. */
  readonly document_id: string | null
  readonly errors: readonly FoundInReturn[]
  readonly error_count: number
}

interface BillFile {
  readonly name: string
  readonly bytes: Buffer
}

export async function importBillWorkbook(
  recorder: Recorder,
  actor: Actor,
  seen: DraftSeen,
  { name, bytes }: BillFile,
): Promise<Outcome<BillImported, BillRefusal | ModelRefusal>> {
  const read = await readBillWorkbook(bytes)
  const found = foundIn(read)
  if (read.ok) {
    const lines = linesOfWorkbook(read)
    return await editAnswering(
      recorder,
      actor,
      seen,
      () => ({ done: lines }),
      ({ version }) => ({ version, document_id: null, ...found }),
    )
  }
  return await recordCommand<BillImported, BillRefusal | ModelRefusal>(
    recorder,
    actor,
    'import_bill_workbook',
    async (tables) => {
      const model = await ownModelIn(tables, actor, seen.model_id)
      if ('refused' in model) return model
      const document = await keepDocument(tables, recorder, actor, {
        organization: model.done.manufacturer_id,
        name,
        media_type: WORKBOOK,
        bytes,
      })
      return {
        done: { version: null, document_id: document.id, ...found },
        subject: `model ${seen.model_id}`,
        details: { revision: seen.revision, document: document.hash, errors: found.error_count },
      }
    },
  )
}

/** A revision as a workbook to work on: an empty draft gives the empty template. */
export async function billWorkbook(
  database: Database,
  actor: Actor,
  asked: { readonly model_id: string; readonly revision: number; readonly language: Language },
): Promise<Outcome<{ readonly name: string; readonly bytes: Buffer }, BillRefusal | ModelRefusal>> {
  const read = await readBill(database, actor, asked.model_id, asked.revision)
  if ('refused' in read) return read
  const { model, bill } = read.done
  return {
    done: {
      name: `${model.name}-${bill.revision}.xlsx`,
      bytes: await writeBillWorkbook(bill.lines, asked.language),
    },
  }
}

/** The file with what was found marked in its cells. */
export async function annotatedBillWorkbook(
  database: Database,
  actor: Actor,
  { document_id, language }: { readonly document_id: string; readonly language: Language },
): Promise<Outcome<Buffer, NoDocument>> {
  const document = await readDocument(database, actor, document_id)
  if ('refused' in document) return document
  const copy = await annotatedBill(document.done.bytes, language)
  return copy === undefined ? { refused: { code: 'document_unknown' } } : { done: copy }
}
