/**
 * Bitstring status lists of the W3C (https://www.w3.org/TR/vc-bitstring-status-list/): one bit for each certificate, compressed, so that nobody who
 * fetches the list says about which of them he asks.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { strictBase64url } from './read-base64url.ts'

/** In bits: fewer would tell who is asked about. */
export const LEAST_STATUSES = 131_072
/** In bytes: sixteen million certificates. */
const LARGEST = 2 * 1024 * 1024
const BITS = 8

/** The list in which these places are set. Room for more is added in whole steps of the least. */
export function statusList(set: Iterable<number>, count: number): Uint8Array {
  const list = new Uint8Array((Math.max(1, Math.ceil(count / LEAST_STATUSES)) * LEAST_STATUSES) / BITS)
  for (const place of set) {
    if (!Number.isSafeInteger(place) || place < 0 || place >= count)
      throw new RangeError(`${place} is no place in a list of ${count}`)
    list[place >> 3] = (list[place >> 3] ?? 0) | (0x80 >> (place % BITS))
  }
  return list
}

/** As `encodedList` has it: base64url with its sign before it. */
export function encodedList(list: Uint8Array): string {
  return `u${gzipSync(list, { level: 9 }).toString('base64url')}`
}

/** Undefined for what is no such list, is too short to hide anybody, or is larger than any of ours. */
export function decodedList(encoded: string): Uint8Array | undefined {
  const bytes = encoded.startsWith('u') ? strictBase64url(encoded.slice(1)) : undefined
  if (bytes === undefined) return undefined
  try {
    const list = gunzipSync(bytes, { maxOutputLength: LARGEST })
    return list.length * BITS >= LEAST_STATUSES ? list : undefined
  } catch {
    return undefined
  }
}

/** Undefined beyond the end of the list. The first place is the highest bit. */
export function isSet(list: Uint8Array, place: number): boolean | undefined {
  const byte = list[Math.floor(place / BITS)]
  return byte === undefined ? undefined : (byte & (0x80 >> (place % BITS))) !== 0
}
