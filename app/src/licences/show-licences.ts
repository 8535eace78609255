/** What the pages of licences are given. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { today } from '../kernel/clock.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { licenceView } from './licence-view.ts'
import { readLicence, readLicences } from './read-licences.ts'

export async function showLicences(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readLicences(database, actor, { cursor: after })
  const day = formatDay(today(clock))
  const laws = await lawsCalled(
    context,
    items.map(({ programme }) => programme),
  )
  return { licences: items.map((licence) => licenceView(licence, day, laws)), after, next }
}

export async function showLicence(context: PageContext, number: string) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const licence = settled(context, await readLicence(database, actor, number))
  const laws = await lawsCalled(context, [licence.programme])
  return {
    licence: licenceView(licence, formatDay(today(clock)), laws),
    programme: licence.programme,
    rehearsal: licence.rehearsal ? laws(licence.programme).rehearsal : undefined,
  }
}
