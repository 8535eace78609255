/** In which language a reader gets his pages. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languageOf } from '../kernel/problem.ts'
import { addressOf } from './fetch-adapter.ts'

const COOKIE = 'maqami_language'
const ONE_YEAR_S = 31_536_000
const SEE_OTHER = 303

/** What the switch on every page asks for: `?language=ur`. */
export function wishedLanguage(request: FastifyRequest): Language | undefined {
  const wished = new URLSearchParams(request.url.split('?')[1]).get('language')
  return request.method === 'GET' && (wished === 'en' || wished === 'ur') ? wished : undefined
}

/** Led back to the same page, in the language that was chosen, by a link that works without a script. */
export async function switchLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
  publicAddress: URL,
): Promise<FastifyReply> {
  const { pathname, searchParams } = addressOf(request, publicAddress)
  searchParams.delete('language')
  const query = searchParams.toString()
  return await reply
    .code(SEE_OTHER)
    .headers({
      location: `${pathname}${query === '' ? '' : `?${query}`}`,
      'set-cookie': `${COOKIE}=${language}; Path=/; Max-Age=${ONE_YEAR_S}; HttpOnly; SameSite=Lax`,
    })
    .send()
}

/** The one that the reader chose here, or else the one that the browser asks for. */
export function chosenLanguage(request: FastifyRequest): Language {
  const chosen = cookieOf(request, COOKIE)
  return chosen === 'en' || chosen === 'ur' ? chosen : languageOf(request.headers['accept-language'])
}

/** A word, or nothing: no cookie of ours holds more. Over TLS it has the prefix of `ownCookie`. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)(?:${HOST_ONLY})?${name}=(\\w{1,60})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
}

const HOST_ONLY = '__Host-'

/** Over TLS every cookie of a page is this host’s alone, as those of signing in are by themselves; without TLS no browser would keep it. */
export function ownCookie(cookie: string, { protocol }: URL): string {
  return protocol === 'https:' && cookie.startsWith('maqami_') ? `${HOST_ONLY}${cookie}; Secure` : cookie
}
