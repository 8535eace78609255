/** Writes down what happens at the door, and writes to the person what he should know of. */
import type { Handler } from '../jobs/job.ts'
import { instantText, nextMorning } from '../kernel/clock.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { deviceText } from './name-device.ts'
import { lettersChosenBy } from './choose-letters.ts'
import { networkOf } from '../kernel/network-of.ts'
import type { Identity } from './open-identity.ts'
import { findPerson, findPersonByEmail } from './people-table.ts'
import { queueLetterIn } from './queue-letter.ts'
import { type DoorEvent, forgetDoorEvents, insertDoorEvent, placesOf } from './sign-in-history-table.ts'
import { type DoorLetter, warningWordsOf } from './warning-words.ts'

/** The service notes it: whoever knocks is not the person yet. */
const DOOR = systemActor('door')
const LETTER_MS = 2 * 24 * 3_600_000
const LONGEST_ADDRESS = 100

type Noted =
  | { readonly what: 'signed_in' | 'refused'; readonly means: NonNullable<DoorEvent['means']> }
  | { readonly what: Exclude<DoorEvent['what'], 'signed_in' | 'refused'> }

/** The person, or the address that was typed: for one that nobody has the same is done, so that no clock tells the two apart. */
export async function noteAtDoor(
  identity: Identity,
  visitor: Visitor,
  who: { readonly person: string } | { readonly email: string },
  noted: Noted,
): Promise<void> {
  await writeAs(identity.database, DOOR, async (tables) => {
    const person = await ('person' in who ? findPerson(tables, who.person) : findPersonByEmail(tables, who.email))
    const now = identity.clock()
    const event: DoorEvent = {
      id: identity.makeId(),
      person_id: person?.id ?? null,
      happened_at: instantText(now),
      what: noted.what,
      means: 'means' in noted ? noted.means : null,
      address: visitor.address.slice(0, LONGEST_ADDRESS),
      network: networkOf(visitor.address),
      agent: visitor.agent,
    }
    const about = person === undefined ? undefined : letterAbout(event, await placesOf(tables, person.id))
    await insertDoorEvent(tables, event)
    if (person !== undefined && about !== undefined) {
      const { language } = await lettersChosenBy(tables, person.id)
      const address = new URL('/account', identity.publicAddress).href
      const text = warningWordsOf(language).atDoor(about, { ...event, agent: deviceText(event.agent) }, address)
      const letter = { email: person.email, about: 'warning', text, lastsMs: LETTER_MS } as const
      await queueLetterIn(tables, identity, identity.secret, letter)
    }
    return { commit: undefined }
  })
}

/** The first sign-in of all is nothing new: it follows the invitation. */
function letterAbout(
  { what, network, agent }: DoorEvent,
  places: readonly Pick<DoorEvent, 'network' | 'agent'>[],
): DoorLetter | undefined {
  switch (what) {
    case 'signed_in': {
      const isKnown = places.some((one) => one.network === network) && places.some((one) => one.agent === agent)
      return places.length === 0 || isKnown ? undefined : 'new_place'
    }
    case 'password_changed':
    case 'second_factor_set_up':
    case 'second_factor_removed':
    case 'passkey_added':
    case 'passkey_removed':
      return what
    case 'refused':
    case 'signed_out':
    case 'sessions_ended':
      return undefined
  }
}

export const FORGET_SIGN_INS = 'forget_sign_ins'
const KEPT_MS = 400 * 24 * 3_600_000

/** The daily job that forgets what is older than 400 days. */
export function forgetSignIns(clock: Identity['clock']): Handler {
  return async () => {
    return await Promise.resolve(async (tables) => {
      await forgetDoorEvents(tables, instantText(clock() - KEPT_MS))
      return { again_at: nextMorning(clock) }
    })
  }
}
