/** With whom a firm may merge, by whom it may be succeeded, and what it has to give away. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { licencesHeld } from '../licences/pass-licences.ts'
import { FIRM_EVENT_KINDS, type FirmEventKind } from '../manufacturers/life/life.ts'
import { manufacturerIn, manufacturersStanding } from '../manufacturers/read-manufacturers.ts'
import type { Choice } from '../pages/form.tsx'
import { idAsked, notHere, type PageContext, pageCall, settled } from '../pages/page-call.ts'

export interface ProposeView {
  readonly kind: FirmEventKind
  readonly id: string
  readonly name: string
  /** Firms that go on, this one left out. */
  readonly others: readonly Choice[]
  /** The numbers of the licences that it holds today. */
  readonly licences: readonly string[]
  readonly today: string
}

export function kindAsked(context: PageContext, asked: string | undefined): FirmEventKind {
  const kind = FIRM_EVENT_KINDS.find((one) => one === asked)
  if (kind === undefined) throw notHere(context)
  return kind
}

export async function proposeView(context: PageContext, params: Readonly<Record<string, string | undefined>>) {
  const id = idAsked(context, params['id'])
  const kind = kindAsked(context, params['kind'])
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const day = todayText(clock)
  const shown = await readAs(database, actor, async (tables) => {
    const firm = await manufacturerIn(tables, id)
    if (firm === undefined) return { refused: { code: 'manufacturer_unknown' } } as const
    const others = (await manufacturersStanding(tables, 'authorised'))
      .filter((one) => one.id !== id && one.ended_on === null)
      .map(({ id: value, name, registration_number }) => ({ value, label: `${name} (${registration_number})` }))
      .toSorted((a, b) => a.label.localeCompare(b.label))
    const licences = (await licencesHeld(tables, id, day)).map(({ number }) => number)
    const view: ProposeView = { kind, id, name: firm.name, others, licences, today: day }
    return { done: view }
  })
  return settled(context, shown)
}
