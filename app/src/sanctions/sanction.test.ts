/** Which sanctions stand on a day. */
import { describe, expect, it } from 'vitest'
import type { Determination, DeterminedFinding } from '../determinations/determination.ts'
import { sanctionOn } from './sanction.ts'

const POWER = { authority: { en: 'Board' }, clause: null }
function finding(effect: string, more: Partial<DeterminedFinding> = {}): DeterminedFinding {
  const [verb = '', noun = ''] = effect.split(' ')
  const said = { kind: 'sanction', label: null, summary: null, clause: null, value: 'true', from: null } as const
  return { finding: `${verb}_${noun}`, ...said, effect: { verb, noun }, power: POWER, ...more }
}

/** Approved on 11 September 2027, at half past midnight in Karachi, which in Greenwich is the day before. */
function determination(kind: 'sanction' | 'restoration', findings: readonly DeterminedFinding[]): Determination {
  return {
    id: kind,
    number: kind === 'sanction' ? 'D-000003' : 'D-000004',
    kind,
    manufacturer_id: 'firm',
    programme: 'bicycles',
    year: '2026-27',
    assessment_id: 'assessment',
    release_id: 'release',
    rehearsal: false,
    subject: '{}',
    findings,
    reasons: 'As the return says.',
    follows: kind === 'restoration' ? 'sanction' : 'failure',
    prepared_at: '2027-09-10T06:00:00.000Z',
    prepared_by: 'officer',
    decided: {
      kind: 'approved',
      reason: null,
      signed_hash: 'sha256:x',
      letter_id: 'letter',
      bundle_id: null,
      recorded_at: '2027-09-10T19:30:00.000Z',
      recorded_by: 'second officer',
    },
    standings: [],
    standings_before: [],
  }
}

function event(kind: 'stayed' | 'quashed' | 'superseded'): Determination['standings'] {
  const recorded = { recorded_at: '2027-09-20T06:00:00.000Z', recorded_by: 'third officer' }
  return [
    {
      determination_id: 'sanction',
      position: 1,
      kind,
      cause: 'A-1',
      effective_on: '2027-09-20',
      ...recorded,
      findings: null,
    },
  ]
}

const FINDINGS = [
  finding('suspend licence'),
  finding('withdraw concession', { from: '2027-10-01' }),
  finding('revoke licence'),
  finding('impose penalty', { value: 'PKR 10000' }),
  finding('impose surcharge', { value: 'PKR 5', power: null }),
  finding('suspend concession', { value: 'false' }),
]
const SANCTION = determination('sanction', FINDINGS)
const standing = (restorations: readonly Determination[], today = '2027-09-30', of = SANCTION) =>
  sanctionOn(of, restorations, today)?.measures.map(({ finding: name, since, state }) => `${name} ${since} ${state}`)

describe('what a sanction imposes', () => {
  it('stands from its day on, or from that of the decision; what was not imposed is left out', () => {
    expect(standing([])).toEqual([
      'suspend_licence 2027-09-11 in_effect',
      'withdraw_concession 2027-10-01 pending',
      'revoke_licence 2027-09-11 in_effect',
      'impose_penalty 2027-09-11 in_effect',
      'impose_surcharge 2027-09-11 recommended',
    ])
    expect(standing([], '2027-10-01')).toContain('withdraw_concession 2027-10-01 in_effect')
  })

  it('is lifted by a cure, but for money and for what was revoked', () => {
    expect(standing([determination('restoration', [])])).toEqual([
      'revoke_licence 2027-09-11 in_effect',
      'impose_penalty 2027-09-11 in_effect',
      'impose_surcharge 2027-09-11 recommended',
    ])
    const met = { ...finding('none none'), kind: 'requirement' as const }
    expect(standing([determination('restoration', [met])])).toEqual(['revoke_licence 2027-09-11 in_effect'])
  })

  it('stands by the order of the authority that it was recommended to until that lifts it, whatever becomes of the recommendation', () => {
    type Said = Parameters<typeof sanctionOn>[3]
    const told = (replies: Said, of = SANCTION, restorations: readonly Determination[] = []) =>
      sanctionOn(of, restorations, '2027-09-30', replies)?.measures.flatMap(({ finding: name, since, state, lasts }) =>
        name === 'impose_surcharge' ? [`${since} ${state} ${lasts}`] : [],
      ) ?? []
    const accepted = { kind: 'accepted', effective_on: '2027-09-25' } as const
    expect(told([{ kind: 'other', effective_on: null }])).toEqual(['2027-09-11 recommended until_taken_back'])
    expect(told([accepted])).toEqual(['2027-09-25 in_effect until_lifted'])
    expect(told([{ ...accepted, effective_on: '2027-10-01' }])).toEqual(['2027-10-01 pending until_lifted'])
    expect(told([accepted], { ...SANCTION, standings: event('quashed') })).toEqual([
      '2027-09-25 in_effect until_lifted',
    ])
    const met = { ...finding('none none'), kind: 'requirement' as const }
    expect(told([accepted], SANCTION, [determination('restoration', [met])])).toHaveLength(1)
    expect(told([accepted, { kind: 'lifted', effective_on: '2027-09-28' }])).toEqual([])
    expect(told([{ kind: 'declined', effective_on: null }])).toEqual([])
  })

  it('is not lifted by a restoration that waits, is stayed with the sanction, and falls with it', () => {
    const waits = { ...determination('restoration', []), decided: null }
    expect(standing([waits])).toEqual(standing([]))
    expect(standing([], '2027-09-30', { ...SANCTION, standings: event('stayed') })?.[0]).toBe(
      'suspend_licence 2027-09-11 stayed',
    )
    expect(standing([], '2027-09-30', { ...SANCTION, standings: event('quashed') })).toBeUndefined()
    expect(standing([], '2027-09-30', { ...SANCTION, standings: event('superseded') })).toBeUndefined()
    expect(standing([], '2027-09-30', { ...SANCTION, standings_before: event('quashed') })).toBeUndefined()
    expect(standing([], '2027-09-30', { ...SANCTION, decided: null })).toBeUndefined()
  })
})
