/**
 * The pages on the server of the interface: whether somebody may is asked of the same table of authority, refusals are the same problem
 * documents, shown in words.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, matchRoutes, type RouterContext, RouterContextProvider } from 'react-router'
import { type Authority, isAllowed } from '../kernel/authority.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { Language, NotAllowed, Problem, ServerRefusal } from '../kernel/problem.ts'
import type { AskedTooOften } from '../kernel/limit-computing.ts'
import { retryAfter } from '../kernel/retry-after.ts'
import { refusalOf } from '../kernel/server-refusal.ts'
import { refusedTo } from '../kernel/refused-to.ts'
import { type Actor, ANYBODY, DelegationEnded, isProgram } from '../kernel/transaction.ts'
import { isFromUs, type Visitor } from '../kernel/visitor.ts'
import type { BuiltPages } from './built-pages.ts'
import { compressed } from './compressed.ts'
import { addressOf, fetchRequest, filesIn, sendResponse } from './fetch-adapter.ts'
import { DONE_COOKIE, DONE_IS_SEEN, type PageCall, pageCall, type Reader } from './page-call.ts'
import { MEANT_FOR } from './meant-for.ts'
import { chosenLanguage, cookieOf, ownCookie, switchLanguage, wishedLanguage } from './page-language.ts'
import type { PageHandle } from './page-handle.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Counted once for each request, before a page is asked. */
    askedTooOften: AskedTooOften | undefined
  }
}

/** An entry of the navigation at the top of every page, for those who may see what is behind it. */
export interface Destination {
  readonly href: string
  readonly command: string
  readonly label: Readonly<Record<Language, string>>
}

export interface PageParts {
  readonly pages: BuiltPages
  readonly authority: Authority
  readonly navigation: readonly Destination[]
  readonly problemOf: (refusal: Refusal, language: Language, request: string) => Problem
  /** Why the actor may not do this, where a page of words has no use for the name of a command. */
  readonly sayWhoMay: (actor: Actor, command: string, language: Language) => string
  readonly publicAddress: URL
  /** Who has signed in, by the cookies of a request. */
  readonly readerOf: (visitor: Visitor) => Promise<Reader | undefined>
  /** The day by the calendar of a demonstration; undefined in a service that is none. */
  readonly demonstrationDay: () => string | undefined
  readonly fault: (error: unknown, request: string) => void
  /** What slices give their own pages, each under the context that it made. */
  readonly contexts: ReadonlyMap<RouterContext, unknown>
}

export const pagesAuthority = { open_page: ['public'] } as const satisfies Authority

interface Page {
  readonly path: string
  readonly handle: PageHandle
}

const ONE_YEAR_S = 31_536_000
const ANY = '/*'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
}

/** Throws where a page names a command that has no row in the table: such a server does not start. */
export function servePages(server: FastifyInstance, parts: PageParts): void {
  const pages = pagesOf(parts)
  const answer = answering(parts, pages)
  server.decorateRequest('askedTooOften')
  const open = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (request.url.startsWith('/api/')) {
      reply.callNotFound()
      return reply
    }
    const wished = wishedLanguage(request)
    if (wished !== undefined) return await switchLanguage(request, reply, wished, parts.publicAddress)
    const refusal =
      refusalBefore(request, parts, pages) ?? (await server.scanFiles(request, filesIn(request, parts.publicAddress)))
    return await answer(request, reply, refusal)
  }
  void server.register(async (scope) => {
    await Promise.resolve()
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.setErrorHandler(async (error, request, reply) => {
      const refusal = refusalOf(error, request.routeOptions.bodyLimit)
      if (refusal.code === 'fault') parts.fault(error, request.id)
      // No JSON is asked for here.
      const isForm = refusal.code === 'request_unreadable'
      return await answer(request, reply, isForm ? { code: 'form_unreadable' } : refusal)
    })
    scope.addHook('onRequest', (request, _reply, done) => {
      const page = pageAt(pages, addressOf(request, parts.publicAddress).pathname)
      if (request.routeOptions.url === ANY) request.pattern = page?.path
      request.askedTooOften = server.limitComputing(request, commandOf(request, page))
      done()
    })
    scope.addHook('onSend', compressPayload)
    scope.addHook('onSend', (_request, reply, payload, done) => {
      const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
      // Set once more they would be added.
      reply.removeHeader('set-cookie')
      for (const cookie of cookies) reply.header('set-cookie', ownCookie(cookie, parts.publicAddress))
      done(null, payload)
    })
    const config = { command: 'open_page' }
    scope.get('/assets/:name', { config }, async (request, reply) => {
      const { name } = request.params as { readonly name: string }
      const asset = parts.pages.assets.get(name)
      if (asset === undefined) return await open(request, reply)
      return await reply
        .headers({ 'cache-control': `public, max-age=${ONE_YEAR_S}, immutable`, vary: 'accept-encoding' })
        .type(TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .send(asset)
    })
    scope.get(ANY, { config }, open)
    scope.post(ANY, { config }, open)
    for (const { path, handle } of pages)
      if (handle.largest !== undefined) {
        // Nobody else's file is taken in, not even to be thrown away.
        const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
          const refusal = refusalBefore(request, parts, pages)
          if (refusal !== undefined) await answer(request, reply, refusal)
        }
        scope.post(path, { config, bodyLimit: handle.largest, onRequest }, open)
      }
  })
}

type Answer = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal | undefined) => Promise<FastifyReply>

/** The page that React Router finds, or that of the refusal. */
function answering(parts: PageParts, pages: readonly Page[]): Answer {
  const handle = createRequestHandler(parts.pages.build, 'production')
  const answer: Answer = async (request, reply, refusal) => {
    let hasEnded = false
    const fault = (error: unknown): void => {
      if (error instanceof DelegationEnded) hasEnded = true
      else parts.fault(error, request.id)
    }
    const path = addressOf(request, parts.publicAddress).pathname
    const script = refusal === undefined ? pageAt(pages, path)?.handle.script : undefined
    const call = { ...(await callOf(parts, request, refusal)), script, fault }
    if (call.done !== undefined) reply.header('set-cookie', DONE_IS_SEEN)
    reply.headers({
      'content-language': call.language,
      vary: 'accept-language, accept-encoding, cookie',
      // With `no-referrer` a browser hides the origin of a form from us as well.
      'referrer-policy': 'same-origin',
    })
    if (refusal !== undefined && call.refused !== undefined) reply.headers(retryAfter(call.refused.status, refusal))
    const context = new RouterContextProvider(new Map([...parts.contexts, [pageCall, call]]))
    // What came with a refused request is not looked at.
    const asked =
      refusal === undefined ? fetchRequest(request, parts.publicAddress) : new Request(parts.publicAddress.origin)
    const response = await handle(asked, context)
    return hasEnded ? await answer(request, reply, { code: 'delegation_ended' }) : await sendResponse(reply, response)
  }
  return answer
}

async function callOf(
  { authority, navigation, problemOf, sayWhoMay, publicAddress, readerOf, demonstrationDay }: PageParts,
  request: FastifyRequest,
  refusal: Refusal | undefined,
): Promise<Omit<PageCall, 'fault' | 'script'>> {
  const { actor, visitor } = request
  const language = chosenLanguage(request)
  const { pathname, search } = addressOf(request, publicAddress)
  const problem = (one: Refusal): Problem => {
    const { code, command } = one as Partial<NotAllowed> & Refusal
    const found = problemOf(one, language, request.id)
    const isRole = code === 'not_allowed' || code === 'beyond_delegation'
    return isRole && command !== undefined ? { ...found, detail: sayWhoMay(actor, command, language) } : found
  }
  return {
    actor,
    visitor,
    reader: actor === ANYBODY ? undefined : await readerOf(visitor),
    language,
    demonstration_day: demonstrationDay(),
    request_id: request.id,
    address: `${pathname}${search}`,
    navigation: navigation
      .filter(({ command }) => refusedTo(authority, actor, command) === undefined)
      .map(({ href, label }) => ({ href, label: label[language] })),
    may: (command, role) =>
      role === undefined ? refusedTo(authority, actor, command) === undefined : isAllowed(authority, role, command),
    done: cookieOf(request, DONE_COOKIE),
    refused: refusal === undefined ? undefined : problem(refusal),
    problemOf: problem,
  }
}

async function compressPayload(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!Buffer.isBuffer(payload)) return payload
  const type = String(reply.getHeader('content-type') ?? '')
  const { encoding, bytes } = await compressed(payload, type, request.headers['accept-encoding'])
  if (encoding !== undefined) reply.headers({ 'content-encoding': encoding, 'content-length': bytes.length })
  return bytes
}

function pagesOf({ pages, authority }: PageParts): readonly Page[] {
  return Object.values(pages.build.routes).flatMap((route) => {
    if (route === undefined || route.id === 'root') return []
    const handle = (route.module.handle ?? {}) as Partial<PageHandle>
    for (const command of [handle.see, handle.act])
      if (authority[command ?? ''] === undefined && (command !== undefined || handle.see === undefined))
        throw new Error(
          `the page ${route.id} has no row in the table of authority; give it: export const handle = { see: COMMAND }`,
        )
    return [{ path: `/${route.path ?? ''}`, handle: handle as PageHandle }]
  })
}

function pageAt(pages: readonly Page[], path: string): Page | undefined {
  return matchRoutes([...pages], path)?.at(-1)?.route
}

function commandOf({ method }: FastifyRequest, page: Page | undefined): string | undefined {
  return method === 'POST' ? page?.handle.act : page?.handle.see
}

/** What is settled before a page is asked, and before anything is looked at that was sent with the request. */
function refusalBefore(
  request: FastifyRequest,
  { authority, publicAddress }: PageParts,
  pages: readonly Page[],
): ServerRefusal | undefined {
  const { actor } = request
  const { pathname: path, searchParams } = addressOf(request, publicAddress)
  const match = pageAt(pages, path)
  const isPost = request.method === 'POST'
  const command = commandOf(request, match)
  // Addresses of React Router's own, for pages that run in the browser: none of ours does.
  if (match === undefined || command === undefined || path.endsWith('.data')) return { code: 'route_unknown', path }
  const refused = refusedTo(authority, actor, command)
  if (refused !== undefined) return refused
  if (request.askedTooOften !== undefined) return request.askedTooOften
  // Forms are for people; a program asks the interface.
  if (isPost && isProgram(actor)) return { code: 'beyond_key', command }
  if (!isPost) return undefined
  if (!isFromUs(request.headers, publicAddress)) return { code: 'origin_unknown' }
  const meant = searchParams.get(MEANT_FOR)
  return meant === null || meant === actor.organization ? undefined : { code: 'other_organization' }
}
