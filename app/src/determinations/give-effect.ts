/** What an approved determination does, within the transaction that approves it: entries in the ledger, orders about licences. */
import { parseDecimal } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type Entry, owedBy, type Posting } from '../ledger/entry.ts'
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

export async function giveEffect(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
  decided_on: string,
): Promise<Effects> {
  const booked = await replaceBooked(tables, recorder, actor, determination)
  const entries: string[] = []
  for (const finding of determination.findings) {
    if (booked.has(finding.finding)) continue
    const id = await post(tables, recorder, actor, determination, finding)
    if (id !== undefined) entries.push(id)
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
 * A restated return is determined anew. What an earlier determination of the same kind booked for the case stands where the amount is the
 * same, so that an unrelated change moves no money; the rest is taken back by reverse entries. Gives the findings that stand.
 */
async function replaceBooked(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  determination: Determination,
): Promise<ReadonlySet<string>> {
  const { id, manufacturer_id, findings } = determination
  const all = await determinationsOf(tables, determination)
  const before = all.filter((one) => one.id !== id && statusOf(one) === 'approved' && replaces(determination, one))
  const standing = new Set<string>()
  for (const entry of await openEntries(tables, manufacturer_id, new Set(before.map((one) => one.id)))) {
    const finding = findings.find((one) => one.finding === entry.finding)
    const wanted = finding === undefined ? undefined : bookingOf(manufacturer_id, finding)
    if (wanted !== undefined && entry.rehearsal === determination.rehearsal && isSame(entry.postings, wanted.postings))
      standing.add(entry.finding)
    else await reverseEntry(tables, recorder, actor, entry, id)
  }
  return standing
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

function isSame(before: readonly Posting[], after: readonly Posting[]): boolean {
  return textOf(before) === textOf(after)
}

/** The same in whatever order. */
function textOf(postings: readonly Posting[]): string {
  return postings
    .map(
      ({ manufacturer_id, kind, account, currency, amount }) =>
        `${manufacturer_id ?? ''} ${kind} ${account} ${currency} ${amount}`,
    )
    .toSorted()
    .join()
}

/** Undefined where it is no amount, or a sanction without power behind it: that is a recommendation. */
function bookingOf(
  manufacturer_id: string,
  { finding, kind, value, power }: DeterminedFinding,
): Pick<Entry, 'phase' | 'postings'> | undefined {
  const stated = amountOf({ value })
  const amount = stated === undefined ? undefined : parseDecimal(stated.digits)
  if (stated === undefined || amount === undefined) return undefined
  const money = { finding, manufacturer_id, currency: stated.currency, amount }
  switch (kind) {
    case 'entitlement':
    case 'liability':
      return owedBy(kind, money)
    case 'sanction':
      return power === null ? undefined : owedBy(kind, money)
    case 'requirement':
    case 'measure':
      return undefined
  }
}

async function post(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  { id, manufacturer_id, programme, year, subject, rehearsal }: Determination,
  finding: DeterminedFinding,
): Promise<string | undefined> {
  const booking = bookingOf(manufacturer_id, finding)
  if (booking === undefined) return undefined
  const entry = await postEntry(tables, recorder, actor, {
    manufacturer_id,
    programme,
    year,
    subject,
    rehearsal,
    finding: finding.finding,
    determination_id: id,
    reverses: null,
    ...booking,
  })
  return entry.id
}
