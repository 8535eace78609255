/** Our own tables beside those of the identity library, and all the SQL that knows them. Each statement stands alone and is atomic. */
import type { Pool } from 'pg'

export interface Tries {
  readonly count: number
  readonly until: Date
}

/** Counts one more and gives how many there are now. After `until` counting begins anew. */
export async function countTry(pool: Pool, what: string, now: Date, until: Date): Promise<Tries> {
  const { rows } = await pool.query<Tries>(
    `insert into tries (what, count, until) values ($1, 1, $3)
     on conflict (what) do update set
       count = case when tries.until <= $2 then 1 else tries.count + 1 end,
       until = case when tries.until <= $2 then $3 else tries.until end
     returning count, until`,
    [what, now, until],
  )
  const [tries] = rows
  if (tries === undefined) throw new Error('a try was not counted')
  return tries
}

/** Takes one try back, since it was none. */
export async function uncountTry(pool: Pool, what: string): Promise<void> {
  await pool.query('update tries set count = count - 1 where what = $1 and count > 0', [what])
}

/** Forgets the tries of one, and those of all that have run out. */
export async function forgetTries(pool: Pool, what: string, now: Date): Promise<void> {
  await pool.query('delete from tries where what = $1', [what])
  await pool.query(
    'delete from tries where what in (select what from tries where until <= $1 limit 100 for update skip locked)',
    [now],
  )
}

/** True for the first use of a code; false when it was used before, also at this moment. */
export async function claimCode(pool: Pool, person: string, code: string, now: Date, since: Date): Promise<boolean> {
  await pool.query('delete from used_codes where person_id = $1 and used_at < $2', [person, since])
  const { rowCount } = await pool.query(
    'insert into used_codes (person_id, code, used_at) values ($1, $2, $3) on conflict do nothing',
    [person, code, now],
  )
  return rowCount === 1
}
