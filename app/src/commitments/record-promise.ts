/** An officer records what was promised, and what was seen of it, each with its evidence. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { documentHashIn } from '../documents/read-document.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { CandidateRefusal } from './candidate.ts'
import {
  findCandidateNumbered,
  findPromiseNumbered,
  insertPromise,
  insertRealisation,
  nextNumber,
} from './commitments-table.ts'
import { type PromiseMade, type PromiseRefusal, type Realisation, unfitAmount } from './promise.ts'

/** The file that proves a promise or what was seen of it, before that is recorded. */
export async function keepPromiseEvidence(
  recorder: Recorder,
  actor: Actor,
  { number, name, bytes }: { readonly number: string; readonly name: string; readonly bytes: Buffer },
): Promise<Outcome<{ readonly id: string; readonly hash: string }, CandidateRefusal | FileRefusal>> {
  const media_type = typeOfFile(bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  return await recordCommand<{ id: string; hash: string }, CandidateRefusal>(
    recorder,
    actor,
    'keep_promise_evidence',
    async (tables) => {
      if ((await findCandidateNumbered(tables, number)) === undefined) return { refused: { code: 'candidate_unknown' } }
      const file = { organization: actor.organization ?? '', media_type, name: fileNamed(name, media_type), bytes }
      const { id, hash } = await keepDocument(tables, recorder, actor, file)
      return { done: { id, hash }, subject: `candidate ${number}`, details: { document: hash } }
    },
  )
}

export type NewPromise = Pick<
  PromiseMade,
  'kind' | 'words' | 'amount' | 'currency' | 'due_on' | 'programme' | 'provision' | 'document_id'
>

export async function recordPromise(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { candidate, ...said }: NewPromise & { readonly candidate: string },
): Promise<Outcome<PromiseMade, CandidateRefusal | PromiseRefusal>> {
  return await recordCommand<PromiseMade, CandidateRefusal | PromiseRefusal>(
    recorder,
    actor,
    'record_promise',
    async (tables) => {
      const found = await findCandidateNumbered(tables, candidate)
      if (found === undefined) return { refused: { code: 'candidate_unknown' } }
      const { kind, words, amount, currency, due_on, programme, provision, document_id } = said
      const unfit =
        unfitAmount(said) ?? (await unfitProvision(tables, shelf, { ...said, today: todayText(recorder.clock) }))
      if (unfit !== undefined) return { refused: unfit }
      const document_hash = document_id === null ? null : await documentHashIn(tables, document_id)
      if (document_hash === undefined) return { refused: { code: 'promise_document', place: '/body/document_id' } }
      const terms = { kind, words, amount, currency, due_on, programme, provision }
      const row = {
        id: recorder.makeId(),
        number: await nextNumber(tables, 'promise'),
        candidate_id: found.id,
        manufacturer_id: found.manufacturer_id,
        ...terms,
        document_id,
        document_hash,
      }
      const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
      await insertPromise(tables, { ...row, ...mark })
      return {
        done: { ...row, realisations: [] },
        subject: `promise ${row.number}`,
        details: { candidate, ...terms, document: document_hash },
      }
    },
  )
}

/** Both or neither are said, and the law in force today has it. */
async function unfitProvision(
  tables: Handle,
  shelf: ReleaseShelf,
  { programme, provision, today }: Pick<NewPromise, 'programme' | 'provision'> & { readonly today: string },
): Promise<PromiseRefusal | undefined> {
  if (programme === null && provision === null) return undefined
  const refused: PromiseRefusal = { code: 'promise_provision', place: '/body/provision', programme }
  if (programme === null || provision === null) return refused
  const law = await inForce(tables, programme, today)
  if ('refused' in law) return refused
  return shelf.open(law.done).engine.programme.provisions.has(provision) ? undefined : refused
}

export type NewRealisation = Omit<Realisation, 'document_hash'>

export async function recordRealisation(
  recorder: Recorder,
  actor: Actor,
  { number, ...said }: NewRealisation & { readonly number: string },
): Promise<Outcome<PromiseMade, PromiseRefusal>> {
  return await recordCommand<PromiseMade, PromiseRefusal>(recorder, actor, 'record_realisation', async (tables) => {
    const found = await findPromiseNumbered(tables, number)
    if (found === undefined) return { refused: { code: 'promise_unknown' } }
    const { amount, realised_on, words, document_id } = said
    const unfit = unfitAmount({ ...found, amount })
    if (unfit !== undefined) return { refused: unfit }
    const today = todayText(recorder.clock)
    if (realised_on > today) return { refused: { code: 'realisation_ahead', place: '/body/realised_on', today } }
    const document_hash = await documentHashIn(tables, document_id)
    if (document_hash === undefined) return { refused: { code: 'promise_document', place: '/body/document_id' } }
    const row = { amount, realised_on, words, document_id, document_hash }
    const mark = { recorded_at: instantText(recorder.clock()), recorded_by: actor.person }
    await insertRealisation(tables, { ...row, ...mark, promise_id: found.id, position: found.realisations.length + 1 })
    return {
      done: { ...found, realisations: [...found.realisations, row] },
      subject: `promise ${number}`,
      details: { amount, realised_on, words, document: document_hash },
    }
  })
}
