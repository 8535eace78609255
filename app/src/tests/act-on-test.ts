/** What the forms of the pages of tests do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { AMOUNT, CURRENCY, DAY, ID, REASON, SECOND_FACTOR, text } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack } from '../pages/read-form.ts'
import { identityContext } from '../people/identity-context.ts'
import { signatureContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { enterResults, orderRetest } from './enter-results.ts'
import { acceptQuote, quoteTest } from './quote-test.ts'
import { readTest } from './read-tests.ts'
import { receiveSample, rejectSample, withdrawTest } from './receive-sample.ts'
import { requestTest } from './request-test.ts'
import { reviewReport, signReport } from './sign-report.ts'
import { CUSTODY_FIELDS, VALUE_PATTERN } from './test-fields.ts'
import { quoteOf, type Result } from './way.ts'

const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/bench' }
const NONE_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/tests' }

/** Of one laboratory the tests of one scheme. */
export async function askForTest(context: PageContext, form: FormData) {
  const properties = { bench: text(300), model_id: ID, sample: text(500) }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { bench, model_id, sample } = read.done
  const [laboratory_id = '', programme = '', scheme = ''] = bench.split(' ')
  if (!isId(laboratory_id)) return sentBack(context, NOT_CHOSEN, typed)
  const asked = await requestTest(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    { laboratory_id, model_id, programme, scheme, sample },
  )
  // Which scheme stands in the same field.
  if ('refused' in asked) return sentBack(context, asked.refused, typed, { scheme_unknown: 'bench' })
  return seeOther(`/tests/${asked.done.number}`, 'asked')
}

const HASH_FIELD = { pattern: '^sha256:[0-9a-f]{64}$' }
const WHOLE = { pattern: '^[1-9]\\d{0,2}$' }
const DECIMAL = { pattern: VALUE_PATTERN }
const WHY = { properties: { reason: REASON } }
const SIGNATURE = { properties: { shown_hash: HASH_FIELD, second_factor: SECOND_FACTOR } }

type Act = (context: PageContext, number: string, form: FormData) => Promise<ReturnType<typeof sentBack> | Response>

const ACTS: ReadonlyMap<string, Act> = new Map([
  ['quote', quote],
  ['accept', accept],
  ['receive', receive],
  ['enter', enter],
  ['sign', sign],
  ['review', sign],
  ['reject', explained('reject_sample', 'rejected', rejectSample)],
  ['retest', explained('order_retest', 'retest', orderRetest)],
])

const WITHDRAW = explained('withdraw_test', 'withdrawn', withdrawTest)

export async function actOnTest(context: PageContext, number: string, form: FormData) {
  const act = ACTS.get(readForm(form, { properties: { act: {} } }).typed['act'] ?? '') ?? WITHDRAW
  return await act(context, number, form)
}

async function held(context: PageContext, number: string) {
  const { database, clock } = context.get(recorderContext)
  return settled(context, await readTest(database, context.get(pageCall).actor, number, todayText(clock)))
}

/** Each of the tests bears a field of its own. */
async function quote(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'quote_test')
  const { tests } = await held(context, number)
  const boxes = tests.map(({ id }) => [`test_${id}`, {}] as const)
  const offer = { amount: AMOUNT, currency: CURRENCY, working_days: WHOLE }
  const { typed, read } = readForm(form, { properties: { ...Object.fromEntries(boxes), ...offer } })
  const chosen = tests.map(({ id }) => id).filter((id) => form.get(`test_${id}`) === 'yes')
  if (chosen.length === 0) return sentBack(context, NONE_CHOSEN, typed)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { amount, currency, working_days } = read.done
  const outcome = await quoteTest(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    number,
    { tests: chosen, amount, currency, working_days: Number(working_days) },
  )
  return answered(context, number, outcome, 'quoted', typed)
}

async function accept(context: PageContext, number: string) {
  mustBeAllowed(context, 'accept_quote')
  const outcome = await acceptQuote(context.get(recorderContext), context.get(pageCall).actor, number)
  return answered(context, number, outcome, 'accepted', {})
}

async function receive(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'receive_sample')
  const { typed, read } = readForm(form, { properties: CUSTODY_FIELDS })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = await receiveSample(context.get(recorderContext), context.get(pageCall).actor, number, read.done)
  return answered(context, number, outcome, 'received', typed)
}

async function enter(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'enter_results')
  const terms = quoteOf(await held(context, number))?.terms ?? []
  const fields = { value: DECIMAL, expanded_uncertainty: DECIMAL, coverage_factor: DECIMAL, measured_on: DAY }
  const entries = terms.flatMap((_, nth) =>
    Object.entries(fields).map(([name, field]) => [`${name}_${nth}`, field] as const),
  )
  const { typed, read } = readForm(form, { properties: Object.fromEntries(entries) as Record<string, object> })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const results = terms.map(({ id }, nth): Result => {
    const of = (name: string): string => read.done[`${name}_${nth}`] ?? ''
    return {
      test: id,
      value: of('value'),
      expanded_uncertainty: of('expanded_uncertainty'),
      coverage_factor: of('coverage_factor'),
      measured_on: of('measured_on'),
    }
  })
  const outcome = await enterResults(context.get(recorderContext), context.get(pageCall).actor, number, results)
  return answered(context, number, outcome, 'measured', typed)
}

async function sign(context: PageContext, number: string, form: FormData) {
  const isReview = form.get('act') === 'review'
  mustBeAllowed(context, isReview ? 'review_report' : 'sign_report')
  const { typed, read } = readForm(form, SIGNATURE)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const signed = { number, shown_hash }
  const confirm = async () => await context.get(signatureContext)(actor, second_factor, shown_hash)
  const outcome = isReview
    ? await reviewReport(recorder, context.get(identityContext), actor, signed, confirm)
    : await signReport(recorder, actor, signed, confirm)
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { code_wrong: 'second_factor' })
  return seeOther(`/tests/${number}`, isReview ? 'reviewed' : 'reported')
}

function explained(command: string, word: string, act: typeof rejectSample): Act {
  return async (context, number, form) => {
    mustBeAllowed(context, command)
    const { typed, read } = readForm(form, WHY)
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const outcome = await act(context.get(recorderContext), context.get(pageCall).actor, number, read.done.reason)
    return answered(context, number, outcome, word, typed)
  }
}

function answered(
  context: PageContext,
  number: string,
  outcome: Outcome<unknown, Refusal>,
  word: string,
  typed: Readonly<Record<string, string>>,
) {
  return 'refused' in outcome ? sentBack(context, outcome.refused, typed) : seeOther(`/tests/${number}`, word)
}
