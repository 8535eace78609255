/** Tests that makers ask laboratories for: offers, samples, results, the two signatures, and what anybody may know of the queue. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { CertificateRefusal } from '../certificates/certificate.ts'
import type { Issuing } from '../certificates/hold-keys.ts'
import { answerShown } from '../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import {
  AMOUNT,
  CURRENCY,
  DAY,
  HASH,
  ID,
  INSTANT,
  listOf,
  oneOf,
  orNull,
  PAGE_QUERY,
  PROGRAMME,
  REASON,
  SECOND_FACTOR,
  text,
} from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { FileAnswer, fileRoute, type Once, type Route, route } from '../kernel/route.ts'
import type { LaboratoryRefusal } from '../laboratories/laboratory.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ConfirmSignature } from '../people/signature-context.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { ModelRefusal } from '../products/model.ts'
import { enterResults, orderRetest } from './enter-results.ts'
import { acceptQuote, quoteTest } from './quote-test.ts'
import { readQueue, readReport, readTest, readTests } from './read-tests.ts'
import { receiveSample, rejectSample, withdrawTest } from './receive-sample.ts'
import { requestTest } from './request-test.ts'
import { reviewReport, signReport } from './sign-report.ts'
import { CUSTODY_FIELDS, NUMBER_PATTERN, VALUE_PATTERN } from './test-fields.ts'
import { stateOf, type TestRefusal, type TestRequest } from './way.ts'

const LABORATORY = ['laboratory_signatory'] as const

export const testsAuthority = {
  request_test: MAKER_ROLES,
  quote_test: LABORATORY,
  accept_quote: ['maker_signatory'],
  receive_sample: LABORATORY,
  reject_sample: LABORATORY,
  enter_results: LABORATORY,
  order_retest: LABORATORY,
  sign_report: LABORATORY,
  review_report: LABORATORY,
  withdraw_test: [...MAKER_ROLES, ...LABORATORY],
  see_tests: [...OFFICER_ROLES, ...MAKER_ROLES, ...LABORATORY],
  see_test_queue: ['public'],
  see_test_report: ['public'],
} as const satisfies Authority

const BY_NUMBER = Type.Object({ number: Type.String({ pattern: NUMBER_PATTERN }) })
const NAME = text(100)
const WORDS = Type.Record(Type.String(), Type.String())
const DECIMAL = Type.String({ pattern: VALUE_PATTERN })

const SCHEME_TEST = {
  id: NAME,
  metric: WORDS,
  standard: Type.String(),
  method: Type.String(),
  unit: Type.String(),
  holds: oneOf('at_most', 'at_least'),
  decision_rule: oneOf('simple_acceptance', 'guarded_acceptance'),
}
const OFFER = { amount: AMOUNT, currency: CURRENCY, working_days: Type.Integer({ minimum: 1, maximum: 366 }) }
/** What the law says of the tests, and in months how long the certificate would hold. */
const HELD_TO = {
  terms: Type.Array(Type.Object({ ...SCHEME_TEST, limit: Type.String() })),
  valid_months: Type.Integer(),
}

const RESULT = Type.Object({
  test: NAME,
  value: DECIMAL,
  expanded_uncertainty: DECIMAL,
  coverage_factor: DECIMAL,
  measured_on: DAY,
})

const OF = { laboratory_id: ID, model_id: ID, sample: text(500) }

const RECORDED = { position: Type.Integer(), recorded_on: DAY, recorded_at: INSTANT, recorded_by: Type.String() }

/** What was said in an event depends on its kind. */
const EVENT = Type.Object({
  kind: oneOf(
    'quoted',
    'accepted',
    'sample_received',
    'sample_rejected',
    'measured',
    'retest',
    'reported',
    'reviewed',
    'withdrawn',
  ),
  ...RECORDED,
  ...Type.Partial(Type.Object({ ...HELD_TO, ...OFFER, ...CUSTODY_FIELDS })).properties,
  results: Type.Optional(Type.Array(RESULT)),
  reason: Type.Optional(Type.String()),
  report_hash: Type.Optional(HASH),
  certificate: Type.Optional(orNull(Type.String())),
})

const TEST = Type.Object({
  id: ID,
  number: Type.String(),
  state: oneOf(
    'requested',
    'quoted',
    'accepted',
    'sample_received',
    'sample_rejected',
    'measured',
    'reported',
    'certified',
    'tested',
    'failed',
    'withdrawn',
  ),
  manufacturer_id: ID,
  ...OF,
  release_id: ID,
  scheme: Type.Object({
    programme: PROGRAMME,
    id: NAME,
    name: WORDS,
    release_hash: HASH,
    is_rehearsal: Type.Boolean(),
  }),
  tests: Type.Array(Type.Object(SCHEME_TEST)),
  manufacturer_name: Type.String(),
  manufacturer_number: Type.String(),
  model_name: Type.String(),
  laboratory_name: Type.String(),
  requested_on: DAY,
  requested_at: INSTANT,
  requested_by: Type.String(),
  events: Type.Array(EVENT),
})

const HELD = Type.Object({
  ...TEST.properties,
  /** What a signatory of the laboratory signs. */
  shown_hash: orNull(HASH),
  turnaround: orNull(
    Type.Object({
      used_days: Type.Integer(),
      promised_days: Type.Integer(),
      due_on: orNull(DAY),
      stopped: Type.Boolean(),
    }),
  ),
})

const QUEUE = Type.Object({
  items: Type.Array(
    Type.Object({
      laboratory_number: Type.String(),
      laboratory_name: Type.String(),
      standard: Type.String(),
      method: Type.String(),
      waiting: Type.Integer(),
      ended: Type.Integer(),
      median_days: orNull(Type.Integer()),
    }),
  ),
})

const BY_HASH = Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const SIGNATURE = Type.Object({ shown_hash: HASH, second_factor: SECOND_FACTOR })
const WHY = Type.Object({ reason: REASON })

type AnyOf =
  | TestRefusal
  | LaboratoryRefusal
  | ManufacturerRefusal
  | ModelRefusal
  | CertificateRefusal
  | SecondFactorRefusal

function shown<T extends TestRequest>(one: T) {
  return { ...one, state: stateOf(one) }
}

function answerOf(one: TestRequest) {
  return { done: shown(one) }
}

export function testsRoutes(
  recorder: Recorder & Issuing,
  shelf: ReleaseShelf,
  confirm: ConfirmSignature,
): readonly Route<AnyOf>[] {
  const { database, clock } = recorder
  const answered = async (once: Once | undefined, run: (recording: Recorder) => Promise<Outcome<TestRequest, AnyOf>>) =>
    await answerShown(recorder, once, answerOf, run)
  return [
    route({
      method: 'POST',
      url: '/api/tests',
      command: 'request_test',
      summary: 'Ask a laboratory for the tests of a model that a scheme of certificates asks for',
      body: Type.Object({ ...OF, programme: PROGRAMME, scheme: NAME }),
      done: TEST,
      run: async ({ actor, once, body }) =>
        await answered(once, async (recording) => await requestTest(recording, shelf, actor, body)),
    }),
    route({
      method: 'GET',
      url: '/api/tests',
      command: 'see_tests',
      summary: 'The requests that one may see, newest first: those of one’s firm or laboratory, or for officers all',
      query: PAGE_QUERY,
      done: listOf(TEST),
      run: async ({ actor, query }) => {
        const { items, next } = await readTests(database, actor, query)
        return { done: { items: items.map(shown), next } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/tests/:number',
      command: 'see_tests',
      summary: 'One request with its way, its turnaround in working days, and the hash of what is to be signed',
      params: BY_NUMBER,
      done: HELD,
      run: async ({ actor, params }) => {
        const read = await readTest(database, actor, params.number, todayText(clock))
        if ('refused' in read) return read
        const { hindered: _, ...held } = read.done
        return { done: shown(held) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/quote',
      command: 'quote_test',
      summary: 'Offer all or some of the tests of the scheme at a price; the answer says to what the law holds them',
      params: BY_NUMBER,
      body: Type.Object({ tests: Type.Array(NAME, { minItems: 1, maxItems: 40 }), ...OFFER }),
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await quoteTest(recording, shelf, actor, params.number, body)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/acceptance',
      command: 'accept_quote',
      personal: true,
      summary: 'Accept the offer of the laboratory',
      params: BY_NUMBER,
      done: TEST,
      run: async ({ actor, once, params }) =>
        await answered(once, async (recording) => await acceptQuote(recording, actor, params.number)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/sample',
      command: 'receive_sample',
      summary: 'Receive the sample: who handed it over, under what seal, in what condition',
      params: BY_NUMBER,
      body: Type.Object(CUSTODY_FIELDS),
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await receiveSample(recording, actor, params.number, body)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/sample-rejection',
      command: 'reject_sample',
      personal: true,
      summary: 'Reject the sample: the turnaround stands still until another comes',
      params: BY_NUMBER,
      body: WHY,
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await rejectSample(recording, actor, params.number, body.reason)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/results',
      command: 'enter_results',
      summary: 'Enter what was measured in each test, with its expanded uncertainty',
      params: BY_NUMBER,
      body: Type.Object({ results: Type.Array(RESULT, { minItems: 1, maxItems: 40 }) }),
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await enterResults(recording, actor, params.number, body.results)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/retest',
      command: 'order_retest',
      personal: true,
      summary: 'Have everything measured again before the report is reviewed, with the reason',
      params: BY_NUMBER,
      body: WHY,
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await orderRetest(recording, actor, params.number, body.reason)),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/report',
      command: 'sign_report',
      summary: 'Sign the report as the first of two, with the second factor over the hash of what was shown',
      params: BY_NUMBER,
      body: SIGNATURE,
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => {
          const signed = { ...params, shown_hash: body.shown_hash }
          return await signReport(recording, actor, signed, async () => {
            return await confirm(actor, body.second_factor, body.shown_hash)
          })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/review',
      command: 'review_report',
      summary:
        'Sign the report that a colleague signed: with all limits of the whole scheme kept the certificate is issued',
      params: BY_NUMBER,
      body: SIGNATURE,
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => {
          const signed = { ...params, shown_hash: body.shown_hash }
          return await reviewReport(recording, recorder, actor, signed, async () => {
            return await confirm(actor, body.second_factor, body.shown_hash)
          })
        }),
    }),
    route({
      method: 'POST',
      url: '/api/tests/:number/withdrawal',
      command: 'withdraw_test',
      personal: true,
      summary: 'Withdraw a request of which nothing was measured, as the maker or as the laboratory, with the reason',
      params: BY_NUMBER,
      body: WHY,
      done: TEST,
      run: async ({ actor, once, params, body }) =>
        await answered(once, async (recording) => await withdrawTest(recording, actor, params.number, body.reason)),
    }),
    route({
      method: 'GET',
      url: '/api/test-queue',
      command: 'see_test_queue',
      summary: 'How many samples wait at each laboratory, method by method, and how long it takes in working days',
      done: QUEUE,
      run: async ({ actor }) => ({ done: { items: [...(await readQueue(database, actor))] } }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/test-reports/:hash',
      command: 'see_test_report',
      summary: 'The report with this hash, which a certificate names as its evidence, as canonical JSON',
      params: BY_HASH,
      run: async ({ actor, params }) => {
        const read = await readReport(database, actor, `sha256:${params.hash}`)
        if ('refused' in read) return read
        return { done: new FileAnswer(Buffer.from(read.done), `report-${params.hash}.json`, 'application/json') }
      },
    }),
  ]
}
