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
const STANDARD = 'ISO 4210-6:2023'
const METHODS = ['4.3 frame fatigue', '4.5 frame impact']
const QUOTE = {
  terms: [
    {
      method: '4.3 frame fatigue',
      metric: 'Greatest crack',
      unit: 'mm',
      limit: '2',
      holds: 'at_most',
      decision_rule: 'guarded_acceptance',
    },
  ],
  standard_url: 'https://www.iso.org/standard/78080.html',
  amount: '45000.00',
  currency: 'PKR',
  working_days: 10,
  valid_months: 24,
} as const
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
      scope: METHODS.map((method) => ({ standard: STANDARD, method, subcontracted_to: null })),
    }
    const found = done(await recordAccreditation(recorder, caseOfficer, accreditation))
    for (const [nth, method] of METHODS.entries()) {
      const rig = { name: 'Rig', serial: `R-${nth}`, method, calibrated_on: '2026-07-01', retired_on: null }
      done(await declareEquipment(recorder, first, { ...rig, calibration_due_on: '2029-06-30' }))
    }
    return found
  }
  const asked = () => ({
    laboratory_id: laboratory.id,
    model_id,
    standard: STANDARD,
    methods: METHODS,
    sample: '3 frames',
  })
  async function requested(): Promise<string> {
    return done(await requestTest(thread.recorder, maker.clerk, asked())).number
  }
  async function received(): Promise<string> {
    const number = await requested()
    done(await quoteTest(thread.recorder, first, number, QUOTE))
    done(await acceptQuote(thread.recorder, maker.signatory, number))
    done(await receiveSample(thread.recorder, first, number, CUSTODY))
    return number
  }
  const measure = async (number: string, value: string, measured_on = '2026-08-03') => {
    const result = { method: METHODS[0] ?? '', value, expanded_uncertainty: '0.5', coverage_factor: '2', measured_on }
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
    // 2 mm less an uncertainty of 0.5 mm: at 1.5 it is kept.
    const number = await measured('1.5')
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
      tests: [{ method: METHODS[0], value: '1.5', acceptance_limit: '1.5', conforms: true }],
      conforms: true,
    })
  })

  test('the whole way is gone by forms, and each page says what waits for its reader', async () => {
    const authorization = { maker: maker.signatory, first, second, case: thread.caseOfficer }
    const contexts = new Map<RouterContext, unknown>([
      [recorderContext, thread.recorder],
      [identityContext, { ...thread.recorder, ...issuing }],
      [signatureContext, SIGNED],
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
    expect(await get('/tests/new', 'maker')).toContain(`Margalla Test House · ${STANDARD}`)
    const bench = `${laboratory.id} ${STANDARD}`
    const sent = await postForm(pages, '/tests/new', 'maker', { bench, model_id, sample: 'Two frames' })
    expect(sent.statusCode, sent.body).toBe(303)
    const address = String(sent.headers.location)
    const number = address.replace('/tests/', '')
    const post = async (who: string, fields: Readonly<Record<string, string>>) => {
      const answer = await postForm(pages, address, who, fields)
      expect(answer.statusCode, textOf(answer.body)).toBe(303)
    }
    const { terms, working_days, valid_months, ...money } = QUOTE
    const [{ method: _, ...line }] = terms
    const term = Object.fromEntries(Object.entries(line).map(([name, value]) => [`${name}_0`, value]))
    const lengths = { working_days: String(working_days), valid_months: String(valid_months) }
    expect(await get(address, 'first')).toContain('A method that you leave without a metric is not offered')
    expect((await postForm(pages, address, 'first', { act: 'quote' })).statusCode).toBe(422)
    await post('first', { act: 'quote', ...term, ...money, ...lengths })
    expect(await get(address, 'maker')).toContain('for PKR 45000.00')
    await post('maker', { act: 'accept' })
    await post('first', { act: 'receive', ...CUSTODY })
    await post('first', { act: 'reject', reason: 'Wet.' })
    await post('first', { act: 'receive', ...CUSTODY })
    const result = { value_0: '1', expanded_uncertainty_0: '0.5', coverage_factor_0: '2', measured_on_0: '2026-08-03' }
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
    expect(await get('/test-queue', 'nobody')).toContain(METHODS[0])
    expect(await get('/tests', 'case')).toContain('Oversight of laboratories')
    // One signed here and one before, both kept to the limit, and nobody to compare them with.
    expect(await get('/laboratories/oversight', 'case')).toMatch(/0 of \d+ \(0\.0%\)[^]*None yet[^]*Too few to say/)
    expect(await get('/laboratories/oversight', 'case', 'ur')).toContain('تجربہ گاہوں کی نگرانی')
    expect(await get('/laboratories/oversight.csv', 'case')).toMatch(/Margalla Test House,ISO 4210-6:2023/)
    expect((await getPage(pages, '/laboratories/oversight', 'maker')).statusCode).toBe(403)
    expect(faults).toEqual([])
  })

  test('what misses the acceptance limit is reported, and nothing is certified', async () => {
    const number = await measured('1.51')
    done(await sign(number))
    const reviewed = done(await review(number))
    expect(stateOf(reviewed)).toBe('failed')
    expect(reviewed.events.at(-1)).toMatchObject({ kind: 'reviewed', certificate: null })
  })

  test('one person signs once, and who was not let sign signs nothing', async () => {
    const number = await measured('1')
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
    const number = await measured('1.9')
    done(await sign(number))
    done(await orderRetest(thread.recorder, second, number, 'The rig was misaligned.'))
    expect(refusedFor(await review(number)).code).toBe('test_state')
    done(await measure(number, '1.2'))
    done(await sign(number, second))
    expect(stateOf(done(await review(number, first)))).toBe('certified')
  })

  test('an offer is of methods that were asked for and for which the laboratory is accredited', async () => {
    const { recorder } = thread
    const [line] = QUOTE.terms
    const number = await requested()
    for (const terms of [[{ ...line, method: '4.6 pedal' }], [line, line], [{ ...line, limit: '2,0' }]])
      expect(refusedFor(await quoteTest(recorder, first, number, { ...QUOTE, terms })).code).toBe('terms_unfit')
    expect(refusedFor(await acceptQuote(recorder, maker.signatory, number)).code).toBe('test_state')
    const outside = await requestTest(recorder, maker.clerk, { ...asked(), methods: ['4.6 pedal'] })
    expect(refusedFor(outside)).toMatchObject({ code: 'test_gap', gap: 'out_of_scope' })
    const twice = await requestTest(recorder, maker.clerk, {
      ...asked(),
      methods: ['4.5 frame impact', '4.5 frame impact'],
    })
    expect(refusedFor(twice).code).toBe('methods_twice')
    const foreign = await requestTest(recorder, other.clerk, asked())
    expect(refusedFor(foreign).code).toBe('model_unknown')
  })

  test('results are of the methods that were agreed, of days since the sample came', async () => {
    const number = await received()
    expect(refusedFor(await measure(number, '1', '2026-08-02')).code).toBe('measured_day')
    expect(refusedFor(await measure(number, '1', '2026-08-04')).code).toBe('measured_day')
    expect(refusedFor(await measure(number, '1,5')).code).toBe('result_unfit')
    expect(refusedFor(await enterResults(thread.recorder, first, number, [])).code).toBe('results_unfit')
    done(await measure(number, '1'))
  })

  test('a rejected sample stops the clock, and anybody sees how long it took in the end', async () => {
    const { recorder, made } = thread
    const before = (await readQueue(made.database, ANYBODY)).find(({ method }) => method === METHODS[0])
    const number = await received()
    done(await rejectSample(recorder, first, number, 'The seal was broken.'))
    thread.on('2026-08-17')
    done(await receiveSample(recorder, first, number, CUSTODY))
    done(await measure(number, '1', '2026-08-17'))
    thread.on('2026-08-18')
    done(await sign(number))
    const { events } = done(await review(number))
    expect(events.map(({ kind }) => kind)).toContain('sample_rejected')
    const after = (await readQueue(made.database, ANYBODY)).find(({ method }) => method === METHODS[0])
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
    expect(refusedFor(await quoteTest(thread.recorder, stranger, number, QUOTE)).code).toBe('test_unknown')
    expect(refusedFor(await withdrawTest(thread.recorder, other.clerk, number, 'Ours.')).code).toBe('test_unknown')
    expect(stateOf(done(await withdrawTest(thread.recorder, maker.clerk, number, 'The model is dropped.')))).toBe(
      'withdrawn',
    )
  })

  test('a laboratory that is suspended between the two signatures signs nothing more', async () => {
    const { recorder, caseOfficer, approvingOfficer } = thread
    const number = await measured('1')
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
    expect(refusedFor(await requestTest(recorder, maker.clerk, asked())).code).toBe('test_gap')
  })
})
