import { once } from 'node:events'
import type { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { connectService } from './database.ts'
import { emptyDatabase, SERVERS } from './test-database-fixture.ts'

describe.each(SERVERS)('a connection to $name that nobody uses', (server) => {
  /** Broken by an administrator; `meanwhile` happens before the connection can notice, and `errors` holds what was said of it. */
  async function broken(meanwhile: (end: () => Promise<void>) => Promise<void>): Promise<readonly string[]> {
    const made = await emptyDatabase(server)
    const errors: string[] = []
    const { pool } = connectService(made.service, (error) => errors.push(error.message))
    const connected = once(pool, 'connect')
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    const [client] = (await connected) as [Client]
    const closed = new Promise((resolve) => client.once('end', resolve))
    const pid = rows[0]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    try {
      await meanwhile(async () => await pool.end())
      await made.tamper(`select pg_terminate_backend(${pid})`)
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    await closed
    await made.drop()
    return errors
  }

  test('is told of when it breaks', async () => {
    expect(await broken(async () => await Promise.resolve())).toEqual([
      'terminating connection due to administrator command',
    ])
  })

  test('may break while it is being closed', async () => {
    expect(await broken(async (end) => await end())).toEqual([])
  })
})
