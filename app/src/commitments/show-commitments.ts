/** What the pages of investment and promises are given. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { add, type Exact, toFixed } from '@maqami/engine/value/exact.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import type { Language } from '../kernel/problem.ts'
import { allOf, eachOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { exactOf } from '../ledger/entry.ts'
import { moneyText } from '../ledger/money-text.ts'
import { manufacturersStanding } from '../manufacturers/read-manufacturers.ts'
import { countryName } from '../manufacturers/records/country.ts'
import { namesOfOwners, readColleagues } from '../meetings/read-meetings.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { programmesPublished } from '../policy-releases/release-in-force.ts'
import { type Candidate, hasLapsed, stepNow } from './candidate.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { PROMISE_KINDS, type PromiseMade, promiseStateOn, realisedOf } from './promise.ts'
import { readCandidate, readCandidates, readPromises } from './read-commitments.ts'

const HUNDREDTHS = 2

/** `PKR 1,250,000`, or `1,200 people`. */
function amountText(amount: string | null, currency: string | null, language: Language): string | undefined {
  if (amount === null) return undefined
  if (currency !== null) return moneyText(currency, amount, language)
  return commitmentWordsOf(language).promises.people(displayCount(Number(amount.replace(/\.\d+$/, '')), language))
}

function promiseShown(one: PromiseMade, today: string, language: Language) {
  const { number, kind, words, amount, currency, due_on, programme, provision, document_id, realisations } = one
  return {
    number,
    kind,
    words,
    due_on,
    programme,
    provision,
    document_id,
    amount,
    currency,
    said: amountText(amount, currency, language),
    realised: amount === null ? null : toFixed(realisedOf(one), HUNDREDTHS),
    seen: amount === null ? undefined : amountText(toFixed(realisedOf(one), HUNDREDTHS), currency, language),
    state: promiseStateOn(one, today),
    realisations: realisations.map((part) => ({
      realised_on: part.realised_on,
      words: part.words,
      document_id: part.document_id,
      said: amountText(part.amount, currency, language),
    })),
  }
}

export type PromiseShown = ReturnType<typeof promiseShown>

/** By kind and currency, what was promised and what was seen; technology has no sum. */
function totalsOf(promises: readonly PromiseMade[], language: Language) {
  return PROMISE_KINDS.flatMap((kind) => {
    const counted = promises.filter((one) => one.kind === kind && one.amount !== null)
    return [...Map.groupBy(counted, ({ currency }) => currency)].map(([currency, own]) => {
      const promised = own.reduce((sum, { amount }) => add(sum, exactOf(amount ?? '0')), exactOf('0'))
      const seen = own.reduce((sum: Exact, one) => add(sum, realisedOf(one)), exactOf('0'))
      return {
        kind,
        promised: amountText(toFixed(promised, HUNDREDTHS), currency, language),
        seen: amountText(toFixed(seen, HUNDREDTHS), currency, language),
      }
    })
  })
}

export async function showCandidates(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may, language } = context.get(pageCall)
  const today = todayText(clock)
  const candidates = await allOf(async (asked) => await readCandidates(database, actor, asked))
  const promises = await allOf(async (asked) => await readPromises(database, actor, asked))
  const names = await namesOfOwners(
    database,
    actor,
    candidates.map((one) => stepNow(one).owner_id),
  )
  const items = candidates.map((one) => candidateShown(one, { names, today, language }))
  return {
    // What has lapsed comes first; else the order stays.
    items: items.toSorted((a, b) => Number(b.lapsed) - Number(a.lapsed)),
    lapsed: items.filter(({ lapsed }) => lapsed).length,
    totals: totalsOf(promises, language),
    mayEnter: may('enter_candidate'),
  }
}

interface Said {
  readonly names: ReadonlyMap<string, string>
  readonly today: string
  readonly language: Language
}

function candidateShown(one: Candidate, { names, today, language }: Said) {
  const { number, name, kind, country, component_classes, site, zone } = one
  const { stage, happened_on, owner_id, next_step, next_on } = stepNow(one)
  return {
    number,
    name,
    kind,
    country: countryName(country, language) ?? country,
    component_classes,
    site,
    zone,
    stage,
    since: happened_on,
    owner: names.get(owner_id),
    next_step,
    next_on,
    lapsed: hasLapsed({ next_on }, today),
  }
}

export async function showCandidate(context: PageContext, number: string | undefined) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may, language } = context.get(pageCall)
  const found = settled(context, await readCandidate(database, actor, number ?? ''))
  const today = todayText(clock)
  const names = await namesOfOwners(
    database,
    actor,
    found.steps.map(({ owner_id }) => owner_id),
  )
  return {
    ...candidateShown(found, { names, today, language }),
    steps: found.steps.map(({ owner_id, ...step }) => ({ ...step, owner: names.get(owner_id) })),
    promises: found.promises.map((one) => promiseShown(one, today, language)),
    mayRecord: may('record_promise'),
  }
}

/** What the forms choose from. */
export async function showChoices(context: PageContext) {
  const { database } = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const colleagues = await readColleagues(database, actor)
  return await readAs(database, actor, async (tables) => {
    const firms = (await manufacturersStanding(tables, 'authorised')).filter(({ ended_on }) => ended_on === null)
    return {
      colleagues: colleagues.map(({ person_id, name }) => ({ value: person_id, label: name })),
      firms: firms.map(({ id, name }) => ({ value: id, label: name })),
      programmes: await programmesPublished(tables),
    }
  })
}

export async function showPromises(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, language } = context.get(pageCall)
  const promises = await allOf(async (asked) => await readPromises(database, actor, asked))
  return {
    items: promises
      .map((one) => promiseShown(one, todayText(clock), language))
      .toSorted((a, b) => Number(b.state === 'lapsed') - Number(a.state === 'lapsed')),
    totals: totalsOf(promises, language),
    isOfficer: isOfficerRole(actor.role),
  }
}

/** All of them, page by page as they are taken. */
export async function* everyPromise(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, language } = context.get(pageCall)
  for await (const one of eachOf(async (asked) => await readPromises(database, actor, asked)))
    yield promiseShown(one, todayText(clock), language)
}
