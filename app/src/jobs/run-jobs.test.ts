import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../audit-log/open-audit-key.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { MemberRole, OrganizationKind } from '../kernel/authority.ts'
import { makeIds } from '../kernel/identifiers.ts'
import { type OpenTestDatabase, openTestDatabase, SERVERS } from '../kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from '../kernel/transaction.ts'
import type { Handlers, Job } from './job.ts'
import { queueJobIn, queueStanding } from './queue-job.ts'
import { retryJob, seeJobs } from './retry-job.ts'
import { isLastTry, LEASE_MS, pauseAfter, runDueJobs, startWorker } from './run-jobs.ts'

const MINUTE_MS = 60_000
const SYSTEM = systemActor('test')

describe('a job that goes wrong', () => {
  test('is tried again after half a minute, then twice as long each time, up to four hours', () => {
    expect([1, 2, 3, 9, 10, 20].map((tries) => pauseAfter(tries) / MINUTE_MS)).toEqual([0.5, 1, 2, 128, 240, 240])
  })
  test('is given up where the next try would come more than a day after it began', () => {
    const begins_at = '2027-01-01T00:00:00.000Z'
    const at = (time: string) => isLastTry({ begins_at, tries: 10 }, Date.parse(time))
    expect(at('2027-01-01T20:00:00.000Z')).toBe(false)
    expect(at('2027-01-01T20:00:00.001Z')).toBe(true)
  })
})

describe.each(SERVERS)('jobs on $name', (server) => {
  let made: OpenTestDatabase
  let recorder: Recorder
  let now = Date.UTC(2027, 0, 1)
  beforeAll(async () => {
    made = await openTestDatabase(server)
    const clock = () => now
    const key = keyOf(generateKeyPairSync('ed25519').privateKey)
    recorder = { database: made.database, key, clock, makeId: makeIds(clock) }
    await made.tamper('create table effects (about text); grant select, insert on effects to maqami_app')
  })
  afterAll(async () => {
    await made.drop()
  })
  beforeEach(async () => {
    await made.tamper('delete from jobs; delete from effects')
  })

  async function queue(about: string, as: Actor = SYSTEM): Promise<void> {
    await writeAs(made.database, as, async (tables) => ({ commit: await queueJobIn(tables, recorder, 'mark', about) }))
  }
  async function jobs(): Promise<readonly Job[]> {
    const seen = await seeJobs(made.database, SYSTEM)
    if ('refused' in seen) throw new Error(seen.refused.code)
    return seen.done.jobs
  }
  async function effects(): Promise<readonly string[]> {
    const { rows } = await readAs(made.database, SYSTEM, async (tables) => {
      return await sql<{ about: string }>`select about from effects order by about`.execute(tables)
    })
    return rows.map(({ about }) => about)
  }
  const MARK: Handlers = {
    mark: async ({ about }) => {
      await Promise.resolve()
      return async (tables) => {
        await sql`insert into effects (about) values (${about})`.execute(tables)
        return undefined
      }
    },
  }

  test('are each done once by however many who look for them at the same moment', async () => {
    const abouts = Array.from({ length: 12 }, (_, index) => `job ${String(index).padStart(2, '0')}`)
    for (const about of abouts) await queue(about)
    const hands = Array.from({ length: 6 }, async () => {
      while ((await runDueJobs(recorder, MARK)) > 0) continue
    })
    await Promise.all(hands)
    expect(await effects()).toEqual(abouts)
    expect(await jobs()).toEqual([])
  })

  test('leave no effect where recording it failed, are tried again with growing pauses, and fail after a day', async () => {
    await queue('broken')
    const began = now
    const broken: Handlers = {
      mark: async () => {
        await Promise.resolve()
        return async (tables) => {
          await sql`insert into effects (about) values ('half')`.execute(tables)
          throw new Error('the other half is missing')
        }
      },
    }
    expect(await runDueJobs(recorder, broken)).toBe(1)
    expect(await effects()).toEqual([])
    expect(await jobs()).toMatchObject([{ tries: 1, error: 'the other half is missing', failed_at: null }])
    now = began + 30_000 - 1
    expect(await runDueJobs(recorder, broken)).toBe(0)
    let tries = 1
    while ((await jobs())[0]?.failed_at === null) {
      now = Date.parse((await jobs())[0]?.due_at ?? '')
      tries += await runDueJobs(recorder, broken)
    }
    // 1 + the pauses of 0.5, 1, 2, 4, 8, 16, 32, 64, 128 minutes make 4.3 hours; four more of 4 hours make 20.3, and a fifth would be beyond.
    expect(tries).toBe(14)
    expect((now - began) / MINUTE_MS).toBe(255.5 + 4 * 240)
    expect(await effects()).toEqual([])

    now += 30 * 24 * 3_600_000
    expect(await runDueJobs(recorder, MARK)).toBe(0)
    const operator = await member('regulator', 'administrator')
    const [failed] = await jobs()
    expect(await retryJob(recorder, operator, { id: failed?.id ?? '' })).toEqual({ done: {} })
    expect(await runDueJobs(recorder, MARK)).toBe(1)
    expect(await effects()).toEqual(['broken'])
  })

  /** Somebody in a new organization. */
  async function member(kind: OrganizationKind, role: MemberRole): Promise<Actor> {
    const [organization, person, membership] = [randomUUID(), randomUUID(), randomUUID()]
    await made.tamper(`insert into organizations values ('${organization}', '${kind}', '${kind}', now());
      insert into people values ('${person}', '${role}', '${person}@example.com', now());
      insert into memberships values ('${membership}', '${person}', '${organization}', '${kind}', '${role}', now())`)
    return { person, organization, role }
  }

  test('that somebody was killed over are taken by another, and who comes too late records nothing', async () => {
    await queue('slow')
    const { promise: meanwhile, resolve: go } = Promise.withResolvers<undefined>()
    const slow: Handlers = {
      mark: async (job) => {
        await meanwhile
        return (await MARK['mark']?.(job)) ?? (async () => await Promise.resolve(undefined))
      },
    }
    const killed = runDueJobs(recorder, slow)
    while ((await jobs())[0]?.tries !== 1) continue
    now += LEASE_MS - 1
    expect(await runDueJobs(recorder, MARK)).toBe(0)
    now += 1
    expect(await runDueJobs(recorder, MARK)).toBe(1)
    go(undefined)
    await killed
    expect(await effects()).toEqual(['slow'])
  })

  test('that are done over and over stand once, however many services start, and come again when they say', async () => {
    const starts = Array.from({ length: 4 }, async () => {
      return await queueStanding(recorder, 'daily').catch((error: unknown) => String(error))
    })
    await Promise.all(starts)
    expect(await jobs()).toHaveLength(1)
    const again = now + 24 * 3_600_000
    const daily: Handlers = {
      daily: async () => await Promise.resolve(async () => await Promise.resolve({ again_at: again })),
    }
    expect(await runDueJobs(recorder, daily)).toBe(1)
    expect(await runDueJobs(recorder, daily)).toBe(0)
    expect(await jobs()).toMatchObject([{ begins_at: new Date(again).toISOString(), tries: 0, error: null }])
  })

  test('are let end when the service stops', async () => {
    await queue('last')
    const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>()
    const { promise: meanwhile, resolve: go } = Promise.withResolvers<undefined>()
    const slow: Handlers = {
      mark: async (job) => {
        begin(undefined)
        await meanwhile
        return (await MARK['mark']?.(job)) ?? (async () => await Promise.resolve(undefined))
      },
    }
    const worker = startWorker(recorder, slow, () => undefined)
    await begun
    expect(worker.isAlive()).toBe(true)
    const stopped = worker.stop()
    go(undefined)
    await stopped
    expect(await effects()).toEqual(['last'])
  })

  test('may be queued by whoever acts, and are seen and tried again by the regulator’s administrator alone', async () => {
    const clerk = await member('manufacturer', 'maker_clerk')
    await queue('of a clerk', clerk)
    await made.tamper("update jobs set failed_at = now(), error = 'no such host'")
    const [failed] = await jobs()
    const id = failed?.id ?? ''
    const outsiders = [clerk, await member('manufacturer', 'administrator'), await member('regulator', 'case_officer')]
    for (const actor of outsiders) {
      expect(await seeJobs(made.database, actor)).toEqual({ refused: { code: 'not_operator' } })
      expect(await retryJob(recorder, actor, { id })).toEqual({ refused: { code: 'job_unknown' } })
      const { rows } = await readAs(made.database, actor, async (tables) => await sql`select from jobs`.execute(tables))
      expect(rows).toHaveLength(0)
    }
    const operator = await member('regulator', 'administrator')
    expect(await seeJobs(made.database, operator)).toMatchObject({
      done: {
        counts: [{ kind: 'mark', waiting: 0, failed: 1 }],
        jobs: [{ about: 'of a clerk', error: 'no such host' }],
      },
    })
    expect(await retryJob(recorder, operator, { id })).toEqual({ done: {} })
    expect(await retryJob(recorder, operator, { id })).toEqual({ refused: { code: 'job_unknown' } })
  })
})
