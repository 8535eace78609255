import { array, assert, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asComputed, decidedLess } from './less.ts'
import { finding, suspension } from './letter-fixture.ts'
import { amountOf, type DeterminedFinding } from './determination.ts'

const PENALTY = suspension({ finding: 'penalty', effect: { verb: 'impose', noun: 'penalty' }, value: 'PKR 10000' })
/** As the bicycle act states it: by the day on which it begins. */
const SUSPENSION = suspension({ value: '2027-12-01' })
const FOUND = [SUSPENSION, PENALTY, finding({ finding: 'import_fee', kind: 'liability', value: 'PKR 500' })]
const reasons = 'The late frame was the supplier’s.'

function decided(less: Parameters<typeof decidedLess>[1][number]): DeterminedFinding | string {
  const outcome = decidedLess(FOUND, [less])
  if ('refused' in outcome) return outcome.refused.code
  return outcome.done.find((one) => one.finding === less.finding) ?? 'gone'
}

describe('less than what was computed', () => {
  it('is a lower amount, a later day or nothing at all, and keeps what was computed and why', () => {
    expect(decided({ finding: 'penalty', amount: '2500.50', reasons })).toMatchObject({
      value: 'PKR 2500.50',
      from: '2027-12-01',
      less: { value: 'PKR 10000', from: '2027-12-01', reasons },
    })
    expect(decided({ finding: 'licence_suspension', from: '2028-02-29', reasons })).toMatchObject({
      value: '2028-02-29',
      from: '2028-02-29',
      less: { value: '2027-12-01', from: '2027-12-01', reasons },
    })
    expect(decided({ finding: 'licence_suspension', not_imposed: true, reasons })).toMatchObject({ value: 'false' })
    expect(decided({ finding: 'penalty', not_imposed: true, reasons })).toMatchObject({ value: '' })
  })

  it.each([
    ['more money', { finding: 'penalty', amount: '10000.01' }],
    ['more money, however it is written', { finding: 'penalty', amount: '010001' }],
    ['an earlier day', { finding: 'penalty', from: '2027-11-30' }],
    ['less money from an earlier day', { finding: 'penalty', amount: '1', from: '2027-11-30' }],
    ['the same', { finding: 'penalty', amount: '10000.00', from: '2027-12-01' }],
    ['nothing said', { finding: 'penalty' }],
    ['an amount of nothing, which is not to impose it', { finding: 'penalty', amount: '0.00' }],
    ['an amount where none was computed', { finding: 'licence_suspension', amount: '1' }],
  ])('is refused for %s', (_what, less) => {
    expect(decided({ ...less, reasons })).toBe('not_less')
  })

  it('is of sanctions, and of each once: what is due to a firm or from it is not an officer’s to lessen', () => {
    expect(decided({ finding: 'import_fee', amount: '1', reasons })).toBe('less_of_nothing')
    expect(decided({ finding: 'other', amount: '1', reasons })).toBe('less_of_nothing')
    const twice = [
      { finding: 'penalty', amount: '9000', reasons },
      { finding: 'penalty', amount: '8000', reasons },
    ]
    expect(decidedLess(FOUND, twice)).toEqual({ refused: { code: 'less_of_nothing', finding: 'penalty' } })
  })

  it('is never more, whatever is asked, and leaves what was computed to be read', () => {
    const asked = array(
      record(
        {
          finding: constantFrom('penalty', 'licence_suspension'),
          amount: nat({ max: 20_000 }).map(String),
          from: constantFrom('2027-06-30', '2027-12-01', '2027-12-02', '2028-02-29'),
          not_imposed: constantFrom(true, false),
          reasons: constantFrom(reasons),
        },
        { requiredKeys: ['finding', 'reasons'] },
      ),
      { maxLength: 2 },
    )
    assert(
      property(asked, (less) => {
        const outcome = decidedLess(FOUND, less)
        const findings = 'done' in outcome ? outcome.done : FOUND
        expect(asComputed(findings)).toEqual(FOUND)
        const penalty = findings.find((one) => one.finding === 'penalty')
        expect(Number(amountOf(penalty ?? PENALTY)?.digits ?? '0')).toBeLessThanOrEqual(10_000)
        expect(findings.every((one) => one.from === null || one.from >= '2027-12-01')).toBe(true)
      }),
    )
  })
})
