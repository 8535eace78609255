/** The address at which a person's own calendar program looks what is due: nobody can guess it, and he can take it back. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { isAllowed } from '../kernel/authority.ts'
import { instantText } from '../kernel/clock.ts'
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import { lettersChosenBy } from '../people/choose-letters.ts'
import { roleNow } from '../people/find-addressees.ts'
import { hashToken, makeToken } from '../people/secret-token.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { findAddress, findAddressByToken, insertAddress, revokeAddressAt } from './deadlines-table.ts'
import { calendarFile } from './write-calendar.ts'
import { readCalendar } from './read-obligations.ts'
import { deadlinesAuthority } from './see-calendar.ts'

export interface CalendarUnknown {
  readonly code: 'calendar_unknown'
}

/** The token, which is shown this once. One that was there before holds no more. */
export async function shareCalendar(recorder: Recorder, actor: Actor): Promise<Outcome<string, CalendarUnknown>> {
  const { person, organization } = actor
  if (organization === undefined) return { refused: { code: 'calendar_unknown' } }
  return await recordCommand<string, CalendarUnknown>(recorder, actor, 'share_calendar', async (tables) => {
    const now = instantText(recorder.clock())
    const before = await findAddress(tables, person, organization)
    if (before !== undefined) await revokeAddressAt(tables, before.id, now)
    const token = makeToken()
    const id = recorder.makeId()
    const address = { id, person_id: person, organization_id: organization, token_hash: hashToken(token) }
    await insertAddress(tables, { ...address, made_at: now, revoked_at: null })
    return { done: token, subject: organization, details: { address: id } }
  })
}

export async function unshareCalendar(
  recorder: Recorder,
  actor: Actor,
): Promise<Outcome<Record<string, never>, CalendarUnknown>> {
  const { person, organization = '' } = actor
  return await recordCommand<Record<string, never>, CalendarUnknown>(
    recorder,
    actor,
    'unshare_calendar',
    async (tables) => {
      const address = organization === '' ? undefined : await findAddress(tables, person, organization)
      if (address === undefined) return { refused: { code: 'calendar_unknown' } }
      await revokeAddressAt(tables, address.id, instantText(recorder.clock()))
      return { done: {}, subject: organization, details: { address: address.id } }
    },
  )
}

/** Since when there is one. */
export async function sharedSince(database: Database, { person, organization }: Actor): Promise<string | undefined> {
  if (organization === undefined) return undefined
  const actor = { person, organization, role: 'public' } as const
  const found = await readAs(database, actor, async (tables) => await findAddress(tables, person, organization))
  return found?.made_at
}

/** What the person may see who made the address, as long as he may. */
export async function sharedCalendar(
  recorder: Recorder,
  shelf: ReleaseShelf,
  publicAddress: URL,
  token: string,
): Promise<Outcome<string, CalendarUnknown>> {
  const { database } = recorder
  const known = await readAs(database, systemActor('calendar'), async (tables) => {
    const address = await findAddressByToken(tables, hashToken(token))
    if (address === undefined) return undefined
    const role = await roleNow(tables, address.person_id, address.organization_id)
    return { address, role, language: (await lettersChosenBy(tables, address.person_id)).language }
  })
  const role = known?.role
  if (known === undefined || role === undefined || !isAllowed(deadlinesAuthority, role, 'see_calendar'))
    return { refused: { code: 'calendar_unknown' } }
  const { person_id: person, organization_id: organization } = known.address
  const calendar = await readCalendar(recorder, shelf, { person, organization, role })
  return { done: calendarFile(calendar, known.language, publicAddress, recorder.clock()) }
}
