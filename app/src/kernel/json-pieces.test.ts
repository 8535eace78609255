import { describe, expect, it } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

describe('JSON in pieces', () => {
  it('is what JSON.stringify writes in one', () => {
    const value = {
      empty: [],
      nothing: {},
      left: undefined,
      list: [1, undefined, null, 'a"\n', [true, { b: false }]],
      'a "key"': { said: { toJSON: () => ['by itself'] } },
    }
    expect([...jsonPieces(value)].join('')).toBe(`${JSON.stringify(value)}\n`)
    expect([...jsonPieces('text')].join('')).toBe('"text"\n')
  })

  it('never holds more than a piece: a list of a million characters comes in more than ten', () => {
    // Each element is 1,000 characters; a piece ends soon after 64 KB.
    const pieces = [...jsonPieces(Array.from({ length: 1000 }, () => 'x'.repeat(997)))]
    expect(pieces.length).toBeGreaterThan(10)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000)
  })
})
