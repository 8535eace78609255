/** What is as good as a password: made of 256 bits of chance, shown once, and kept as a hash. */
import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

export function makeToken(): string {
  return randomBytes(BYTES).toString('base64url')
}

/** SHA-256, in hexadecimal digits. A slow hash would add nothing, since nobody can guess what is hashed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
