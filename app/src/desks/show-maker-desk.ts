/** What the desk of a maker is given. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationById, readDeterminations } from '../determinations/read-determinations.ts'
import { determinationListed } from '../determinations/show-determinations.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { licenceView } from '../licences/licence-view.ts'
import type { Licence } from '../licences/licence.ts'
import { readLicences } from '../licences/read-licences.ts'
import { readManufacturer } from '../manufacturers/read-manufacturers.ts'
import { readNotices } from '../notices/read-notices.ts'
import { noticeView } from '../notices/show-notices.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { readReturns, returnProgrammes } from '../returns/filing/read-returns.ts'
import type { Return } from '../returns/filing/return.ts'
import { returnView } from '../returns/filing/return-view.ts'
import { returnsCalled } from '../returns/filing/returns-called.ts'
import { ANNUAL } from '../returns/schema/load-return-schema.ts'
import { yearsEnded } from '../returns/return-year.ts'
import { APPLY, makerSteps } from './maker-steps.ts'

const MOST = { limit: 100 }
const LATEST = { limit: 5 }

export type MakerDeskShown = Awaited<ReturnType<typeof showMakerDesk>>

export async function showMakerDesk(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const firm = await readManufacturer(database, actor, actor.organization ?? '')
  if ('refused' in firm) return { newcomer: true as const, steps: [APPLY] }
  const [licences, returns, notices, determinations] = [
    await readLicences(database, actor, MOST),
    await readReturns(database, actor, MOST),
    await readNotices(database, actor, MOST),
    await readDeterminations(database, actor, LATEST),
  ]
  const programmes = [...licences.items, ...returns.items, ...determinations.items].map(({ programme }) => programme)
  const laws = await lawsCalled(context, programmes)
  const called = await returnsCalled(context, programmes)
  const day = formatDay(today(clock))
  const numbers = await readAs(database, actor, async (tables) => {
    const known = new Map<string, string>()
    for (const { determination_id } of notices.items)
      known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return known
  })
  const served = notices.items.map((one) => noticeView(one, numbers.get(one.determination_id) ?? '', day))
  const views = returns.items.map((one) => returnView(one, laws, called))
  const missing = (await yearsMissing(context, licences.items, returns.items)).map(({ programme, year }) => ({
    programme: laws(programme).title,
    year,
  }))
  const { id, name, status } = firm.done
  return {
    newcomer: false as const,
    firm: { id, name, status },
    steps: makerSteps(served, views, status === 'authorised' ? missing : []),
    licences: licences.items.map((one) => licenceView(one, day, laws)),
    returns: views,
    notices: served,
    determinations: determinations.items.map((one) => determinationListed(one, laws)),
  }
}

/** Years that are over since a licence began, of which there is no return. */
async function yearsMissing(context: PageContext, licences: readonly Licence[], returns: readonly Return[]) {
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
      .filter(
        (year) =>
          !returns.some((found) => found.programme === programme && found.kind === ANNUAL && found.period === year),
      )
      .map((year) => ({ programme, year }))
  })
}
