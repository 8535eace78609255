/** What an approved determination does, within the transaction that approves it: entries in the ledger, orders about licences. */
import { type Exact, isZero, parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { BudgetKey } from '../budgets/budget.ts'
import { claimBudget, openClaims, recordClaim, settleBudget } from '../budgets/claim-budget.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { digitsOf, type Entry, type MoneyFinding, owedBy } from '../ledger/entry.ts'
import { openEntries, postEntry, reverseEntry } from '../ledger/post-entry.ts'
import type { Language } from '../kernel/problem.ts'
import { refer } from '../referrals/refer-matter.ts'
import { amountOf, type Determination, type DeterminedFinding, isImposed, statusOf } from './determination.ts'
import { determinationsOf } from './determinations-table.ts'
import { orderOf, restrictLicences } from './restrict-licences.ts'

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

export async function giveEffect(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
  { decided_on, ...filed }: Filed & { readonly decided_on: string },
): Promise<Effects> {
  const { standing, ended } = await replaceBooked(tables, recorder, actor, determination)
  const claims: BudgetKey[] = [...ended]
  const entries: string[] = []
  for (const finding of determination.findings) {
    const money = standing.has(finding.finding) ? undefined : moneyOf(finding)
    if (money === undefined) continue
    if (money.kind === 'entitlement') {
      const claim = claimOf(determination, finding, money, filed)
      await claimBudget(tables, recorder, claim)
      claims.push(claim)
    } else entries.push(await charge(tables, recorder, actor, determination, { finding: finding.finding, ...money }))
  }
  const keys = new Map(claims.map((one) => [`${one.currency} ${one.rehearsal}`, one]))
  for (const key of keys.values()) {
    const posted = await settleBudget(tables, recorder, actor, key)
    entries.push(...posted.filter((one) => one.determination_id === determination.id).map(({ id }) => id))
  }
  const cause = { on: decided_on, reason: determination.number }
  const licences = await restrictLicences(tables, recorder, actor, determination, cause)
  await referUndone(tables, recorder, actor, determination)
  return { entries, licences }
}

/** What the service cannot do itself is put before an officer: it would else be ordered by a letter, and done by nobody. */
async function referUndone(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { number, manufacturer_id, findings }: Determination,
): Promise<void> {
  const sanctions = findings.filter(isImposed)
  const undone = {
    power_missing: sanctions.filter(({ power }) => power === null),
    effect_unknown: sanctions.filter((one) => one.power !== null && !isDone(one)),
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

/** An amount is booked, and a licence ordered about; what takes effect by its statement alone has no effect to do. */
function isDone(finding: DeterminedFinding): boolean {
  return finding.effect === null || orderOf(finding) !== undefined || amountOf(finding) !== undefined
}

/** `Withdrawal of the concession (withdraw concession), from 2028-10-01`. */
function undoneWords({ finding, label, effect, from, value }: DeterminedFinding, language: Language): string {
  const done = effect === null ? value : `${effect.verb} ${effect.noun}`
  const isolated = language === 'ur' ? `\u2066${done}\u2069` : done
  const day = from === null ? '' : language === 'ur' ? `، \u2066${from}\u2069 سے` : `, from ${from}`
  return `${label?.[language] ?? label?.['en'] ?? finding} (${isolated})${day}`
}

/**
 * A restated return is determined anew. What an earlier determination of the same kind booked or claimed for the case stands where the amount is
 * the same, so that an unrelated change moves no money; the rest is taken back by reverse entries. Gives the findings that stand, and the claims
 * that ended.
 */
async function replaceBooked(tables: Handle, recorder: Recorder, actor: Actor, determination: Determination) {
  const { id, manufacturer_id, findings } = determination
  const all = await determinationsOf(tables, determination)
  const before = all.filter((one) => one.id !== id && statusOf(one) === 'approved' && replaces(determination, one))
  const ids = new Set(before.map((one) => one.id))
  const stands = ({ determination_id, finding }: Pick<Entry, 'determination_id' | 'finding'>): boolean => {
    const one = before.find((other) => other.id === determination_id)
    const old = one?.findings.find((other) => other.finding === finding)
    const now = findings.find((other) => other.finding === finding)
    return one?.rehearsal === determination.rehearsal && old !== undefined && old.value === now?.value
  }
  const standing = new Set<string>()
  for (const entry of await openEntries(tables, manufacturer_id, ids))
    if (stands(entry)) standing.add(entry.finding)
    else await reverseEntry(tables, recorder, actor, entry, id)
  const ended: BudgetKey[] = []
  for (const claim of await openClaims(tables, caseOf(determination)))
    if (ids.has(claim.determination_id)) {
      if (stands(claim)) standing.add(claim.finding)
      else {
        await recordClaim(tables, recorder, actor, claim, 'ended')
        ended.push(claim)
      }
    }
  return { standing, ended }
}

function caseOf({ manufacturer_id, programme, year, subject }: Determination) {
  return { manufacturer_id, programme, year, subject }
}

/** Entitlements and sanctions are stated anew as a whole; a restoration that states what is met takes back what was imposed. */
function replaces({ kind, findings }: Determination, before: Determination): boolean {
  switch (kind) {
    case 'entitlement':
    case 'sanction':
      return before.kind === kind
    case 'restoration':
      return before.kind === 'sanction' && findings.length > 0
    case 'failure':
      return false
  }
}

interface Money {
  readonly kind: MoneyFinding
  readonly currency: string
  readonly amount: Exact
}

/** Undefined where it is no amount, or a sanction without power behind it: that is a recommendation. */
function moneyOf({ kind, value, power }: DeterminedFinding): Money | undefined {
  const stated = amountOf({ value })
  const amount = stated === undefined ? undefined : parseDecimal(stated.digits)
  if (stated === undefined || amount === undefined || isZero(amount)) return undefined
  const { currency } = stated
  switch (kind) {
    case 'entitlement':
    case 'liability':
      return { kind, currency, amount }
    case 'sanction':
      return power === null ? undefined : { kind, currency, amount }
    case 'requirement':
    case 'measure':
      return undefined
  }
}

function claimOf(
  determination: Determination,
  { finding }: DeterminedFinding,
  { currency, amount }: Money,
  filed: Filed,
) {
  const { id, rehearsal } = determination
  return {
    determination_id: id,
    ...caseOf(determination),
    rehearsal,
    finding,
    currency,
    amount: digitsOf(amount),
    ...filed,
  }
}

async function charge(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
  { kind, ...money }: Money & { readonly finding: string },
): Promise<string> {
  const { id, rehearsal, manufacturer_id } = determination
  const entry = await postEntry(tables, recorder, actor, {
    ...caseOf(determination),
    rehearsal,
    finding: money.finding,
    determination_id: id,
    reverses: null,
    ...owedBy(kind, { ...money, manufacturer_id }),
  })
  return entry.id
}
