/**
 * Signatures of Ed25519, held to more than the platform promises: there are a few keys with which a signature holds for any text, and one signature
 * has one form.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { strictBase64url } from './read-base64url.ts'

const P = 2n ** 255n - 19n
/** The y of points that, eight times over, are zero: whatever is signed with one holds for anything. */
const EIGHTH = 2707385501144840649318225287225658788936804267575313519463743609750303402022n
const WEAK: readonly bigint[] = [0n, 1n, P - 1n, EIGHTH, P - EIGHTH]
const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/** Undefined for what is no point, or one that would hold for anything. `x` is that of a JSON Web Key. */
export function keyOf(x: string): KeyObject | undefined {
  const bytes = strictBase64url(x)
  if (bytes?.length !== KEY_BYTES || !isSound(bytes)) return undefined
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}

export function holds(signed: string, signature: Buffer, key: KeyObject): boolean {
  // That its second half is smaller than the order of the group, and its first the one that comes out, the platform holds it to.
  if (signature.length !== SIGNATURE_BYTES || !isSound(signature.subarray(0, KEY_BYTES))) return false
  return verify(null, Buffer.from(signed), key, signature)
}

function isSound(point: Buffer): boolean {
  const y = BigInt(`0x${Buffer.from(point.toReversed()).toString('hex')}`) & (2n ** 255n - 1n)
  return y < P && !WEAK.includes(y)
}
