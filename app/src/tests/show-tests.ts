/** What the pages of tests are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Laboratory } from '../laboratories/laboratory.ts'
import { readLaboratories } from '../laboratories/read-laboratories.ts'
import type { Choice } from '../pages/form.tsx'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { passkeyContext } from '../people/signature-context.ts'
import { modelsOfMaker } from '../products/read-models.ts'
import { readQueue, readTest, readTests } from './read-tests.ts'
import { gapIn, takesRequests } from './request-test.ts'
import { mayFollow, quoteOf, stateOf, type TestActKind, verdictsOf } from './way.ts'

/** For whom the page is: a maker asks, a laboratory tests, an officer oversees. */
type Side = 'maker' | 'laboratory' | 'officer'

function sideOf(context: PageContext): Side {
  const { may } = context.get(pageCall)
  return may('request_test') ? 'maker' : may('quote_test') ? 'laboratory' : 'officer'
}

export async function showTests(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readTests(database, actor, { cursor: after })
  return {
    side: sideOf(context),
    items: items.map((one) => ({ ...one, state: stateOf(one) })),
    after,
    next,
    mayOversee: may('see_test_oversight'),
  }
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
  const { actor, may, problemOf } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const today = todayText(clock)
  const one = settled(context, await readTest(database, actor, number, today))
  const state = stateOf(one)
  const kinds = Object.keys(COMMANDS) as readonly TestActKind[]
  const open = kinds.filter((kind) => mayFollow(kind, state) && may(COMMANDS[kind]))
  const { shown_hash, hindered } = one
  const isToSign = shown_hash !== null && open.some((kind) => kind === 'reported' || kind === 'reviewed')
  const isOwn = state === 'reported' && one.events.at(-1)?.recorded_by === actor.person
  return {
    one,
    state,
    side: sideOf(context),
    today,
    open,
    quote: quoteOf(one),
    verdicts: verdictsOf(one),
    isOwn,
    hindrance: hindered === null ? undefined : problemOf(hindered).detail,
    passkey: isToSign && !isOwn ? await context.get(passkeyContext)(actor, shown_hash) : undefined,
  }
}

const MOST = 100

/** What may be asked of whom today. */
export async function showNewTest(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const { items } = await readLaboratories(database, actor, { limit: MOST })
  const models = await readAs(database, actor, async (tables) => await modelsOfMaker(tables, actor.organization ?? ''))
  return {
    benches: items.flatMap((one) => benchesOf(one, todayText(clock))),
    models: models.map(({ id, name }): Choice => ({ value: id, label: name })),
  }
}

/** A choice for each standard of which the laboratory may sign for some method on the day. */
function benchesOf(laboratory: Laboratory, day: string): readonly Choice[] {
  if (!takesRequests(laboratory)) return []
  const lines = laboratory.accreditations.flatMap(({ scope }) => scope)
  const standards = [...new Set(lines.map(({ standard }) => standard))]
  return standards
    .filter((standard) => methodsOn(laboratory, standard, day).length > 0)
    .map((standard) => ({ value: `${laboratory.id} ${standard}`, label: `${laboratory.name} · ${standard}` }))
}

/** All methods of the standard for which the laboratory may sign on the day. */
export function methodsOn(laboratory: Laboratory, standard: string, day: string): readonly string[] {
  const lines = laboratory.accreditations.flatMap(({ scope }) => scope)
  const methods = new Set(lines.filter((line) => line.standard === standard).map(({ method }) => method))
  return [...methods].filter((method) => gapIn(laboratory, standard, [method], day) === undefined)
}
