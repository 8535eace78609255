/** What the page of an accountant’s clients is given, and his choice among them. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { daysLeft } from '../deadlines/obligation.ts'
import { readCalendar } from '../deadlines/read-obligations.ts'
import { pageCall, type PageContext } from '../pages/page-call.ts'
import { actFor } from '../people/act-for.ts'
import { identityContext } from '../people/identity-context.ts'
import { actingUnder, seeClients } from '../people/see-clients.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'

/** What is late and what comes next: the whole stands in the calendar of each. */
const AT_A_GLANCE = 5

export async function showClients(context: PageContext) {
  const { actor } = context.get(pageCall)
  const clients = await seeClients(context.get(identityContext), actor)
  const shown = []
  // One after the other, each with what its own delegation lets be seen.
  for (const client of clients) {
    const { id, organization_id, organization_name, accountant_id, powers, expires_on, is_acting } = client
    const as = actingUnder(actor.person, client)
    const { day, obligations } = await readCalendar(context.get(recorderContext), context.get(shelfContext), as)
    const due = obligations.filter(({ state }) => state !== 'done').slice(0, AT_A_GLANCE)
    const laws = await lawsCalled(
      context,
      due.flatMap(({ programme }) => programme ?? []),
    )
    const items = due.map(({ key, kind, about, title, due_on, state, programme }) => {
      return {
        key,
        kind,
        about,
        title,
        due_on,
        state,
        days_left: daysLeft({ due_on }, day),
        law: programme === undefined ? '' : laws(programme).title,
      }
    })
    shown.push({ id, organization_id, organization_name, accountant_id, powers, expires_on, is_acting, items })
  }
  return shown
}

export type ClientShown = Awaited<ReturnType<typeof showClients>>[number]

/** A client, or the accountant himself. */
export async function chooseClient(context: PageContext, organization: string) {
  const { visitor } = context.get(pageCall)
  return await actFor(context.get(identityContext), visitor, { organization })
}
