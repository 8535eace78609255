/** Signing in with the account that somebody has at an OpenID provider, such as a ministry's. Only who was invited is let in. */
import type { Outcome } from '../kernel/outcome.ts'
import type { BrowserOrders } from '../kernel/route.ts'
import type { Visitor } from '../kernel/visitor.ts'
import { askAuth, headersOf } from './ask-auth.ts'
import { sessionOf } from './identify-request.ts'
import { AUTH_PATH, type Identity, OPEN_ID } from './open-identity.ts'
import { recordSignIn } from './sign-in.ts'

export interface OpenIdRefusal {
  readonly code: 'openid_unavailable'
}

type Away = Outcome<Record<string, never>, OpenIdRefusal> & BrowserOrders

/** Sends the browser to the provider, and from there to `next`, an address of ours. */
export async function startOpenId(identity: Identity, visitor: Visitor, next = '/'): Promise<Away> {
  const { auth, hasOpenId, publicAddress } = identity
  if (!hasOpenId) return { refused: { code: 'openid_unavailable' } }
  const body = {
    provider: OPEN_ID,
    callbackURL: `${publicAddress.origin}${next}`,
    errorCallbackURL: `${publicAddress.origin}/sign-in`,
  }
  const asked = await askAuth(auth.api.signInSocial({ body, headers: headersOf(visitor), returnHeaders: true }))
  if (asked?.answer.url === undefined) return { refused: { code: 'openid_unavailable' } }
  return { done: {}, location: asked.answer.url, cookies: asked.cookies }
}

/** The provider sends the browser back, signed in or with `?error=`. */
export async function finishOpenId(
  identity: Identity,
  visitor: Visitor,
  query: Readonly<Record<string, string>>,
): Promise<Away> {
  const url = new URL(`${AUTH_PATH}/callback/${OPEN_ID}`, identity.publicAddress)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const answer = await identity.auth.handler(new Request(url, { headers: headersOf(visitor) }))
  const cookies = answer.headers.getSetCookie()
  const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const session = await sessionOf(identity, { ...visitor, cookies: sent })
  if (session !== undefined) await recordSignIn(identity, visitor, session.person, 'openid')
  const location = answer.headers.get('location') ?? `${identity.publicAddress.origin}/sign-in?error=openid`
  return { done: {}, location, cookies }
}
