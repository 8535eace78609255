import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restrictedOn, statusOn } from '../licences/licence.ts'
import { ordersFor } from '../licences/order-licences.ts'
import type { Determination } from './determination.ts'
import { ownStanding, type Standing, standingAfter, type StandingKind, standingOf } from './standing.ts'

const KINDS: readonly StandingKind[] = ['stayed', 'resumed', 'superseded', 'quashed', 'varied', 'remanded']

function events(kinds: readonly StandingKind[]): Determination['standings'] {
  return kinds.map((kind, at) => ({
    determination_id: 'one',
    position: at + 1,
    kind,
    cause: 'appeal A-1',
    effective_on: '2027-09-11',
    recorded_at: '2027-09-11T06:00:00.000Z',
    recorded_by: 'third officer',
    findings: null,
  }))
}

const DECIDED: Determination['decided'] = {
  kind: 'approved',
  reason: null,
  signed_hash: 'sha256:x',
  letter_id: 'letter',
  bundle_id: 'bundle',
  recorded_at: '2027-09-11T06:00:00.000Z',
  recorded_by: 'second officer',
}

function sanction(own: readonly StandingKind[], failure: readonly StandingKind[] = []): Standing | null {
  return standingOf({
    kind: 'sanction',
    decided: DECIDED,
    standings: events(own),
    standings_before: events(failure),
  })
}

describe('the standing of a determination', () => {
  it('is none before it is approved, and effect from then on', () => {
    const waits = { kind: 'failure' as const, standings: [], standings_before: [] }
    expect(standingOf({ ...waits, decided: null })).toBeNull()
    expect(standingOf({ ...waits, decided: { ...DECIDED, kind: 'sent_back' } })).toBeNull()
    expect(standingOf({ ...waits, decided: DECIDED })).toBe('in_effect')
  })

  it('is that of its failure where the failure is stayed or quashed, and its own again after', () => {
    expect(sanction([], ['stayed'])).toBe('stayed')
    expect(sanction([], ['stayed', 'resumed'])).toBe('in_effect')
    expect(sanction(['stayed'], ['stayed', 'resumed'])).toBe('stayed')
    expect(sanction(['stayed'], ['quashed'])).toBe('quashed')
    expect(sanction(['quashed'], ['stayed'])).toBe('quashed')
    // Another determination of the failure took its place; what was imposed for it stands until that is restated too.
    expect(sanction([], ['superseded'])).toBe('in_effect')
  })

  it('equals a replay of what was allowed to happen, whatever is tried in whatever order', () => {
    assert(
      property(array(constantFrom(...KINDS), { maxLength: 12 }), (tried) => {
        const happened: StandingKind[] = []
        // Said another way than the table of transitions: two flags.
        let stayed = false
        let ended: 'superseded' | 'quashed' | undefined
        for (const kind of tried) {
          const isPossible =
            ended === undefined && (kind === 'resumed' ? stayed : ['quashed', 'remanded'].includes(kind) || !stayed)
          expect(standingAfter(ownStanding(events(happened)), kind) !== undefined).toBe(isPossible)
          if (!isPossible) continue
          happened.push(kind)
          if (kind === 'stayed' || kind === 'resumed') stayed = kind === 'stayed'
          else if (kind !== 'varied') ended = kind === 'remanded' ? 'quashed' : kind
        }
        expect(ownStanding(events(happened))).toBe(ended ?? (stayed ? 'stayed' : 'in_effect'))
      }),
    )
  })
})

describe('what several sanctions do to one licence', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e'] as const
  /** Of a concession, which is the only kind that is withdrawn too. */
  const ORDER = { a: 'suspend', b: 'withdraw', c: 'suspend', d: 'restrict', e: 'restrict' } as const
  const SHARES: Readonly<Record<string, string>> = { d: '60', e: '37.5' }
  const dayOf = (at: number): string => new Date(Date.UTC(2027, 5, 20 + at)).toISOString().slice(0, 10)
  const STEP = record({
    id: constantFrom(...IDS),
    on: boolean(),
    passes: nat({ max: 6 }),
    ahead: nat({ max: 9 }),
  })

  it('is on each day the most that one of them orders, its quota the least that one leaves, and nothing when the last is lifted; the past stays as it was', () => {
    assert(
      property(array(STEP, { maxLength: 14 }), (steps) => {
        const grant = {
          licence_id: 'l',
          position: 1,
          kind: 'grant' as const,
          effective_on: dayOf(0),
          reason: 'x',
          determination_id: null,
          event_id: null,
          percent: null,
          to_id: null,
          recorded_at: '2027-06-20T00:00:00.000Z',
          recorded_by: 'x',
        }
        let licence = {
          kind: 'concession' as const,
          manufacturer_id: 'firm',
          valid_from: dayOf(0),
          valid_until: dayOf(400),
          quota: 100,
          scope: [],
          orders: [grant] as Parameters<typeof ordersFor>[0]['orders'],
        }
        const inEffect = new Map<string, string>()
        const told = new Map<string, string>()
        const shares = new Map<string, string | null>()
        let now = 0
        for (const { id, on, passes, ahead } of steps) {
          now += passes
          if (on) inEffect.set(id, dayOf(now + ahead))
          else inEffect.delete(id)
          const orders = ordersFor(licence, {
            manufacturer_id: 'firm',
            programme: 'bicycles',
            rehearsal: false,
            restrictions: [...inEffect].map(([determination_id, from]) => ({
              determination_id,
              order: ORDER[determination_id as (typeof IDS)[number]],
              ...(SHARES[determination_id] !== undefined && { percent: SHARES[determination_id] }),
              kinds: ['concession'],
              from,
              ordered_at: '2027-06-21T00:00:00.000Z',
            })),
            determinations: new Set(IDS),
            on: dayOf(now),
            determination_id: id,
          })
          const before = licence
          const added = orders.map((order, at) => ({ ...grant, ...order, position: before.orders.length + 1 + at }))
          licence = { ...licence, orders: [...licence.orders, ...added] }
          for (let at = 0; at < now + 12; at += 1) {
            const day = dayOf(at)
            const due = IDS.filter((one) => (inEffect.get(one) ?? '9999') <= day)
            const wanted = due.includes('b')
              ? 'withdrawn'
              : due.includes('a') || due.includes('c')
                ? 'suspended'
                : 'good'
            const share = due.includes('e') ? '37.5' : due.includes('d') ? '60' : null
            if (at >= now) {
              told.set(day, wanted)
              shares.set(day, share)
            }
            expect(statusOn(licence, day)).toBe(told.get(day) ?? 'good')
            expect(restrictedOn(licence, day)).toBe(shares.get(day) ?? null)
          }
        }
      }),
    )
  })

  it('is left where somebody else’s determination suspended it, before it passed to the firm', () => {
    const order = {
      licence_id: 'l',
      reason: 'x',
      event_id: null,
      percent: null,
      to_id: null,
      recorded_at: '',
      recorded_by: 'x',
    }
    const orders = ordersFor(
      {
        kind: 'import_licence',
        manufacturer_id: 'other firm',
        valid_from: dayOf(0),
        valid_until: dayOf(400),
        quota: null,
        scope: [],
        orders: [
          { ...order, position: 1, kind: 'grant', effective_on: dayOf(0), determination_id: null },
          { ...order, position: 2, kind: 'suspend', effective_on: dayOf(1), determination_id: 'about the other' },
          { ...order, position: 3, kind: 'pass', effective_on: dayOf(2), determination_id: null, to_id: 'firm' },
        ],
      },
      {
        manufacturer_id: 'firm',
        programme: 'bicycles',
        rehearsal: false,
        restrictions: [],
        determinations: new Set(IDS),
        on: dayOf(3),
        determination_id: 'a',
      },
    )
    expect(orders).toEqual([])
  })
})
