/** Consultations by their commands and forms: who may say what until when, what stays in confidence, and what is answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RouterContext } from 'react-router'
import { recorderContext } from './audit-log/recorder-context.ts'
import { answerComment, commentOnClause, keepAttachment } from './consultations/comment-on-clause.ts'
import * as formPage from './consultations/consultation-form-page.tsx'
import * as consultationPage from './consultations/consultation-page.tsx'
import * as consultationsPage from './consultations/consultations-page.tsx'
import * as newConsultation from './consultations/new-consultation-page.tsx'
import { publishConsultation, reportConsultation } from './consultations/publish-consultation.ts'
import { readConsultation } from './consultations/read-consultations.ts'
import { CLAUSE, commentedBy, LAST_DAY, publishedIn, simulatedIn } from './consultations-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { type FormSent, getPage, type PageAsked, postForm } from './pages/page-reader-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { searchEverything } from './search/search-everything.ts'
import { draftShelf } from './simulations/drafts/draft-shelf-context.ts'
import { openDraftShelf } from './simulations/drafts/draft-shelf.ts'
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

describe.each(SERVERS)('consultations on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let supplier: Actor
  let strangers: readonly Actor[]
  beforeAll(async () => {
    thread = await openThread(server)
    const { database } = thread.made
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const forge = { id: await organizationOf(database, 'supplier', 'Potohar Forge'), kind: 'supplier' } as const
    supplier = await actorOf(database, 'supplier_signatory', forge)
    strangers = [maker.clerk, ANYBODY, thread.customsOfficer, await actorOf(database, 'administrator', forge)]
  }, 60_000)
  afterAll(async () => await thread.made.drop())
  beforeEach(() => thread.on('2029-07-01'))

  test('what is said in confidence is seen by who said it and by the authority, and nobody else finds it', async () => {
    const { recorder, caseOfficer } = thread
    const { database } = thread.made
    const { number, comment } = await commentedBy(thread, supplier, {
      words: 'Xylograph is our margin',
      in_confidence: true,
    })
    done(await answerComment(recorder, caseOfficer, { id: comment.id, outcome: 'noted', words: 'Xylograph is noted.' }))
    const told = async (actor: Actor) => JSON.stringify(done(await readConsultation(database, actor, number)))
    for (const actor of strangers) {
      expect([actor.role, await told(actor)]).toEqual([actor.role, expect.not.stringContaining('Xylograph')])
      expect(
        JSON.stringify(await searchEverything({ database, clock: recorder.clock }, actor, 'Xylograph')),
      ).not.toContain('margin')
    }
    for (const actor of [supplier, caseOfficer]) expect(await told(actor)).toContain('Xylograph is noted.')
  })

  test('what is said openly anybody reads, with its answer, once', async () => {
    const { recorder, caseOfficer } = thread
    const { number, comment } = await commentedBy(thread, supplier, { words: 'Forks from July', in_confidence: false })
    const said = { id: comment.id, outcome: 'changed', words: 'Forks are left out.' } as const
    done(await answerComment(recorder, caseOfficer, said))
    expect(refusedFor(await answerComment(recorder, caseOfficer, said)).code).toBe('comment_answered')
    const { comments } = done(await readConsultation(thread.made.database, ANYBODY, number))
    expect(comments).toMatchObject([
      {
        words: 'Forks from July',
        organization_name: 'Potohar Forge',
        answer: { outcome: 'changed', words: 'Forks are left out.' },
      },
    ])
  })

  test('it takes comments until the end of its day in Pakistan, and is reported after it', async () => {
    const { recorder, policyOfficer } = thread
    const { number } = await publishedIn(thread)
    const said = { number, clause: CLAUSE, words: 'In time', in_confidence: false, document_id: null }
    const report = { number, words: 'Forks are left out.' }
    // 23:59 on the last day is 18:59 in London.
    thread.at(`${LAST_DAY}T18:59:00Z`)
    done(await commentOnClause(recorder, supplier, said))
    expect(refusedFor(await reportConsultation(recorder, policyOfficer, report)).code).toBe('consultation_open')
    thread.at(`${LAST_DAY}T19:00:00Z`)
    const late = refusedFor(await commentOnClause(recorder, supplier, said))
    expect(late).toEqual({ code: 'consultation_closed', closes_on: LAST_DAY })
    const file = { number, name: 'late.pdf', bytes: Buffer.from('%PDF-1.7 late') }
    expect(refusedFor(await keepAttachment(recorder, supplier, file)).code).toBe('consultation_closed')
    expect(done(await reportConsultation(recorder, policyOfficer, report)).report).toBe('Forks are left out.')
    expect(refusedFor(await reportConsultation(recorder, policyOfficer, report)).code).toBe('consultation_reported')
  })

  test('a clause is one of the draft, and what is attached is one’s own', async () => {
    const { recorder } = thread
    const { number, clauses } = await publishedIn(thread)
    expect(clauses).toEqual([CLAUSE])
    const said = { number, clause: CLAUSE, words: 'See the sheet', in_confidence: true, document_id: null }
    expect(refusedFor(await commentOnClause(recorder, supplier, { ...said, clause: 'levy: levy_rate' })).code).toBe(
      'clause_unknown',
    )
    const file = { number, name: 'sheet.pdf', bytes: Buffer.from('%PDF-1.7 sheet') }
    const { id: document_id, hash } = done(await keepAttachment(recorder, supplier, file))
    expect(refusedFor(await commentOnClause(recorder, maker.clerk, { ...said, document_id })).code).toBe(
      'attachment_unknown',
    )
    expect(done(await commentOnClause(recorder, supplier, { ...said, document_id })).document_hash).toBe(hash)
  })

  test('it is published with its effect, and closes no earlier than today', async () => {
    const { recorder, shelf, policyOfficer } = thread
    const { id: simulation_id } = await simulatedIn(thread)
    const shelves = { shelf, simulated: openDraftShelf() }
    const asked = { simulation_id, words: 'About it', closes_on: '2029-06-30' }
    expect(refusedFor(await publishConsultation(recorder, shelves, policyOfficer, asked)).code).toBe(
      'consultation_early',
    )
    const made = done(
      await publishConsultation(recorder, shelves, policyOfficer, { ...asked, closes_on: '2029-07-01' }),
    )
    expect([made.told.en.title, made.told.ur.title]).toEqual(['A lower target', 'کم ہدف'])
    expect(made.told.en.tables.map(({ name }) => name)).not.toContain('firms')
    // Imports of 16,000 in 20,000 leave 20% made here: enough for the draft, and too little for the law.
    expect(
      made.told.en.tables.find(({ name }) => name === 'failing')?.rows.map(({ cells }) => cells.slice(2, 5)),
    ).toEqual([['1', '1', '0']])
  })

  test('a component maker comments on a clause by a form and gets an answer by a form', async () => {
    const built = builtFrom({
      consultations: consultationsPage,
      'consultations/new': newConsultation,
      'consultations/:number': consultationPage,
      'consultations/:number/:what': formPage,
    })
    const actors = new Map<string, Actor>([
      ['officer', thread.caseOfficer],
      ['policy', thread.policyOfficer],
      ['supplier', supplier],
      ['maker', maker.clerk],
      ['customs', thread.customsOfficer],
    ])
    const contexts = new Map<RouterContext, unknown>([
      [recorderContext, thread.recorder],
      [shelfContext, thread.shelf],
      [draftShelf, openDraftShelf()],
    ])
    const pages = servedPages(built, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
    const get = async (...asked: PageAsked) => await getPage(pages, ...asked)
    const post = async (...sent: FormSent) => await postForm(pages, ...sent)
    const { id: simulation_id } = await simulatedIn(thread)
    const asked = { simulation_id, words: 'What would it do?', closes_on: LAST_DAY }
    expect((await post('/consultations/new', 'officer', asked)).statusCode).toBe(403)
    expect((await get('/consultations/new', 'policy')).body).toContain(simulation_id)
    const path = String((await post('/consultations/new', 'policy', asked)).headers.location)
    expect(path).toMatch(/^\/consultations\/CON-\d{6}$/)
    const said = { clause: CLAUSE, words: 'Forks in secret', how: 'confidence' }
    expect((await get(`${path}/comment`, 'customs')).statusCode).toBe(404)
    expect((await post(`${path}/comment`, 'customs', said)).statusCode).toBe(403)
    expect((await post(`${path}/comment`, 'supplier', { ...said, clause: 'nothing' })).body).toMatch(
      /id="clause"[^>]*aria-invalid="true"/,
    )
    expect((await post(`${path}/comment`, 'supplier', said)).statusCode).toBe(303)
    for (const reader of ['maker', 'customs']) expect((await get(path, reader)).body).not.toContain('Forks in secret')
    const [, answer = ''] = /href="([^"]*\/answer\?comment=[^"]*)"/.exec((await get(path, 'officer')).body) ?? []
    expect((await post(answer, 'officer', { outcome: 'noted', words: 'We have heard.' })).statusCode).toBe(303)
    const own = (await get(path, 'supplier')).body
    for (const text of ['Forks in secret', 'We have heard.', 'A lower target']) expect(own).toContain(text)
    thread.on('2029-07-16')
    expect((await post(`${path}/comment`, 'supplier', said)).body).toContain('until the end of 15 July 2029')
    expect((await post(`${path}/report`, 'policy', { words: 'Nothing changed.' })).statusCode).toBe(303)
    expect((await get(path, 'customs', 'ur')).body).toContain('Nothing changed.')
    expect((await get('/consultations', 'customs')).body).toContain('Closed')
  })
})
