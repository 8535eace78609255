/** The web server: holds each route to the table of authority and to its schemas, and turns refusals into problem documents. */
import { createHash } from 'node:crypto'
import { parseDay } from '@maqami/engine/value/date.ts'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Authority } from './authority.ts'
import { refusedTo } from './refused-to.ts'
import { type ComputingLimit, type LimitComputing, limitingComputing } from './limit-computing.ts'
import type { MakeId } from './identifiers.ts'
import { isWithinKey } from './key-scope.ts'
import type { Metrics } from './metrics.ts'
import type { Outcome, Refusal } from './outcome.ts'
import { languageOf, problemOf, type ProblemTable, type ServerRefusal } from './problem.ts'
import { type ScanFiles, scanningFiles } from './scan-files.ts'
import { FileAnswer, type Once, type Route, takesKey, type Upload } from './route.ts'
import { retryAfter } from './retry-after.ts'
import { refusalOf } from './server-refusal.ts'
import { type Actor, ANYBODY } from './transaction.ts'
import { holdAsSent } from './taken-otherwise.ts'
import { unwritableIn } from './unwritable-text.ts'
import type { ScannerAddress } from './virus-scanner.ts'
import { isFromUs, type Visitor, visitorOf } from './visitor.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly command?: string
    /** Its body is bytes of one of these types; undefined where it is JSON, as is most. */
    readonly takes?: readonly string[]
  }
  interface FastifyInstance {
    /** What takes a file asks this before it looks into it. */
    scanFiles: ScanFiles
    /** Asked before what is computed for anybody. */
    limitComputing: LimitComputing
  }
  interface FastifyRequest {
    /** Who acts, once the request has been let in. */
    actor: Actor
    visitor: Visitor
    /** Where its body in JSON is read as another than was sent. */
    takenOtherwise: (() => string | undefined) | undefined
    /** Of the page that was asked for; pages share one route of the server. */
    pattern: string | undefined
  }
}

export interface ServerParts<R extends Refusal> {
  readonly routes: readonly Route<R>[]
  readonly authority: Authority
  readonly problems: ProblemTable<R | ServerRefusal>
  readonly publicAddress: URL
  /** Who acts, by the cookies or the key that came along. */
  readonly identify: (visitor: Visitor) => Promise<Outcome<Actor, R | ServerRefusal>>
  /** Addresses of proxies whose word about the visitor's address is taken. */
  readonly trustedProxies: readonly string[]
  /** What every file goes through that is sent here. */
  readonly scanner: ScannerAddress | undefined
  readonly computing?: ComputingLimit
  readonly log: Logger
  readonly metrics: Metrics
  readonly makeId: MakeId
}

const LARGEST_BODY = 1024 * 1024
const REQUEST_MS = 30_000
const KEEP_ALIVE_MS = 10_000
const MS = 1000

const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
}
const TWO_YEARS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }

/** Throws when a route has no row in the table of authority: such a server does not start. */
export function buildServer<R extends Refusal>(parts: ServerParts<R>): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    trustProxy: parts.trustedProxies.length > 0 && [...parts.trustedProxies],
    genReqId: () => parts.makeId(),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: true, allErrors: false },
      // What the calendar of the law does not know, no command has to: the year 0 is no day to the database, nor 9999 to the engine.
      onCreate: (ajv) => ajv.addFormat('date', (text: string) => parseDay(text) !== undefined),
    },
  })
  let isStopping = false
  const refuse = async (
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: R | ServerRefusal,
  ): Promise<FastifyReply> => {
    const language = languageOf(request.headers['accept-language'])
    const problem = problemOf(parts.problems, refusal, language, request.id)
    return await reply
      .code(problem.status)
      .headers({ 'content-language': language, vary: 'accept-language', ...retryAfter(problem.status, refusal) })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem))
  }
  server.addHook('onRoute', ({ config, method, url }) => {
    const command = config?.command
    if (command === undefined || parts.authority[command] === undefined)
      throw new Error(`the route ${String(method)} ${url} has no row in the table of authority`)
  })
  server.decorate('scanFiles', scanningFiles(parts.scanner, parts.log))
  server.decorate('limitComputing', limitingComputing(parts.computing))
  server.decorateRequest('actor')
  server.decorateRequest('visitor')
  server.decorateRequest('pattern')
  server.decorateRequest('takenOtherwise')
  server.addHook('preClose', (done) => {
    isStopping = true
    done()
  })
  server.addHook('onRequest', async (request, reply) => {
    const isSecure = parts.publicAddress.protocol === 'https:'
    reply.headers({ ...HEADERS, ...(isSecure ? TWO_YEARS : {}), 'x-request-id': request.id })
    request.visitor = visitorOf(request.ip, request.headers)
    request.actor = ANYBODY
    if (isStopping) return await refuse(request, reply, { code: 'stopping' })
    const { cookies, authorization } = request.visitor
    if (cookies === '' && authorization === undefined) return undefined
    const identified = await parts.identify(request.visitor)
    if ('refused' in identified) return await refuse(request, reply, identified.refused)
    request.actor = identified.done
    return undefined
  })
  server.addHook('onSend', (request, reply, payload, done) => {
    // Pages are compressed after this, and then are other bytes.
    const isAnswer = request.method === 'GET' && request.url.startsWith('/api/') && reply.statusCode === OK
    if (isAnswer && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const own = reply.getHeader('etag')
      const tag = typeof own === 'string' ? own : entityTag(payload)
      reply.header('etag', tag)
      if (isNamed(tag, request.headers['if-none-match'])) {
        reply.code(NOT_MODIFIED)
        return done(null, null)
      }
    }
    return done(null, payload)
  })
  server.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that was kept open would keep the server from ending.
    if (isStopping) reply.header('connection', 'close')
    done(null, payload)
  })
  server.addHook('onResponse', (request, reply, done) => {
    // The pattern and not the address, which may name a person.
    const route = request.pattern ?? request.routeOptions.url ?? 'none'
    const seconds = reply.elapsedTime / MS
    parts.metrics.observe(request.method, route, reply.statusCode, seconds)
    parts.log.info(
      {
        request_id: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        seconds,
        ...onBehalf(request, reply.statusCode),
      },
      'answered',
    )
    done()
  })
  server.setNotFoundHandler(
    async (request, reply) =>
      await refuse(request, reply, { code: 'route_unknown', path: request.url.split('?')[0] ?? '' }),
  )
  server.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error, request.routeOptions.bodyLimit)
    if (refusal.code === 'fault') parts.log.error({ err: error, request_id: request.id }, 'fault')
    return await refuse(request, reply, refusal)
  })
  const parseJson = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  for (const type of new Set(['application/json', ...parts.routes.flatMap(({ upload }) => typesOf(upload))]))
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
      const isFile = request.routeOptions.config.takes !== undefined || type !== 'application/json'
      if (isFile) done(null, body)
      else void parseJson(request, body.toString(), done)
    })
  for (const one of parts.routes) addRoute(server, one, parts, refuse)
  return server
}

/** Who was refused what he may not do; and for which firm an accountant acted, and by what. */
function onBehalf({ actor: { person, organization, delegation } }: FastifyRequest, status: number): object {
  return {
    ...(status === FORBIDDEN ? { person, organization } : {}),
    ...(delegation === undefined ? {} : { organization, delegation: delegation.id }),
  }
}

function addRoute<R extends Refusal>(
  server: FastifyInstance,
  one: Route<R>,
  { authority, publicAddress }: ServerParts<R>,
  refuse: (request: FastifyRequest, reply: FastifyReply, refusal: R | ServerRefusal) => Promise<FastifyReply>,
): void {
  const { method, url, command, summary, params, query, body, upload, done, run } = one
  server.route({
    method,
    url,
    config: { command, ...(upload === undefined ? {} : { takes: typesOf(upload) }) },
    ...(upload === undefined ? {} : { bodyLimit: upload.largest }),
    schema: {
      summary,
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      response: { 200: done },
    },
    // The validator makes null of 0, which is no limit where a quota was asked for.
    preValidation: (request, _reply, next) => {
      if (!Buffer.isBuffer(request.body)) request.takenOtherwise = holdAsSent(request.body)
      next()
    },
    // Whether somebody may is settled before anything that he sent is looked at.
    onRequest: async (request, reply) => {
      const { actor } = request
      if (reply.sent) return
      const refused: ServerRefusal | undefined =
        method === 'POST' && isForged(request, publicAddress)
          ? { code: 'origin_unknown' }
          : (refusedTo(authority, actor, command) ?? server.limitComputing(request, command))
      if (refused !== undefined) await refuse(request, reply, refused)
      else if (!isWithinKey(actor, authority, one)) await refuse(request, reply, { code: 'beyond_key', command })
    },
    handler: async (request, reply) => {
      const media_type = mediaTypeOf(request)
      const { takes } = request.routeOptions.config
      if (Buffer.isBuffer(request.body) !== (takes !== undefined) || takes?.includes(media_type) === false)
        return await refuse(request, reply, { code: 'request_unreadable' })
      const { actor, visitor, params: named, query: asked, body: sent } = request
      const unwritable = unwritableIn({ body: sent, querystring: asked, params: named })
      if (unwritable !== undefined) return await refuse(request, reply, { code: 'input_invalid', ...unwritable })
      const other = request.takenOtherwise?.()
      if (other !== undefined)
        return await refuse(request, reply, { code: 'input_invalid', place: other, reason: OTHER_TYPE })
      const read = onceOf(request, takesKey(one))
      if ('refused' in read) return await refuse(request, reply, read.refused)
      const unsafe = Buffer.isBuffer(sent) ? await server.scanFiles(request, [sent]) : undefined
      if (unsafe !== undefined) return await refuse(request, reply, unsafe)
      const outcome = await run({
        actor,
        visitor,
        params: named,
        query: asked,
        body: sent,
        media_type,
        once: read.done,
        if_match: ifMatchOf(request),
      })
      if (outcome.cookies !== undefined) reply.header('set-cookie', outcome.cookies)
      if ('refused' in outcome) return await refuse(request, reply, outcome.refused)
      if (outcome.tag !== undefined) reply.header('etag', `"${outcome.tag}"`)
      if (outcome.replayed) reply.header('idempotency-replayed', 'true')
      if (outcome.computed !== undefined)
        reply.headers({
          'x-engine-version': outcome.computed.engine_version,
          'x-release-hash': outcome.computed.release_hash,
        })
      if (outcome.location !== undefined) return await reply.redirect(outcome.location, SEE_OTHER)
      return await (outcome.done instanceof FileAnswer ? sendFile(reply, outcome.done) : reply.send(outcome.done))
    },
  })
}

function typesOf(upload: Upload | undefined): readonly string[] {
  return upload === undefined ? [] : [upload.media_type, ...Object.keys(upload.others ?? {})]
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Without its quotation marks. One tag: who changes something has seen one state of it. */
function ifMatchOf({ headers: { 'if-match': tag } }: FastifyRequest): string | undefined {
  return tag?.replace(/^"(.*)"$/, '$1')
}

const OTHER_TYPE = 'must be of the type that the schema says'
const KEY = /^[!-~]{1,255}$/

/** A key that cannot be held to is refused: who sent it would trust in it. */
function onceOf(
  { method, url, headers, actor, body }: FastifyRequest,
  isTaken: boolean,
): Outcome<Once | undefined, ServerRefusal> {
  const { 'idempotency-key': key } = headers
  if (key === undefined || method !== 'POST') return { done: undefined }
  if (!isTaken) return { refused: { code: 'key_not_taken' } }
  if (typeof key !== 'string' || !KEY.test(key)) {
    const reason = 'a key has 1 to 255 visible characters of ASCII'
    return { refused: { code: 'input_invalid', place: '/headers/idempotency-key', reason } }
  }
  const hash = createHash('sha256').update(JSON.stringify([actor.organization ?? null, url]))
  hash.update(Buffer.isBuffer(body) ? body : (JSON.stringify(body) ?? ''))
  return { done: { key, request_hash: hash.digest('hex') } }
}

/** Offered to be kept, and never shown as a page of ours: it came from somebody. */
function sendFile(reply: FastifyReply, { bytes, name, media_type }: FileAnswer): FastifyReply {
  const plain = name.replaceAll(/[^\w.-]+/g, '_')
  return reply
    .type(media_type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes)
}

const OK = 200
const FORBIDDEN = 403
const SEE_OTHER = 303
const NOT_MODIFIED = 304

/** Strong: the same tag is the same bytes (RFC 9110, 8.8.3). */
function entityTag(bytes: string | Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`
}

/** `*`, or one of a list; a proxy may have made a tag weak. */
function isNamed(tag: string, header: string | undefined): boolean {
  const named = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return named.includes(tag) || named.includes('*')
}

/** A browser says from which page it sends; a program says nothing, and sends no cookie that a browser would have added by itself. */
function isForged({ headers }: FastifyRequest, publicAddress: URL): boolean {
  return headers.origin === undefined ? headers.cookie !== undefined : !isFromUs(headers, publicAddress)
}
