import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { limitingComputing } from './limit-computing.ts'
import { type Actor, ANYBODY } from './transaction.ts'

const NOON = Date.parse('2027-06-30T12:00:00.000Z')
const SIGNED_IN: Actor = { person: 'one', organization: 'board', role: 'analyst' }

function asked(ip: string, actor = ANYBODY): FastifyRequest {
  return { ip, actor } as FastifyRequest
}

function limitedAt(start: number) {
  let now = start
  const limit = limitingComputing({ commands: ['compare'], most: 2, clock: () => now })
  const isTaken = (ip: string, command?: string, actor?: Actor): boolean =>
    limit(asked(ip, actor), command ?? 'compare') === undefined
  return { limit, isTaken, wait: (ms: number) => (now += ms) }
}

test('a network has so much computed in a minute and no more, and in the next minute again', () => {
  const { limit, isTaken, wait } = limitedAt(NOON)
  expect([isTaken('192.0.2.1'), isTaken('192.0.2.1'), isTaken('192.0.2.1')]).toEqual([true, true, false])
  wait(59_999)
  expect(limit(asked('192.0.2.1'), 'compare')).toEqual({
    code: 'asked_too_often',
    most: 2,
    until: '2027-06-30T12:01:00.000Z',
  })
  wait(1)
  expect(isTaken('192.0.2.1')).toBe(true)
})

test('networks are counted apart, those of IPv6 by their first 64 bits', () => {
  const { isTaken } = limitedAt(NOON)
  expect(['192.0.2.1', '192.0.2.1', '192.0.2.2'].map((ip) => isTaken(ip))).toEqual([true, true, true])
  expect(['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map((ip) => isTaken(ip))).toEqual([
    true,
    true,
    false,
    true,
  ])
})

test('who has signed in is not counted, nor what only looks something up', () => {
  const { isTaken } = limitedAt(NOON)
  for (let time = 0; time < 5; time += 1) {
    expect(isTaken('192.0.2.1', 'compare', SIGNED_IN)).toBe(true)
    expect(isTaken('192.0.2.1', 'look_up')).toBe(true)
  }
  expect(isTaken('192.0.2.1')).toBe(true)
})
