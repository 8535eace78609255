/** How much is computed for those who have not signed in, by the network that they come from. Each process counts its own, in memory. */
import type { FastifyRequest } from 'fastify'
import { type Clock, instantText } from './clock.ts'
import { networkOf } from './network-of.ts'
import { ANYBODY } from './transaction.ts'

export interface AskedTooOften {
  readonly code: 'asked_too_often'
  readonly most: number
  /** The instant at which it may be asked again. */
  readonly until: string
}

export interface ComputingLimit {
  /** What costs more than to look something up, and is done for anybody. */
  readonly commands: readonly string[]
  /** In a minute, for a network. */
  readonly most: number
  readonly clock: Clock
}

/** Counts the request. Undefined where it may be done. */
export type LimitComputing = (request: FastifyRequest, command: string | undefined) => AskedTooOften | undefined

const A_MINUTE_MS = 60_000

export function limitingComputing(limit: ComputingLimit | undefined): LimitComputing {
  let minute = 0
  let counts = new Map<string, number>()
  return ({ actor, ip }, command) => {
    if (limit === undefined || actor !== ANYBODY || command === undefined || !limit.commands.includes(command))
      return undefined
    const now = Math.floor(limit.clock() / A_MINUTE_MS)
    // All begin anew at once, so that no more is remembered than who came within a minute.
    if (now !== minute) [minute, counts] = [now, new Map<string, number>()]
    const network = networkOf(ip)
    const count = (counts.get(network) ?? 0) + 1
    counts.set(network, count)
    if (count <= limit.most) return undefined
    return { code: 'asked_too_often', most: limit.most, until: instantText((now + 1) * A_MINUTE_MS) }
  }
}
