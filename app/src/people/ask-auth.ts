/** Speaks with the identity library: visitors become headers, its cookies become ours, and what it refuses becomes a value. */
import { isAPIError } from 'better-auth/api'
import type { Visitor } from '../kernel/visitor.ts'
import { ADDRESS_HEADER } from './open-identity.ts'

export function headersOf({ address, agent, cookies }: Visitor): Headers {
  return new Headers({ [ADDRESS_HEADER]: address, 'user-agent': printable(agent), cookie: printable(cookies) })
}

/** What a header may hold; the rest of what somebody sends is left out. */
function printable(text: string): string {
  return text.replaceAll(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '')
}

interface Answer<T> {
  readonly answer: T
  readonly cookies: readonly string[]
}

/** What it answers, or undefined where it refuses what the visitor sent. A fault of its own is thrown. */
export async function askAuth<T>(
  asking: Promise<{ readonly headers: Headers; readonly response: T }>,
): Promise<Answer<T> | undefined> {
  try {
    const { headers, response } = await asking
    return { answer: response, cookies: headers.getSetCookie() }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw error
  }
}
