/** What officers are shown before one of them signs. */
import { expect, test } from 'vitest'
import type { Licence } from '../licences/licence.ts'
import type { Determination } from './determination.ts'
import { foreseen, type Registers } from './foreseen-effect.ts'

const PERIOD = { valid_from: '2026-07-01', valid_until: '2029-06-30' }
const LICENCE = {
  id: 'one',
  number: 'IL-000001',
  kind: 'import_licence',
  quota: 100,
  drawn: 45,
  scope: [
    { position: 1, hs_prefix: '8714', quota: 50, drawn: 40, ...PERIOD },
    { position: 2, hs_prefix: '8712', quota: null, drawn: 5, ...PERIOD },
  ],
  orders: [],
  ...PERIOD,
} as unknown as Licence

test('a restriction is shown with each quota before and after it, what is drawn of it and what would be left', () => {
  const order = { effective_on: '2027-10-01', determination_id: 'd' }
  const orders = [
    { ...order, kind: 'suspend', percent: null },
    { ...order, kind: 'restrict', percent: '60' },
  ] as const
  const boundless = { ...LICENCE, number: 'IL-000002', quota: null, scope: [] }
  const registers = {
    on: '2027-10-01',
    since: '2027-09-01',
    plan: {
      licences: [
        { licence: LICENCE, orders, without_quota: false },
        { licence: boundless, orders: [], without_quota: true },
      ],
      charges: [],
      takenBack: [],
    },
    drawn: new Map(),
    all: [],
  } as unknown as Registers
  const { licences } = foreseen({ id: 'd', findings: [] } as unknown as Determination, registers)
  // 60% of 100 are 60, less 45 drawn; 60% of 50 are 30, and 40 are drawn.
  expect(licences[0]).toMatchObject({
    left: 55,
    orders: [
      { kind: 'suspend', effective_on: '2027-10-01' },
      {
        kind: 'restrict',
        percent: '60',
        quotas: [
          { hs_prefix: null, granted: 100, restricted: 60, drawn: 45, left: 15 },
          { hs_prefix: '8714', granted: 50, restricted: 30, drawn: 40, left: 0 },
        ],
      },
    ],
  })
  expect(licences[0]?.orders[0]).not.toHaveProperty('percent')
  expect(licences[1]).toMatchObject({ number: 'IL-000002', left: null, orders: [], without_quota: true })
})
