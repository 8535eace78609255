/** To which markets the certificates of a model are enough, by the law of certificates, from the first day to the last. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { orderCertificate } from './certificates/order-certificate.ts'
import { readCertificate } from './certificates/read-certificates.ts'
import { certificateHash } from './certificates/shown-hash.ts'
import { openLaboratory, type TestLaboratory } from './certificates-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as eligibilityPage from './products/eligibility/eligibility-page.tsx'
import { readEligibility } from './products/eligibility/read-eligibility.ts'
import { registerModel } from './products/register-model.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, publish, refusedFor, ROADSTER, type TestThread } from './thread-fixture.ts'

/** What `export_certification` asks for every market; for the European Union the CE marking besides. */
const EVERYWHERE = ['type_approval', 'telecom_standard', 'emc', 'radio', 'safety', 'exposure', 'battery']
const FIRST = '2026-08-03'
const LAST = '2026-08-31'

describe.each(SERVERS)('export eligibility on $name', (server) => {
  let thread: TestThread
  let laboratory: TestLaboratory
  let model_id: string
  const numbers = new Map<string, string>()
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    await publish(thread, 'pk-device-certification')
    thread.on(FIRST)
    laboratory = await openLaboratory(thread)
    model_id = done(await registerModel(thread.recorder, thread.shelf, laboratory.maker.clerk, ROADSTER)).id
    for (const scheme of EVERYWHERE) await certify(scheme)
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function certify(scheme: string): Promise<void> {
    const { number } = done(
      await laboratory.issued({
        scheme: {
          id: scheme,
          url: `https://maqami.example/schemes#${scheme}`,
          name: scheme,
          topic: 'governance.compliance',
        },
        product: { id: model_id, name: ROADSTER.name, model: ROADSTER.name },
        facility: undefined,
        valid_from: FIRST,
        valid_until: LAST,
      }),
    )
    numbers.set(scheme, number)
  }
  async function marketsOn(on: string, actor: Actor = laboratory.maker.clerk) {
    const { laws } = done(await readEligibility(thread.made.database, thread.shelf, actor, model_id, on))
    return laws.flatMap(({ markets }) => markets)
  }
  async function eligibleOn(on: string): Promise<readonly (boolean | null)[]> {
    return (await marketsOn(on)).map(({ eligible }) => eligible)
  }
  async function order(scheme: string, kind: 'suspend' | 'restore' | 'withdraw', effective_on: string): Promise<void> {
    thread.on(effective_on)
    const number = numbers.get(scheme) ?? ''
    const reasons = 'The sample was another one.'
    const { credential: _, ...one } = done(await readCertificate(thread.made.database, thread.approvingOfficer, number))
    const wanted = { number, kind, effective_on, reasons, shown_hash: await certificateHash(one) }
    const signed = async () => await Promise.resolve({ done: true })
    done(await orderCertificate(thread.recorder, thread.approvingOfficer, wanted, signed))
  }

  test('from the first day of the certificates to their last, and not on the day after', async () => {
    // The European Union and another market, in the order of the category.
    expect((await marketsOn(FIRST)).map(({ market }) => market)).toEqual(['eu', 'other'])
    expect(await eligibleOn('2026-08-02')).toEqual([false, false])
    expect(await eligibleOn(FIRST)).toEqual([false, true])
    expect(await eligibleOn(LAST)).toEqual([false, true])
    expect(await eligibleOn('2026-09-01')).toEqual([false, false])
    const [, other] = await marketsOn('2026-09-01')
    expect(other?.needs.map(({ scheme, status }) => [scheme, status])).toEqual(
      EVERYWHERE.map((scheme) => [scheme, 'expired']),
    )
  })

  test('a market that asks for more says what is missing, until it is there', async () => {
    const missing = async () =>
      (await marketsOn(FIRST)).map(({ needs }) =>
        needs.filter(({ status }) => status !== 'valid').map((one) => one.scheme),
      )
    expect(await missing()).toEqual([['ce'], []])
    thread.on(FIRST)
    await certify('ce')
    expect(await missing()).toEqual([[], []])
    expect(await eligibleOn(FIRST)).toEqual([true, true])
  })

  test('from the day on which one is suspended, until it is restored, and for good once it is withdrawn', async () => {
    await order('battery', 'suspend', '2026-08-10')
    expect(await eligibleOn('2026-08-09')).toEqual([true, true])
    expect(await eligibleOn('2026-08-10')).toEqual([false, false])
    await order('battery', 'restore', '2026-08-12')
    expect(await eligibleOn('2026-08-11')).toEqual([false, false])
    expect(await eligibleOn('2026-08-12')).toEqual([true, true])
    // The CE marking is asked for by one market only.
    await order('ce', 'withdraw', '2026-08-20')
    expect(await eligibleOn('2026-08-19')).toEqual([true, true])
    expect(await eligibleOn('2026-08-20')).toEqual([false, true])
  })

  test('before the law begins nothing is said, and of a certificate that was renewed the longer one counts', async () => {
    expect(await marketsOn('2026-06-30')).toEqual([])
    thread.on('2026-08-21')
    const before = numbers.get('radio')
    done(
      await laboratory.issued({
        scheme: {
          id: 'radio',
          url: 'https://maqami.example/schemes#radio',
          name: 'radio',
          topic: 'governance.compliance',
        },
        product: { id: model_id, name: ROADSTER.name, model: ROADSTER.name },
        facility: undefined,
        valid_from: '2026-08-21',
        valid_until: '2027-08-20',
      }),
    )
    const radio = async (on: string) => (await marketsOn(on))[1]?.needs.find(({ scheme }) => scheme === 'radio')
    expect(await radio('2026-08-20')).toMatchObject({ certificate: before, status: 'valid', valid_until: LAST })
    expect(await radio('2026-08-21')).toMatchObject({ status: 'valid', valid_until: '2027-08-20' })
    expect(await radio('2026-09-01')).toMatchObject({ status: 'valid', valid_until: '2027-08-20' })
  })

  test('another firm does not find the model, an officer does', async () => {
    const { database } = thread.made
    const other = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    expect(refusedFor(await readEligibility(database, thread.shelf, other.clerk, model_id, FIRST)).code).toBe(
      'model_unknown',
    )
    expect(await marketsOn(FIRST, thread.caseOfficer)).toHaveLength(2)
  })

  test('the page says it in both languages, for the day that was asked', async () => {
    const contexts = new Map<RouterContext, unknown>([
      [recorderContext, thread.recorder],
      [shelfContext, thread.shelf],
    ])
    const actors = new Map<string, Actor>([['maker', laboratory.maker.clerk]])
    const served = { authority: threadAuthority, contexts, actors, problems: PROBLEMS }
    const { server: pages, faults } = servedPages(builtFrom({ 'models/:id/export': eligibilityPage }), served)
    const get = async (on: string, language: 'en' | 'ur' = 'en') =>
      textOf((await getPage(pages, `/models/${model_id}/export?on=${on}`, 'maker', language)).body)
    expect(await get('2026-08-19')).toContain('On 19 August 2026 its certificates are enough.')
    expect(await get('2026-08-20')).toContain(
      'On 20 August 2026 they are not enough: CE marking has no valid certificate.',
    )
    expect(await get('2026-08-20', 'ur')).toContain('سی ای مارکنگ')
    expect(await get('tomorrow')).toContain('is no day. Today is shown')
    expect(faults).toEqual([])
  })
})
