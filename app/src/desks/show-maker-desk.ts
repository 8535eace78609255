/** What the desk of a maker is given. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById, readDeterminations } from '../determinations/read-determinations.ts'
import { determinationListed } from '../determinations/show-determinations.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { licenceView } from '../licences/licence-view.ts'
import { licencesIn } from '../licences/read-licences.ts'
import { readManufacturer } from '../manufacturers/read-manufacturers.ts'
import { noticesOpen } from '../notices/read-notices.ts'
import { noticeView } from '../notices/show-notices.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { readReturns, returnsOpen } from '../returns/filing/read-returns.ts'
import type { Return } from '../returns/filing/return.ts'
import { returnView } from '../returns/filing/return-view.ts'
import { returnsOwedAsked } from '../returns/filing/returns-owed.ts'
import { returnsCalled } from '../returns/filing/returns-called.ts'
import { APPLY, makerSteps } from './maker-steps.ts'

const LATEST = { limit: 5 }
const NEWEST = { limit: 25 }

export type MakerDeskShown = Awaited<ReturnType<typeof showMakerDesk>>

export async function showMakerDesk(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const firm = await readManufacturer(database, actor, actor.organization ?? '')
  if ('refused' in firm) return { newcomer: true as const, steps: [APPLY] }
  const { id, name, status } = firm.done
  const returns = await readReturns(database, actor, NEWEST)
  const determinations = await readDeterminations(database, actor, LATEST)
  const { licences, open, notices, numbers } = await readAs(database, actor, async (tables) => {
    const uncured = await noticesOpen(tables, id)
    const known = new Map<string, string>()
    for (const { determination_id } of uncured)
      known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return {
      licences: await licencesIn(tables, id),
      open: await returnsOpen(tables, id),
      notices: uncured,
      numbers: known,
    }
  })
  const programmes = [...licences, ...open, ...returns.items, ...determinations.items].map(({ programme }) => programme)
  const laws = await lawsCalled(context, programmes)
  const called = await returnsCalled(context, programmes)
  const now = today(clock)
  const day = formatDay(now)
  const served = notices.map((one) => noticeView(one, numbers.get(one.determination_id) ?? '', day))
  const owed = settled(context, await returnsOwedAsked(database, context.get(shelfContext), actor, id, now))
  const unfiled = owed.flatMap(({ programme, period, due_on, return_id, filed_on }) => {
    const by = { day: due_on, left: (parseDay(due_on) ?? now) - now }
    return filed_on === null ? [{ programme: laws(programme).title, period, return_id, by }] : []
  })
  const missing = unfiled.filter(({ return_id }) => return_id === null)
  const dueBy = new Map(unfiled.map(({ return_id, by }) => [return_id ?? '', by]))
  const viewOf = (one: Return) => returnView(one, laws, called)
  return {
    newcomer: false as const,
    firm: { id, name, status },
    steps: makerSteps(served, open.map(viewOf), status === 'authorised' ? missing : [], dueBy),
    licences: licences.map((one) => licenceView(one, day, laws)),
    returns: returns.items.map(viewOf),
    hasMoreReturns: returns.next !== null,
    notices: served,
    determinations: determinations.items.map((one) => determinationListed(one, laws)),
  }
}
