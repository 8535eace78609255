/**
 * What a passkey signs: the hash of for what, by whom and over which hash it was asked, and of a ticket that only the service could have written.
 * Whoever has the ticket can compute it again, and the signature of the device covers it.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { makeToken } from './secret-token.ts'

export interface Purpose {
  readonly purpose: 'sign_in' | 'sign' | 'add'
  /** Empty where he is not known yet. */
  readonly person: string
  /** The hash of what was shown; empty where nothing is signed. */
  readonly signed_hash: string
}

const MINUTE_MS = 60_000
/** How long one may read before he signs. */
export const TICKET_MS: Readonly<Record<Purpose['purpose'], number>> = {
  sign_in: 15 * MINUTE_MS,
  add: 15 * MINUTE_MS,
  sign: 60 * MINUTE_MS,
}

export function makeTicket(secret: string, asked: Purpose, now: number): string {
  const given = `${now}.${makeToken()}`
  return `${given}.${markOf(secret, asked, given)}`
}

/** That it is ours, for this, and not too old. */
export function isTicket(secret: string, asked: Purpose, ticket: string, now: number): boolean {
  const [, given = '', at = '', mark = ''] = /^((\d{1,16})\.[\w-]{43})\.([\w-]{43})$/.exec(ticket) ?? []
  if (!timingSafeEqual(Buffer.from(markOf(secret, asked, given)), Buffer.from(mark.padEnd(43)))) return false
  const age = now - Number(at)
  return age >= 0 && age <= TICKET_MS[asked.purpose]
}

export function challengeOf({ purpose, person, signed_hash }: Purpose, ticket: string): string {
  return createHash('sha256')
    .update(JSON.stringify([purpose, person, signed_hash, ticket]))
    .digest('base64url')
}

function markOf(secret: string, { purpose, person, signed_hash }: Purpose, given: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['passkey', purpose, person, signed_hash, given]))
    .digest('base64url')
}
