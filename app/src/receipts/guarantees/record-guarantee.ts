/** An officer records a guarantee that a firm lodged, with its document. It secures nothing before another officer confirms it. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import type { FileRefusal } from '../../documents/document.ts'
import { typeOfFile } from '../../documents/file-type.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { licenceIn } from '../../licences/read-licences.ts'
import { authorisedIn } from '../../manufacturers/read-manufacturers.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import type { Guarantee, GuaranteeRefusal, GuaranteeStep } from './guarantee.ts'
import { findSamePaper, insertGuarantee, insertStep, nextGuaranteeNumber } from './guarantees-table.ts'

export interface RecordGuarantee
  extends Pick<
    Guarantee,
    | 'manufacturer_id'
    | 'programme'
    | 'licence_number'
    | 'rehearsal'
    | 'issuer'
    | 'issuer_number'
    | 'currency'
    | 'amount'
    | 'expires_on'
  > {
  readonly reason: string
  readonly file: { readonly name: string; readonly bytes: Buffer }
}

export async function recordGuarantee(
  recorder: Recorder,
  actor: Actor,
  { reason, file, ...lodged }: RecordGuarantee,
): Promise<Outcome<Guarantee, GuaranteeRefusal | FileRefusal | NotAuthorised>> {
  const media_type = typeOfFile(file.bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  const { manufacturer_id, programme, licence_number, expires_on, amount } = lodged
  if (expires_on < todayText(recorder.clock)) return { refused: { code: 'guarantee_expired', expires_on } }
  return await recordCommand<Guarantee, GuaranteeRefusal | NotAuthorised>(
    recorder,
    actor,
    'record_guarantee',
    async (tables) => {
      const firm = await authorisedIn(tables, manufacturer_id)
      if ('refused' in firm) return firm
      const licence = licence_number === null ? undefined : await licenceIn(tables, licence_number)
      const isFit = licence?.holder_id === manufacturer_id && licence.programme === programme
      if (licence_number !== null && !isFit)
        return { refused: { code: 'guarantee_licence_unfit', licence: licence_number } }
      const same = await findSamePaper(tables, lodged)
      const known = same.find(({ steps }) => steps.every(({ decided }) => decided?.kind !== 'declined'))
      if (known !== undefined) return { refused: { code: 'guarantee_known', number: known.number } }
      const document = await keepDocument(tables, recorder, actor, {
        organization: manufacturer_id,
        media_type,
        ...file,
      })
      const at = instantText(recorder.clock())
      const step: GuaranteeStep = {
        id: recorder.makeId(),
        kind: 'lodge',
        amount,
        reference: null,
        reason,
        proposed_at: at,
        proposed_by: actor.person,
        decided: null,
      }
      const guarantee: Guarantee = {
        ...lodged,
        id: recorder.makeId(),
        number: await nextGuaranteeNumber(tables),
        document_id: document.id,
        recorded_at: at,
        recorded_by: actor.person,
        steps: [step],
      }
      await insertGuarantee(tables, guarantee)
      await insertStep(tables, guarantee.id, step)
      const { number } = guarantee
      return { done: guarantee, subject: `guarantee ${number}`, details: { ...lodged, document: document.hash } }
    },
  )
}
