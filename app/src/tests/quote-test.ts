/** A laboratory offers which of the scheme's tests it will do and at what price; to what they are held the law says. The maker accepts that before a sample is sent. */
import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { limitOn, monthsOn } from '../certificates/schemes/ask-law.ts'
import { type SchemesLaw, schemesOf } from '../certificates/schemes/read-schemes.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { recordAct } from './record-act.ts'
import { gapIn } from './request-test.ts'
import { type Quote, type Term, type TestRefusal, type TestRequest, unfitTests } from './way.ts'

export interface NewQuote extends Pick<Quote, 'amount' | 'currency' | 'working_days'> {
  /** Of the scheme's tests, by their identifiers. */
  readonly tests: readonly string[]
}

export async function quoteTest(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  number: string,
  { tests, amount, currency, working_days }: NewQuote,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'quote_test', number, kind: 'quoted' } as const
  return await recordAct(recorder, actor, step, async (tables, request, today) => {
    const unfit = unfitTests(request, tests)
    if (unfit !== undefined) return { refused: unfit }
    const laboratory = await laboratoryIn(tables, request.laboratory_id)
    if (laboratory === undefined) return { refused: { code: 'test_unknown' } }
    const law = await schemesOf(tables, shelf, request.release_id)
    const held = termsOn(law, request, tests, parseDay(today) ?? 0)
    if ('refused' in held) return held
    const gap = gapIn(laboratory, held.done.terms, today)
    return gap === undefined
      ? { done: { kind: 'quoted', ...held.done, amount, currency, working_days } }
      : { refused: gap }
  })
}

/** What the law says of these tests on the day, and of the certificate that they would lead to. */
export function termsOn(
  law: SchemesLaw,
  { scheme, tests }: Pick<TestRequest, 'scheme' | 'tests'>,
  wanted: readonly string[],
  day: Day,
): Outcome<Pick<Quote, 'terms' | 'valid_months'>, TestRefusal> {
  const silent = { refused: { code: 'scheme_silent', scheme: scheme.name, day: formatDay(day) } } as const
  const valid_months = monthsOn(law, scheme.id, day)
  const terms: Term[] = []
  for (const test of tests.filter(({ id }) => wanted.includes(id))) {
    const limit = limitOn(law, test.id, day)
    if (limit === undefined) return silent
    terms.push({ ...test, limit })
  }
  return valid_months === undefined ? silent : { done: { terms, valid_months } }
}

export async function acceptQuote(
  recorder: Recorder,
  actor: Actor,
  number: string,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'accept_quote', number, kind: 'accepted' } as const
  return await recordAct(recorder, actor, step, async () => await Promise.resolve({ done: { kind: 'accepted' } }))
}
