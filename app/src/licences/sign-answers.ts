/** Signs what the gate answers, so that customs can trust it without asking again (RFC 7515, EdDSA). */
import { createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import { calculateJwkThumbprint, exportJWK, type JWK, SignJWT } from 'jose'
import type { Clock } from '../kernel/clock.ts'
import type { Configuration } from '../kernel/configuration.ts'
import { openKeyFile } from '../kernel/key-file.ts'
import type { GateAnswer } from './licence.ts'

export interface GateSigner {
  /** A JWS in compact form, good for a day. */
  readonly sign: (answer: GateAnswer) => Promise<string>
  /** With which anybody holds it to us. */
  readonly publicKey: JWK
}

const DAY_S = 86_400
const MS = 1000
const ALGORITHM = 'EdDSA'

export async function openGateSigner(configuration: Configuration, clock: Clock): Promise<GateSigner> {
  const { MAQAMI_GATE_KEY_FILE: named, MAQAMI_DATA_FOLDER, MAQAMI_PUBLIC_ADDRESS } = configuration
  const file = named ?? join(MAQAMI_DATA_FOLDER, 'gate-key.pem')
  const secret = openKeyFile({ file, name: 'gate key', setting: 'MAQAMI_GATE_KEY_FILE' }, named !== undefined)
  const open = await exportJWK(createPublicKey(secret))
  const kid = await calculateJwkThumbprint(open)
  return {
    publicKey: { ...open, kid, alg: ALGORITHM, use: 'sig' },
    sign: async (answer) => {
      const now = Math.floor(clock() / MS)
      return await new SignJWT({ ...answer })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'maqami-gate+jwt' })
        .setIssuer(MAQAMI_PUBLIC_ADDRESS.origin)
        .setIssuedAt(now)
        .setExpirationTime(now + DAY_S)
        .sign(secret)
    },
  }
}
