/** Expected values by ILAC-G8:09/2019: simple acceptance is binary at the limit, a guard band of U moves the acceptance limit by U. */
import { expect, test } from 'vitest'
import { type Limit, unfitIn, verdictOf } from './verdict.ts'

const measured = (value: string, expanded_uncertainty = '0.3') => ({
  value,
  expanded_uncertainty,
  coverage_factor: '2',
})
const conforms = (value: string, limit: Limit) => verdictOf(measured(value), limit).conforms

test('by simple acceptance a value at the limit conforms, and one beyond it does not, whatever the uncertainty', () => {
  const at_most = { limit: '1.6', holds: 'at_most', decision_rule: 'simple_acceptance' } as const
  expect(['1.5', '1.6', '1.60', '1.6000000001'].map((value) => conforms(value, at_most))).toEqual([
    true,
    true,
    true,
    false,
  ])
  const at_least = { limit: '80', holds: 'at_least', decision_rule: 'simple_acceptance' } as const
  expect(['79.9999999', '80', '80.1'].map((value) => conforms(value, at_least))).toEqual([false, true, true])
  expect(verdictOf(measured('80'), at_least).acceptance_limit).toBe('80')
})

test('by guarded acceptance the limit is moved to the safe side by the whole uncertainty', () => {
  // 1.6 − 0.3 = 1.3
  const at_most = { limit: '1.6', holds: 'at_most', decision_rule: 'guarded_acceptance' } as const
  expect(verdictOf(measured('1.31'), at_most)).toEqual({ conforms: false, acceptance_limit: '1.3' })
  expect(conforms('1.3', at_most)).toBe(true)
  // 80 + 0.3 = 80.3
  const at_least = { limit: '80', holds: 'at_least', decision_rule: 'guarded_acceptance' } as const
  expect(verdictOf(measured('80.29'), at_least)).toEqual({ conforms: false, acceptance_limit: '80.3' })
  expect(conforms('80.3', at_least)).toBe(true)
})

test('it counts in decimals: where binary fractions miss the limit by a last place, this does not', () => {
  // 0.1 + 0.2 is 0.30000000000000004 in binary.
  const limit = { limit: '0.1', holds: 'at_least', decision_rule: 'guarded_acceptance' } as const
  expect(verdictOf(measured('0.3', '0.2'), limit)).toEqual({ conforms: true, acceptance_limit: '0.3' })
  const below = { limit: '-75', holds: 'at_most', decision_rule: 'guarded_acceptance' } as const
  expect(verdictOf(measured('-76.5', '1.5'), below)).toEqual({ conforms: true, acceptance_limit: '-76.5' })
})

test('what is no decimal, an uncertainty below zero and a factor of zero are told apart', () => {
  expect(unfitIn(measured('1.2'))).toBeUndefined()
  expect(unfitIn(measured('1.2', '0'))).toBeUndefined()
  expect(unfitIn(measured('1,2'))).toBe('value')
  expect(unfitIn(measured('1.2', '-0.1'))).toBe('expanded_uncertainty')
  expect(unfitIn({ ...measured('1.2'), coverage_factor: '0' })).toBe('coverage_factor')
  expect(unfitIn({ ...measured('1.2'), coverage_factor: '-2' })).toBe('coverage_factor')
})
