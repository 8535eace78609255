/** One bit for each certificate. */
import { gzipSync } from 'node:zlib'
import { assert, nat, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { decodedList, encodedList, isSet, LEAST_STATUSES, statusList } from './pack-statuses.ts'

test('what is set is set, and nothing else', () => {
  const places = uniqueArray(nat(299_999), { maxLength: 40 })
  assert(
    property(places, nat(299_999), (set, other) => {
      const list = decodedList(encodedList(statusList(set, 300_000)))
      if (list === undefined) throw new Error('the list was not read')
      for (const place of [...set, other]) expect(isSet(list, place)).toBe(set.includes(place))
    }),
    { numRuns: 20 },
  )
})

test('the first place is the highest bit of the first byte, and no list is short', () => {
  const list = statusList([0, 9], 10)
  expect([...list.subarray(0, 2)]).toEqual([0b1000_0000, 0b0100_0000])
  expect(list.length * 8).toBe(LEAST_STATUSES)
  expect(statusList([], LEAST_STATUSES + 1).length * 8).toBe(2 * LEAST_STATUSES)
  expect(() => statusList([10], 10)).toThrow('10 is no place in a list of 10')
  expect(isSet(list, LEAST_STATUSES)).toBeUndefined()
})

// Example 5 of the recommendation: a list of 131,072 without any.
test('a list as others write it is read', () => {
  const list = decodedList('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA')
  expect(list?.length).toBe(16_384)
  expect(list?.every((byte) => byte === 0)).toBe(true)
})

test('what grows beyond all lists, is short or is no list is none', () => {
  const bomb = `u${gzipSync(new Uint8Array(3 * 1024 * 1024)).toString('base64url')}`
  const short = `u${gzipSync(new Uint8Array(100)).toString('base64url')}`
  for (const text of [bomb, short, '', 'u', 'zabc', encodedList(statusList([], 1)).slice(1)])
    expect(decodedList(text)).toBeUndefined()
})

test('a million certificates, of which one in a hundred is withdrawn, take less than 100 KB', () => {
  const set = Array.from({ length: 10_000 }, (_, nth) => nth * 100 + (nth % 7))
  expect(encodedList(statusList(set, 1_000_000)).length).toBeLessThan(100_000)
})
