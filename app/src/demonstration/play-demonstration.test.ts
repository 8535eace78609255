import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDeterminations } from '../determinations/read-determinations.ts'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { readLicences } from '../licences/read-licences.ts'
import { statusOn } from '../licences/licence.ts'
import { readNotices } from '../notices/answer-notice.ts'
import { actorOf, organizationOf } from '../people/actor-fixture.ts'
import { readReturns } from '../returns/filing/read-returns.ts'
import { standingOf } from '../returns/filing/return.ts'
import { openThread, type TestThread } from '../thread-fixture.ts'
import { FIRST_DAY, MAKERS } from './demonstration.ts'
import { type Cast, playDemonstration } from './play-demonstration.ts'

let thread: TestThread
beforeAll(async () => {
  const [server] = SERVERS
  if (server === undefined) throw new Error('no server runs')
  thread = await openThread(server)
})
afterAll(async () => {
  await thread.made.drop()
})

test('the demonstration plays to its first day, with a case at each stage', async () => {
  const { made, recorder, shelf, letters, on } = thread
  const names = Object.keys(MAKERS) as readonly (keyof typeof MAKERS)[]
  const makers = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const id = await organizationOf(made.database, 'manufacturer', MAKERS[name].name)
        const clerk = await actorOf(made.database, 'maker_clerk', { id, kind: 'manufacturer' })
        return [
          name,
          { clerk, signatory: await actorOf(made.database, 'maker_signatory', { id, kind: 'manufacturer' }) },
        ]
      }),
    ),
  ) as Cast['makers']
  await playDemonstration({ recorder, shelf, letters, on, progress: () => undefined }, { ...thread, makers })
  const { database } = made
  const officer = thread.caseOfficer
  const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const FIRST = '00000000-0000-0000-0000-000000000000'
  expect((await readReturns(database, officer, LAST, 50)).map(standingOf)).toEqual([
    'draft',
    'accepted',
    'accepted',
    'accepted',
    'accepted',
    'accepted',
    'accepted',
  ])
  expect((await readDeterminations(database, officer, LAST, 50)).map((one) => [one.kind, one.decided?.kind])).toEqual([
    ['entitlement', undefined],
    ['failure', 'approved'],
    ['restoration', 'approved'],
    ['sanction', 'approved'],
    ['failure', 'approved'],
    ['entitlement', 'approved'],
    ['entitlement', 'approved'],
  ])
  expect((await readNotices(database, officer, LAST, 50)).map((one) => one.cure_ends_on)).toEqual([
    '2028-10-14',
    '2027-10-05',
  ])
  const licences = await readLicences(database, officer, FIRST, 50)
  expect(licences.map((licence) => statusOn(licence, '2027-11-01'))).toEqual(['good', 'suspended', 'good', 'good'])
  expect(licences.map((licence) => statusOn(licence, FIRST_DAY))).toEqual(['good', 'good', 'good', 'good'])
})
