/** Whatever officers, appeals, the bank and issuers of guarantees do in whatever order: no rupee appears, and what is told of money is what a replay of the ledger says. */
import { deepStrictEqual } from 'node:assert/strict'
import { assert, asyncProperty } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { moneyAgreement } from './money-agreement-fixture.ts'
import { moneyPlays, steps } from './money-plays-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { openThread, publish, type TestThread } from './thread-fixture.ts'

describe.each(SERVERS)('money on $name', (server) => {
  let thread: TestThread
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  test('is what the ledger says after every command, and a command that is refused moves nothing', async () => {
    const agreement = moneyAgreement(thread)
    const { begin, act } = moneyPlays(thread, await actorOf(thread.made.database, 'appellate_officer'), agreement)
    const said = { done: 0, refused: 0 }
    await assert(
      asyncProperty(steps, async (all) => {
        const play = await begin()
        for (const drawn of all) {
          const before = await agreement.rowsOf(play)
          const outcome = await act(play, drawn)
          if (outcome !== undefined) said['done' in outcome ? 'done' : 'refused'] += 1
          if (outcome === undefined || 'done' in outcome) await agreement.expectAllAgrees(play)
          else deepStrictEqual(await agreement.rowsOf(play), before)
        }
      }),
      // To shrink what failed would play it again for minutes.
      { numRuns: 100, seed: 20_261_123, endOnFailure: true },
    )
    // Both were tried often.
    expect(Math.min(said.done, said.refused)).toBeGreaterThan(100)
  }, 180_000)
})
