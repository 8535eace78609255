/** What no rule foresees waits for an officer, until one who may lets it go on with a reason; the database holds to it too. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import type { Determination, DeterminedFinding } from './determinations/determination.ts'
import { giveEffect } from './determinations/give-effect.ts'
import { planEffect } from './determinations/plan-effect.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import type { Handlers } from './jobs/job.ts'
import { queueJobIn } from './jobs/queue-job.ts'
import { runDueJobs } from './jobs/run-jobs.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs, systemActor, writeAs } from './kernel/transaction.ts'
import { actorOf } from './people/actor-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { referFailedJob } from './referrals/refer-failed-job.ts'
import { openReferrals, refer, referredIn } from './referrals/refer-matter.ts'
import { readReferral, readReferrals } from './referrals/read-referrals.ts'
import type { Refer, Referral } from './referrals/referral.ts'
import { releaseReferral } from './referrals/release-referral.ts'
import {
  approve,
  authorisedMaker,
  done,
  filedReturn,
  openThread,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const WORDS = { en: 'The rate is not known.', ur: 'شرح معلوم نہیں۔' }
const REASON = 'It does not rest on that rate.'
const LICENCE = { kind: 'effect_unknown', subject: 'determination D-000001', words: WORDS } as const

describe('what is put before an officer', () => {
  let thread: TestThread
  let maker: TestMaker
  beforeAll(async () => {
    const [server] = SERVERS
    if (server === undefined) throw new Error('no server')
    thread = await openThread(server)
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function referred(actor: Actor, what: Omit<Refer, 'manufacturer_id'>): Promise<readonly Referral[]> {
    const { recorder, made } = thread
    return await writeAs(made.database, actor, async (tables) => {
      await refer(tables, recorder, actor, { ...what, manufacturer_id: maker.id })
      return { commit: await openReferrals(tables, what.subject) }
    })
  }
  async function inTheWay(subject: string) {
    return await readAs(thread.made.database, thread.caseOfficer, async (tables) => await referredIn(tables, subject))
  }

  test('is one matter however often it is met, and stands in the way until it is let go on', async () => {
    const { recorder, caseOfficer, approvingOfficer } = thread
    thread.on('2027-08-01')
    const [first] = await referred(caseOfficer, LICENCE)
    expect(await referred(caseOfficer, LICENCE)).toEqual([first])
    const since = { since: '2027-08-01', needs_approver: true }
    expect(await inTheWay(LICENCE.subject)).toEqual({ code: 'referred', kind: 'effect_unknown', ...since })
    const asked = { id: first?.id ?? '', reason: REASON }
    done(await releaseReferral(recorder, approvingOfficer, asked))
    expect(await inTheWay(LICENCE.subject)).toBeUndefined()
    expect(refusedFor(await releaseReferral(recorder, approvingOfficer, asked)).code).toBe('referral_released')
    const [second] = await referred(caseOfficer, LICENCE)
    expect(second?.id).not.toBe(first?.id)
  })

  test('waits once, though two met it in the same moment', async () => {
    const subject = 'determination D-000002'
    await Promise.all(
      [thread.caseOfficer, systemActor('jobs'), thread.approvingOfficer].map(async (actor) => {
        return await referred(actor, { ...LICENCE, subject })
      }),
    )
    const open = await readAs(thread.made.database, thread.caseOfficer, async (tables) => {
      return await openReferrals(tables, subject)
    })
    expect(open).toHaveLength(1)
  })

  test('is let go on by an approving officer who did not bring it up, where money or a sanction waits; else by any of the two', async () => {
    const { recorder, caseOfficer, approvingOfficer } = thread
    const [own] = await referred(approvingOfficer, { ...LICENCE, subject: 'determination D-000003' })
    const [job] = await referred(systemActor('jobs'), { kind: 'job_failed', subject: 'job 1', words: WORDS })
    const ask = async (actor: Actor, one: Referral | undefined) =>
      await releaseReferral(recorder, actor, { id: one?.id ?? '', reason: REASON })
    expect(refusedFor(await ask(caseOfficer, own)).code).toBe('approver_releases')
    expect(refusedFor(await ask(approvingOfficer, own)).code).toBe('own_referral')
    const another = await actorOf(thread.made.database, 'approving_officer', {
      id: approvingOfficer.organization ?? '',
      kind: 'regulator',
    })
    expect(done(await ask(another, own)).released?.reason).toBe(REASON)
    expect(done(await ask(caseOfficer, job)).released?.released_by).toBe(caseOfficer.person)
  })

  test('is let go on by nobody else, past the code as well', async () => {
    const { made, caseOfficer, approvingOfficer, policyOfficer } = thread
    const [own] = await referred(approvingOfficer, { ...LICENCE, subject: 'determination D-000004' })
    const actors = [caseOfficer, approvingOfficer, policyOfficer, maker.signatory, systemActor('jobs')]
    for (const actor of actors) {
      const attempt = writeAs(made.database, actor, async (tables) => {
        await sql`insert into referral_releases values (${own?.id}, 'why not', now(), ${actor.person})`.execute(tables)
        return { commit: undefined }
      })
      await expect(attempt, actor.role).rejects.toThrow(DatabaseError)
    }
    expect(await inTheWay('determination D-000004')).toBeDefined()
    const { rows } = await readAs(made.database, caseOfficer, async (tables) => {
      return await sql<{
        subject: string
      }>`select subject from audit_events where command = 'release_referral'`.execute(tables)
    })
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual(
      ['determination D-000001', 'determination D-000003', 'job 1'].toSorted(),
    )
  })

  test('is seen by its firm, without the words; another firm does not see that it is there', async () => {
    const { made, caseOfficer } = thread
    const [one] = await referred(caseOfficer, { ...LICENCE, subject: 'determination D-000005' })
    const id = one?.id ?? ''
    expect(done(await readReferral(made.database, caseOfficer, id)).words).toEqual(WORDS)
    expect(done(await readReferral(made.database, maker.clerk, id))).toMatchObject({ kind: LICENCE.kind, words: null })
    const other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    expect(refusedFor(await readReferral(made.database, other.clerk, id)).code).toBe('referral_unknown')
    const open = { released: false }
    expect((await readReferrals(made.database, other.clerk, open, {})).items).toEqual([])
    const all = await readReferrals(made.database, caseOfficer, open, {})
    expect(all.items.map(({ referred_at }) => referred_at)).toEqual(
      all.items.map(({ referred_at }) => referred_at).toSorted(),
    )
    const jobs = await readReferrals(made.database, caseOfficer, { released: true, kind: 'job_failed' }, {})
    expect(jobs.items.map(({ subject }) => subject)).toEqual(['job 1'])
  })

  test('is a job of the service that was tried for a day in vain, with what went wrong last', async () => {
    const { made, recorder, caseOfficer } = thread
    await writeAs(made.database, systemActor('test'), async (tables) => {
      await queueJobIn(tables, recorder, 'send_letter', 'letter 7')
      return { commit: undefined }
    })
    const fails: Handlers = { send_letter: async () => await Promise.reject(new Error('no such mail server')) }
    const deps = { ...recorder, givenUp: referFailedJob(recorder) }
    const waiting = async () =>
      (await readReferrals(made.database, caseOfficer, { released: false, kind: 'job_failed' }, {})).items
    await runDueJobs(deps, fails)
    expect(await waiting()).toEqual([])
    await made.tamper("update jobs set begins_at = begins_at - interval '1 day', due_at = begins_at")
    await runDueJobs(deps, fails)
    const [matter] = await waiting()
    expect(matter).toMatchObject({ needs_approver: false, manufacturer_id: null, referred_by: 'system:jobs' })
    expect(matter?.words?.en).toBe('Send a letter (letter 7): tried 2 times. Last it failed with: no such mail server')
  })

  test('is a return to whose year the law gives no answer, and nothing is determined of it before', async () => {
    const { recorder, shelf, caseOfficer, approvingOfficer, policyOfficer } = thread
    const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
    if (!read.ok) throw new Error(read.sentence)
    const files = Object.fromEntries(read.files)
    // The target is known for the first half of the year only.
    const target = 'localization/parameters.yaml'
    const files_short = {
      ...files,
      [target]: files[target]?.replace('seen_on: 2026-08-01', 'good_until: 2026-12-31') ?? '',
    }
    const { id } = done(
      await proposeRelease(recorder, policyOfficer, { files: files_short, effective_on: '2026-07-01' }),
    )
    await approve(thread, id)
    thread.on('2027-07-10')
    const return_id = await filedReturn(thread, maker, 16_000)
    const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of: '2027-07-10' }))
    const wanted = { assessment_id: assessment.id, subject: {}, kind: 'entitlement', reasons: 'As it says.' } as const
    const refused = refusedFor(await prepareDetermination(recorder, shelf, caseOfficer, wanted))
    expect(refused).toEqual({ code: 'referred', kind: 'finding_refused', since: '2027-07-10', needs_approver: true })
    const [matter] = await readAs(thread.made.database, caseOfficer, async (tables) => {
      return await openReferrals(tables, `return ${return_id}`)
    })
    expect(matter?.words?.en).toContain('31 December 2026')
    done(await releaseReferral(recorder, approvingOfficer, { id: matter?.id ?? '', reason: REASON }))
    const after = await prepareDetermination(recorder, shelf, caseOfficer, wanted)
    expect('refused' in after ? after.refused.code : 'prepared').not.toBe('referred')
  })

  test('is what a determination orders and the service cannot do, and what it only recommends', async () => {
    const { recorder, approvingOfficer, made } = thread
    const power = { authority: { en: 'Bicycle Board' }, clause: 'act, 3(2)' }
    const sanction = { kind: 'sanction', summary: null, clause: null, value: '2028-10-01', from: '2028-10-01' } as const
    const finding = (name: string, effect: string, more: Partial<DeterminedFinding> = {}): DeterminedFinding => {
      const [verb = '', noun = ''] = effect.split(' ')
      return { ...sanction, finding: name, label: { en: name }, effect: { verb, noun }, power, ...more }
    }
    const number = 'D-000009'
    const determination: Determination = {
      id: recorder.makeId(),
      number,
      kind: 'sanction',
      manufacturer_id: maker.id,
      programme: 'bicycles',
      year: '2026-27',
      assessment_id: recorder.makeId(),
      release_id: recorder.makeId(),
      rehearsal: true,
      subject: '{}',
      findings: [
        finding('Suspension', 'suspend licence'),
        finding('Seizure', 'seize stock'),
        finding('Delisting', 'delist brand', { power: null }),
      ],
      reasons: 'As it says.',
      follows: null,
      prepared_at: '2028-10-01T06:00:00.000Z',
      prepared_by: thread.caseOfficer.person,
      decided: null,
      standings: [],
      standings_before: [],
    }
    const open = await writeAs(made.database, approvingOfficer, async (tables) => {
      const plan = await planEffect(tables, determination, '2028-10-01')
      const filed = { filed_at: '2028-10-01T06:00:00.000Z', accepted_at: null }
      await giveEffect(tables, recorder, approvingOfficer, determination, plan, filed)
      return { commit: await openReferrals(tables, `determination ${number}`) }
    })
    expect(open.map(({ kind, words }) => [kind, words?.en])).toEqual([
      ['power_missing', 'Delisting (delist brand), from 2028-10-01'],
      ['effect_unknown', 'Seizure (seize stock), from 2028-10-01'],
    ])
  })
})
