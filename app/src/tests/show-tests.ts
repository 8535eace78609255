/** What the pages of tests are given. */
import { inLanguage, type Language } from '@maqami/engine/explain/names.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { schemesInForce } from '../certificates/schemes/read-schemes.ts'
import type { Scheme, SchemeTest } from '../certificates/schemes/scheme.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Laboratory } from '../laboratories/laboratory.ts'
import { readLaboratories } from '../laboratories/read-laboratories.ts'
import { moneyText } from '../ledger/money-text.ts'
import type { Choice } from '../pages/form.tsx'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { passkeyContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { modelsOfMaker } from '../products/read-models.ts'
import { readQueue, readTest, readTests } from './read-tests.ts'
import { readOfferable } from './read-offerable.ts'
import { gapIn, takesRequests } from './request-test.ts'
import { mayFollow, type Quote, quoteOf, stateOf, type TestActKind, type TestRequest, verdictsOf } from './way.ts'

/** For whom the page is: a maker asks, a laboratory tests, an officer oversees. */
type Side = 'maker' | 'laboratory' | 'officer'

function sideOf(context: PageContext): Side {
  const { may } = context.get(pageCall)
  return may('request_test') ? 'maker' : may('quote_test') ? 'laboratory' : 'officer'
}

export async function showTests(context: PageContext, request: Request) {
  const { actor, may, language } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readTests(database, actor, { cursor: after })
  return {
    side: sideOf(context),
    items: items.map((one) => ({ ...one, state: stateOf(one), scheme: schemeText(one, language) })),
    after,
    next,
    mayOversee: may('see_test_oversight'),
  }
}

function schemeText({ scheme }: Pick<TestRequest, 'scheme'>, language: Language): string {
  return inLanguage(scheme.name, language, scheme.id)
}

export async function showQueue(context: PageContext) {
  const { database } = context.get(recorderContext)
  return await readQueue(database, context.get(pageCall).actor)
}

/** By which command each act is done. */
const COMMANDS: Readonly<Record<TestActKind, string>> = {
  quoted: 'quote_test',
  accepted: 'accept_quote',
  sample_received: 'receive_sample',
  sample_rejected: 'reject_sample',
  measured: 'enter_results',
  retest: 'order_retest',
  reported: 'sign_report',
  reviewed: 'review_report',
  withdrawn: 'withdraw_test',
}

export async function showTest(context: PageContext, number = '') {
  const { actor, may, problemOf, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const today = todayText(clock)
  const one = settled(context, await readTest(database, actor, number, today))
  const state = stateOf(one)
  const kinds = Object.keys(COMMANDS) as readonly TestActKind[]
  const open = kinds.filter((kind) => mayFollow(kind, state) && may(COMMANDS[kind]))
  const { shown_hash, hindered } = one
  const isToSign = shown_hash !== null && open.some((kind) => kind === 'reported' || kind === 'reviewed')
  const offerable = open.includes('quoted')
    ? await readOfferable(database, context.get(shelfContext), actor, one, today)
    : undefined
  const hindrance = offerable !== undefined && 'refused' in offerable ? offerable.refused : (hindered ?? undefined)
  const isOwn = state === 'reported' && one.events.at(-1)?.recorded_by === actor.person
  return {
    one,
    state,
    scheme: { name: schemeText(one, language), href: `/schemes#${one.scheme.programme}.${one.scheme.id}` },
    tests: one.tests.map((test) => namedIn(test, language)),
    side: sideOf(context),
    today,
    open,
    quote: quoteIn(quoteOf(one), language),
    offerable:
      offerable === undefined || 'refused' in offerable
        ? undefined
        : {
            ...offerable.done,
            terms: offerable.done.terms.map((term) => namedIn(term, language)),
          },
    verdicts: verdictsOf(one).map((judged) => ({ ...judged, term: namedIn(judged.term, language) })),
    isOwn,
    hindrance: hindrance === undefined ? undefined : problemOf(hindrance).detail,
    passkey: isToSign && !isOwn ? await context.get(passkeyContext)(actor, shown_hash) : undefined,
  }
}

/** With what is measured in the reader's language. */
function namedIn<T extends SchemeTest>(test: T, language: Language): Omit<T, 'metric'> & { readonly metric: string } {
  return { ...test, metric: inLanguage(test.metric, language, test.id) }
}

function quoteIn(quote: Quote | undefined, language: Language) {
  if (quote === undefined) return undefined
  const { terms, currency, amount, ...rest } = quote
  return {
    ...rest,
    terms: terms.map((term) => namedIn(term, language)),
    price: moneyText(currency, amount, language),
  }
}

const MOST = 100

/** What may be asked of whom today. */
export async function showNewTest(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const { items } = await readLaboratories(database, actor, { limit: MOST })
  const today = todayText(clock)
  const maker = actor.organization ?? ''
  return await readAs(database, actor, async (tables) => {
    const laws = await schemesInForce(tables, context.get(shelfContext), today)
    const models = await modelsOfMaker(tables, maker)
    return {
      benches: laws.flatMap(({ programme, certification }) =>
        [...certification.schemes.values()].flatMap((scheme) =>
          items
            .filter((laboratory) => takesRequests(laboratory, maker) && mayTest(laboratory, scheme, today))
            .map(
              ({ id, name }): Choice => ({
                value: `${id} ${programme} ${scheme.id}`,
                label: `${inLanguage(scheme.name, language, scheme.id)} · ${name}`,
              }),
            ),
        ),
      ),
      models: models.map(({ id, name }): Choice => ({ value: id, label: name })),
    }
  })
}

/** For some test of the scheme. */
function mayTest(laboratory: Laboratory, { issuers, tests }: Scheme, day: string): boolean {
  return issuers.includes(laboratory.kind) && tests.some((test) => gapIn(laboratory, [test], day) === undefined)
}
