/** What the page of the register is given, and its table for a spreadsheet. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { eachOf } from '../kernel/read-page.ts'
import type { Typed } from '../pages/form.tsx'
import { cursorAsked, type PageContext, pageCall } from '../pages/page-call.ts'
import { FIRM_ORDERS, type Manufacturer, REGISTRATION_STATES, type WantedFirms } from './manufacturer.ts'
import { readManufacturers } from './read-manufacturers.ts'

export async function showManufacturers(context: PageContext, request: Request) {
  const after = cursorAsked(context, request)
  const { database } = context.get(recorderContext)
  const wanted = wantedIn(request)
  const { items, next } = await readManufacturers(database, context.get(pageCall).actor, { cursor: after }, wanted)
  return { firms: items, after, next, typed: chosenOf(wanted) }
}

/** All that are wanted, page by page as they are taken. */
export function everyManufacturer(
  context: PageContext,
  request: Request,
): AsyncGenerator<Manufacturer, undefined, undefined> {
  const { database } = context.get(recorderContext)
  const wanted = wantedIn(request)
  return eachOf(async (asked) => await readManufacturers(database, context.get(pageCall).actor, asked, wanted))
}

/** What is no choice of the form is not asked for. */
function wantedIn(request: Request): WantedFirms {
  const { searchParams } = new URL(request.url)
  return {
    status: REGISTRATION_STATES.find((one) => one === searchParams.get('status')),
    order: FIRM_ORDERS.find((one) => one === searchParams.get('order')),
  }
}

function chosenOf({ status, order }: WantedFirms): Typed {
  return { ...(status !== undefined && { status }), ...(order !== undefined && { order }) }
}
