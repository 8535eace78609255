/** What happened at the door, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'

export interface DoorEvent {
  readonly id: string
  /** Null where nobody has the address that was typed. */
  readonly person_id: string | null
  readonly happened_at: string
  readonly what:
    | 'signed_in'
    | 'refused'
    | 'signed_out'
    | 'sessions_ended'
    | 'password_changed'
    | 'second_factor_set_up'
    | 'second_factor_removed'
    | 'passkey_added'
    | 'passkey_removed'
  readonly means: 'password' | 'code' | 'recovery_code' | 'openid' | 'passkey' | null
  readonly address: string
  readonly network: string
  readonly agent: string
}

type Tables = {
  readonly sign_in_history: DoorEvent
  readonly people: { readonly id: string; readonly name: string }
}

function history(handle: Handle): Kysely<Tables> {
  return handle.withTables<Tables>()
}

export async function insertDoorEvent(handle: Handle, event: DoorEvent): Promise<void> {
  await history(handle).insertInto('sign_in_history').values(event).execute()
}

/** From where and with what somebody has signed in. */
export async function placesOf(
  handle: Handle,
  person: string,
): Promise<readonly Pick<DoorEvent, 'network' | 'agent'>[]> {
  return await history(handle)
    .selectFrom('sign_in_history')
    .select(['network', 'agent'])
    .distinct()
    .where('person_id', '=', person)
    .where('what', '=', 'signed_in')
    .execute()
}

export type SeenDoorEvent = Pick<DoorEvent, 'happened_at' | 'what' | 'means' | 'address' | 'agent'>

const SHOWN = ['happened_at', 'what', 'means', 'address', 'agent'] as const

export async function doorEventsOf(handle: Handle, person: string, most: number): Promise<readonly SeenDoorEvent[]> {
  return await history(handle)
    .selectFrom('sign_in_history')
    .select(SHOWN)
    .where('person_id', '=', person)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** Of these people, as far as the reader may see it. */
export async function doorEventsOfAll(
  handle: Handle,
  people: readonly string[],
  most: number,
): Promise<readonly (SeenDoorEvent & { readonly person_id: string; readonly name: string })[]> {
  if (people.length === 0) return []
  return await history(handle)
    .selectFrom('sign_in_history')
    .innerJoin('people', 'people.id', 'sign_in_history.person_id')
    .select([...SHOWN, 'people.id as person_id', 'people.name as name'])
    .where('sign_in_history.person_id', 'in', people)
    .orderBy('happened_at', 'desc')
    .orderBy('sign_in_history.id', 'desc')
    .limit(most)
    .execute()
}

/** What is older, and what is nobody's. */
export async function forgetDoorEvents(handle: Handle, before: string): Promise<void> {
  await history(handle)
    .deleteFrom('sign_in_history')
    .where((eb) => eb.or([eb('happened_at', '<', before), eb('person_id', 'is', null)]))
    .execute()
}
