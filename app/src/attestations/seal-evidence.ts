/** A supplier hands in a cost sheet, which is sealed: from then on its hash stands for it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { SealedEvidence } from './attestation.ts'
import { insertEvidence } from './attestations-table.ts'

export type NewEvidence = Pick<SealedEvidence, 'name' | 'bytes'>

export async function sealEvidence(
  recorder: Recorder,
  actor: Actor,
  { name, bytes }: NewEvidence,
): Promise<Outcome<Omit<SealedEvidence, 'bytes'>, FileRefusal>> {
  const media_type = typeOfFile(bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<Omit<SealedEvidence, 'bytes'>, FileRefusal>(
    recorder,
    actor,
    'seal_evidence',
    async (tables) => {
      const sealed = {
        name: fileNamed(name, media_type),
        media_type,
        id: recorder.makeId(),
        supplier_id: actor.organization ?? '',
        hash: hashBytes(bytes),
        kept_at: instantText(recorder.clock()),
        kept_by: actor.person,
      }
      await insertEvidence(tables, { ...sealed, bytes })
      return { done: sealed, subject: `sealed evidence ${sealed.hash}`, details: { bytes: bytes.length } }
    },
  )
}
