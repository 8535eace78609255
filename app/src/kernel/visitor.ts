/** Who asks, as far as the request itself says. */
import type { IncomingHttpHeaders } from 'node:http'

export interface Visitor {
  /** The IP address; that of the nearest proxy which is not trusted. */
  readonly address: string
  /** What the browser calls itself. */
  readonly agent: string
  /** The header `Cookie`, empty where there is none. */
  readonly cookies: string
  /** The header `Authorization`. */
  readonly authorization: string | undefined
}

const LONGEST_AGENT = 300

export function visitorOf(address: string, headers: IncomingHttpHeaders): Visitor {
  return {
    address,
    agent: (headers['user-agent'] ?? '').slice(0, LONGEST_AGENT),
    cookies: headers.cookie ?? '',
    authorization: headers.authorization,
  }
}

/** A form on somebody else's page would act in the name of whoever is signed in here. */
export function isFromUs({ origin, host }: IncomingHttpHeaders, publicAddress: URL): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false
  return origin === publicAddress.origin || new URL(origin).host === host
}
