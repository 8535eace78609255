import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { done, openThread, type TestThread } from './thread-fixture.ts'
import { applyForRegistration } from './manufacturers/apply-for-registration.ts'
import { decideRegistration } from './manufacturers/decide-registration.ts'

describe.each(SERVERS)('a registration number on $name', (server) => {
  let thread: TestThread
  beforeAll(async () => {
    thread = await openThread(server)
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function applied(name: string, registration_number: string): Promise<string> {
    const { made, recorder } = thread
    const id = await organizationOf(made.database, 'manufacturer', name)
    const signatory: Actor = await actorOf(made.database, 'maker_signatory', { id, kind: 'manufacturer' })
    const address = '7 Canal Road, Faisalabad'
    done(await applyForRegistration(recorder, signatory, { name, registration_number, address }))
    return id
  }

  test('is applied for by whoever writes it, and the officer learns whose it is', async () => {
    const first = await applied('Ravi Cycles', 'K-1001')
    const second = await applied('Ravi Trading', 'K-1001')
    const { recorder, caseOfficer } = thread
    done(await decideRegistration(recorder, caseOfficer, { id: first, kind: 'authorised' }))
    const refused = await decideRegistration(recorder, caseOfficer, { id: second, kind: 'authorised' })
    expect(refused).toEqual({
      refused: { code: 'registration_number_taken', registration_number: 'K-1001', holder: 'Ravi Cycles' },
    })
    const decided = await decideRegistration(recorder, caseOfficer, {
      id: second,
      kind: 'refused',
      reason: 'not its own',
    })
    expect(decided).toMatchObject({ done: { status: 'refused' } })
  })

  test('is one firm’s, though officers authorise five at the same moment', async () => {
    const ids: string[] = []
    for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await applied(`Works ${name}`, 'K-7'))
    const { recorder, caseOfficer } = thread
    const decisions = await Promise.all(
      ids.map(async (id) => await decideRegistration(recorder, caseOfficer, { id, kind: 'authorised' })),
    )
    const [winner, ...others] = decisions.flatMap((one) => ('done' in one ? [one.done.name] : []))
    expect(others).toEqual([])
    expect(decisions.filter((one) => 'refused' in one)).toEqual(
      Array.from({ length: 4 }, () => ({
        refused: { code: 'registration_number_taken', registration_number: 'K-7', holder: winner },
      })),
    )
  })
})
