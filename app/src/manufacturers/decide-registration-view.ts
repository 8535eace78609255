/** An application for registration as the officer sees it who decides. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import type { Manufacturer } from './manufacturer.ts'
import { manufacturerIn } from './read-manufacturers.ts'

export interface ApplicationView
  extends Pick<Manufacturer, 'id' | 'name' | 'registration_number' | 'address' | 'status'> {
  readonly applied: { readonly when: string; readonly person: string | undefined }
  /** Why it was refused. */
  readonly reason: string | null
}

export async function applicationAsked(context: PageContext, asked: string | undefined): Promise<ApplicationView> {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const found = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const manufacturer = await manufacturerIn(tables, id)
    if (manufacturer === undefined) return { refused: { code: 'manufacturer_unknown' } } as const
    const [applied] = manufacturer.events
    const names = await namesIn(tables, [applied?.recorded_by ?? null])
    return { done: { manufacturer, person: names.get(applied?.recorded_by ?? '') } }
  })
  const { manufacturer, person } = settled(context, found)
  const { name, registration_number, address, status, events } = manufacturer
  return {
    id,
    name,
    registration_number,
    address,
    status,
    applied: { when: momentOf(events[0]?.recorded_at ?? '', language).when, person },
    reason: events.at(-1)?.reason ?? null,
  }
}
