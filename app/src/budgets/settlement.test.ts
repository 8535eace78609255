/** That no sequence of claims, payments and changes of the terms spends more than there is, or loses a claim. */
import { isDeepStrictEqual } from 'node:util'
import {
  add,
  compare,
  exact,
  type Exact,
  isZero,
  multiply,
  subtract,
  toFixed,
  ZERO,
} from '@maqami/engine/value/exact.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactOf } from '../ledger/entry.ts'
import { firstCome, proRata, shared } from './allot.ts'
import { type BudgetTerms, type Claim, claimStatus, least, less, total, yearInstead } from './budget.ts'
import { bookingsOf } from './claim-budget.ts'
import { type ClaimStanding, reachesLine, settlement, wantedBy } from './settlement.ts'

const TERMS: BudgetTerms = {
  amount: '100.00',
  firm_cap: null,
  programme_cap: null,
  mode: 'first_come',
  counts_from: 'filed',
  over_cap: 'remainder',
  distributes: false,
  advance_rate: null,
  interest_rate: null,
  interest_days: null,
  source: 'The Act, section 9',
  reason: 'The budget of the year.',
}

function claim(place: number, amount: string, more: Partial<Claim> = {}): Claim {
  return {
    id: `claim-${String(place).padStart(3, '0')}`,
    determination_id: `determination-${place}`,
    manufacturer_id: `firm-${place}`,
    programme: 'bicycles',
    year: '2026-27',
    subject: '{}',
    rehearsal: false,
    finding: 'training_grant',
    currency: 'PKR',
    amount,
    filed_at: `2027-07-01T00:00:${String(place).padStart(2, '0')}.000Z`,
    accepted_at: null,
    claimed_at: '2027-08-01T00:00:00.000Z',
    events: [],
    ...more,
  }
}

const untouched = (one: Claim): ClaimStanding => ({ claim: one, reserved: ZERO, committed: ZERO, paid: ZERO })

function committed(claims: readonly Claim[], terms: Partial<BudgetTerms>, distributing = false): readonly string[] {
  const now = { standings: claims.map(untouched), terms: { ...TERMS, ...terms }, others: ZERO, elsewhere: ZERO }
  const moves = settlement(now, distributing)
  return claims.map((one) => toFixed(moves.find((move) => move.claim === one)?.commit ?? ZERO, 2))
}

test('a year of a budget ends in the one after it, also at the end of a century; a calendar year is one too', () => {
  expect(['2026-27', '2099-00', '2026'].map(yearInstead)).toEqual([undefined, undefined, undefined])
  expect(['2026-99', '2026-26', '2099-10'].map(yearInstead)).toEqual(['2026-27', '2026-27', '2099-00'])
})

test('claims are granted in the order of filing; the one over the cap gets the remainder, and the rest of the line waits', () => {
  // 100 − 60 leaves 40 of the 70 asked; behind it nothing is left.
  expect(committed([claim(2, '70.00'), claim(1, '60.00'), claim(3, '1.00')], {})).toEqual(['40.00', '60.00', '0.00'])
})

test('where the terms give nothing over the cap, it waits whole, and nobody behind it passes', () => {
  const line = [claim(1, '60.00'), claim(2, '70.00'), claim(3, '1.00')]
  expect(committed(line, { over_cap: 'nothing' })).toEqual(['60.00', '0.00', '0.00'])
})

test('the order is that of acceptance where the terms say so', () => {
  const [early, late] = [claim(1, '80.00'), claim(2, '80.00')]
  const line = [
    { ...early, accepted_at: '2027-07-20T00:00:00.000Z' },
    { ...late, accepted_at: '2027-07-10T00:00:00.000Z' },
  ]
  expect(committed(line, { counts_from: 'accepted' })).toEqual(['20.00', '80.00'])
  expect(committed(line, { counts_from: 'filed' })).toEqual(['80.00', '20.00'])
})

test('whom only the cap of his own firm holds lets others pass', () => {
  const line = [claim(1, '60.00'), claim(2, '70.00')]
  expect(committed(line, { firm_cap: '30.00' })).toEqual(['30.00', '30.00'])
  expect(committed(line, { firm_cap: '30.00', over_cap: 'nothing' })).toEqual(['0.00', '0.00'])
})

test('the cap of the programme counts what other years reserve', () => {
  const terms = { ...TERMS, programme_cap: '150.00' }
  const standings = [untouched(claim(1, '60.00'))]
  const [move] = settlement({ standings, terms, others: ZERO, elsewhere: exact(120) })
  // 150 − 120.
  expect(toFixed(move?.commit ?? ZERO, 2)).toBe('30.00')
})

test('a budget that is shared gives nothing until it is distributed, and then each the same part', () => {
  const line = [claim(1, '100.00'), claim(2, '50.00'), claim(3, '50.00')]
  expect(committed(line, { mode: 'pro_rata' })).toEqual(['0.00', '0.00', '0.00'])
  // 100 of 200 asked is a half.
  expect(committed(line, { mode: 'pro_rata' }, true)).toEqual(['50.00', '25.00', '25.00'])
})

test('thirds are rounded down to the paisa, and the paisa that is left goes to the first', () => {
  const line = [claim(1, '100.00'), claim(2, '100.00'), claim(3, '100.00')]
  expect(committed(line, { mode: 'pro_rata' }, true)).toEqual(['33.34', '33.33', '33.33'])
})

test('without an envelope what was determined is committed whole', () => {
  const standings = [untouched(claim(1, '60.00'))]
  const [move] = settlement({ standings, terms: undefined, others: ZERO, elsewhere: ZERO })
  expect([toFixed(move?.commit ?? ZERO, 2), toFixed(move?.reserve ?? ZERO, 2)]).toEqual(['60.00', '0.00'])
})

const cents = fc.integer({ min: 1, max: 1_000_000 }).map((hundredths) => exact(hundredths, 100))
const MANY = { numRuns: 300 }

test('shares sum to the whole of what there is, exactly, and nobody is a paisa from his part or gets more than he asked', () => {
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), cents, (wants, amount) => {
      const given = shared(wants, amount)
      const asked = total(wants)
      expect(compare(total(given), least(asked, amount))).toBe(0)
      for (const [nth, want] of wants.entries()) {
        const share = given[nth] ?? ZERO
        expect(compare(share, want)).toBeLessThanOrEqual(0)
        // | share × asked − want × there | < a paisa × asked
        const off = subtract(multiply(share, asked), multiply(want, least(asked, amount)))
        const size = less(off, ZERO) ? subtract(ZERO, off) : off
        expect(less(size, multiply(exact(1, 100), asked))).toBe(true)
      }
    }),
    MANY,
  )
})

test('neither way of sharing goes over what there is or over the cap of a firm', () => {
  const wants = fc.array(fc.record({ firm: fc.constantFrom('A', 'B', 'C'), amount: cents }), { maxLength: 10 })
  fc.assert(
    fc.property(wants, cents, cents, fc.constantFrom('remainder', 'nothing'), (all, amount, cap, over_cap) => {
      const left = { amount, ofFirm: () => cap, over_cap } as const
      for (const given of [firstCome(all, left), proRata(all, left)]) {
        expect(compare(total(given), amount)).toBeLessThanOrEqual(0)
        for (const firm of ['A', 'B', 'C'])
          expect(compare(total(given.filter((_, nth) => all[nth]?.firm === firm)), cap)).toBeLessThanOrEqual(0)
        expect(given.every((share, nth) => !less(share, ZERO) && !less(all[nth]?.amount ?? ZERO, share))).toBe(true)
      }
    }),
    MANY,
  )
})

type Command =
  | { readonly what: 'claim'; readonly firm: number; readonly amount: Exact }
  | { readonly what: 'end' | 'stay' | 'resume' | 'pay' | 'recover'; readonly nth: number }
  | { readonly what: 'terms'; readonly amount: Exact; readonly cap: Exact | null }
  | { readonly what: 'distribute' }

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ what: fc.constant('claim' as const), firm: fc.nat(3), amount: cents }),
  fc.record({ what: fc.constantFrom('end', 'stay', 'resume', 'pay', 'recover'), nth: fc.nat(3) }),
  fc.record({ what: fc.constant('terms' as const), amount: cents, cap: fc.option(cents) }),
  fc.constant({ what: 'distribute' as const }),
)

/** An envelope and its cases as they stand after some commands, one case a firm, and every posting ever made. */
class Played {
  terms: BudgetTerms
  standings: readonly ClaimStanding[] = []
  readonly posted: { readonly account: string; readonly amount: Exact }[] = []
  unbalanced = 0
  /** How often what a firm changed came out otherwise than if all claims had been looked at. */
  otherwise = 0
  #claims = 0

  constructor(mode: BudgetTerms['mode']) {
    this.terms = { ...TERMS, mode, amount: '5000.00' }
  }

  run(one: Command): void {
    const target = 'nth' in one ? this.standings[one.nth] : undefined
    if (one.what === 'claim') this.#claim(one.firm, toFixed(one.amount, 2))
    else if (one.what === 'terms') this.#change(one.amount, one.cap)
    else if (target !== undefined && 'nth' in one) this.#about(target, one.what)
    const firm = one.what === 'claim' ? `firm-${one.firm}` : target?.claim.manufacturer_id
    this.settle(one.what === 'distribute', one.what === 'terms' ? undefined : firm)
  }

  /** What a determination takes back is committed no more; what was paid stays paid. */
  #set(old: ClaimStanding, now: Partial<ClaimStanding>): void {
    this.standings = this.standings.map((one) => (one === old ? { ...one, ...now } : one))
  }

  #claim(firm: number, amount: string): void {
    const manufacturer_id = `firm-${firm}`
    this.#claims += 1
    const made = claim(this.#claims % 60, amount, {
      manufacturer_id,
      id: `claim-${String(this.#claims).padStart(5, '0')}`,
    })
    const old = this.standings.find((one) => one.claim.manufacturer_id === manufacturer_id)
    if (old === undefined) this.standings = [...this.standings, untouched(made)]
    else this.#set(old, { claim: made, committed: ZERO })
  }

  #change(amount: Exact, cap: Exact | null): void {
    const held = this.standings.map((one) => one.reserved)
    // As the command refuses what is below what is reserved.
    if (less(amount, total(held)) || (cap !== null && held.some((one) => less(cap, one)))) return
    this.terms = { ...this.terms, amount: toFixed(amount, 2), firm_cap: cap === null ? null : toFixed(cap, 2) }
  }

  #about(target: ClaimStanding, what: 'end' | 'stay' | 'resume' | 'pay' | 'recover'): void {
    const status = claimStatus(target.claim)
    const record = (kind: 'ended' | 'stayed' | 'resumed') => ({
      ...target.claim,
      events: [...target.claim.events, { kind }],
    })
    if (what === 'end' && status !== 'ended') this.#set(target, { claim: record('ended'), committed: ZERO })
    if (what === 'stay' && status === 'open') this.#set(target, { claim: record('stayed'), committed: ZERO })
    if (what === 'resume' && status === 'stayed') this.#set(target, { claim: record('resumed') })
    if (what === 'pay' && less(target.paid, target.committed)) this.#set(target, { paid: target.committed })
    if (what === 'recover' && less(target.committed, target.paid)) this.#set(target, { paid: target.committed })
  }

  /** What is read when claims of one firm have changed: its own, and those who wait where they may get something. */
  #lookedAt(firm: string): readonly ClaimStanding[] {
    const own = this.standings.filter(({ claim: one }) => one.manufacturer_id === firm)
    const isLine = reachesLine({ terms: this.terms, reserved: this.#reserved(this.standings), elsewhere: ZERO }, own)
    const waits = (one: ClaimStanding) => claimStatus(one.claim) === 'open' && less(one.reserved, wantedBy(one))
    return this.standings.filter((one) => own.includes(one) || (isLine && waits(one)))
  }

  #reserved(standings: readonly ClaimStanding[]): Exact {
    return total(standings.map(({ reserved }) => reserved))
  }

  settle(distributing: boolean, firm?: string): void {
    const budget = { terms: this.terms, elsewhere: ZERO }
    const moves = settlement({ standings: this.standings, ...budget, others: ZERO }, distributing)
    if (firm !== undefined && !distributing) {
      const standings = this.#lookedAt(firm)
      const others = this.#reserved(this.standings.filter((one) => !standings.includes(one)))
      // The same as if all were looked at.
      if (!isDeepStrictEqual(settlement({ standings, ...budget, others }), moves)) this.otherwise += 1
    }
    for (const move of moves) {
      for (const { postings } of bookingsOf(move)) {
        const amounts = postings.map((one) => ({
          account: `${one.kind} ${one.manufacturer_id ?? ''}`,
          amount: exactOf(one.amount),
        }))
        if (!isZero(total(amounts.map(({ amount }) => amount)))) this.unbalanced += 1
        this.posted.push(...amounts)
      }
      const old = this.standings.find(({ claim: one }) => one === move.claim)
      if (old !== undefined)
        this.#set(old, { reserved: add(old.reserved, move.reserve), committed: add(old.committed, move.commit) })
    }
  }
}

test.each(['first_come', 'pro_rata'] as const)(
  'through any sequence of commands an envelope of %s is never exceeded',
  (mode) => {
    let steps = 0
    fc.assert(
      fc.property(fc.array(command, { minLength: 40, maxLength: 60, size: 'max' }), (commands) => {
        const played = new Played(mode)
        for (const one of commands) {
          played.run(one)
          steps += 1
          const { terms, standings } = played
          const reserved = standings.map((each) => each.reserved)
          expect(compare(total(reserved), exactOf(terms.amount))).toBeLessThanOrEqual(0)
          // What is in the budget's account is what was reserved.
          const budget = played.posted.filter(({ account }) => account === 'budget ').map(({ amount }) => amount)
          expect(compare(total(budget), total(reserved))).toBe(0)
          for (const each of standings) {
            expect([each.reserved, each.committed, each.paid].some((amount) => less(amount, ZERO))).toBe(false)
            expect(less(each.reserved, each.committed) || less(each.reserved, each.paid)).toBe(false)
            const { firm_cap } = terms
            expect(firm_cap !== null && less(exactOf(firm_cap), each.reserved)).toBe(false)
            // Committed is what its claim asks for, as far as it is reserved; the rest waits.
            const isOpen = claimStatus(each.claim) === 'open'
            expect(isOpen && compare(each.committed, least(wantedBy(each), each.reserved)) !== 0).toBe(false)
          }
          expect([played.unbalanced, played.otherwise]).toEqual([0, 0])
          const now = { standings, terms, others: ZERO, elsewhere: ZERO }
          const again = settlement(now, one.what === 'distribute')
          expect(again).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
    expect(steps).toBeGreaterThan(1000)
  },
)
