/** A signatory files a version: signed with the second factor, over the hash of exactly what was shown. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import type { DocumentDestroyed } from '../../documents/document.ts'
import { documentHashIn, documentsFound } from '../../documents/read-document.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotAuthorised } from '../../manufacturers/manufacturer.ts'
import { actsFor } from '../../manufacturers/life/read-life.ts'
import type { SecondFactorRefusal } from '../../people/set-up-second-factor.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { periodOfReturn } from '../release-schema.ts'
import { brokenCitations } from './read-citations.ts'
import { lockOver } from './period-lock.ts'
import { locksOf } from './period-locks-table.ts'
import { type Return, type ReturnEvent, type ReturnRefusal, type ReturnVersion, statusOf } from './return.ts'
import { factsHashOf, findReturn, insertReturnEvent } from './returns-table.ts'

export interface FileReturn {
  readonly id: string
  readonly version: number
  /** What `shownHash` gave when the page was shown. */
  readonly shown_hash: string
}

/** The hash of what a signatory signs: the hashes of the file and of the facts that were read in it. */
export async function shownHash(
  recorder: Pick<Recorder, 'database'>,
  actor: Actor,
  id: string,
  version: number,
): Promise<string | undefined> {
  return await readAs(recorder.database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    return found === undefined ? undefined : await hashShown(tables, found, version)
  })
}

async function hashShown(tables: Handle, found: Return, version: number): Promise<string | undefined> {
  const filed = found.versions.find((one) => one.version === version)
  const facts = await factsHashOf(tables, found.id, version)
  const document = filed === undefined ? undefined : await documentHashIn(tables, filed.document_id)
  if (facts === undefined || document === undefined) return undefined
  const { programme, kind, period } = found
  return await hashOf({ programme, kind, period, version, document, facts })
}

/** `confirm` holds the second factor; it is asked when everything else is right, so that a code is not used up in vain. */
export async function fileReturn(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, version, shown_hash }: FileReturn,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Return, ReturnRefusal | DocumentDestroyed | NotAuthorised | SecondFactorRefusal>> {
  const ready = await readAs(recorder.database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    if (found === undefined) return { refused: { code: 'return_unknown' } } as const
    if (isFiledSo(found, version, shown_hash)) return { done: found }
    const firm = await actsFor(tables, actor.organization, found.manufacturer_id)
    if ('refused' in firm) return firm
    return await fileableAsShown(tables, shelf, found, { version, shown_hash, now: todayText(recorder.clock) })
  })
  // The same signature again: it was given already, and is answered as it was.
  if ('refused' in ready || ready.done !== true) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  const outcome = await recordForFirm<Return, ReturnRefusal | DocumentDestroyed | NotAuthorised>(
    recorder,
    actor,
    { command: 'file_return', firm: actor.organization ?? '' },
    async (tables) => {
      const found = await findReturn(tables, id)
      if (found === undefined) return { refused: { code: 'return_unknown' } }
      const firm = await actsFor(tables, actor.organization, found.manufacturer_id)
      if ('refused' in firm) return firm
      // What was shown is in rows that never change; what may have happened meanwhile is that somebody filed, or uploaded again, or that
      // a supplier took back his word.
      const still = await fileable(tables, found, version, todayText(recorder.clock))
      if ('refused' in still) return still
      const event: ReturnEvent = {
        return_id: id,
        position: found.events.length + 1,
        kind: 'filed',
        version,
        signed_hash: shown_hash,
        reason: null,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertReturnEvent(tables, event)
      return {
        done: { ...found, events: [...found.events, event] },
        subject: `return ${id}`,
        details: { version, signed_hash: shown_hash },
      }
    },
  )
  if ('done' in outcome) return outcome
  // Another browser was a moment faster.
  const twin = await readAs(recorder.database, actor, async (tables) => await findReturn(tables, id))
  return twin !== undefined && isFiledSo(twin, version, shown_hash) ? { done: twin } : outcome
}

function isFiledSo({ events }: Return, version: number, shown_hash: string): boolean {
  return events.some((one) => one.kind === 'filed' && one.version === version && one.signed_hash === shown_hash)
}

async function fileable(
  tables: Handle,
  found: Return,
  version: number,
  now: string,
): Promise<Outcome<ReturnVersion, ReturnRefusal | DocumentDestroyed>> {
  const wanted = found.versions.find((one) => one.version === version)
  const last = found.versions.findLast((one) => statusOf(found, one.version) !== 'withdrawn')?.version ?? 0
  if (wanted === undefined) return { refused: { code: 'return_unknown' } }
  if (wanted.error_count > 0) return { refused: { code: 'version_faulty', errors: wanted.error_count } }
  if (statusOf(found, version) === 'withdrawn') return { refused: { code: 'version_withdrawn' } }
  if (found.events.some((event) => event.version === version)) return { refused: { code: 'version_filed' } }
  const locked = lockOver(await locksOf(tables, found), found)
  if (locked !== undefined) return { refused: locked }
  const broken = await brokenCitations(tables, found, version, now)
  if (broken.length > 0) return { refused: { code: 'attestations_changed', numbers: broken } }
  if (version < last) return { refused: { code: 'version_old', last } }
  // What is signed can be held beside its file for as long as returns are kept.
  const destroyed_on = (await documentsFound(tables, [wanted.document_id]))[0]?.destroyed_on ?? null
  return destroyed_on === null ? { done: wanted } : { refused: { code: 'document_destroyed', destroyed_on } }
}

async function fileableAsShown(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  { version, shown_hash, now }: Pick<FileReturn, 'version' | 'shown_hash'> & { readonly now: string },
): Promise<Outcome<true, ReturnRefusal | DocumentDestroyed>> {
  const wanted = await fileable(tables, found, version, now)
  if ('refused' in wanted) return wanted
  const release = shelf.open(await releaseOf(tables, wanted.done.release_id))
  const end = formatDay(periodOfReturn(release, found).last)
  if (now <= end) return { refused: { code: 'period_not_over', period: found.period, last: end } }
  if ((await hashShown(tables, found, version)) !== shown_hash) return { refused: { code: 'other_than_shown' } }
  return { done: true }
}
