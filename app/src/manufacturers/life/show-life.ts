/** What happened to firms, as pages tell it: with the names by which they were called then. */
import type { Handle } from '../../kernel/database.ts'
import { namesOfFirms } from '../read-manufacturers.ts'
import { type FirmEvent, partiesOf, statusOfEvent } from './life.ts'

export interface FirmShown {
  readonly id: string
  readonly name: string
}

export interface EventView
  extends Pick<
    FirmEvent,
    'id' | 'kind' | 'effective_on' | 'reason' | 'new_name' | 'licences_pass' | 'follows' | 'proposed_at'
  > {
  readonly status: ReturnType<typeof statusOfEvent>
  readonly firm: FirmShown
  /** Who answers for the firm; undefined where it is renamed. */
  readonly answers: FirmShown | undefined
  /** Of a split. */
  readonly parts: readonly { readonly firm: FirmShown; readonly licences: readonly string[] }[]
  /** Why it was declined or withdrawn. */
  readonly declined: string | null
}

export async function eventsShown(tables: Handle, events: readonly FirmEvent[]): Promise<readonly EventView[]> {
  const now = await namesOfFirms(tables, [...new Set(events.flatMap(partiesOf))])
  return events.map((event) => {
    const { id, kind, effective_on, reason, new_name, licences_pass, follows, proposed_at, decided } = event
    const named = (firm: string): FirmShown => ({ id: firm, name: decided?.names?.[firm] ?? now.get(firm) ?? '' })
    return {
      id,
      kind,
      effective_on,
      reason,
      new_name,
      licences_pass,
      follows,
      proposed_at,
      status: statusOfEvent(event),
      firm: named(event.firm_id),
      answers: event.answers_id === null ? undefined : named(event.answers_id),
      parts: event.parts.map(({ firm_id, licences }) => ({ firm: named(firm_id), licences })),
      declined: decided?.reason ?? null,
    }
  })
}
