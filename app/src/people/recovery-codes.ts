/** Recovery codes of a second factor. Each has 120 bits of chance, so a plain hash of it is all that is kept. */
import { randomBytes } from 'node:crypto'
import { symmetricDecrypt } from 'better-auth/crypto'
import { hashToken } from './secret-token.ts'

const HOW_MANY = 10
/** Crockford’s 32: none of them is mistaken for another. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 24

/** How the identity library makes and keeps them. Those that were kept encrypted before are good as they were. */
export function recoveryCodes(secret: string) {
  return {
    customBackupCodesGenerate: () => Array.from({ length: HOW_MANY }, makeCode),
    storeBackupCodes: {
      encrypt: async (codes: string) => await Promise.resolve(hashedAll(codes)),
      decrypt: async (kept: string) =>
        kept.startsWith('[') ? kept : hashedAll(await symmetricDecrypt({ key: secret, data: kept })),
    },
  }
}

function makeCode(): string {
  const code = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return code.replaceAll(/.{4}(?=.)/g, '$&-')
}

/** Of a code as somebody typed it. */
export function hashRecoveryCode(code: string): string {
  return hashToken(code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1'))
}

/** Those that are left after one was used are hashes already. */
function hashedAll(codes: string): string {
  const all = JSON.parse(codes) as readonly string[]
  return JSON.stringify(all.map((code) => (/^[0-9a-f]{64}$/.test(code) ? code : hashRecoveryCode(code))))
}
