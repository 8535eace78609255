/** Goods that were let in while nobody could ask, and that the licence does not cover, are put before an officer: the import happened, and no quota is overdrawn for it. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { Actor } from '../kernel/transaction.ts'
import { openReferrals, refer } from '../referrals/refer-matter.ts'
import type { DrawQuota } from './draw-quota.ts'
import type { GateAnswer } from './gate.ts'
import { holderOn } from './licence.ts'
import { findLicence } from './licences-table.ts'

/** Once for each line of a customs entry, however often it is sent. */
export async function referLateDraw(
  recorder: Recorder,
  actor: Actor,
  { licence: number, entry, units, hs_line, drawn_on }: DrawQuota,
  because: GateAnswer['because'],
  remaining: number | null,
): Promise<void> {
  // What was refused is answered again when it is asked again.
  const own = { ...recorder, once: undefined }
  await recordCommand(own, actor, 'refer_late_draw', async (tables) => {
    const licence = await findLicence(tables, number)
    const subject = `licence ${number} ${entry} ${hs_line}`
    if (licence === undefined || (await openReferrals(tables, subject)).length > 0)
      return { refused: { code: 'licence_unknown' } }
    const manufacturer_id = holderOn(licence, drawn_on)
    const left = remaining === null ? '' : String(remaining)
    await refer(tables, recorder, actor, {
      kind: 'late_draw',
      subject,
      manufacturer_id,
      words: {
        en: `Customs let in ${units} units of ${hs_line} on ${drawn_on} under ${number} (customs entry ${entry}), and they cannot be booked: ${because}${left === '' ? '' : `, ${left} left`}.`,
        ur: `کسٹمز نے \u2066${drawn_on}\u2069 کو \u2066${number}\u2069 پر ایچ ایس کوڈ \u2066${hs_line}\u2069 کی \u2066${units}\u2069 اکائیاں آنے دیں (کسٹمز اندراج \u2068${entry}\u2069)، اور وہ درج نہیں ہو سکتیں: \u2066${because}\u2069${left === '' ? '' : `، باقی \u2066${left}\u2069`}۔`,
      },
    })
    const details = { entry, units, hs_line, drawn_on, because }
    return { done: undefined, subject: `licence ${number}`, details }
  })
}
