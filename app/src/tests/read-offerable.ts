import { parseDay } from '@maqami/engine/value/date.ts'
import { schemesOf } from '../certificates/schemes/read-schemes.ts'
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { pricesNow } from '../laboratories/laboratory.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { termsOn } from './quote-test.ts'
import { gapIn } from './request-test.ts'
import type { Quote, TestRefusal, TestRequest } from './way.ts'

export interface Offerable extends Pick<Quote, 'terms' | 'valid_months'> {
  /** By the price list of the laboratory, where it names one test only; the sum of several is for the laboratory to say. */
  readonly listed: Pick<Quote, 'amount' | 'currency' | 'working_days'> | undefined
}

/** What the laboratory may offer on the day, and to what the law would hold it; or why it may offer nothing. */
export async function readOfferable(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  request: TestRequest,
  today: string,
): Promise<Outcome<Offerable, TestRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const laboratory = await laboratoryIn(tables, request.laboratory_id)
    if (laboratory === undefined) return { refused: { code: 'test_unknown' } }
    const able = request.tests.filter((test) => gapIn(laboratory, [test], today) === undefined)
    if (able.length === 0) return { refused: gapIn(laboratory, request.tests, today) ?? { code: 'test_unknown' } }
    const wanted = able.map(({ id }) => id)
    const law = await schemesOf(tables, shelf, request.release_id)
    const held = termsOn(law, request, wanted, parseDay(today) ?? 0)
    if ('refused' in held) return held
    const [only, ...others] = pricesNow(laboratory).filter((price) =>
      able.some(({ standard, method }) => standard === price.standard && method === price.method),
    )
    const listed =
      only === undefined || others.length > 0
        ? undefined
        : { amount: only.amount, currency: only.currency, working_days: only.days }
    return { done: { ...held.done, listed } }
  })
}
