/** A laboratory offers what it will test and to what limits, and the maker accepts that before a sample is sent. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import { recordAct } from './record-act.ts'
import { gapIn } from './request-test.ts'
import { type Quote, type Term, type TestRefusal, type TestRequest, unfitTerms } from './way.ts'

export async function quoteTest(
  recorder: Recorder,
  actor: Actor,
  number: string,
  { terms, standard_url, amount, currency, working_days, valid_months }: Quote,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const quote = { terms: terms.map(termOf), standard_url, amount, currency, working_days, valid_months }
  const step = { command: 'quote_test', number, kind: 'quoted' } as const
  return await recordAct(recorder, actor, step, async (tables, request, today) => {
    const unfit = unfitTerms(request, quote.terms)
    if (unfit !== undefined) return { refused: unfit }
    const laboratory = await laboratoryIn(tables, request.laboratory_id)
    if (laboratory === undefined) return { refused: { code: 'test_unknown' } }
    const methods = quote.terms.map(({ method }) => method)
    const gap = gapIn(laboratory, request.standard, methods, today)
    return gap === undefined ? { done: { kind: 'quoted', ...quote } } : { refused: gap }
  })
}

/** What is offered, whatever else was sent. */
function termOf({ method, metric, unit, limit, holds, decision_rule }: Term): Term {
  return { method, metric, unit, limit, holds, decision_rule }
}

export async function acceptQuote(
  recorder: Recorder,
  actor: Actor,
  number: string,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'accept_quote', number, kind: 'accepted' } as const
  return await recordAct(recorder, actor, step, async () => await Promise.resolve({ done: { kind: 'accepted' } }))
}
