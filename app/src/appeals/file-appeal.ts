/** A firm prepares an appeal with its grounds and evidence; its signatory files it with the second factor over exactly what was shown, or takes it back. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { type DeterminationRefusal, statusOf as determinationStatusOf } from '../determinations/determination.ts'
import { decidedOn, lastDayToAppeal } from '../determinations/last-day-to-appeal.ts'
import { determinationIn } from '../determinations/read-determinations.ts'
import { standingOf } from '../determinations/standing.ts'
import type { FileRefusal } from '../documents/document.ts'
import { fileNamed, typeOfFile } from '../documents/file-type.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { actsFor } from '../manufacturers/life/read-life.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type Appeal, type AppealRefusal, statusOf, stayOf } from './appeal.ts'
import { appealsAgainst, findAppeal, insertAppeal, insertEvidence, nextAppealNumber } from './appeals-table.ts'
import { recordEvent } from './record-event.ts'

export interface PrepareAppeal {
  /** The number of the determination. */
  readonly determination: string
  readonly grounds: string
  readonly late_reason: string | null
  readonly stay_reason: string | null
}

type Refused = AppealRefusal | NotAuthorised
type PrepareRefused = Refused | DeterminationRefusal

export async function prepareAppeal(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { determination, grounds, late_reason, stay_reason }: PrepareAppeal,
): Promise<Outcome<Appeal, PrepareRefused>> {
  return await recordCommand<Appeal, PrepareRefused>(recorder, actor, 'prepare_appeal', async (tables) => {
    const appealed = await determinationIn(tables, determination)
    if (appealed === undefined) return { refused: { code: 'determination_unknown' } }
    const firm = await actsFor(tables, actor.organization, appealed.manufacturer_id)
    if ('refused' in firm) return firm
    const standing = standingOf(appealed)
    const decided_on = decidedOn(appealed)
    if (
      determinationStatusOf(appealed) !== 'approved' ||
      decided_on === undefined ||
      appealed.kind === 'restoration' ||
      (standing !== 'in_effect' && standing !== 'stayed')
    )
      return { refused: { code: 'not_appealable', number: determination } }
    const before = (await appealsAgainst(tables, [appealed.id])).find(
      (one) => !['discarded', 'withdrawn'].includes(statusOf(one)),
    )
    if (before !== undefined) return { refused: { code: 'appealed_already', number: before.number } }
    const ends_on = lastDayToAppeal(shelf.open(await releaseOf(tables, appealed.release_id)), decided_on)
    if (ends_on !== null && todayText(recorder.clock) > ends_on && late_reason === null)
      return { refused: { code: 'late_without_reason', ends_on } }
    const prepared = {
      id: recorder.makeId(),
      number: await nextAppealNumber(tables),
      determination_id: appealed.id,
      manufacturer_id: appealed.manufacturer_id,
      grounds,
      ends_on,
      late_reason,
      stay_reason,
      prepared_at: instantText(recorder.clock()),
      prepared_by: actor.person,
    }
    await insertAppeal(tables, prepared)
    return {
      done: { ...prepared, evidence: [], events: [] },
      subject: `appeal ${prepared.number}`,
      details: { determination },
    }
  })
}

const MOST_FILES = 20

export interface AddEvidence {
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
}

/** Until it is filed. */
export async function addEvidence(
  recorder: Recorder,
  actor: Actor,
  { id, name: called, bytes }: AddEvidence,
): Promise<Outcome<Appeal, Refused | FileRefusal>> {
  const media_type = typeOfFile(bytes)
  if (media_type === undefined) return { refused: { code: 'file_type_unfit' } }
  const name = fileNamed(called, media_type)
  return await recordCommand<Appeal, Refused>(recorder, actor, 'add_appeal_evidence', async (tables) => {
    const open = await unfiled(tables, actor, id)
    if ('refused' in open) return open
    const appeal = open.done
    if (appeal.evidence.length >= MOST_FILES) return { refused: { code: 'evidence_enough', most: MOST_FILES } }
    const { manufacturer_id: organization } = appeal
    const kept = await keepDocument(tables, recorder, actor, { organization, name, media_type, bytes })
    const one = { document_id: kept.id, name, hash: kept.hash }
    await insertEvidence(tables, {
      ...one,
      appeal_id: id,
      manufacturer_id: organization,
      added_at: kept.kept_at,
      added_by: actor.person,
    })
    return {
      done: { ...appeal, evidence: [...appeal.evidence, one] },
      subject: `appeal ${appeal.number}`,
      details: { name, hash: kept.hash },
    }
  })
}

/** Of exactly what the signatory signs. */
export async function appealHash({
  number,
  determination_id,
  grounds,
  late_reason,
  stay_reason,
  evidence,
}: Appeal): Promise<string> {
  const files = evidence.map(({ name, hash }) => ({ name, hash }))
  return await hashOf({ number, determination_id, grounds, late_reason, stay_reason, evidence: files })
}

export interface FileAppeal {
  readonly id: string
  /** What `appealHash` gave when it was shown. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right. Late it is taken too, and somebody decides whether it is heard. */
export async function fileAppeal(
  recorder: Recorder,
  actor: Actor,
  { id, shown_hash }: FileAppeal,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Appeal, Refused | SecondFactorRefusal>> {
  const fileable = async (tables: Handle): Promise<Outcome<Appeal, Refused>> => {
    const open = await unfiled(tables, actor, id)
    if ('refused' in open) return open
    const { ends_on, late_reason } = open.done
    if (ends_on !== null && todayText(recorder.clock) > ends_on && late_reason === null)
      return { refused: { code: 'late_without_reason', ends_on } }
    return (await appealHash(open.done)) === shown_hash ? open : { refused: { code: 'appeal_changed' } }
  }
  const ready = await readAs(recorder.database, actor, fileable)
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<Appeal, Refused>(recorder, actor, 'file_appeal', async (tables) => {
    const still = await fileable(tables)
    if ('refused' in still) return still
    const on_day = todayText(recorder.clock)
    const filed = await recordEvent(tables, recorder, actor, still.done, {
      kind: 'filed',
      words: '',
      on_day,
      signed_hash: shown_hash,
    })
    return { done: filed, subject: `appeal ${filed.number}`, details: { signed_hash: shown_hash } }
  })
}

/** Before it is filed by whoever prepares it, after that by the signatory; a stay then ends. */
export async function withdrawAppeal(
  recorder: Recorder,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome<Appeal, Refused>> {
  return await recordCommand<Appeal, Refused>(recorder, actor, 'withdraw_appeal', async (tables) => {
    const found = await ofFirm(tables, actor, id)
    if ('refused' in found) return found
    const { number } = found.done
    const status = statusOf(found.done)
    if (status !== 'prepared' && status !== 'late' && status !== 'open')
      return { refused: { code: 'appeal_over', number } }
    const kind = status === 'prepared' ? 'discarded' : 'withdrawn'
    const ended = await recordEvent(tables, recorder, actor, found.done, { kind, words: reason })
    if (stayOf(ended).status === 'granted') await queueJobIn(tables, recorder, END_STAY, stayJobOf(ended))
    return { done: ended, subject: `appeal ${number}`, details: { reason } }
  })
}

/** The job that ends a stay whose time or whose appeal is over. */
export const END_STAY = 'end_stay'

/** What it is about; each stay of an appeal has a job of its own. */
export function stayJobOf({ id, events }: Appeal): string {
  return `${id} ${events.length}`
}

/** By the signatory, after it was filed. */
export async function applyForStay(
  recorder: Recorder,
  actor: Actor,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<Outcome<Appeal, Refused>> {
  return await recordCommand<Appeal, Refused>(recorder, actor, 'apply_for_stay', async (tables) => {
    const found = await ofFirm(tables, actor, id)
    if ('refused' in found) return found
    const { number } = found.done
    const status = statusOf(found.done)
    if (status === 'prepared') return { refused: { code: 'appeal_not_filed', number } }
    if (status !== 'late' && status !== 'open') return { refused: { code: 'appeal_over', number } }
    const stay = stayOf(found.done).status
    if (stay === 'applied' || stay === 'granted') return { refused: { code: 'stay_applied_already', number } }
    const applied = await recordEvent(tables, recorder, actor, found.done, { kind: 'stay_applied', words })
    return { done: applied, subject: `appeal ${number}`, details: { words } }
  })
}

async function ofFirm(tables: Handle, actor: Actor, id: string): Promise<Outcome<Appeal, Refused>> {
  const found = await findAppeal(tables, id)
  if (found === undefined) return { refused: { code: 'appeal_unknown' } }
  const firm = await actsFor(tables, actor.organization, found.manufacturer_id)
  return 'refused' in firm ? firm : { done: found }
}

async function unfiled(tables: Handle, actor: Actor, id: string): Promise<Outcome<Appeal, Refused>> {
  const found = await ofFirm(tables, actor, id)
  if ('refused' in found || statusOf(found.done) === 'prepared') return found
  return { refused: { code: 'appeal_filed', number: found.done.number } }
}
