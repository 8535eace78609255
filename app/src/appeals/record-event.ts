/** What happened to an appeal, within the transaction of the command that did it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Appeal, AppealEvent } from './appeal.ts'
import { insertAppealEvent } from './appeals-table.ts'

/** The appeal as it is then. */
export async function recordEvent(
  tables: Handle,
  { clock }: Recorder,
  actor: Actor,
  appeal: Appeal,
  happened: Pick<AppealEvent, 'kind' | 'words'> & Partial<AppealEvent>,
): Promise<Appeal> {
  const event: AppealEvent = {
    on_day: null,
    place: null,
    outcome: null,
    findings: null,
    signed_hash: null,
    letter_id: null,
    about: null,
    ...happened,
    appeal_id: appeal.id,
    position: appeal.events.length + 1,
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  }
  const findings = event.findings === null ? null : canonicalJson(event.findings)
  await insertAppealEvent(tables, { ...event, findings, manufacturer_id: appeal.manufacturer_id })
  return { ...appeal, events: [...appeal.events, event] }
}
