/** Investment and promises by their commands and forms: who sees what, what lapses, and whom it reminds. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RouterContext } from 'react-router'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as candidateForm from './commitments/candidate-form-page.tsx'
import * as candidatePage from './commitments/candidate-page.tsx'
import * as candidates from './commitments/candidates-page.tsx'
import * as candidatesCsv from './commitments/candidates-csv-page.tsx'
import { enterCandidate, moveCandidate } from './commitments/enter-candidate.ts'
import * as newCandidate from './commitments/new-candidate-page.tsx'
import * as promises from './commitments/promises-page.tsx'
import * as promisesCsv from './commitments/promises-csv-page.tsx'
import { ownedInCommitments, readCandidate, readCandidates, readPromises } from './commitments/read-commitments.ts'
import { recordPromise, recordRealisation } from './commitments/record-promise.ts'
import { promisedBy } from './commitments-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, systemActor } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, type PageAsked, postForm } from './pages/page-reader-fixture.ts'
import { actorOf } from './people/actor-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

describe.each(SERVERS)('investment and promises on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let other: Actor
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    other = (await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')).signatory
  }, 60_000)
  afterAll(async () => await thread.made.drop())
  beforeEach(() => thread.on('2026-07-15'))

  test('a maker sees the promises that are about it and no candidate, and nobody else sees either', async () => {
    const { database } = thread.made
    const { candidate, promise } = await promisedBy(thread, maker.id, 'Ravi')
    await promisedBy(thread, null, 'Elsewhere')
    const own = (await readPromises(database, maker.signatory, {})).items
    expect(own.map(({ number, realisations }) => [number, realisations.map(({ amount }) => amount)])).toEqual([
      [promise.number, ['450.00']],
    ])
    for (const actor of [maker.signatory, other, ANYBODY, thread.customsOfficer]) {
      expect(refusedFor(await readCandidate(database, actor, candidate)).code).toBe('candidate_unknown')
      expect((await readCandidates(database, actor, {})).items).toEqual([])
    }
    for (const actor of [
      other,
      ANYBODY,
      thread.customsOfficer,
      await actorOf(database, 'administrator', { id: maker.id, kind: 'manufacturer' }),
    ])
      expect((await readPromises(database, actor, {})).items).toEqual([])
    const read = done(await readCandidate(database, thread.approvingOfficer, candidate))
    expect(read.promises.map(({ number }) => number)).toEqual([promise.number])
  })

  test('a promise serves a provision of the law in force, and is seen with evidence no later than today', async () => {
    const { recorder, shelf, caseOfficer } = thread
    const { candidate, promise } = await promisedBy(thread, null, 'Steel')
    const said = {
      candidate,
      kind: 'export',
      words: 'Frames abroad',
      amount: '5.00',
      currency: 'USD',
      due_on: '2028-06-30',
      document_id: null,
    } as const
    const recorded = async (programme: string | null, provision: string | null) =>
      await recordPromise(recorder, shelf, caseOfficer, { ...said, programme, provision })
    const [law = ''] = [...(await lawProvisions())]
    expect(done(await recorded('bicycles', law)).provision).toBe(law)
    for (const [programme, provision] of [
      ['bicycles', 'no_such_provision'],
      ['cars', law],
      ['bicycles', null],
      [null, law],
    ] as const)
      expect([programme, refusedFor(await recorded(programme, provision)).code]).toEqual([
        programme,
        'promise_provision',
      ])
    const document_id = promise.document_id ?? ''
    const seen = { number: promise.number, words: 'Seen.', amount: '450.00', document_id }
    const ahead = await recordRealisation(recorder, caseOfficer, { ...seen, realised_on: '2026-07-16' })
    expect(refusedFor(ahead).code).toBe('realisation_ahead')
    const none = { ...seen, realised_on: '2026-07-15', document_id: '00000000-0000-4000-8000-000000000000' }
    expect(refusedFor(await recordRealisation(recorder, caseOfficer, none)).code).toBe('promise_document')
    const nothing = { ...seen, realised_on: '2026-07-15', amount: null }
    expect(refusedFor(await recordRealisation(recorder, caseOfficer, nothing)).code).toBe('promise_amount')
    const rest = done(await recordRealisation(recorder, caseOfficer, { ...seen, realised_on: '2026-07-15' }))
    expect(rest.realisations.map(({ amount }) => amount)).toEqual(['450.00', '450.00'])
  })

  async function lawProvisions() {
    const { inForce } = await import('./policy-releases/release-in-force.ts')
    return await readAs(thread.made.database, thread.caseOfficer, async (tables) => {
      return thread.shelf.open(done(await inForce(tables, 'bicycles', '2026-07-15'))).engine.programme.provisions.keys()
    })
  }

  test('the owner is reminded of the next step and of each promise that is not kept, under a name for each', async () => {
    const { recorder, caseOfficer, policyOfficer } = thread
    const { candidate, promise } = await promisedBy(thread, null, 'Alloy')
    const owned = async () =>
      (
        await readAs(
          thread.made.database,
          systemActor('test'),
          async (tables) => await ownedInCommitments(tables, '2026-07-15'),
        )
      )
        .filter(({ href }) => href === `/investments/${candidate}`)
        .map(({ item, owner_id, due_on, what }) => ({ item, owner_id, due_on, what: what.en }))
    const first = await owned()
    expect(first.map(({ owner_id, due_on, what }) => [owner_id, due_on, what])).toEqual([
      [caseOfficer.person, '2029-06-30', 'the next step with Alloy: “Ask Alloy”'],
      [caseOfficer.person, '2029-06-30', `the promise ${promise.number}, “A line of Alloy”`],
    ])
    const next = { stage: 'approved', happened_on: '2026-07-15', owner_id: policyOfficer.person } as const
    done(
      await moveCandidate(recorder, caseOfficer, {
        number: candidate,
        ...next,
        next_step: 'Build',
        next_on: '2029-06-30',
      }),
    )
    const second = await owned()
    expect(second.map(({ owner_id }) => owner_id)).toEqual([policyOfficer.person, policyOfficer.person])
    expect(second[0]?.item).not.toBe(first[0]?.item)
    const document_id = promise.document_id ?? ''
    const rest = { number: promise.number, amount: '450.00', realised_on: '2026-07-15', words: 'All.', document_id }
    done(await recordRealisation(recorder, caseOfficer, rest))
    expect((await owned()).map(({ what }) => what)).toEqual(['the next step with Alloy: “Build”'])
  })

  test('its owner is an officer, its country is one, and its firm is authorised', async () => {
    const { recorder, caseOfficer } = thread
    const said = {
      name: 'Nobody',
      kind: 'brand',
      country: 'PK',
      manufacturer_id: null,
      component_classes: [],
      site: null,
      zone: null,
      stage: 'enquiry',
      happened_on: '2026-07-15',
      owner_id: caseOfficer.person,
      next_step: 'Ask.',
      next_on: '2026-08-01',
    } as const
    const code = async (more: object) =>
      refusedFor(await enterCandidate(recorder, caseOfficer, { ...said, ...more })).code
    expect(await code({ owner_id: other.person })).toBe('candidate_owner')
    expect(await code({ country: 'XX' })).toBe('candidate_country')
    expect(await code({ manufacturer_id: '00000000-0000-4000-8000-000000000000' })).toBe('not_authorised')
    const { number } = done(await enterCandidate(recorder, caseOfficer, said))
    const moved = { number, ...said, stage: 'withdrawn', next_step: null, next_on: null } as const
    expect(refusedFor(await moveCandidate(recorder, caseOfficer, { ...moved, owner_id: other.person })).code).toBe(
      'candidate_owner',
    )
    done(await moveCandidate(recorder, caseOfficer, moved))
    expect(refusedFor(await moveCandidate(recorder, caseOfficer, moved)).code).toBe('candidate_over')
  })

  describe('by forms', () => {
    let pages: ReturnType<typeof servedPages>['server']
    beforeAll(() => {
      const built = builtFrom({
        investments: candidates,
        'investments.csv': candidatesCsv,
        'investments/new': newCandidate,
        'investments/:number': candidatePage,
        'investments/:number/:what': candidateForm,
        promises,
        'promises.csv': promisesCsv,
      })
      const actors = new Map<string, Actor>([
        ['officer', thread.caseOfficer],
        ['second', thread.approvingOfficer],
        ['maker', maker.signatory],
        ['customs', thread.customsOfficer],
      ])
      const contexts = new Map<RouterContext, unknown>([
        [recorderContext, thread.recorder],
        [shelfContext, thread.shelf],
      ])
      pages = servedPages(built, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
    })
    const get = async (...asked: PageAsked) => await getPage(pages, ...asked)
    const post = async (...sent: FormSent) => await postForm(pages, ...sent)

    test('an officer enters a candidate, records a promise, and is told what lapsed', async () => {
      expect((await get('/investments', 'maker')).statusCode).toBe(403)
      expect((await get('/promises', 'customs')).statusCode).toBe(403)
      expect((await get('/investments/new', 'second')).statusCode).toBe(403)
      const step = { stage: 'talks', happened_on: '2026-07-15', owner_id: thread.caseOfficer.person }
      const form = {
        ...step,
        name: 'Form Cells',
        kind: 'component_maker',
        country: 'CN',
        manufacturer_id: maker.id,
        site: '',
        zone: '',
        next_step: 'Ask.',
        next_on: '2026-07-20',
      }
      const back = await post('/investments/new', 'officer', form)
      expect([back.statusCode, back.body.includes('value="Form Cells"')]).toEqual([422, true])
      expect(back.body).toContain('id="component_classes-error"')
      const sent = await post('/investments/new', 'officer', { ...form, makes_battery: 'yes' })
      const path = String(sent.headers.location)
      expect(path).toMatch(/^\/investments\/INV-\d{6}$/)
      const promise = {
        kind: 'jobs',
        words: 'Jobs for Form',
        amount: '1,200',
        currency: '',
        due_on: '2026-07-20',
        programme: '',
        provision: '',
      }
      expect((await post(`${path}/promise`, 'second', promise)).statusCode).toBe(403)
      expect((await post(`${path}/promise`, 'officer', { ...promise, currency: 'PKR' })).body).toMatch(
        /id="currency"[^>]*aria-invalid="true"/,
      )
      expect((await post(`${path}/promise`, 'officer', promise)).statusCode).toBe(303)
      const shown = (await get(path, 'officer')).body
      for (const said of ['Jobs for Form', '1,200 people', 'Batteries']) expect(shown).toContain(said)
      const [, number = ''] = /realisation\?promise=(PRM-\d+)/.exec(shown) ?? []
      const unseen = { amount: '1,200', realised_on: '2026-07-15', words: 'Payroll' }
      expect((await post(`${path}/realisation?promise=${number}`, 'officer', unseen)).body).toMatch(
        /id="file"[^>]*aria-invalid="true"/,
      )
      expect((await get(`${path}/realisation?promise=PRM-999999`, 'officer')).statusCode).toBe(404)
      expect((await get('/investments', 'second')).body).not.toContain('next step has lapsed')
      thread.on('2026-07-21')
      expect((await get('/investments', 'second')).body).toContain('next step has lapsed')
      const own = (await get('/promises', 'maker')).body
      expect(own).toContain('Jobs for Form')
      expect(own).toContain('Lapsed')
      expect(own).not.toContain('/api/documents/')
      expect((await get('/promises.csv', 'maker')).body).toContain(
        `${number},Jobs,Jobs for Form,1200.00,,0.00,2026-07-20,Lapsed,,`,
      )
      const csv = (await get('/investments.csv', 'second')).body
      expect(csv).toContain('Form Cells,Maker of components,China,Batteries')
      const move = { ...step, stage: 'operating', happened_on: '2026-07-21', next_step: '', next_on: '' }
      expect((await post(`${path}/step`, 'officer', move)).statusCode).toBe(303)
      expect((await post(`${path}/step`, 'officer', move)).statusCode).toBe(409)
      expect((await get('/investments', 'second')).body).not.toContain('next step has lapsed')
    })
  })
})
