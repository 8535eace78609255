/** A run assesses each return once, whoever is killed over it, and says why something came out otherwise than the last time. */
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as runCsvPage from './assessments/runs/run-csv-page.tsx'
import * as runPage from './assessments/runs/run-page.tsx'
import * as runsPage from './assessments/runs/runs-page.tsx'
import { ASSESS_RUN, assessRun } from './assessments/runs/assess-run.ts'
import { readResults, readRun, readRuns } from './assessments/runs/read-runs.ts'
import type { Run, RunResult } from './assessments/runs/run.ts'
import { startRun, stopRun } from './assessments/runs/start-run.ts'
import { readAssessmentsOf } from './assessments/filed/make-assessment.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { withdrawDetermination } from './determinations/decide-determination.ts'
import { APPROVE_DOCKET, approveDocket, approveRound } from './determinations/dockets/approve-docket.ts'
import type { Docket } from './determinations/dockets/docket.ts'
import * as docketPage from './determinations/dockets/docket-page.tsx'
import * as docketsPage from './determinations/dockets/dockets-page.tsx'
import { PREPARE_DOCKET, prepareDocket, prepareRound } from './determinations/dockets/prepare-docket.ts'
import { readDocket, readLeftOut } from './determinations/dockets/read-dockets.ts'
import { fetchPrinted, PRINT_LETTER, printLetters } from './determinations/print-letter.ts'
import { verifyLetter } from './determinations/verify-letter.ts'
import { refer } from './referrals/refer-matter.ts'
import { LEASE_MS, runDueJobs } from './jobs/run-jobs.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, systemActor, writeAs } from './kernel/transaction.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { type FormSent, getPage, type PageAsked, postForm, textOf } from './pages/page-reader-fixture.ts'
import { passkeyContext, signatureContext } from './people/signature-context.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { PROBLEMS } from './problems.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { threadAuthority } from './thread.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
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

const ALL = { programme: 'bicycles', period: '2026-27', as_of: '2027-07-10', manufacturer_id: null }
/** Of the price of PKR 20,000: 40%, 30% and 20% local, where 30% is asked. */
const IMPORTED = [12_000, 14_000, 16_000]

describe('a run', () => {
  let thread: TestThread
  let files: Readonly<Record<string, string>>
  const returns: string[] = []
  const makers: TestMaker[] = []
  beforeAll(async () => {
    const [server] = SERVERS
    if (server === undefined) throw new Error('no server')
    thread = await openThread(server)
    const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
    if (!read.ok) throw new Error(read.sentence)
    files = Object.fromEntries(read.files)
    await publishWith({})
    thread.on('2027-07-10')
    for (const [nth, imported] of IMPORTED.entries()) {
      const maker = await authorisedMaker(thread, `Firm ${nth}`, `K-${nth}`)
      makers.push(maker)
      returns.push(await filedReturn(thread, maker, imported))
    }
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  /** The law with some of its texts otherwise, in force from now on. */
  async function publishWith(changes: Readonly<Record<string, readonly [from: string, to: string]>>): Promise<void> {
    const changed = Object.entries(changes).map(([name, [from, to]]) => {
      expect(files[name]).toContain(from)
      return [name, files[name]?.replace(from, to) ?? ''] as const
    })
    files = { ...files, ...Object.fromEntries(changed) }
    const { recorder, policyOfficer } = thread
    const { id } = done(await proposeRelease(recorder, policyOfficer, { files, effective_on: '2026-07-01' }))
    await approve(thread, id)
  }
  async function started(): Promise<Run> {
    return done(await startRun(thread.recorder, thread.caseOfficer, ALL))
  }
  async function goOn(forMs?: number): Promise<number> {
    const { recorder, shelf } = thread
    return await runDueJobs(recorder, { [ASSESS_RUN]: assessRun(recorder, shelf, forMs) }, (error) => {
      throw error
    })
  }
  async function resultsOf({ id }: Run): Promise<readonly RunResult[]> {
    const all = { id, wanted: undefined }
    return done(await readResults(thread.made.database, thread.caseOfficer, all, {})).items
  }
  async function readOf({ id }: Run) {
    return done(await readRun(thread.made.database, thread.caseOfficer, id))
  }
  async function ran(): Promise<Run> {
    const run = await started()
    while ((await readOf(run)).end === null) await goOn()
    return run
  }
  /** Of the changed findings of each return, in the order of `IMPORTED`. */
  async function changesOf(run: Run) {
    const results = await resultsOf(run)
    return returns.map((id) => {
      const changes = results.find((one) => one.return_id === id)?.changes ?? []
      return Object.fromEntries(changes.map(({ finding, before, after, causes }) => [finding, [before, after, causes]]))
    })
  }

  test('shows how far it is, goes on where it was, and leaves one ordinary assessment for each return', async () => {
    const run = await started()
    expect(run).toMatchObject({ total: 3, base_id: null })
    expect(await readOf(run)).toMatchObject({ done: 0, end: null, outcomes: [] })
    expect(refusedFor(await startRun(thread.recorder, thread.caseOfficer, ALL)).code).toBe('run_open')
    // No time at all: the job comes again.
    expect(await goOn(0)).toBe(1)
    expect(await readOf(run)).toMatchObject({ done: 0, end: null })
    expect(await goOn()).toBe(1)
    expect(await readOf(run)).toMatchObject({
      done: 3,
      end: { kind: 'finished', reason: null },
      outcomes: expect.arrayContaining([
        { outcome: 'met', count: 2 },
        { outcome: 'not_met', count: 1 },
      ]) as unknown,
    })
    for (const one of await resultsOf(run)) {
      const made = await readAssessmentsOf(thread.made.database, thread.caseOfficer, one.return_id, {})
      expect(made.items).toMatchObject([{ id: one.assessment_id, made_by: thread.caseOfficer.person }])
      expect(one.changes).toBeNull()
    }
    expect(await goOn()).toBe(0)
    const listed = await readRuns(thread.made.database, thread.caseOfficer, {})
    expect(listed.items.map(({ id, ended }) => [id, ended])).toEqual([[run.id, 'finished']])
  })

  test('says that nothing came out otherwise where nothing did', async () => {
    const run = await ran()
    expect((await resultsOf(run)).map(({ changes }) => changes)).toEqual([[], [], []])
    expect((await readOf(run)).causes).toEqual([])
  })

  test('says that a number of the law is the cause, of the firm that it reaches', async () => {
    await publishWith({ 'localization/parameters.yaml': ['false: 30%', 'false: 35%'] })
    const [far, near, below] = await changesOf(await ran())
    // 40% is enough for 35%, 30% is not any more, and 20% never was.
    expect([far?.['localization_requirement'], below?.['localization_requirement']]).toEqual([undefined, undefined])
    expect(near?.['localization_requirement']).toEqual(['met', 'not met', ['law']])
  })

  const ONCE = 'requires: local_rate >= local_rate_target[licence_year, electric]'
  const TWICE = `${ONCE} + local_rate_target[licence_year, electric]`

  test('says that a formula is the cause', async () => {
    await publishWith({ 'localization/provisions.yaml': [ONCE, TWICE] })
    const [far] = await changesOf(await ran())
    // 40% is less than twice 35%.
    expect(far?.['localization_requirement']).toEqual(['met', 'not met', ['rule']])
  })

  test('names formula and number where either alone would do, and where it takes both', async () => {
    await publishWith({
      'localization/provisions.yaml': [TWICE, ONCE],
      'localization/parameters.yaml': ['false: 35%', 'false: 15%'],
    })
    // 40% reaches once 35% and twice 15%.
    expect((await changesOf(await ran()))[0]?.['localization_requirement']).toEqual(['not met', 'met', ['rule', 'law']])
    await publishWith({
      'localization/provisions.yaml': [ONCE, TWICE],
      'localization/parameters.yaml': ['false: 15%', 'false: 21%'],
    })
    // 40% reaches twice 15% and once 21%, but not twice 21%.
    expect((await changesOf(await ran()))[0]?.['localization_requirement']).toEqual(['met', 'not met', ['rule', 'law']])
  })

  test('says that the facts are the cause, where an amended return says something else', async () => {
    const [, , maker] = makers
    if (maker === undefined) throw new Error('no maker')
    expect(await filedReturn(thread, maker, 10_000)).toBe(returns[2])
    const run = await ran()
    const [far, near, amended] = await changesOf(run)
    expect([far, near]).toEqual([{}, {}])
    // 50% local reaches twice 21%, and 20% did not.
    expect(amended?.['localization_requirement']).toEqual(['not met', 'met', ['data']])
    const causes = Object.values(amended ?? {}).map(([, , of]) => of)
    expect(causes).toEqual(causes.map(() => ['data']))
    expect((await readOf(run)).causes).toEqual([{ cause: 'data', findings: causes.length, firms: 1 }])
  })

  test('is stopped with the reason, and does nothing after that', async () => {
    const run = await started()
    const stop = { id: run.id, reason: 'The law changes tomorrow.' }
    done(await stopRun(thread.recorder, thread.approvingOfficer, stop))
    await goOn()
    expect(await readOf(run)).toMatchObject({ done: 0, end: { kind: 'stopped', reason: stop.reason } })
    expect(await goOn()).toBe(0)
    expect(refusedFor(await stopRun(thread.recorder, thread.caseOfficer, stop)).code).toBe('run_ended')
  })

  test('that two have in hand, since one was believed dead, has each return once', async () => {
    const run = await started()
    const { recorder, shelf } = thread
    const both = [recorder, { ...recorder, clock: () => recorder.clock() + LEASE_MS + 1 }]
    await Promise.all(both.map(async (deps) => await runDueJobs(deps, { [ASSESS_RUN]: assessRun(deps, shelf) })))
    while ((await readOf(run)).end === null) await goOn()
    expect(await readOf(run)).toMatchObject({ done: 3 })
    const { rows } = await readAs(thread.made.database, thread.caseOfficer, async (tables) => {
      return await sql<{ count: number }>`
        select count(*)::integer as count from audit_events where command = 'make_assessment' and details::json ->> 'run' = ${run.id}`.execute(
        tables,
      )
    })
    expect(rows).toEqual([{ count: 3 }])
  })

  test('comes to no end before its returns have their results, past the code as well', async () => {
    const run = await started()
    const end = writeAs(thread.made.database, systemActor('runs'), async (tables) => {
      await sql`insert into assessment_run_ends values (${run.id}, 'finished', null, now(), 'system:runs')`.execute(
        tables,
      )
      return { commit: undefined }
    })
    await expect(end).rejects.toThrow('has not come to its end')
    done(await stopRun(thread.recorder, thread.caseOfficer, { id: run.id, reason: 'Only tried.' }))
  })

  test('is of a period of which something is filed', async () => {
    const none = await startRun(thread.recorder, thread.caseOfficer, { ...ALL, period: '2031-32' })
    expect(refusedFor(none)).toEqual({ code: 'nothing_to_assess', period: '2031-32' })
  })

  describe('on its pages', () => {
    const PAGES = builtFrom({
      'assessment-runs': runsPage,
      'assessment-runs/:id': runPage,
      'assessment-runs/:id/results.csv': runCsvPage,
    })
    let service: ReturnType<typeof servedPages>
    beforeAll(() => {
      service = servedPages(PAGES, {
        authority: threadAuthority,
        problems: PROBLEMS,
        actors: new Map<string, Actor>([
          ['case', thread.caseOfficer],
          ['approving', thread.approvingOfficer],
          ['customs', thread.customsOfficer],
        ]),
        contexts: new Map<never, unknown>([
          [recorderContext as never, thread.recorder],
          [shelfContext as never, thread.shelf],
        ]),
      })
    })
    async function see(...asked: PageAsked) {
      const { statusCode: status, body } = await getPage(service.server, ...asked)
      return { status, body, text: textOf(body) }
    }
    async function send(...sent: FormSent) {
      const { statusCode: status, headers, body } = await postForm(service.server, ...sent)
      expect(service.faults).toEqual([])
      return { status, to: String(headers.location), text: textOf(body) }
    }

    test('it is started by a case officer, shows what changed and why in both languages, and is fetched as a table', async () => {
      await publishWith({ 'localization/provisions.yaml': [TWICE, ONCE] })
      const form = { programme: 'bicycles', period: ALL.period, as_of: ALL.as_of }
      expect((await send('/assessment-runs', 'approving', form)).status).toBe(403)
      expect((await send('/assessment-runs', 'case', { ...form, period: '2031-32' })).text).toContain(
        'No yearly return of 2031-32',
      )
      const { status, to } = await send('/assessment-runs', 'case', form)
      expect(status).toBe(303)
      expect((await see(to, 'case')).text).toContain('0 of 3 returns are assessed')
      while ((await goOn()) > 0) continue
      const { text } = await see(`${to}?wanted=changed`, 'approving')
      expect(text).toContain('3 of 3 returns are assessed')
      expect(text).toContain('the rule: a formula of the programme')
      // 40% reaches once 21%, and did not reach twice.
      expect(text).toMatch(/Localization requirement: Not met → Met \(rule\)/i)
      const urdu = await see(to, 'case', 'ur')
      expect([urdu.status, urdu.body.includes('<html lang="ur" dir="rtl">')]).toEqual([200, true])
      expect((await see(to, 'customs')).status).toBe(403)
      const { body } = await see(`${to}/results.csv`, 'case')
      expect(body).toMatch(/Firm 0,[^,]*,Localization requirement,not met,met,rule,/i)
    })

    test('it is stopped with the reason by an officer', async () => {
      const form = { programme: 'bicycles', period: ALL.period, as_of: ALL.as_of }
      const { to } = await send('/assessment-runs', 'case', form)
      expect((await send(to, 'approving', { reason: '' })).status).toBe(422)
      expect((await send(to, 'approving', { reason: 'Begun too early.' })).status).toBe(303)
      expect((await see(to, 'case')).text).toContain('Begun too early.')
    })
  })

  describe('and what it found is determined', () => {
    const reasons = { failure_reasons: 'Below the target.', entitlement_reasons: 'As the return says.' }
    const CONFIRMED = async () => await Promise.resolve({ done: true })
    let run: Run
    let docket: Docket
    let [met, other, third]: (RunResult | undefined)[] = []
    beforeAll(async () => {
      run = await ran()
      ;[met, other, third] = await resultsOf(run)
    })
    async function workOff(): Promise<void> {
      const { recorder, shelf } = thread
      const handlers = {
        [PREPARE_DOCKET]: prepareRound(recorder, shelf),
        [APPROVE_DOCKET]: approveRound(thread),
        [PRINT_LETTER]: printLetters(thread),
      }
      while (
        (await runDueJobs(recorder, handlers, (error) => {
          throw error
        })) > 0
      )
        continue
    }
    const read = async () => done(await readDocket(thread.made.database, thread.approvingOfficer, docket.id))
    const approved = async (shown_hash: string, actor = thread.approvingOfficer) =>
      await approveDocket(thread.recorder, actor, { id: docket.id, shown_hash }, CONFIRMED)

    test('by one officer for all firms at once, with what he has to weigh left out and named', async () => {
      const { recorder, caseOfficer } = thread
      const words = { en: 'The plant burnt.', ur: 'کارخانہ جل گیا۔' }
      await writeAs(recorder.database, caseOfficer, async (tables) => {
        const of = { subject: `return ${met?.return_id}`, manufacturer_id: met?.manufacturer_id ?? '' }
        await refer(tables, recorder, caseOfficer, { ...of, kind: 'finding_refused', words })
        return { commit: undefined }
      })
      const own_reasons = [{ manufacturer_id: other?.manufacturer_id ?? '', reasons: 'The firm admits it.' }]
      const asked = { run_id: run.id, ...reasons, own_reasons }
      docket = done(await prepareDocket(recorder, caseOfficer, asked))
      expect(refusedFor(await approved('sha256:none')).code).toBe('docket_open')
      await workOff()
      const { items, listed, rounds } = await read()
      expect(rounds).toMatchObject([{ act: 'prepare', total: 3, done: 3, end: { kind: 'finished' } }])
      expect(listed).toBe(items.length)
      const reasonsOf = (firm: RunResult | undefined) =>
        items.flatMap(({ determination: one }) => (one.manufacturer_id === firm?.manufacturer_id ? [one.reasons] : []))
      expect(reasonsOf(other)).toEqual(['The firm admits it.'])
      expect(reasonsOf(third)).toEqual(['As the return says.'])
      expect(items.some(({ determination }) => determination.manufacturer_id === met?.manufacturer_id)).toBe(false)
      const left = done(await readLeftOut(recorder.database, caseOfficer, docket.id, {}))
      const ofFirst = left.items.find(({ manufacturer_id }) => manufacturer_id === met?.manufacturer_id)
      expect(ofFirst?.left_out).toMatchObject([{ reason: 'problem', problem: { code: 'referred' } }])
      // What is prepared is not prepared again, and its number is named.
      const again = done(await prepareDocket(recorder, caseOfficer, asked))
      await workOff()
      const twice = done(await readLeftOut(recorder.database, caseOfficer, again.id, {}))
      expect(twice.items.flatMap(({ left_out }) => left_out.map(({ problem }) => problem))).toEqual(
        expect.arrayContaining([{ code: 'determined_already', number: items[0]?.number }]),
      )
    })

    test('by another with one signature over the list that he saw: what changed meanwhile is refused, the rest goes on', async () => {
      const { recorder, caseOfficer, approvingOfficer, made } = thread
      const { shown_hash, items } = await read()
      const [first, second] = items
      if (first === undefined || second === undefined) throw new Error('there are not two of them')
      const both = { ...caseOfficer, role: 'approving_officer' } as const
      expect(refusedFor(await approved(shown_hash, both)).code).toBe('docket_own')
      const round = done(await approved(shown_hash))
      expect([round.total, round.signed_hash]).toEqual([items.length, shown_hash])
      done(await withdrawDetermination(recorder, caseOfficer, { number: first.number, reason: 'Not this one.' }))
      await workOff()
      const after = await read()
      expect(after.rounds[1]).toMatchObject({ done: items.length, refused: 1, end: { kind: 'finished' } })
      expect(after.items.map(({ determination, problem }) => [determination.decided?.kind, problem?.code])).toEqual([
        ['withdrawn', 'determination_decided'],
        ...items.slice(1).map(() => ['approved', undefined]),
      ])
      const { decided } = after.items[1]?.determination ?? {}
      expect([decided?.recorded_by, decided?.signed_hash]).toEqual([approvingOfficer.person, second.shown_hash])
      // Printed by its job, once: whoever asks for it gets that.
      const letter = done(await fetchPrinted(thread, caseOfficer, second.number, 'letter_id'))
      expect([letter.id, letter.name]).toEqual([decided?.letter_id, `${second.number}.pdf`])
      expect(done(await verifyLetter(made.database, thread.shelf, ANYBODY, second.number)).letter_hash).toBe(
        letter.hash,
      )
      expect(refusedFor(await approved(after.shown_hash)).code).toBe('docket_list_empty')
    })

    test('on pages, by the forms of both officers: prepared, looked through and signed, in both languages', async () => {
      const { recorder, shelf, caseOfficer, approvingOfficer, customsOfficer } = thread
      const confirm = async (_: unknown, code: string) =>
        await Promise.resolve(code === '123456' ? { done: true } : { refused: { code: 'code_wrong' } })
      const { server, faults } = servedPages(builtFrom({ dockets: docketsPage, 'dockets/:id': docketPage }), {
        authority: threadAuthority,
        problems: PROBLEMS,
        actors: new Map<string, Actor>([
          ['case', caseOfficer],
          ['approving', approvingOfficer],
          ['customs', customsOfficer],
        ]),
        contexts: new Map<never, unknown>([
          [recorderContext as never, recorder],
          [shelfContext as never, shelf],
          [signatureContext as never, confirm],
          [passkeyContext as never, async () => await Promise.resolve(undefined)],
        ]),
      })
      const see = async (...asked: PageAsked) => (await getPage(server, ...asked)).body
      const send = async (...sent: FormSent) => {
        const { statusCode: status, headers, body } = await postForm(server, ...sent)
        expect(faults).toEqual([])
        return { status, to: String(headers.location).split('?')[0] ?? '', text: textOf(body) }
      }
      const form = { run_id: run.id, ...reasons }
      expect((await send('/dockets', 'approving', form)).status).toBe(403)
      const none = await send('/dockets', 'case', { ...form, failure_reasons: '', entitlement_reasons: '' })
      expect([none.status, none.text.includes('Write reasons for the failures')]).toEqual([422, true])
      const { status, to } = await send('/dockets', 'case', form)
      expect([status, /^\/dockets\/[0-9a-f-]{36}$/.test(to)]).toEqual([303, true])
      expect(textOf(await see(to, 'approving'))).toContain('0 of 3 returns are looked at')
      await workOff()
      // The one that was withdrawn is prepared anew; the rest is determined.
      const shown = await see(to, 'approving')
      expect(textOf(shown)).toMatch(/Below the target\..*The list to be signed: 1.*Determined already/)
      expect(await see(to, 'case')).not.toContain('name="second_factor"')
      expect((await see(to, 'approving', 'ur')).includes('<html lang="ur" dir="rtl">')).toBe(true)
      expect((await getPage(server, to, 'customs')).statusCode).toBe(403)
      const elsewhere = await send(to, 'approving', { what: 'take_out', number: 'D-999999', reason: 'By itself.' })
      expect([elsewhere.status, elsewhere.text.includes('is not on the list any more')]).toEqual([409, true])
      const shown_hash = /name="shown_hash" value="([^"]+)"/.exec(shown)?.[1] ?? ''
      const signing = { what: 'sign', shown_hash, second_factor: '123456' }
      expect((await send(to, 'case', signing)).status).toBe(403)
      expect((await send(to, 'approving', { ...signing, second_factor: '000000' })).status).not.toBe(303)
      expect(await send(to, 'approving', signing)).toMatchObject({ status: 303, to })
      await workOff()
      expect(textOf(await see(to, 'case'))).toContain('1 of 1 determinations are decided')
      expect(textOf(await see('/dockets', 'approving'))).toContain('Decided')
    })

    test('in two hands, neither of which the database lets do the other’s part', async () => {
      const { made, caseOfficer, approvingOfficer } = thread
      const [, signed] = (await read()).rounds
      const tried = async (actor: Actor, id: string) =>
        await writeAs(made.database, actor, async (tables) => {
          await sql`insert into docket_rounds select ${id}, docket_id, act, total, signed_hash, begun_at, ${actor.person}, begun_for
            from docket_rounds where id = ${signed?.id ?? ''}`.execute(tables)
          return { commit: undefined }
        })
      await expect(tried(caseOfficer, '00000000-0000-4000-8000-000000000001')).rejects.toThrow('row-level security')
      const both = { ...caseOfficer, role: 'approving_officer' } as const
      await expect(tried(both, '00000000-0000-4000-8000-000000000002')).rejects.toThrow('does not approve them')
      const early = writeAs(made.database, approvingOfficer, async (tables) => {
        await sql`insert into docket_round_ends values (${signed?.id ?? ''}, 'finished', null, now(), 'x')`.execute(
          tables,
        )
        return { commit: undefined }
      })
      await expect(early).rejects.toThrow('row-level security')
    })
  })
})
