/**
 * Posts to an address that somebody outside has named. What the name means is looked up once, and the connection goes to what was looked at:
 * nothing that is only reachable from here is reached, unless an operator has said so.
 */
import { lookup } from 'node:dns/promises'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { BlockList, isIP } from 'node:net'

const LONGEST_MS = 10_000
const MOST_BYTES = 1024

/** IANA's special-purpose registries: networks that are private, this machine's, or no single machine's. */
const NOT_PUBLIC: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Of IPv6 only what is handed out is public, but for what leads into IPv4 or is for documents. */
const PUBLIC_6 = '2000::/3'
const NOT_PUBLIC_6: readonly string[] = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const one of networks) {
    const [net = '', bits] = one.split('/')
    const family = isIP(net) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(net, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return list
}

const CLOSED = blockList(NOT_PUBLIC)
const CLOSED_6 = blockList(NOT_PUBLIC_6)
const OPEN_6 = blockList([PUBLIC_6])

/** `allowed` are networks that an operator lets us reach all the same. */
export function isReachable(ip: string, allowed: readonly string[]): boolean {
  const family = isIP(ip)
  if (family === 0) return false
  if (isAllowed(ip, allowed)) return true
  return family === 4 ? !CLOSED.check(ip) : OPEN_6.check(ip, 'ipv6') && !CLOSED_6.check(ip, 'ipv6')
}

function isAllowed(ip: string, allowed: readonly string[]): boolean {
  return blockList(allowed).check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether plain http may be tried: an address has to be the operator's, and what a name leads to is seen when something is sent. */
export function mayBePlain({ hostname }: URL, allowed: readonly string[]): boolean {
  const host = hostname.replaceAll(/[[\]]/g, '')
  return isIP(host) === 0 ? allowed.length > 0 : isAllowed(host, allowed)
}

export interface Answered {
  /** Null where there was no answer; then `said` is why. */
  readonly status: number | null
  /** The first bytes of the answer. */
  readonly said: string
}

/** Follows nowhere, waits ten seconds at most, and never throws for what is on the other side. */
export async function postOutside(
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  allowed: readonly string[],
): Promise<Answered> {
  try {
    const url = new URL(address)
    const host = url.hostname.replaceAll(/[[\]]/g, '')
    const found = isIP(host) === 0 ? await lookup(host, { all: true }) : [{ address: host, family: isIP(host) }]
    const [first] = found
    if (first === undefined || found.some((one) => !isReachable(one.address, allowed)))
      return { status: null, said: `${host} leads to a network that is not public` }
    if (url.protocol !== 'https:' && !isAllowed(first.address, allowed))
      return { status: null, said: 'only https is used outside the networks of the operator' }
    return await post(url, first, headers, body)
  } catch (error) {
    return { status: null, said: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer within ten seconds'
  return error.message === '' ? ((error as NodeJS.ErrnoException).code ?? error.name) : error.message
}

async function post(
  url: URL,
  to: { readonly address: string; readonly family: number },
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Answered> {
  const send = url.protocol === 'https:' ? requestSecure : requestPlain
  return await new Promise<Answered>((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.timeout(LONGEST_MS),
        // Another look-up could find another machine.
        lookup: (_host, options, found) =>
          options.all === true ? found(null, [to]) : found(null, to.address, to.family),
      },
      (response) => {
        let said = Buffer.alloc(0)
        const done = (): void => {
          resolve({ status: response.statusCode ?? null, said: said.subarray(0, MOST_BYTES).toString('utf8') })
          request.destroy()
        }
        response.on('data', (bytes: Buffer) => {
          said = Buffer.concat([said, bytes])
          if (said.length >= MOST_BYTES) done()
        })
        response.on('end', done)
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
