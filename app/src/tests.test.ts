/** A maker asks a laboratory for a test, and what is measured and signed twice becomes a certificate that a stranger can verify. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RouterContext } from 'react-router'
import { recorderContext } from './audit-log/recorder-context.ts'
import type { Issuing } from './certificates/hold-keys.ts'
import { judge } from './certificates/judge-credential.ts'
import { readCertificate, readIssuer, readStatusList } from './certificates/read-certificates.ts'
import { issuerKeysIn } from './certificates/read-issuers.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { authoriseSignatory, declareEquipment } from './laboratories/declare-laboratory.ts'
import type { Laboratory } from './laboratories/laboratory.ts'
import { approveLaboratoryOrder, proposeLaboratoryOrder } from './laboratories/order-laboratory.ts'
import { keepAccreditationFile, recordAccreditation, registerLaboratory } from './laboratories/register-laboratory.ts'
import { getPage, type PageAsked, postForm, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { identityContext } from './people/identity-context.ts'
import { signatureContext } from './people/signature-context.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as newTestPage from './tests/new-test-page.tsx'
import * as queuePage from './tests/test-queue-page.tsx'
import * as oversightPage from './tests/oversight/oversight-page.tsx'
import * as oversightCsvPage from './tests/oversight/oversight-csv-page.tsx'
import * as testPage from './tests/test-page.tsx'
import * as testsPage from './tests/tests-page.tsx'
import { threadAuthority } from './thread.ts'
import { registerModel } from './products/register-model.ts'
import { enterResults, orderRetest } from './tests/enter-results.ts'
import { acceptQuote, quoteTest } from './tests/quote-test.ts'
import { readQueue, readReport, readTest, readTests } from './tests/read-tests.ts'
import { receiveSample, rejectSample, withdrawTest } from './tests/receive-sample.ts'
import { requestTest } from './tests/request-test.ts'
import { reviewReport, signReport } from './tests/sign-report.ts'
import { stateOf } from './tests/way.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  ROADSTER,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const SIGNED = async () => await Promise.resolve({ done: true })
const STANDARD = 'IEC 61960-3:2017'
const METHOD = '7.6.2 Endurance in cycles'
/** 60 percent of the rated capacity at least, by simple acceptance; a certificate holds for two years. */
const TEST = 'battery_endurance'
const PROGRAMME = 'pk-device-certification'
const QUOTE = { tests: [TEST], amount: '45000.00', currency: 'PKR', working_days: 10 } as const
const CUSTODY = { handed_by: 'Bilal, courier', seal: 'S-17', condition: 'whole' }

describe.each(SERVERS)('tests on $name', (server) => {
  let thread: TestThread
  let issuing: Issuing
  let maker: TestMaker
  let other: TestMaker
  let model_id: string
  let laboratory: Laboratory
  let first: Actor & { readonly organization: string }
  let second: Actor
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    await publish(thread, PROGRAMME)
    issuing = {
      ...thread.recorder,
      secret: 'a secret for tests, of more than thirty-two characters',
      publicAddress: new URL('https://maqami.example'),
    }
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    model_id = done(await registerModel(thread.recorder, thread.shelf, maker.clerk, ROADSTER)).id
    const of = await organizationOf(thread.made.database, 'laboratory', 'Margalla Test House')
    first = await actorOf(thread.made.database, 'laboratory_signatory', { id: of, kind: 'laboratory' })
    second = await actorOf(thread.made.database, 'laboratory_signatory', { id: of, kind: 'laboratory' })
    laboratory = await accredited(of)
    for (const [by, whom] of [
      [first, second],
      [second, first],
    ] as const) {
      const entry = { person_id: whom.person, may_sign_from: '2026-07-01', may_sign_until: null }
      done(await authoriseSignatory(thread.recorder, by, entry))
    }
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(() => {
    // A Monday.
    thread.on('2026-08-03')
  })

  async function accredited(organization_id: string): Promise<Laboratory> {
    const { recorder, caseOfficer } = thread
    const said = { organization_id, name: 'Margalla Test House', kind: 'private', country: 'PK' } as const
    const { number } = done(await registerLaboratory(recorder, caseOfficer, { ...said, manufacturer_id: null }))
    const file = { number, name: 'accreditation.pdf', bytes: Buffer.from('%PDF-1.7 accredited') }
    const { id: document_id } = done(await keepAccreditationFile(recorder, caseOfficer, file))
    const accreditation = {
      laboratory: number,
      body: 'Accreditation Council of the North',
      number: 'ACN-77',
      standard: 'ISO/IEC 17025:2017',
      valid_from: '2026-07-01',
      valid_until: '2029-06-30',
      next_surveillance_on: '2028-06-30',
      recognised_under: null,
      document_id,
      scope: [{ standard: STANDARD, method: METHOD, subcontracted_to: null }],
    }
    const found = done(await recordAccreditation(recorder, caseOfficer, accreditation))
    const rig = { name: 'Rig', serial: 'R-1', method: METHOD, calibrated_on: '2026-07-01', retired_on: null }
    done(await declareEquipment(recorder, first, { ...rig, calibration_due_on: '2029-06-30' }))
    return found
  }
  const asked = () => ({
    laboratory_id: laboratory.id,
    model_id,
    programme: PROGRAMME,
    scheme: 'battery',
    sample: 'Three batteries',
  })
  async function requested(): Promise<string> {
    return done(await requestTest(thread.recorder, thread.shelf, maker.clerk, asked())).number
  }
  async function received(): Promise<string> {
    const number = await requested()
    done(await quoteTest(thread.recorder, thread.shelf, first, number, QUOTE))
    done(await acceptQuote(thread.recorder, maker.signatory, number))
    done(await receiveSample(thread.recorder, first, number, CUSTODY))
    return number
  }
  const measure = async (number: string, value: string, measured_on = '2026-08-03') => {
    const result = { test: TEST, value, expanded_uncertainty: '0.5', coverage_factor: '2', measured_on }
    return await enterResults(thread.recorder, first, number, [result])
  }
  async function measured(value: string): Promise<string> {
    const number = await received()
    done(await measure(number, value))
    return number
  }
  const held = async (number: string, actor: Actor = first) =>
    done(await readTest(thread.made.database, actor, number, '2026-08-03'))
  async function sign(number: string, by: Actor = first, confirm = SIGNED) {
    const shown_hash = (await held(number)).shown_hash ?? `sha256:${'0'.repeat(64)}`
    return await signReport(thread.recorder, by, { number, shown_hash }, confirm)
  }
  async function review(number: string, by: Actor = second) {
    const shown_hash = (await held(number)).shown_hash ?? `sha256:${'0'.repeat(64)}`
    return await reviewReport(thread.recorder, issuing, by, { number, shown_hash }, SIGNED)
  }

  test('what is measured and signed by two becomes a certificate, which a stranger verifies down to the report', async () => {
    // At the limit of 60 percent it is kept.
    const number = await measured('60')
    done(await sign(number))
    const reviewed = done(await review(number))
    expect(stateOf(reviewed)).toBe('certified')
    const last = reviewed.events.at(-1)
    const certificate = last?.kind === 'reviewed' ? (last.certificate ?? '') : ''
    const { database } = thread.made
    const issued = done(await readCertificate(database, ANYBODY, certificate))
    // 24 months from 3 August 2026 end on the day before.
    expect([issued.valid_from, issued.valid_until]).toEqual(['2026-08-03', '2028-08-02'])
    expect([issued.manufacturer_id, issued.model_id, issued.laboratory_id]).toEqual([maker.id, model_id, laboratory.id])
    expect([issued.signed_first, issued.signed_second]).toEqual([first.person, second.person])
    const document = await readIssuer(database, ANYBODY, issuing.publicAddress, laboratory.number)
    const lists = ['suspension', 'revocation'].map(
      async (purpose) => (await readStatusList({ ...issuing, database }, `${laboratory.number}-${purpose}`)) ?? '',
    )
    const known = {
      keys: issuerKeysIn(JSON.stringify(document)) ?? new Map(),
      lists: await Promise.all(lists),
      now: Date.parse('2026-08-03T12:00:00Z'),
    }
    expect(judge(issued.credential ?? '', known)).toHaveProperty('good')
    const report = done(await readReport(database, ANYBODY, `sha256:${issued.evidence_sha256}`))
    expect(JSON.parse(report)).toMatchObject({
      report: number,
      accreditation: { body: 'Accreditation Council of the North', number: 'ACN-77' },
      tests: [{ id: TEST, method: METHOD, limit: '60', value: '60', acceptance_limit: '60', conforms: true }],
      conforms: true,
    })
  })

  test('the whole way is gone by forms, and each page says what waits for its reader', async () => {
    const authorization = { maker: maker.signatory, first, second, case: thread.caseOfficer }
    const contexts = new Map<RouterContext, unknown>([
      [recorderContext, thread.recorder],
      [identityContext, { ...thread.recorder, ...issuing }],
      [signatureContext, SIGNED],
      [shelfContext, thread.shelf],
    ])
    const modules = {
      tests: testsPage,
      'tests/new': newTestPage,
      'tests/:number': testPage,
      'test-queue': queuePage,
      'laboratories/oversight': oversightPage,
      'laboratories/oversight.csv': oversightCsvPage,
    }
    const actors = new Map<string, Actor>(Object.entries(authorization))
    const served = { authority: threadAuthority, contexts, actors, problems: PROBLEMS }
    const { server: pages, faults } = servedPages(builtFrom(modules), served)
    const get = async (...page: PageAsked) => textOf((await getPage(pages, ...page)).body)
    expect(await get('/tests/new', 'maker')).toContain('battery · Margalla Test House')
    const bench = `${laboratory.id} ${PROGRAMME} battery`
    const sent = await postForm(pages, '/tests/new', 'maker', { bench, model_id, sample: 'Two frames' })
    expect(sent.statusCode, sent.body).toBe(303)
    const address = String(sent.headers.location)
    const number = address.replace('/tests/', '')
    const post = async (who: string, fields: Readonly<Record<string, string>>) => {
      const answer = await postForm(pages, address, who, fields)
      expect(answer.statusCode, textOf(answer.body)).toBe(303)
    }
    const { tests: _, working_days, ...money } = QUOTE
    const offer = { act: 'quote', ...money, working_days: String(working_days) }
    expect(await get(address, 'first')).toContain('≥ 60 %')
    expect((await postForm(pages, address, 'first', offer)).statusCode).toBe(422)
    await post('first', { ...offer, [`test_${TEST}`]: 'yes' })
    expect(await get(address, 'maker')).toContain('for PKR 45,000')
    await post('maker', { act: 'accept' })
    await post('first', { act: 'receive', ...CUSTODY })
    await post('first', { act: 'reject', reason: 'Wet.' })
    await post('first', { act: 'receive', ...CUSTODY })
    const result = { value_0: '80', expanded_uncertainty_0: '0.5', coverage_factor_0: '2', measured_on_0: '2026-08-03' }
    await post('first', { act: 'enter', ...result })
    await post('first', { act: 'retest', reason: 'Again.' })
    await post('first', { act: 'enter', ...result })
    const shown_hash = (await held(number)).shown_hash ?? ''
    const signed = { shown_hash, second_factor: '123456' }
    expect(await get(address, 'first')).toContain(shown_hash)
    await post('first', { act: 'sign', ...signed })
    expect(await get(address, 'first')).toContain('You signed this report first')
    await post('second', { act: 'review', ...signed })
    expect(await get(address, 'maker')).toContain('Conforms')
    expect(await get(address, 'maker', 'ur')).toContain('پورا اترتا ہے')
    expect(await get('/tests', 'case')).toContain(number)
    expect(await get('/test-queue', 'nobody')).toContain(METHOD)
    expect(await get('/tests', 'case')).toContain('Oversight of laboratories')
    // One signed here and one before, both kept to the limit, and nobody to compare them with.
    expect(await get('/laboratories/oversight', 'case')).toMatch(/0 of \d+ \(0\.0%\)[^]*None yet[^]*Too few to say/)
    expect(await get('/laboratories/oversight', 'case', 'ur')).toContain('تجربہ گاہوں کی نگرانی')
    expect(await get('/laboratories/oversight.csv', 'case')).toMatch(/Margalla Test House,IEC 61960-3:2017/)
    expect((await getPage(pages, '/laboratories/oversight', 'maker')).statusCode).toBe(403)
    expect(faults).toEqual([])
  })

  test('what misses the acceptance limit is reported, and nothing is certified', async () => {
    const number = await measured('59.9')
    done(await sign(number))
    const reviewed = done(await review(number))
    expect(stateOf(reviewed)).toBe('failed')
    expect(reviewed.events.at(-1)).toMatchObject({ kind: 'reviewed', certificate: null })
  })

  test('one person signs once, and who was not let sign signs nothing', async () => {
    const number = await measured('80')
    const stranger = await actorOf(thread.made.database, 'laboratory_signatory', {
      id: first.organization,
      kind: 'laboratory',
    })
    expect(refusedFor(await sign(number, stranger)).code).toBe('may_not_sign')
    expect(refusedFor(await review(number)).code).toBe('test_state')
    done(await sign(number))
    expect(refusedFor(await review(number, first)).code).toBe('own_report')
    const other_hash = { number, shown_hash: `sha256:${'0'.repeat(64)}` }
    const changed = await reviewReport(thread.recorder, issuing, second, other_hash, SIGNED)
    expect(refusedFor(changed).code).toBe('report_changed')
    done(await review(number))
    expect(refusedFor(await review(number)).code).toBe('test_state')
  })

  test('what is retested is measured again, and the signature before it counts for nothing', async () => {
    const number = await measured('60.1')
    done(await sign(number))
    done(await orderRetest(thread.recorder, second, number, 'The rig was misaligned.'))
    expect(refusedFor(await review(number)).code).toBe('test_state')
    done(await measure(number, '82'))
    done(await sign(number, second))
    expect(stateOf(done(await review(number, first)))).toBe('certified')
  })

  test('a request is for a scheme of the law, and an offer is of its tests for which the laboratory is accredited', async () => {
    const { recorder, shelf } = thread
    const number = await requested()
    for (const tests of [['touch_temperature'], [TEST, TEST]])
      expect(refusedFor(await quoteTest(recorder, shelf, first, number, { ...QUOTE, tests })).code).toBe('tests_unfit')
    expect(refusedFor(await acceptQuote(recorder, maker.signatory, number)).code).toBe('test_state')
    const refusal = async (part: object) =>
      refusedFor(await requestTest(recorder, shelf, maker.clerk, { ...asked(), ...part }))
    expect(await refusal({ scheme: 'safety' })).toMatchObject({ code: 'test_gap', gap: 'out_of_scope' })
    expect(await refusal({ scheme: 'iso9001' })).toMatchObject({ code: 'scheme_untested' })
    expect(await refusal({ scheme: 'none' })).toMatchObject({ code: 'scheme_unknown', day: '2026-08-03' })
    expect(await refusal({ programme: 'bicycles' })).toMatchObject({ code: 'scheme_unknown' })
    // The law begins on 1 July 2026.
    thread.on('2026-06-30')
    expect(await refusal({})).toMatchObject({ code: 'scheme_unknown', day: '2026-06-30' })
    thread.on('2026-08-03')
    const foreign = await requestTest(recorder, thread.shelf, other.clerk, asked())
    expect(refusedFor(foreign).code).toBe('model_unknown')
  })

  test('results are of the methods that were agreed, of days since the sample came', async () => {
    const number = await received()
    expect(refusedFor(await measure(number, '80', '2026-08-02')).code).toBe('measured_day')
    expect(refusedFor(await measure(number, '80', '2026-08-04')).code).toBe('measured_day')
    expect(refusedFor(await measure(number, '80,5')).code).toBe('result_unfit')
    expect(refusedFor(await enterResults(thread.recorder, first, number, [])).code).toBe('results_unfit')
    done(await measure(number, '80'))
  })

  test('a rejected sample stops the clock, and anybody sees how long it took in the end', async () => {
    const { recorder, made } = thread
    const before = (await readQueue(made.database, ANYBODY)).find(({ method }) => method === METHOD)
    const number = await received()
    done(await rejectSample(recorder, first, number, 'The seal was broken.'))
    thread.on('2026-08-17')
    done(await receiveSample(recorder, first, number, CUSTODY))
    done(await measure(number, '80', '2026-08-17'))
    thread.on('2026-08-18')
    done(await sign(number))
    const { events } = done(await review(number))
    expect(events.map(({ kind }) => kind)).toContain('sample_rejected')
    const after = (await readQueue(made.database, ANYBODY)).find(({ method }) => method === METHOD)
    // Only Tuesday 18 counts.
    expect([after?.ended, after?.waiting]).toEqual([(before?.ended ?? 0) + 1, before?.waiting ?? 0])
    const taken = await held(number)
    expect(taken.turnaround?.used_days).toBe(1)
  })

  test('a maker sees its own requests, a laboratory those made to it, and a stranger none', async () => {
    const number = await requested()
    const { database } = thread.made
    const stranger = await actorOf(database, 'laboratory_signatory')
    for (const actor of [maker.clerk, first, thread.caseOfficer])
      expect((await readTests(database, actor, {})).items.map((one) => one.number)).toContain(number)
    for (const actor of [other.clerk, stranger, ANYBODY])
      expect((await readTests(database, actor, { limit: 100 })).items.map((one) => one.number)).toEqual([])
    expect(refusedFor(await quoteTest(thread.recorder, thread.shelf, stranger, number, QUOTE)).code).toBe(
      'test_unknown',
    )
    expect(refusedFor(await withdrawTest(thread.recorder, other.clerk, number, 'Ours.')).code).toBe('test_unknown')
    expect(stateOf(done(await withdrawTest(thread.recorder, maker.clerk, number, 'The model is dropped.')))).toBe(
      'withdrawn',
    )
  })

  test('a laboratory that is suspended between the two signatures signs nothing more', async () => {
    const { recorder, caseOfficer, approvingOfficer } = thread
    const number = await measured('80')
    done(await sign(number))
    const order = {
      kind: 'suspend',
      effective_on: '2026-08-04',
      reasons: 'Two reports gave invented results.',
    } as const
    const proposed = done(await proposeLaboratoryOrder(recorder, caseOfficer, { ...order, number: laboratory.number }))
    done(await approveLaboratoryOrder(recorder, approvingOfficer, proposed.orders.at(-1)?.id ?? ''))
    const { shown_hash } = await held(number)
    thread.on('2026-08-04')
    const late = await reviewReport(recorder, issuing, second, { number, shown_hash: shown_hash ?? '' }, SIGNED)
    expect(refusedFor(late)).toMatchObject({ code: 'test_gap', gap: 'laboratory_suspended' })
    expect(refusedFor(await requestTest(recorder, thread.shelf, maker.clerk, asked())).code).toBe('test_gap')
  })
})
