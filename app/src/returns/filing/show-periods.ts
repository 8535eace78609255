/** What the page of a firm's locked periods is given. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readAs } from '../../kernel/transaction.ts'
import { idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { programmesPublished } from '../../policy-releases/release-in-force.ts'
import { locksHolding, type PeriodLock } from './period-lock.ts'
import { readLocks } from './read-locks.ts'

export async function showPeriods(context: PageContext, asked: string | undefined, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const id = idAsked(context, asked)
  const { firm, locks } = settled(context, await readLocks(database, actor, id))
  const published = await readAs(database, actor, programmesPublished)
  const laws = await lawsCalled(context, [...published, ...locks.map(({ programme }) => programme)])
  const told = (lock: PeriodLock) => ({ ...lock, programme: laws(lock.programme).title })
  const { searchParams } = new URL(request.url)
  const wanted = (name: string): string => searchParams.get(name) ?? ''
  return {
    id,
    firm: firm.name,
    holding: [...Map.groupBy(locks, ({ programme }) => programme).values()].flatMap(locksHolding).map(told),
    history: locks.toReversed().map(told),
    programmes: published.map((value) => ({ value, label: laws(value).title })),
    /** Where the page of a return led here. */
    asked: { programme: wanted('programme'), period: wanted('period') } as Readonly<Record<string, string>>,
    mayLock: may('lock_period'),
  }
}
