/**
 * What a determination would do if it were approved on a day. Who prepares and who approves it are shown this, and approval gives effect to this
 * and nothing else.
 */
import { type Exact, isZero, parseDecimal } from '@maqami/engine/value/exact.ts'
import { openClaims } from '../budgets/claim-budget.ts'
import type { Handle } from '../kernel/database.ts'
import { digitsOf, type Entry, type MoneyFinding, owedBy } from '../ledger/entry.ts'
import { openEntries } from '../ledger/post-entry.ts'
import type { LicencePlan } from '../licences/order-licences.ts'
import { amountOf, type Determination, type DeterminedFinding, statusOf } from './determination.ts'
import { determinationsAbout, determinationsOf } from './determinations-table.ts'
import { isReplacedBy } from './order-standing.ts'
import { plannedLicences } from './restrict-licences.ts'

type Claim = Awaited<ReturnType<typeof openClaims>>[number]

interface Replaced {
  /** The findings that stand as an earlier determination booked or claimed them. */
  readonly standing: ReadonlySet<string>
  /** Entries and claims of earlier determinations. */
  readonly takenBack: readonly Entry[]
  readonly ended: readonly Claim[]
}

export interface EffectPlan extends Omit<Replaced, 'standing'> {
  /** What is due from the firm. */
  readonly charges: readonly Pick<Entry, 'finding' | 'phase' | 'postings'>[]
  /** What is due to the firm, as far as there is a budget. */
  readonly claimed: readonly { readonly finding: string; readonly currency: string; readonly amount: string }[]
  readonly licences: readonly LicencePlan[]
}

/** `day` is that of the approval. */
export async function planEffect(tables: Handle, determination: Determination, day: string): Promise<EffectPlan> {
  const { manufacturer_id, findings } = determination
  const { standing, takenBack, ended } = await planReplaced(tables, determination)
  const due = findings.flatMap((one) => {
    const money = standing.has(one.finding) ? undefined : moneyOf(one)
    return money === undefined ? [] : [{ finding: one.finding, ...money }]
  })
  const all = asApproved(await determinationsAbout(tables, determination), determination, day)
  return {
    takenBack,
    ended,
    charges: due
      .filter(({ kind }) => kind !== 'entitlement')
      .map(({ kind, ...money }) => ({ finding: money.finding, ...owedBy(kind, { ...money, manufacturer_id }) })),
    claimed: due
      .filter(({ kind }) => kind === 'entitlement')
      .map(({ finding, currency, amount }) => ({ finding, currency, amount: digitsOf(amount) })),
    licences: await plannedLicences(tables, determination, all, day),
  }
}

/** All determinations about the firm, as they will be when this one is approved. */
function asApproved(all: readonly Determination[], later: Determination, day: string): readonly Determination[] {
  const recorded = { recorded_at: `${day}T23:59:59.999Z`, recorded_by: '' }
  const decided = {
    kind: 'approved' as const,
    reason: null,
    signed_hash: null,
    letter_id: null,
    bundle_id: null,
    ...recorded,
  }
  const before = all
    .filter(({ id }) => id !== later.id)
    .map((one): Determination => {
      if (!isReplacedBy(later, one)) return one
      const { id: determination_id, standings } = one
      const event = { determination_id, position: standings.length + 1, cause: later.number, effective_on: day }
      return { ...one, standings: [...standings, { kind: 'superseded', findings: null, ...event, ...recorded }] }
    })
  return [...before, { ...later, decided }]
}

/**
 * A restated return is determined anew. What an earlier determination of the same kind booked or claimed for the case stands where the amount is
 * the same, so that an unrelated change moves no money; the rest is taken back.
 */
async function planReplaced(tables: Handle, determination: Determination): Promise<Replaced> {
  const { id, manufacturer_id, programme, year, subject, findings } = determination
  const all = await determinationsOf(tables, determination)
  const before = all.filter((one) => one.id !== id && statusOf(one) === 'approved' && replaces(determination, one))
  const ids = new Set(before.map((one) => one.id))
  const stands = ({ determination_id, finding }: Pick<Entry, 'determination_id' | 'finding'>): boolean => {
    const one = before.find((other) => other.id === determination_id)
    const old = one?.findings.find((other) => other.finding === finding)
    const now = findings.find((other) => other.finding === finding)
    return one?.rehearsal === determination.rehearsal && old !== undefined && old.value === now?.value
  }
  const entries = await openEntries(tables, manufacturer_id, ids)
  const claims = (await openClaims(tables, { manufacturer_id, programme, year, subject })).filter((claim) =>
    ids.has(claim.determination_id),
  )
  return {
    standing: new Set([...entries, ...claims].filter(stands).map(({ finding }) => finding)),
    takenBack: entries.filter((entry) => !stands(entry)),
    ended: claims.filter((claim) => !stands(claim)),
  }
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
export function moneyOf({ kind, value, power }: DeterminedFinding): Money | undefined {
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
