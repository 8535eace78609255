/** What the pages of budgets are given: amounts and names as their reader sees them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { moneyText } from '../ledger/money-text.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { programmesPublished } from '../policy-releases/release-in-force.ts'
import { type BudgetChange, changeHash, type Envelope, openChange, termsOf } from './budget.ts'
import { claimsContext } from './claims-context.ts'
import { type EnvelopeShown, foreseeApproval, readBudget, readBudgets } from './read-budgets.ts'

/** Amounts that stand beside each other in the list and at the head of a page. */
const SUMS = ['reserved', 'committed', 'paid', 'waits'] as const
export type Sum = 'appropriated' | (typeof SUMS)[number]

export interface BudgetListed extends Pick<Envelope, 'number' | 'year' | 'rehearsal' | 'currency'> {
  readonly programme: string
  readonly sums: Readonly<Record<Sum, string>>
  /** `5000000.00`: for machines. */
  readonly digits: Readonly<Record<Sum, string>>
  readonly isOpened: boolean
  readonly isProposed: boolean
}

export async function showBudgets(context: PageContext) {
  const { actor, may } = context.get(pageCall)
  const envelopes = await readBudgets(context.get(recorderContext).database, actor)
  const laws = await lawsCalled(
    context,
    envelopes.map(({ programme }) => programme),
  )
  return {
    budgets: envelopes.map((one) => listed(context, one, laws(one.programme).title)),
    mayPropose: may('propose_budget'),
  }
}

function listed(context: PageContext, envelope: EnvelopeShown, programme: string): BudgetListed {
  const { language } = context.get(pageCall)
  const { number, year, rehearsal, currency, reserved, committed, paid, waits } = envelope
  const terms = termsOf(envelope)
  const digits = { appropriated: terms?.amount ?? '0.00', reserved, committed, paid, waits }
  const money = (amount: string): string => moneyText(currency, amount, language)
  return {
    number,
    year,
    rehearsal,
    currency,
    programme,
    digits,
    sums: {
      appropriated: money(digits.appropriated),
      reserved: money(reserved),
      committed: money(committed),
      paid: money(paid),
      waits: money(waits),
    },
    isOpened: terms !== undefined,
    isProposed: openChange(envelope) !== undefined,
  }
}

/** The terms as texts, where a cap or a rate is missing as null. */
function termsShown(
  context: PageContext,
  currency: string,
  { amount, firm_cap, programme_cap, mode, counts_from, over_cap, distributes, ...rest }: BudgetChange,
) {
  const { language } = context.get(pageCall)
  const { advance_rate, interest_rate, interest_days, source, reason } = rest
  const money = (one: string | null): string | null => (one === null ? null : moneyText(currency, one, language))
  return {
    amount: money(amount),
    firm_cap: money(firm_cap),
    programme_cap: money(programme_cap),
    mode,
    counts_from,
    over_cap,
    distributes,
    advance_rate,
    interest_rate,
    interest_days,
    source,
    reason,
  }
}

export type TermsShown = ReturnType<typeof termsShown>

export async function showBudget(context: PageContext, number: string) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const envelope = settled(context, await readBudget(database, actor, number))
  const laws = await lawsCalled(context, [envelope.programme])
  const law = laws(envelope.programme)
  const called = await context.get(claimsContext)(context, envelope.claims)
  const { change, effect, names } = await readAs(database, actor, async (tables) => {
    const open = openChange(envelope)
    const persons = envelope.changes.flatMap(({ proposed_by, decided }) => [proposed_by, decided?.recorded_by ?? null])
    return {
      change: open,
      effect: open === undefined ? undefined : await foreseeApproval(tables, envelope, open),
      names: await namesIn(tables, persons),
    }
  })
  const { currency, rehearsal } = envelope
  const money = (amount: string): string => moneyText(currency, amount, language)
  const mark = (at: string, by: string) => ({ ...momentOf(at, language), person: names.get(by) })
  const inForce = termsOf(envelope)
  return {
    budget: listed(context, envelope, law.title),
    left: money(envelope.left),
    stripe: rehearsal ? law.rehearsal : undefined,
    inForce: inForce === undefined ? undefined : termsShown(context, currency, inForce),
    proposed:
      change === undefined || effect === undefined
        ? undefined
        : {
            terms: termsShown(context, currency, change),
            ...mark(change.proposed_at, change.proposed_by),
            shown_hash: await changeHash(envelope, change),
            isOwn: change.proposed_by === actor.person,
            effect: {
              more: effect.more.startsWith('-') ? 'less' : effect.more === '0.00' ? 'same' : 'more',
              by: money(effect.more),
              reserved: money(effect.reserved),
              firms: effect.firms,
              waits: money(effect.waits),
            } as const,
          },
    claims: envelope.claims.map((claim) => ({
      ...called(claim),
      finding: nameOf(voiceOf(language, law.names), claim.finding),
      status: claim.status,
      place: momentOf(claim.place, language).when,
      amount: money(claim.amount),
      reserved: money(claim.reserved),
      committed: money(claim.committed),
      paid: money(claim.paid),
      waits: money(claim.waits),
      isWaiting: claim.waits !== '0.00',
      digits: claim,
    })),
    changes: envelope.changes.map(({ amount, reason, proposed_at, proposed_by, decided }) => ({
      ...mark(proposed_at, proposed_by),
      amount: money(amount),
      reason,
      decided:
        decided === null
          ? undefined
          : { kind: decided.kind, reason: decided.reason, ...mark(decided.recorded_at, decided.recorded_by) },
    })),
    mayPropose: may('propose_budget'),
    mayDecide: may('approve_budget'),
  }
}

/** For which programmes one can be proposed, and the terms that hold now of the one from which one came. */
export async function budgetProposable(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const number = new URL(request.url).searchParams.get('budget')
  const envelope = number === null ? undefined : settled(context, await readBudget(database, actor, number))
  const names = await readAs(database, actor, programmesPublished)
  const laws = await lawsCalled(context, names)
  const terms = envelope === undefined ? undefined : (termsOf(envelope) ?? envelope.changes.at(-1))
  return {
    programmes: names.map((value) => ({ value, label: laws(value).title })),
    now:
      envelope === undefined || terms === undefined
        ? undefined
        : {
            programme: envelope.programme,
            year: envelope.year,
            amount: terms.amount,
            firm_cap: terms.firm_cap ?? '',
            programme_cap: terms.programme_cap ?? '',
            mode: terms.mode,
            counts_from: terms.counts_from,
            over_cap: terms.over_cap,
            distributes: terms.distributes ? 'yes' : 'no',
            advance_rate: terms.advance_rate ?? '',
            interest_rate: terms.interest_rate ?? '',
            interest_days: String(terms.interest_days ?? ''),
            source: terms.source,
          },
  }
}
