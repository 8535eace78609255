/** Customs asks whether a kit is broken down as far as the law wants. One kit in several declarations is put before an officer, and not decided. */
import { type Recorder, recordForFirm } from '../../audit-log/record-command.ts'
import type { Database } from '../../kernel/database.ts'
import { instantText, todayText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { NotInForce } from '../../policy-releases/policy-release.ts'
import { inForce } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { refer } from '../../referrals/refer-matter.ts'
import { holderOn, type Licence, type LicenceRefusal } from '../licence.ts'
import { findLicence } from '../licences-table.ts'
import { type HeldKit, judgeKit, type KitAnswer, type KitDeclared, withOthers } from './kit.ts'
import { findKit, findKitOf, insertKit, listKits, othersOf } from './kits-table.ts'

export type CheckKit = KitDeclared & { readonly licence: string }
export type KitRefusal = LicenceRefusal | NotInForce

/** The same once more: it is answered by what is known now, and nothing is recorded. */
interface DeclaredBefore {
  readonly code: 'declared_before'
  readonly answer: KitAnswer
}

export async function checkKit(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  input: CheckKit,
): Promise<Outcome<KitAnswer, KitRefusal>> {
  const now = todayText(recorder.clock)
  const { licence: number, entry: of, kit: called, category, kit_form, parts: counted, declared_on } = input
  // A request may say more than it is asked for.
  const declared = { entry: of, kit: called, category, kit_form, parts: counted, declared_on }
  if (declared.declared_on > now) return { refused: { code: 'day_ahead', day: declared.declared_on, today: now } }
  const licence = await readAs(recorder.database, actor, async (tables) => await findLicence(tables, number))
  if (licence === undefined) return { refused: { code: 'licence_unknown' } }
  const firm = holderOn(licence, declared.declared_on)
  const outcome = await recordForFirm<KitAnswer, KitRefusal | DeclaredBefore>(
    recorder,
    actor,
    { command: 'check_kit', firm },
    async (tables) => {
      const before = await findKitOf(tables, firm, declared.entry, declared.kit)
      if (before !== undefined)
        return isSame(before, declared)
          ? { refused: { code: 'declared_before', answer: withOthers(before, await othersOf(tables, before)) } }
          : { refused: { code: 'kit_declared', entry: declared.entry, kit: declared.kit } }
      const release = await inForce(tables, licence.programme, declared.declared_on)
      if ('refused' in release) return release
      const judged = judgeKit(shelf.open(release.done).engine, declared)
      if ('problems' in judged) {
        const [problem] = judged.problems
        return { refused: { code: 'kit_unfit', sentence: { en: problem?.sentence ?? '', ur: problem?.ur ?? '' } } }
      }
      const kit: HeldKit = {
        id: recorder.makeId(),
        ...declared,
        ...judged,
        licence: number,
        licence_id: licence.id,
        manufacturer_id: firm,
        release_id: release.done.id,
        rehearsal: licence.rehearsal,
        recorded_at: instantText(recorder.clock()),
        recorded_by: actor.person,
      }
      await insertKit(tables, kit)
      const answer = withOthers(kit, await othersOf(tables, kit))
      if (answer.flagged) await refer(tables, recorder, actor, splitOf(licence, answer))
      const { entry, kit: name, parts, finding, least, flagged } = answer
      return {
        done: answer,
        subject: `licence ${number}`,
        details: { entry, kit: name, parts, finding, flagged, ...(least !== null && { least }) },
      }
    },
  )
  if ('done' in outcome) return outcome
  return outcome.refused.code === 'declared_before' ? { done: outcome.refused.answer } : { refused: outcome.refused }
}

export async function readKit(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<KitAnswer, LicenceRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findKit(tables, id)
    if (found === undefined) return { refused: { code: 'kit_unknown' } }
    return { done: withOthers(found, await othersOf(tables, found)) }
  })
}

/** The latest first. */
export async function readKits(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<HeldKit>> {
  return await readPage(database, actor, asked, 'newest_first', listKits)
}

function isSame(before: KitDeclared, now: KitDeclared): boolean {
  return (['category', 'kit_form', 'parts', 'declared_on'] as const).every((name) => before[name] === now[name])
}

function splitOf({ number }: Licence, { manufacturer_id, kit, entry, parts, least, others }: KitAnswer) {
  const all = [{ entry, parts }, ...others]
  const together = all.reduce((sum, one) => sum + one.parts, 0)
  const list = all.map((one) => `${one.entry} (${one.parts})`).join(', ')
  const asked = String(least ?? '')
  return {
    kind: 'kit_split' as const,
    subject: `licence ${number} kit ${kit}`,
    manufacturer_id,
    words: {
      en: `The kit ${kit} stands in ${all.length} customs entries within days of each other: ${list}; ${together} parts together. The law asks for at least ${asked} in a kit.`,
      ur: `کِٹ \u2068${kit}\u2069 چند دنوں کے اندر \u2066${all.length}\u2069 کسٹمز اندراجات میں ہے: \u2066${list}\u2069؛ کل پرزے \u2066${together}\u2069۔ قانون ایک کِٹ میں کم از کم \u2066${asked}\u2069 مانگتا ہے۔`,
    },
  }
}
