/** Whatever officers, appeals and other authorities order in whatever order: licences and sanctions are what a replay of it says. */
import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvedAlready } from './approved-fixture.ts'
import { recordCommand } from './audit-log/record-command.ts'
import type { Determination } from './determinations/determination.ts'
import { giveEffect } from './determinations/give-effect.ts'
import { orderStanding } from './determinations/order-standing.ts'
import { planEffect } from './determinations/plan-effect.ts'
import { recordReply } from './determinations/recommendations/record-reply.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { allOf } from './kernel/read-page.ts'
import type { Actor } from './kernel/transaction.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { statusOn } from './licences/licence.ts'
import { readLicence } from './licences/read-licences.ts'
import { actorOf } from './people/actor-fixture.ts'
import { readSanctions } from './sanctions/read-sanctions.ts'
import { authorisedMaker, done, openThread, publish, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-02'
const ACTS = [
  'impose',
  'impose',
  'recommend',
  'restore',
  'stayed',
  'resumed',
  'quashed',
  'accepted',
  'declined',
  'lifted',
] as const
type Act = (typeof ACTS)[number]

/** What is known of one sanction, told by the acts alone. */
interface Played {
  readonly determination: Determination
  readonly recommends: boolean
  standing: 'in_effect' | 'stayed' | 'quashed'
  restored: boolean
  said: 'accepted' | 'declined' | 'lifted' | undefined
}

const AS_WANTED = [true, true] as const

describe.each(SERVERS)('sanctions on $name', (server) => {
  let thread: TestThread
  let appellate: Actor
  let numbers = 0
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    appellate = await actorOf(thread.made.database, 'appellate_officer')
    await thread.made.tamper('alter table licence_orders drop constraint licence_orders_determination_id_fkey')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function approved(maker: string, kind: 'sanction' | 'restoration', effects: readonly string[], more: object) {
    const { recorder, approvingOfficer } = thread
    const number = `D-${String(500_000 + (numbers += 1))}`
    const determination = await approvedAlready(thread, { number, maker, kind, effects, ...more })
    await recordCommand(recorder, approvingOfficer, 'approve_determination', async (tables) => {
      const plan = await planEffect(tables, determination, DAY)
      const filed = { filed_at: '2026-08-01T06:00:00.000Z', accepted_at: null }
      const effect = await giveEffect(tables, recorder, approvingOfficer, determination, plan, filed)
      return { done: effect.licences, subject: `determination ${number}`, details: {} }
    })
    return determination
  }

  /** Whether it was done, and whether the replay says that it can be. */
  async function act(maker: string, played: Played[], what: Act, at: number): Promise<readonly [boolean, boolean]> {
    if (what === 'impose' || what === 'recommend') {
      const recommends = what === 'recommend'
      const effects = recommends ? ['withdraw concession'] : ['suspend licence']
      const determination = await approved(maker, 'sanction', effects, {
        recommends,
        year: String(2030 + played.length),
      })
      played.push({ determination, recommends, standing: 'in_effect', restored: false, said: undefined })
      return AS_WANTED
    }
    const one = played[at % Math.max(1, played.length)]
    if (one === undefined) return AS_WANTED
    const { id, number } = one.determination
    const { recorder, approvingOfficer } = thread
    switch (what) {
      case 'restore':
        if (one.restored || one.standing !== 'in_effect') return AS_WANTED
        await approved(maker, 'restoration', [], { follows: id })
        one.restored = true
        return AS_WANTED
      case 'stayed':
      case 'resumed':
      case 'quashed': {
        const ordered = await recordCommand(recorder, appellate, 'decide_appeal', async (tables) => {
          const outcome = await orderStanding(tables, recorder, appellate, {
            determination: { id },
            kind: what,
            cause: 'A-1',
          })
          return 'refused' in outcome ? outcome : { ...outcome, subject: `determination ${number}`, details: {} }
        })
        const from = what === 'resumed' ? ['stayed'] : what === 'stayed' ? ['in_effect'] : ['in_effect', 'stayed']
        const wanted = from.includes(one.standing)
        if ('done' in ordered) one.standing = what === 'resumed' ? 'in_effect' : what
        return ['done' in ordered, wanted]
      }
      case 'accepted':
      case 'declined':
      case 'lifted': {
        const said = { authority: 'Revenue', replied_on: DAY, reference: 'SRO 1', words: 'As it says.', file: null }
        const effective_on = what === 'accepted' ? DAY : null
        const replied = await recordReply(recorder, approvingOfficer, { number, kind: what, ...said, effective_on })
        const wanted = one.recommends && (what === 'lifted') === (one.said === 'accepted')
        if ('done' in replied) one.said = what
        return ['done' in replied, wanted]
      }
    }
  }

  const applies = ({ standing, restored }: Played): boolean => standing === 'in_effect' && !restored

  function standsAs(one: Played): string | undefined {
    if (one.said === 'accepted') return 'in_effect'
    if (one.restored || one.standing === 'quashed' || one.said !== undefined) return undefined
    if (one.recommends) return 'recommended'
    return one.standing
  }

  test('stand, and reach licences, as a replay of all that was ordered says', async () => {
    const step = record({ what: constantFrom(...ACTS), at: nat({ max: 5 }) })
    await assert(
      asyncProperty(array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        thread.on(DAY)
        const { id: maker } = await authorisedMaker(thread, `Firm ${(numbers += 1)}`, `K-${numbers}`)
        thread.on(DAY)
        const granted = async (kind: 'import_licence' | 'concession') => {
          const days = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
          const scope = [{ hs_prefix: '8714', quota: null, ...days }]
          const given = { manufacturer_id: maker, programme: 'bicycles', kind, quota: 10, scope, reason: 'x', ...days }
          return done(await grantLicence(thread.recorder, thread.approvingOfficer, given)).number
        }
        const [licence, concession] = [await granted('import_licence'), await granted('concession')]
        const statusOf = async (number: string) =>
          statusOn(done(await readLicence(thread.made.database, thread.caseOfficer, number)), DAY)
        const played: Played[] = []
        for (const { what, at } of steps) {
          const [isDone, isWanted] = await act(maker, played, what, at)
          expect(isDone).toBe(isWanted)
          const isSuspended = played.some((one) => !one.recommends && applies(one))
          const isWithdrawn = played.some(({ said }) => said === 'accepted')
          expect([await statusOf(licence), await statusOf(concession)]).toEqual([
            isSuspended ? 'suspended' : 'good',
            isWithdrawn ? 'withdrawn' : 'good',
          ])
        }
        const items = await allOf(async (asked) => await readSanctions(thread.recorder, thread.caseOfficer, asked))
        const listed = items
          .filter(({ manufacturer_id }) => manufacturer_id === maker)
          .map(({ number, measures }) => `${number} ${measures.map(({ state }) => state).join()}`)
        const wanted = played.flatMap((one) => {
          const state = standsAs(one)
          return state === undefined ? [] : [`${one.determination.number} ${state}`]
        })
        expect(listed.toSorted()).toEqual(wanted.toSorted())
      }),
      { numRuns: 12, seed: 20_261_123 },
    )
  })
})
