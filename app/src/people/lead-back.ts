/** Where somebody is led once he has signed in. */
import { pageCall, type PageContext } from '../pages/page-call.ts'
import { whoIAm } from './act-for.ts'
import { identityContext } from './identity-context.ts'

const ANY_ORIGIN = 'https://maqami.invalid'

/** The page that asked, `?next=`; undefined where that would lead to another host, or round in a circle. */
export function safeNext(address: string): string | undefined {
  const next = new URL(address, ANY_ORIGIN).searchParams.get('next') ?? ''
  if (!next.startsWith('/') || !URL.canParse(next, ANY_ORIGIN)) return undefined
  const { origin, pathname, search } = new URL(next, ANY_ORIGIN)
  const isOurs = origin === ANY_ORIGIN && !pathname.startsWith('//')
  return isOurs && !/^\/(?:sign-(?:in|out)|api|assets)(?:\/|$)/i.test(pathname) ? `${pathname}${search}` : undefined
}

/** Where a role finds its work: the first that it may see. */
const STARTS = [
  { address: '/desk', command: 'see_desk' },
  { address: '/clients', command: 'see_clients' },
  { address: '/gate', command: 'ask_gate' },
  { address: '/gate/models', command: 'see_licensed_models' },
  { address: '/attestations', command: 'see_attestations' },
  { address: '/people', command: 'see_people' },
] as const

/** Where he has first to set up the second factor, there; the page that asked; else the account where he has first to choose for whom he acts; else where he finds his work. */
export async function leadBack(context: PageContext, cookies: readonly string[], next?: string): Promise<string> {
  const { may, visitor } = context.get(pageCall)
  const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const self = await whoIAm(context.get(identityContext), { ...visitor, cookies: sent })
  if (self?.lacks_factor === true) return '/account/second-factor'
  if (next !== undefined) return next
  const role = self?.acting_for?.role
  if (role === undefined) return '/account'
  return STARTS.find(({ command }) => may(command, role))?.address ?? '/'
}

/** The address of another page of signing in, which leads back all the same. */
export function withNext(address: string, next: string | undefined): string {
  return next === undefined ? address : `${address}?${new URLSearchParams({ next }).toString()}`
}
