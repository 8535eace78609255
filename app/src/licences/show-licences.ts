/** What the pages of licences are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import type { Whose } from '../pages/firm-column.tsx'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { type AppliesInstead, insteadOf } from './applies-instead.ts'
import type { Licence } from './licence.ts'
import { type LicenceView, licenceView } from './licence-view.ts'
import { readDraws } from './read-draws.ts'
import { readLicence, readLicences } from './read-licences.ts'

export async function showLicences(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readLicences(database, actor, { cursor: after })
  return { licences: await shown(context, items), isOfFirms: may('see_manufacturers'), after, next }
}

/** Which charges apply where the concession of that number is withdrawn; null where the law of its programme does not say. */
export async function showInstead(
  context: PageContext,
  asked: { readonly licence: string; readonly day: string },
  typed: Readonly<Record<string, string>>,
): Promise<AppliesInstead | null> {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await insteadOf(database, actor, context.get(shelfContext), asked, typed)
}

export async function showAllLicences(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await shown(context, await allOf(async (asked) => await readLicences(database, actor, asked)))
}

async function shown(context: PageContext, licences: readonly Licence[]): Promise<readonly (LicenceView & Whose)[]> {
  const day = todayText(context.get(recorderContext).clock)
  const laws = await lawsCalled(
    context,
    licences.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    licences.map(({ holder_id }) => holder_id),
  )
  return licences.map((one) => ({ ...licenceView(one, day, laws), firm: firms(one.holder_id) }))
}

const MOST_DRAWS = 10

export async function showLicence(context: PageContext, number: string, typed: Readonly<Record<string, string>>) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const licence = settled(context, await readLicence(database, actor, number))
  const laws = await lawsCalled(context, [licence.programme])
  const today = todayText(clock)
  const view = licenceView(licence, today, laws)
  const draws = settled(context, await readDraws(database, actor, number, { limit: MOST_DRAWS }))
  return {
    licence: view,
    instead: view.status === 'withdrawn' ? await showInstead(context, { licence: number, day: today }, typed) : null,
    typed,
    firm: (await firmsNamed(context, [licence.holder_id]))(licence.holder_id),
    programme: licence.programme,
    draws: draws.items,
    rehearsal: licence.rehearsal ? laws(licence.programme).rehearsal : undefined,
  }
}
