/** Passkeys, and all the SQL that knows them. They are in the schema of signing in; each statement stands alone and is atomic. */
import type { Pool } from 'pg'

export interface Passkey {
  /** As the device calls it. */
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly public_key: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly added_at: Date
  readonly last_used_at: Date | null
}

const COLUMNS = 'id, person_id, name, public_key, counter::float8 as counter, transports, added_at, last_used_at'

export async function passkeysOf(pool: Pool, person: string): Promise<readonly Passkey[]> {
  const { rows } = await pool.query<Passkey>(
    `select ${COLUMNS} from passkeys where person_id = $1 order by added_at, id`,
    [person],
  )
  return rows
}

export async function findPasskey(pool: Pool, id: string): Promise<Passkey | undefined> {
  return (await pool.query<Passkey>(`select ${COLUMNS} from passkeys where id = $1`, [id])).rows[0]
}

/** False where there is one of this name already, or the person has as many as he may. */
export async function insertPasskey(
  pool: Pool,
  { id, person_id, name, public_key, counter, transports, added_at }: Omit<Passkey, 'last_used_at'>,
  most: number,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into passkeys (id, person_id, name, public_key, counter, transports, added_at)
     select $1, $2, $3, $4, $5, $6, $7 where (select count(*) from passkeys where person_id = $2) < $8 on conflict do nothing`,
    [id, person_id, name, Buffer.from(public_key), counter, [...transports], added_at, most],
  )
  return rowCount === 1
}

/** False where it was used meanwhile, as its counter says: a copy of it may be about. */
export async function notePasskeyUse(pool: Pool, id: string, counter: number, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update passkeys set counter = $2, last_used_at = $3 where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))',
    [id, counter, now],
  )
  return rowCount === 1
}

export async function deletePasskey(pool: Pool, person: string, id: string): Promise<boolean> {
  return (await pool.query('delete from passkeys where person_id = $1 and id = $2', [person, id])).rowCount === 1
}

export async function deletePasskeysOf(pool: Pool, person: string): Promise<void> {
  await pool.query('delete from passkeys where person_id = $1', [person])
}

/** True the first time; false when it was answered before, also at this moment. */
export async function claimTicket(pool: Pool, ticket: string, now: Date, until: Date): Promise<boolean> {
  await pool.query('delete from used_tickets where until < $1', [now])
  const { rowCount } = await pool.query('insert into used_tickets values ($1, $2) on conflict do nothing', [
    ticket,
    until,
  ])
  return rowCount === 1
}
