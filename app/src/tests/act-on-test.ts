/** What the forms of the pages of tests do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { AMOUNT, CURRENCY, DAY, ID, REASON, SECOND_FACTOR, text } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { readAs } from '../kernel/transaction.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import { type FormRefusal, readForm, sentBack } from '../pages/read-form.ts'
import { identityContext } from '../people/identity-context.ts'
import { signatureContext } from '../people/signature-context.ts'
import { enterResults, orderRetest } from './enter-results.ts'
import { acceptQuote, quoteTest } from './quote-test.ts'
import { readTest } from './read-tests.ts'
import { receiveSample, rejectSample, withdrawTest } from './receive-sample.ts'
import { requestTest } from './request-test.ts'
import { methodsOn } from './show-tests.ts'
import { reviewReport, signReport } from './sign-report.ts'
import { CUSTODY_FIELDS, LIMIT_PATTERN, QUOTE_FIELDS, TERM_FIELDS } from './test-fields.ts'
import { quoteOf, type Result, type Term } from './way.ts'

const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/bench' }

/** Of one laboratory and one standard all methods for which it may sign today. */
export async function askForTest(context: PageContext, form: FormData) {
  const properties = { bench: text(140), model_id: ID, sample: text(500) }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { bench, model_id, sample } = read.done
  const [laboratory_id = '', ...words] = bench.split(' ')
  const standard = words.join(' ')
  if (!isId(laboratory_id)) return sentBack(context, NOT_CHOSEN, typed)
  const laboratory = await readAs(recorder.database, actor, async (tables) => {
    return await laboratoryIn(tables, laboratory_id)
  })
  const methods = laboratory === undefined ? [] : methodsOn(laboratory, standard, todayText(recorder.clock))
  if (methods.length === 0) return sentBack(context, NOT_CHOSEN, typed)
  const asked = await requestTest(recorder, actor, { laboratory_id, model_id, standard, methods, sample })
  if ('refused' in asked) return sentBack(context, asked.refused, typed)
  return seeOther(`/tests/${asked.done.number}`, 'asked')
}

const HASH_FIELD = { pattern: '^sha256:[0-9a-f]{64}$' }
const WHOLE = { pattern: '^[1-9]\\d{0,2}$' }
const DECIMAL = { pattern: LIMIT_PATTERN }
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

/** The fields of each method bear its place among those that were asked for. */
async function quote(context: PageContext, number: string, form: FormData) {
  mustBeAllowed(context, 'quote_test')
  const { methods } = await held(context, number)
  const offered = methods.map((method, nth) => ({ method, nth })).filter(({ nth }) => filledIn(form, `metric_${nth}`))
  // Where nothing is offered the first method is asked for.
  const asked = offered.length === 0 ? [{ method: methods[0] ?? '', nth: 0 }] : offered
  const { standard_url } = QUOTE_FIELDS
  const properties: Readonly<Record<string, object>> = {
    ...Object.fromEntries(asked.flatMap(({ nth }) => termFields(nth))),
    standard_url,
    amount: AMOUNT,
    currency: CURRENCY,
    working_days: WHOLE,
    valid_months: WHOLE,
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const said = (name: string): string => read.done[name] ?? ''
  const terms = asked.map(({ method, nth }): Term => {
    const of = (name: string): string => said(`${name}_${nth}`)
    return {
      method,
      metric: of('metric'),
      unit: of('unit'),
      limit: of('limit'),
      holds: of('holds') === 'at_least' ? 'at_least' : 'at_most',
      decision_rule: of('decision_rule') === 'guarded_acceptance' ? 'guarded_acceptance' : 'simple_acceptance',
    }
  })
  const outcome = await quoteTest(context.get(recorderContext), context.get(pageCall).actor, number, {
    terms,
    standard_url: said('standard_url'),
    amount: said('amount'),
    currency: said('currency'),
    working_days: Number(said('working_days')),
    valid_months: Number(said('valid_months')),
  })
  return answered(context, number, outcome, 'quoted', typed)
}

function termFields(nth: number): readonly (readonly [string, object])[] {
  return [
    ...Object.entries(TERM_FIELDS).map(([name, field]) => [`${name}_${nth}`, field] as const),
    [`holds_${nth}`, { enum: ['at_most', 'at_least'] }],
    [`decision_rule_${nth}`, { enum: ['simple_acceptance', 'guarded_acceptance'] }],
  ]
}

function filledIn(form: FormData, name: string): boolean {
  const sent = form.get(name)
  return typeof sent === 'string' && sent.trim() !== ''
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
  const results = terms.map(({ method }, nth): Result => {
    const of = (name: string): string => read.done[`${name}_${nth}`] ?? ''
    return {
      method,
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
