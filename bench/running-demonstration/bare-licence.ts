/**
 * A program by itself: one bare route that reads a licence on the database of a service, with the same statements in the same transactions,
 * and nothing that is not one of them: no log, no metrics, no table of authority, no schemas, no headers. Its connections are those of the
 * driver as it comes; with `--prepared` they are ours, on which each statement is planned once. `HOST` is the folder of the socket.
 */
import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { APP_ROLE, connectService } from '../../app/src/kernel/database.ts'
import { EMBEDDED_DATABASE, SERVICE_LOGIN } from '../../app/src/kernel/embedded-postgres.ts'

const [host = '', how] = process.argv.slice(2)
const target = { host, user: SERVICE_LOGIN, database: EMBEDDED_DATABASE }
const pool =
  how === '--prepared'
    ? connectService(target, () => undefined).pool
    : new Pool({ ...target, max: 10, options: `-c role=${APP_ROLE} -c TimeZone=UTC` })

type Row = Readonly<Record<string, unknown>>
type Ask = (statement: string, values: readonly unknown[]) => Promise<readonly Row[]>

async function readAs<T>(actor: readonly [string, string, string], body: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(
      "select set_config('maqami.person', $1, true), set_config('maqami.organization', $2, true), set_config('maqami.role', $3, true)",
      [...actor],
    )
    const read = await body(async (statement, values) => (await client.query<Row>(statement, [...values])).rows)
    await client.query('commit')
    return read
  } finally {
    client.release()
  }
}

const server = Fastify()
server.get('/api/licences/:number', async (request, reply) => {
  const [, key = ''] = /^Bearer ([\w-]{43})$/i.exec(request.headers.authorization ?? '') ?? []
  const hash = createHash('sha256').update(key).digest('hex')
  const [found] = await readAs(['system:keys', '', 'system'], async (ask) => {
    return await ask('select * from api_keys where key_hash = $1 and revoked_at is null', [hash])
  })
  if (found === undefined) return await reply.code(401).send()
  const { number } = request.params as { readonly number: string }
  const acting = [`key:${String(found['id'])}`, String(found['organization_id']), String(found['role'])] as const
  const licence = await readAs(acting, async (ask) => {
    const [granted] = await ask('select * from licences where number = $1', [number])
    if (granted === undefined) return undefined
    const ids = [granted['id']]
    const orders = await ask('select * from licence_orders where licence_id in ($1) order by position', ids)
    const scope = await ask('select * from licence_scope where licence_id in ($1) order by position', ids)
    const sums = await ask(
      'select licence_id, scope_position, sum(units)::bigint as units from licence_draws where licence_id in ($1) group by licence_id, scope_position',
      ids,
    )
    return { ...granted, scope, orders, drawn: sums.reduce((total, { units }) => total + Number(units), 0) }
  })
  return licence === undefined ? await reply.code(404).send() : licence
})
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))
