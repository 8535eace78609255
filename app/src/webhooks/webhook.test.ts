import { expect, test } from 'vitest'
import { happenedBy } from './webhook.ts'

test('other systems are told that an appeal was filed, of its stay and of its order, with the licences that the order reached', () => {
  const told = (command: string, details = {}) =>
    happenedBy(command, 'appeal A-000001', details).map(({ kind, about, name }) => [kind, about, name])
  expect(told('file_appeal')).toEqual([['appeal.filed', 'appeal', 'A-000001']])
  expect(told('decide_stay', { kind: 'granted' })).toEqual([['appeal.stay_decided', 'appeal', 'A-000001']])
  expect(told('decide_appeal', { licences: ['IL-000001'] })).toEqual([
    ['appeal.decided', 'appeal', 'A-000001'],
    ['licence.ordered', 'licence', 'IL-000001'],
  ])
  // What is prepared, drafted or taken back is nobody else's yet.
  for (const command of ['prepare_appeal', 'draft_order', 'reply_to_appeal']) expect(told(command)).toEqual([])
})
