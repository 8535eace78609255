import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import type { Clock } from '../kernel/clock.ts'
import type { Configuration } from '../kernel/configuration.ts'
import { openKeyFile, readKeyFile } from '../kernel/key-file.ts'

/** What a signed text is, as its header says. */
export type SignedAs = 'maqami-gate+jwt' | 'maqami-status+jwt' | 'maqami-licences+jwt' | 'maqami-kit+jwt'

export interface GateSigner {
  /** A JWS in compact form, good for a day. */
  readonly sign: (as: SignedAs, claims: Readonly<Record<string, unknown>>) => string
  /** With which anybody holds it to us: first the one that signs, then one that is to follow it or that signed before. */
  readonly publicKeys: readonly JWK[]
}

const DAY_S = 86_400
const MS = 1000
const ALGORITHM = 'EdDSA'

export async function openGateSigner(configuration: Configuration, clock: Clock): Promise<GateSigner> {
  const { MAQAMI_GATE_KEY_FILE: named, MAQAMI_GATE_OTHER_KEY_FILE: other, MAQAMI_DATA_FOLDER } = configuration
  const file = named ?? join(MAQAMI_DATA_FOLDER, 'gate-key.pem')
  const secret = openKeyFile({ file, name: 'gate key', setting: 'MAQAMI_GATE_KEY_FILE' }, named !== undefined)
  const own = await openlyOf(secret)
  const publicKeys = [own]
  if (other !== undefined)
    publicKeys.push(
      await openlyOf(readKeyFile({ file: other, name: 'other gate key', setting: 'MAQAMI_GATE_OTHER_KEY_FILE' })),
    )
  return { publicKeys, sign: signerOf(secret, own.kid, configuration.MAQAMI_PUBLIC_ADDRESS.origin, clock) }
}

async function openlyOf(secret: KeyObject): Promise<JWK & { readonly kid: string }> {
  const open = await exportJWK(createPublicKey(secret))
  return { ...open, kid: await calculateJwkThumbprint(open), alg: ALGORITHM, use: 'sig' }
}

/** Beginning and end may be given among the claims. At once and in this thread: through the library each signature waits for another. */
export function signerOf(secret: KeyObject, kid: string, issuer: string, clock: Clock): GateSigner['sign'] {
  return (as, claims) => {
    const now = Math.floor(clock() / MS)
    const head = encoded({ alg: ALGORITHM, kid, typ: as })
    const text = `${head}.${encoded({ iss: issuer, iat: now, exp: now + DAY_S, ...claims })}`
    return `${text}.${sign(null, Buffer.from(text), secret).toString('base64url')}`
  }
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
