/**
 * The gate by itself: a bare route that says what a licence is on a day, and one that draws on a single counter, each with the authentication, the
 * transaction and the signature of the service, and nothing else: no log, no table of authority, no schemas, no rules. Its connections are ours, on
 * which each statement is planned once. `HOST` is the folder of the socket.
 */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import Fastify from 'fastify'
import { connectService } from '../../app/src/kernel/database.ts'
import { EMBEDDED_DATABASE, SERVICE_LOGIN } from '../../app/src/kernel/embedded-postgres.ts'

const [host = ''] = process.argv.slice(2)
const { pool } = connectService({ host, user: SERVICE_LOGIN, database: EMBEDDED_DATABASE }, () => undefined)
const { privateKey } = generateKeyPairSync('ed25519')

type Row = Readonly<Record<string, unknown>>
type Ask = (statement: string, values: readonly unknown[]) => Promise<readonly Row[]>
type Actor = readonly [person: string, organization: string, role: string]

async function actAs<T>(level: string, actor: Actor, body: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const quoted = actor.map((text) => `'${text}'`)
    await client.query(
      `begin isolation level ${level}; select set_config('maqami.person', ${quoted[0]}, true), set_config('maqami.organization', ${quoted[1]}, true), set_config('maqami.role', ${quoted[2]}, true)`,
    )
    const done = await body(async (statement, values) => (await client.query<Row>(statement, [...values])).rows)
    await client.query('commit')
    return done
  } finally {
    client.release()
  }
}

const READ = 'repeatable read read only'

async function actorOf(authorization: string | undefined): Promise<Actor | undefined> {
  const [, key = ''] = /^Bearer ([\w-]{43})$/i.exec(authorization ?? '') ?? []
  const hash = createHash('sha256').update(key).digest('hex')
  const [found] = await actAs(READ, ['system:keys', '', 'system'], async (ask) => {
    return await ask('select * from api_keys where key_hash = $1 and revoked_at is null', [hash])
  })
  return found && [`key:${String(found['id'])}`, String(found['organization_id']), String(found['role'])]
}

function signed(claims: unknown): string {
  const text = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`
}

const server = Fastify()
server.get('/api/gate', async (request, reply) => {
  const actor = await actorOf(request.headers.authorization)
  if (actor === undefined) return await reply.code(401).send()
  const { licence, day, units, hs_line } = request.query as Readonly<Record<string, string>>
  const [found] = await actAs(READ, actor, async (ask) => {
    return await ask(
      `select l.number, l.quota, b.drawn, l.valid_until,
        (select kind from licence_orders where licence_id = l.id and effective_on <= $2 order by effective_on desc, position desc limit 1) as last,
        (select count(*) from licence_scope where licence_id = l.id and starts_with($3, hs_prefix)) as lines
      from licences l join licence_balances b on b.licence_id = l.id and b.scope_position = 0 where l.number = $1`,
      [licence, day, hs_line],
    )
  })
  const answer = { ...found, day, units: Number(units), allowed: found?.['last'] === 'grant' }
  return { answer, signed: signed(answer) }
})
server.post('/draw', async (request, reply) => {
  const actor = await actorOf(request.headers.authorization)
  if (actor === undefined) return await reply.code(401).send()
  const { units } = request.body as { readonly units: number }
  const event = { id: randomUUID(), recorded_at: new Date().toISOString(), command: 'draw', subject: 'bench' }
  return await actAs('read committed', actor, async (ask) => {
    const [row] = await ask('update bench_counter set units = units - $1 where units >= $1 returning units', [units])
    const signature = sign(null, Buffer.from(JSON.stringify(event)), privateKey).toString('base64url')
    await ask(
      'insert into audit_events (id, recorded_at, person, organization, role, command, subject, details, key_id, signature) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [
        event.id,
        event.recorded_at,
        actor[0],
        actor[1],
        actor[2],
        event.command,
        event.subject,
        '{}',
        'bench',
        signature,
      ],
    )
    return row
  })
})
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))
