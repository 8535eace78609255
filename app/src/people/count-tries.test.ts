import * as fc from 'fast-check'
import { assert, asyncProperty } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { beginTry, byAccount, byAddress, forgive, LOCKED_MS } from './count-tries.ts'
import { openTestIdentity, type TestIdentity } from './identity-fixture.ts'

describe.each(SERVERS)('tries on $name', (server) => {
  let made: TestIdentity
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  test('are locked exactly while more than five have gone wrong since the first of a quarter of an hour', async () => {
    let nth = 0
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.constant('wrong' as const) },
      { weight: 1, arbitrary: fc.constant('right' as const) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: LOCKED_MS }) },
    )
    await assert(
      asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const account = byAccount(`person${(nth += 1)}@example.com`)
        let now = 0
        const identity = { ...made.identity, clock: () => now }
        let wrong = 0
        let until = 0
        const answers: unknown[] = []
        const expected: unknown[] = []
        for (const one of steps) {
          if (typeof one === 'number') {
            now += one
            continue
          }
          if (now >= until) [wrong, until] = [0, now + LOCKED_MS]
          wrong += 1
          const lockedOut = await beginTry(identity, [account])
          answers.push(lockedOut)
          expected.push(wrong > 5 ? { code: 'locked_out', until: new Date(until).toISOString() } : undefined)
          if (one === 'right' && lockedOut === undefined) {
            await forgive(identity, account)
            until = 0
          }
        }
        expect(answers).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })

  test('from one address are fifty, at as many accounts, however many come at once', async () => {
    const tries = Array.from({ length: 60 }, async (_, nth) =>
      beginTry(made.identity, [byAccount(`guess${nth}@example.com`), byAddress('192.0.2.88')]),
    )
    const letIn = (await Promise.all(tries)).filter((lockedOut) => lockedOut === undefined)
    expect(letIn).toHaveLength(50)
  })

  test('that succeed give the address back what they used, and no more', async () => {
    const { identity } = made
    const address = byAddress('192.0.2.77')
    for (let tries = 0; tries < 49; tries += 1) await beginTry(identity, [address])
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await beginTry(identity, [address])).toBeUndefined()
      await forgive(identity, byAccount('somebody@example.com'), address)
    }
    expect(await beginTry(identity, [address])).toBeUndefined()
    expect(await beginTry(identity, [address])).toMatchObject({ code: 'locked_out' })
  })
})

test('an address of IPv6 counts by the 64 bits of its network, however it is written', () => {
  const own = byAddress('2001:db8:0:7::1')
  for (const same of ['2001:db8:0:7:ffff::', '2001:0db8:0000:0007:1:2:3:4', '2001:DB8:0:7::', '2001:db8::7:0:0:0:1'])
    expect(byAddress(same)).toEqual(own)
  for (const other of ['2001:db8:0:8::1', '2001:db8::7', '::1', '192.0.2.1']) expect(byAddress(other)).not.toEqual(own)
  expect(byAddress('::1')).toEqual(byAddress('::2'))
  expect(byAddress('::ffff:192.0.2.1')).toEqual(byAddress('192.0.2.1'))
  expect(byAddress('192.0.2.1')).not.toEqual(byAddress('192.0.2.2'))
})
