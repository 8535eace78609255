/** Why an event of a firm cannot be, by all that is known: asked when it is proposed, and again when it is approved. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { statusOf } from '../determinations/determination.ts'
import { determinationsStanding } from '../determinations/read-determinations.ts'
import { dayAt } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { licencesHeld } from '../licences/pass-licences.ts'
import {
  type FirmEvent,
  type FirmEventRefusal,
  partiesOf,
  type Proposed,
  type Standing,
  unfitEvent,
  unfitLicences,
} from '../manufacturers/life/life.ts'
import { eventsApproved } from '../manufacturers/life/read-life.ts'
import { authorisedAt, type Manufacturer } from '../manufacturers/manufacturer.ts'
import { manufacturerIn, otherFirmCalled } from '../manufacturers/read-manufacturers.ts'
import { inForce, lastApprovedOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { yearOf } from '../returns/return-year.ts'

/** What follows from it can be written down as it stands: undefined. */
export async function unfitIn(
  tables: Handle,
  shelf: ReleaseShelf,
  event: Proposed,
): Promise<FirmEventRefusal | undefined> {
  const life = await eventsApproved(tables)
  const parties = await standingOf(tables, partiesOf(event))
  const called = event.new_name === null ? undefined : await otherFirmCalled(tables, event.firm_id, event.new_name)
  const holder = called === undefined ? undefined : { ...called, since: undefined }
  const unfit = unfitEvent(event, { life, parties, holder })
  if (unfit !== undefined) return unfit
  const held = await licencesHeld(tables, event.firm_id, event.effective_on)
  const licences = held.map(({ number }) => number)
  return (
    unfitLicences(event, licences) ?? (event.follows === null ? await determinedIn(tables, shelf, event) : undefined)
  )
}

async function standingOf(tables: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const known = new Map<string, Standing>()
  for (const id of ids) {
    const found = await manufacturerIn(tables, id)
    if (found !== undefined) known.set(id, { id, name: found.name, since: authorisedOn(found) })
  }
  return known
}

function authorisedOn(firm: Manufacturer): string | undefined {
  const at = authorisedAt(firm)
  return at === undefined ? undefined : formatDay(dayAt(at))
}

/** A determined year in which the day lies: what was decided of it stands, and who approves has to know what follows. */
async function determinedIn(
  tables: Handle,
  shelf: ReleaseShelf,
  { firm_id, effective_on }: Pick<FirmEvent, 'firm_id' | 'effective_on'>,
): Promise<FirmEventRefusal | undefined> {
  const day = parseDay(effective_on)
  if (day === undefined) throw new RangeError(`${effective_on} is no day`)
  for (const one of await determinationsStanding(tables)) {
    if (one.manufacturer_id !== firm_id || statusOf(one) !== 'approved') continue
    const { programme, year, number } = one
    const then = await inForce(tables, programme, effective_on)
    const law = 'done' in then ? then.done : await lastApprovedOf(tables, programme)
    const span = law && yearOf(year, shelf.open(law).engine.programme.heading.yearStarts)
    if (span !== undefined && span.first <= day && day <= span.last)
      return { code: 'year_determined', programme, year, number }
  }
  return undefined
}
