/** Tests of the demonstration: what two laboratories reported, what became of the certificates, and what lies on their benches now. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Issuing } from '../certificates/hold-keys.ts'
import { orderCertificate } from '../certificates/order-certificate.ts'
import { readCertificate } from '../certificates/read-certificates.ts'
import { certificateHash } from '../certificates/shown-hash.ts'
import { todayText } from '../kernel/clock.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import { readAs } from '../kernel/transaction.ts'
import { readModels } from '../products/read-models.ts'
import { enterResults, orderRetest } from '../tests/enter-results.ts'
import { acceptQuote, quoteTest } from '../tests/quote-test.ts'
import { readTest } from '../tests/read-tests.ts'
import { receiveSample, rejectSample } from '../tests/receive-sample.ts'
import { requestTest } from '../tests/request-test.ts'
import { reviewReport, signReport } from '../tests/sign-report.ts'
import { SIGNED } from './play-determination.ts'
import type { Cast, Stage } from './play-demonstration.ts'
import type { Laboratories, LaboratoryCast } from './register-laboratories.ts'

interface Bench extends Stage {
  readonly issuing: Issuing
}

/** Of the law of certificates; a battery keeps 60 percent of its capacity at least, and radio stays within 20 dBm. */
const TESTS = {
  battery: { test: 'battery_endurance', amount: '45000.00', uncertainty: '0.8', working_days: 8 },
  radio: { test: 'radiated_power', amount: '180000.00', uncertainty: '0.6', working_days: 15 },
} as const

interface Asked {
  readonly by: 'ravi' | 'kohsar'
  readonly at: LaboratoryCast
  readonly what: keyof typeof TESTS
}

/** The days on which a test went on, and what was measured; where more is said it went wrong first. */
interface Reported extends Asked {
  readonly days: readonly [asked: string, came: string, ended: string]
  readonly value: string
  readonly wrong?: 'sample' | 'measurement'
  /** What became of the certificate. */
  readonly after?: readonly [day: string, kind: 'suspend' | 'withdraw', reasons: string]
}

export async function playTests(stage: Bench, cast: Cast, { national, bandar }: Laboratories): Promise<void> {
  stage.progress('Laboratories test, certify and take back certificates.')
  const [kohsar, ravi] = [
    { by: 'kohsar', what: 'battery' },
    { by: 'ravi', what: 'battery' },
  ] as const
  const reported: readonly Reported[] = [
    { ...kohsar, at: national, days: ['2028-01-06', '2028-01-10', '2028-01-19'], value: '86.2' },
    { ...kohsar, at: bandar, days: ['2028-01-20', '2028-01-24', '2028-01-28'], value: '58.1' },
    { ...ravi, at: national, days: ['2028-01-31', '2028-02-02', '2028-02-11'], value: '83.0', wrong: 'sample' },
    { ...ravi, at: bandar, days: ['2028-02-14', '2028-02-15', '2028-02-18'], value: '59.4' },
    { ...kohsar, at: national, days: ['2028-02-21', '2028-02-22', '2028-03-03'], value: '84.9', wrong: 'measurement' },
    { ...kohsar, at: bandar, days: ['2028-03-06', '2028-03-07', '2028-03-15'], value: '88.0' },
    { ...ravi, at: national, days: ['2028-03-16', '2028-03-17', '2028-03-31'], value: '81.7', after: SUSPENDED },
    { ...ravi, at: bandar, days: ['2028-04-03', '2028-04-04', '2028-04-10'], value: '57.5' },
    { ...kohsar, at: national, days: ['2028-04-11', '2028-04-12', '2028-04-20'], value: '85.5', after: WITHDRAWN },
    { ...kohsar, at: bandar, days: ['2028-04-21', '2028-04-24', '2028-04-28'], value: '59.9' },
    { ...ravi, at: national, days: ['2028-05-02', '2028-05-03', '2028-05-12'], value: '82.3' },
    { by: 'kohsar', at: national, what: 'radio', days: ['2028-05-15', '2028-05-17', '2028-06-05'], value: '17.8' },
  ]
  const taken: (readonly [certificate: string, after: NonNullable<Reported['after']>])[] = []
  for (const one of reported) {
    const certificate = await report(stage, cast, one)
    if (one.after !== undefined && certificate !== null) taken.push([certificate, one.after])
  }
  for (const [number, [day, kind, reasons]] of taken) {
    stage.on(day)
    const read = await readCertificate(stage.recorder.database, cast.approvingOfficer, number)
    const { credential: _, ...one } = stage.done(read)
    const wanted = { number, kind, effective_on: day, reasons, shown_hash: await certificateHash(one) }
    stage.done(await orderCertificate(stage.recorder, cast.approvingOfficer, wanted, SIGNED))
  }
}

const SUSPENDED = [
  '2028-06-06',
  'suspend',
  'The cells of the shops are of another lot than those that were tested.',
] as const
const WITHDRAWN = ['2028-06-08', 'withdraw', 'The battery was changed after the test.'] as const

/** What lies on the benches on the first day: one request at each stage. */
export async function askForTests(stage: Bench, cast: Cast, { national, bandar }: Laboratories): Promise<void> {
  const { recorder, done } = stage
  const ask = { by: 'kohsar', at: national, what: 'battery' } as const
  stage.on('2028-09-29')
  await requested(stage, cast, { ...ask, what: 'radio' })
  await offered(stage, cast, ask)
  await accepted(stage, cast, ask)
  const sealed = { handed_by: 'Courier of the maker', seal: 'S-2091', condition: 'Ten cells, sealed and whole' }
  const waits = await accepted(stage, cast, ask)
  done(await receiveSample(recorder, national.signatory, waits, sealed))
  const wet = await accepted(stage, cast, { ...ask, by: 'ravi' })
  done(await receiveSample(recorder, national.signatory, wet, { ...sealed, seal: 'S-2092', condition: 'Wet' }))
  done(await rejectSample(recorder, national.signatory, wet, 'The parcel was wet, and two cells had leaked.'))
  for (const at of [national, bandar]) {
    const measured = await accepted(stage, cast, { ...ask, at })
    done(await receiveSample(recorder, at.signatory, measured, sealed))
    await measure(stage, { ...ask, at }, measured, '84.1')
    if (at === national) await sign(stage, at, measured)
  }
}

/** The number of the certificate; null where a limit was missed. */
async function report(stage: Bench, cast: Cast, one: Reported): Promise<string | null> {
  const { recorder, done, on } = stage
  const { at, days, value, wrong } = one
  const [asked, came, ended] = days
  on(asked)
  const number = await accepted(stage, cast, one)
  on(came)
  const custody = { handed_by: 'Courier of the maker', seal: `S-${number.slice(-4)}`, condition: 'Sealed and whole' }
  done(await receiveSample(recorder, at.signatory, number, custody))
  if (wrong === 'sample') {
    done(await rejectSample(recorder, at.signatory, number, 'The seal was broken.'))
    on(dayBefore(ended))
    done(await receiveSample(recorder, at.signatory, number, { ...custody, seal: `${custody.seal}-2` }))
  }
  on(ended)
  if (wrong === 'measurement') {
    await measure(stage, one, number, '21.0')
    done(await orderRetest(recorder, at.colleague, number, 'The rig had lost contact in the night of the third day.'))
  }
  await measure(stage, one, number, value)
  await sign(stage, at, number)
  const { issuing } = stage
  const reviewed = await reviewReport(recorder, issuing, at.colleague, await shown(stage, at, number), SIGNED)
  const last = done(reviewed).events.at(-1)
  return last?.kind === 'reviewed' ? last.certificate : null
}

function dayBefore(day: string): string {
  return formatDay((parseDay(day) ?? 0) - 1)
}

async function requested({ recorder, shelf, done }: Bench, cast: Cast, { by, at, what }: Asked): Promise<string> {
  const { clerk } = cast.makers[by]
  const laboratory = await readAs(recorder.database, at.signatory, async (tables) => {
    return await laboratoryOfOrganization(tables, at.signatory.organization ?? '')
  })
  const models = await readModels(recorder.database, clerk, clerk.organization ?? '', {})
  const scheme = { programme: 'pk-device-certification', scheme: what }
  const sample = what === 'battery' ? 'Ten cells of one lot' : 'Two devices'
  const ids = { laboratory_id: laboratory?.id ?? '', model_id: models.items.at(-1)?.id ?? '' }
  return done(await requestTest(recorder, shelf, clerk, { ...ids, ...scheme, sample })).number
}

async function offered(stage: Bench, cast: Cast, asked: Asked): Promise<string> {
  const number = await requested(stage, cast, asked)
  const { test, amount, working_days } = TESTS[asked.what]
  const quote = { tests: [test], amount, currency: 'PKR', working_days }
  stage.done(await quoteTest(stage.recorder, stage.shelf, asked.at.signatory, number, quote))
  return number
}

async function accepted(stage: Bench, cast: Cast, asked: Asked): Promise<string> {
  const number = await offered(stage, cast, asked)
  stage.done(await acceptQuote(stage.recorder, cast.makers[asked.by].signatory, number))
  return number
}

async function measure({ recorder, done }: Bench, { at, what }: Asked, number: string, value: string): Promise<void> {
  const { test, uncertainty } = TESTS[what]
  const measured_on = todayText(recorder.clock)
  const result = { test, value, expanded_uncertainty: uncertainty, coverage_factor: '2', measured_on }
  done(await enterResults(recorder, at.signatory, number, [result]))
}

async function sign(stage: Bench, at: LaboratoryCast, number: string): Promise<void> {
  stage.done(await signReport(stage.recorder, at.signatory, await shown(stage, at, number), SIGNED))
}

async function shown({ recorder, done }: Bench, { signatory }: LaboratoryCast, number: string) {
  const { shown_hash } = done(await readTest(recorder.database, signatory, number, todayText(recorder.clock)))
  return { number, shown_hash: shown_hash ?? '' }
}
