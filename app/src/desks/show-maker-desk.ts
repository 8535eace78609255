/** What the desk of a maker is given. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById, readDeterminations } from '../determinations/read-determinations.ts'
import { determinationListed } from '../determinations/show-determinations.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { licenceView } from '../licences/licence-view.ts'
import type { Licence } from '../licences/licence.ts'
import { licencesIn } from '../licences/read-licences.ts'
import { readManufacturer } from '../manufacturers/read-manufacturers.ts'
import { noticesOpen } from '../notices/read-notices.ts'
import { noticeView } from '../notices/show-notices.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { readReturns, returnProgrammes, returnsOpen, yearsReported } from '../returns/filing/read-returns.ts'
import type { Return } from '../returns/filing/return.ts'
import { returnView } from '../returns/filing/return-view.ts'
import { returnsCalled } from '../returns/filing/returns-called.ts'
import { yearsEnded } from '../returns/return-year.ts'
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
  const { licences, open, notices, reported, numbers } = await readAs(database, actor, async (tables) => {
    const uncured = await noticesOpen(tables, id)
    const known = new Map<string, string>()
    for (const { determination_id } of uncured)
      known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return {
      licences: await licencesIn(tables, id),
      open: await returnsOpen(tables, id),
      notices: uncured,
      reported: await yearsReported(tables, id),
      numbers: known,
    }
  })
  const programmes = [...licences, ...open, ...returns.items, ...determinations.items].map(({ programme }) => programme)
  const laws = await lawsCalled(context, programmes)
  const called = await returnsCalled(context, programmes)
  const day = formatDay(today(clock))
  const served = notices.map((one) => noticeView(one, numbers.get(one.determination_id) ?? '', day))
  const missing = (await yearsMissing(context, licences, reported)).map(({ programme, year }) => ({
    programme: laws(programme).title,
    year,
  }))
  const viewOf = (one: Return) => returnView(one, laws, called)
  return {
    newcomer: false as const,
    firm: { id, name, status },
    steps: makerSteps(served, open.map(viewOf), status === 'authorised' ? missing : []),
    licences: licences.map((one) => licenceView(one, day, laws)),
    returns: returns.items.map(viewOf),
    hasMoreReturns: returns.next !== null,
    notices: served,
    determinations: determinations.items.map((one) => determinationListed(one, laws)),
  }
}

/** Years that are over since a licence began, of which there is no return. */
async function yearsMissing(
  context: PageContext,
  licences: readonly Licence[],
  reported: readonly Pick<Return, 'programme' | 'period'>[],
) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const day = today(clock)
  const open = await returnProgrammes(database, context.get(shelfContext), actor, day)
  return open.flatMap(({ programme, year_starts }) => {
    const [first] = licences
      .filter((licence) => licence.programme === programme)
      .map(({ valid_from }) => valid_from)
      .toSorted()
    const from = parseDay(first ?? '')
    if (from === undefined) return []
    return yearsEnded(from, day, year_starts)
      .filter((year) => !reported.some((found) => found.programme === programme && found.period === year))
      .map((year) => ({ programme, year }))
  })
}
