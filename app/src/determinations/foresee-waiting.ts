/** What of the amounts due to the firm no budget has money for, if they were claimed now: its letter says so. */
import type { Recorder } from '../audit-log/record-command.ts'
import { foreseeClaims } from '../budgets/foresee-claims.ts'
import type { Handle } from '../kernel/database.ts'
import { digitsOf } from '../ledger/entry.ts'
import type { Determination } from './determination.ts'
import type { Filed } from './give-effect.ts'
import type { Waiting } from './letter.ts'
import { type EffectPlan, moneyOf } from './plan-effect.ts'

export async function waitingFor(
  tables: Handle,
  recorder: Recorder,
  determination: Determination,
  { ended, claimed }: Pick<EffectPlan, 'ended' | 'claimed'>,
  filed: Filed,
): Promise<readonly Waiting[]> {
  const { id, manufacturer_id, programme, year, subject, rehearsal, findings } = determination
  const of = { manufacturer_id, programme, year, subject, rehearsal, determination_id: id, ...filed }
  const claims = { ended, claimed: claimed.map((claim) => ({ ...of, ...claim })) }
  const due = findings.flatMap((one) => {
    const money = moneyOf(one)
    return money?.kind === 'entitlement' ? [{ finding: one.finding, currency: money.currency }] : []
  })
  const waiting: Waiting[] = []
  for (const currency of new Set(due.map((one) => one.currency))) {
    const foreseen = await foreseeClaims(tables, recorder, { programme, year, rehearsal, currency }, of, claims)
    for (const { finding, waits } of foreseen)
      if (due.some((one) => one.finding === finding && one.currency === currency))
        waiting.push({ finding, amount: `${currency} ${digitsOf(waits)}` })
  }
  return waiting
}
