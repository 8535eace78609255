import { expect, test } from 'vitest'
import { isTicket, makeTicket, type Purpose } from './passkey-ticket.ts'

const SECRET = 'the secret of the service'
const NOW = Date.parse('2027-06-30T09:00:00Z')
const HOUR_MS = 3_600_000
const SIGNING: Purpose = { purpose: 'sign', person: 'person 1', signed_hash: 'sha256:a' }

test('a ticket is good for what it was made for, and an hour long for a signature', () => {
  const ticket = makeTicket(SECRET, SIGNING, NOW)
  expect(isTicket(SECRET, SIGNING, ticket, NOW)).toBe(true)
  expect(isTicket(SECRET, SIGNING, ticket, NOW + HOUR_MS)).toBe(true)
  expect(isTicket(SECRET, SIGNING, ticket, NOW + HOUR_MS + 1)).toBe(false)
  expect(isTicket(SECRET, SIGNING, ticket, NOW - 1)).toBe(false)
  for (const other of [{ purpose: 'sign_in' }, { person: 'person 2' }, { signed_hash: 'sha256:b' }] as const)
    expect(isTicket(SECRET, { ...SIGNING, ...other }, ticket, NOW)).toBe(false)
})

test('a ticket that the service has not written is none', () => {
  const ticket = makeTicket(SECRET, SIGNING, NOW)
  expect(isTicket(SECRET, SIGNING, makeTicket('another secret', SIGNING, NOW), NOW)).toBe(false)
  // One that is made younger than it is.
  expect(isTicket(SECRET, SIGNING, ticket.replace(String(NOW), String(NOW + HOUR_MS)), NOW + 2 * HOUR_MS)).toBe(false)
  for (const text of ['', `${NOW}`, `${NOW}.${'A'.repeat(43)}.${'A'.repeat(43)}`])
    expect(isTicket(SECRET, SIGNING, text, NOW)).toBe(false)
})
