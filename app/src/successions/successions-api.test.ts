import { expect, test } from 'vitest'
import { proposalOf } from './successions-api.ts'

const OF_ALL = { firm_id: 'ravi', effective_on: '2027-07-01', reason: 'By deed.', follows: null }

test('of what was sent an event takes what its kind has, and nothing else', () => {
  const beside = { id: 'mine', proposed_by: 'another', decided: 'approved', of_no_table: 1 }
  const parts = [{ firm_id: 'chenab', licences: ['IL-000001'] }]
  const all = { new_name: 'Ravi', answers_id: 'chenab', licences_pass: true, parts, ...OF_ALL, ...beside }
  const none = { new_name: null, answers_id: null, licences_pass: null, parts: [], ...OF_ALL }
  expect(proposalOf({ ...all, kind: 'renamed' })).toEqual({ ...none, kind: 'renamed', new_name: 'Ravi' })
  const merged = { ...none, kind: 'merged', answers_id: 'chenab', licences_pass: true }
  expect(proposalOf({ ...all, kind: 'merged' })).toEqual(merged)
  expect(proposalOf({ ...all, kind: 'split' })).toEqual({ ...none, kind: 'split', answers_id: 'chenab', parts })
})
