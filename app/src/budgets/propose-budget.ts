/** A case officer proposes the terms of an envelope, the first time or anew; they hold once a second officer approves them. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import { lastApprovedOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type BudgetRefusal, type BudgetTerms, type Envelope, openChange, yearInstead } from './budget.ts'
import { envelopeFor, insertChange, insertEnvelope, nextBudgetNumber } from './budgets-table.ts'

export interface ProposeBudget extends BudgetTerms {
  readonly programme: string
  readonly year: string
}

export type ProposeBudgetRefusal = BudgetRefusal | NotInForce

/** It is for rehearsals where the law of the programme does not bind, and in the currency of the programme. */
export async function proposeBudget(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { programme, year, ...asked }: ProposeBudget,
): Promise<Outcome<Envelope, ProposeBudgetRefusal>> {
  const terms = termsIn(asked)
  const next = yearInstead(year)
  if (next !== undefined) return { refused: { code: 'budget_year_unfit', year, next } }
  if (terms.distributes && terms.mode !== 'pro_rata') return { refused: { code: 'budget_not_shared' } }
  if ((terms.interest_rate === null) !== (terms.interest_days === null))
    return { refused: { code: 'interest_incomplete' } }
  return await recordCommand<Envelope, ProposeBudgetRefusal>(recorder, actor, 'propose_budget', async (tables) => {
    const proposed_at = instantText(recorder.clock())
    const release = await lastApprovedOf(tables, programme)
    if (release === undefined)
      return { refused: { code: 'no_release_in_force', programme, day: proposed_at.slice(0, 10) } }
    const { currency } = shelf.open(release).engine.programme.heading
    const key = { programme, year, rehearsal: release.rehearsal, currency }
    const found = await envelopeFor(tables, key)
    if (found !== undefined && openChange(found) !== undefined)
      return { refused: { code: 'budget_change_open', number: found.number } }
    const envelope = found ?? { id: recorder.makeId(), number: await nextBudgetNumber(tables), ...key, changes: [] }
    const { changes, ...opened } = envelope
    if (found === undefined) await insertEnvelope(tables, opened)
    const position = changes.length + 1
    const change = { id: recorder.makeId(), position, ...terms, proposed_at, proposed_by: actor.person }
    await insertChange(tables, { ...change, envelope_id: envelope.id })
    return {
      done: { ...envelope, changes: [...changes, { ...change, decided: null }] },
      subject: `budget ${envelope.number}`,
      details: { ...key, position, amount: terms.amount, mode: terms.mode, source: terms.source },
    }
  })
}

/** What a program sends beside them is not looked at. */
function termsIn({
  amount,
  firm_cap,
  programme_cap,
  mode,
  counts_from,
  over_cap,
  distributes,
  advance_rate,
  interest_rate,
  interest_days,
  source,
  reason,
}: BudgetTerms): BudgetTerms {
  const capped = { amount, firm_cap, programme_cap, mode, counts_from, over_cap, distributes }
  return { ...capped, advance_rate, interest_rate, interest_days, source, reason }
}
