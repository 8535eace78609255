import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { makeIds } from './identifiers.ts'

test('an identifier is a UUID of version 7 that begins with its millisecond', () => {
  // RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z is 0x017F22E279B0.
  const id = makeIds(
    () => 0x01_7f_22_e2_79_b0,
    (size) => new Uint8Array(size),
  )()
  expect(id).toBe('017f22e2-79b0-7000-8000-000000000000')
})

test('identifiers sort in the order in which they were made, whatever the clock does', () => {
  assert(
    property(array(integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (times) => {
      let next = 0
      const makeId = makeIds(() => times[next++] ?? 0)
      const made = times.map(() => makeId())
      expect(made.toSorted()).toEqual(made)
      expect(new Set(made).size).toBe(made.length)
      for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})
