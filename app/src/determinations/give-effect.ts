/** What an approved determination does, within the transaction that approves it: entries in the ledger, orders about licences. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { BudgetKey } from '../budgets/budget.ts'
import { claimBudget, recordClaim, settleBudget } from '../budgets/claim-budget.ts'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import { postEntry, reverseEntry } from '../ledger/post-entry.ts'
import { orderLicences } from '../licences/order-licences.ts'
import { refer } from '../referrals/refer-matter.ts'
import { amountOf, type Determination, type DeterminedFinding, isImposed } from './determination.ts'
import type { EffectPlan } from './plan-effect.ts'
import { orderOf } from './restrict-licences.ts'

export interface Effects {
  /** The entries posted. */
  readonly entries: readonly string[]
  /** The numbers of the licences that an order reached. */
  readonly licences: readonly string[]
}

/** What the return's place in the line for a budget is counted from; not every return was accepted when it is determined. */
export interface Filed {
  readonly filed_at: string
  readonly accepted_at: string | null
}

/** Writes what was planned, and nothing else; which claims a budget can meet, it settles itself. */
export async function giveEffect(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
  { takenBack, ended, claimed, charges, licences }: EffectPlan,
  filed: Filed,
): Promise<Effects> {
  const { id, number, manufacturer_id, programme, year, subject, rehearsal } = determination
  for (const entry of takenBack) await reverseEntry(tables, recorder, actor, entry, id)
  for (const claim of ended) await recordClaim(tables, recorder, actor, claim, 'ended')
  const of = { manufacturer_id, programme, year, subject, rehearsal, determination_id: id }
  const entries: string[] = []
  for (const charge of charges)
    entries.push((await postEntry(tables, recorder, actor, { ...of, ...charge, reverses: null })).id)
  const claims: BudgetKey[] = [...ended]
  for (const claim of claimed) {
    const made = { ...of, ...claim, ...filed }
    await claimBudget(tables, recorder, made)
    claims.push(made)
  }
  const keys = new Map(claims.map((one) => [`${one.currency} ${one.rehearsal}`, one]))
  for (const key of keys.values()) {
    const posted = await settleBudget(tables, recorder, actor, key, { firm: manufacturer_id })
    entries.push(...posted.filter((one) => one.determination_id === id).map((one) => one.id))
  }
  const reached = await orderLicences(tables, recorder, actor, licences, number)
  await referUndone(tables, recorder, actor, determination, licences)
  return { entries, licences: reached }
}

/** What the service cannot do itself is put before an officer: it would else be ordered by a letter, and done by nobody. */
async function referUndone(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { number, manufacturer_id, findings }: Determination,
  licences: EffectPlan['licences'],
): Promise<void> {
  const sanctions = findings.filter(isImposed)
  const undone = {
    power_missing: sanctions.filter(({ power }) => power === null),
    effect_unknown: sanctions.filter((one) => one.power !== null && !isDone(one, licences)),
  }
  for (const [kind, of] of Object.entries(undone) as [keyof typeof undone, readonly DeterminedFinding[]][]) {
    if (of.length === 0) continue
    const words = {
      en: of.map((one) => undoneWords(one, 'en')).join('; '),
      ur: of.map((one) => undoneWords(one, 'ur')).join('؛ '),
    }
    await refer(tables, recorder, actor, { kind, subject: `determination ${number}`, manufacturer_id, words })
  }
}

/** An amount is booked, and a licence ordered about; what takes effect by its statement alone has no effect to do. Nothing is revoked first of all. */
function isDone(finding: DeterminedFinding, licences: EffectPlan['licences']): boolean {
  const order = orderOf(finding)?.order
  if (order === 'revoke') return licences.some(({ orders }) => orders.some(({ kind }) => kind === 'revoke'))
  if (order === 'restrict') return !licences.some(({ without_quota }) => without_quota)
  return finding.effect === null || order !== undefined || amountOf(finding) !== undefined
}

/** `Withdrawal of the concession (withdraw concession), from 2028-10-01`. */
function undoneWords({ finding, label, effect, from, value }: DeterminedFinding, language: Language): string {
  const done = effect === null ? value : `${effect.verb} ${effect.noun}`
  const isolated = language === 'ur' ? `\u2066${done}\u2069` : done
  const day = from === null ? '' : language === 'ur' ? `، \u2066${from}\u2069 سے` : `, from ${from}`
  return `${label?.[language] ?? label?.['en'] ?? finding} (${isolated})${day}`
}
