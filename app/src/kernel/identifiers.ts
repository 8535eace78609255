/** Identifiers that sort by when they were made (UUID version 7, RFC 9562), made by an argument and not by a global. */
import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

export type MakeId = () => string

/** Whether a text could be an identifier; PostgreSQL takes nothing else for one. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

/** Within a process every identifier sorts after the one before it, also within a millisecond and when the clock is set back. */
export function makeIds(clock: Clock, chance: (size: number) => Uint8Array = randomBytes): MakeId {
  let last = 0n
  return () => {
    const random = BigInt(`0x${Buffer.from(chance(10)).toString('hex')}`)
    // 48 bits of milliseconds, then 74 of chance of which the first is left clear, so that counting up does not run over at once.
    const fresh = (BigInt(clock()) << 74n) | (random & ((1n << 73n) - 1n))
    last = fresh > last ? fresh : last + 1n
    const high = last >> 62n
    const hex = [
      (high >> 12n).toString(16).padStart(12, '0'),
      (0x7000n | (high & 0xfffn)).toString(16),
      ((1n << 63n) | (last & ((1n << 62n) - 1n))).toString(16),
    ].join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}
