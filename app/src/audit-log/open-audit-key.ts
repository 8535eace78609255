/** The key that signs the audit log. It is kept outside the database, so that who can change rows cannot sign them. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import type { Configuration } from '../kernel/configuration.ts'
import { makeSecretFile, readSecretFile } from '../kernel/secret-file.ts'

export interface AuditKey {
  /** Sixteen hexadecimal digits that name the public key. */
  readonly id: string
  readonly sign: (text: string) => string
  readonly holds: (text: string, signature: string) => boolean
}

export function auditKeyFile(configuration: Configuration): string {
  return configuration.MAQAMI_AUDIT_KEY_FILE ?? join(configuration.MAQAMI_DATA_FOLDER, 'audit-key.pem')
}

/** Makes the key of the data folder when there is none; a key that the settings name has to be there. */
export function openAuditKey(configuration: Configuration): AuditKey {
  const file = auditKeyFile(configuration)
  if (configuration.MAQAMI_AUDIT_KEY_FILE === undefined && !existsSync(file)) makeKey(file)
  return readAuditKey(file)
}

export function readAuditKey(file: string): AuditKey {
  return keyOf(readPrivateKey(file))
}

export function keyOf(secret: KeyObject): AuditKey {
  const open = createPublicKey(secret)
  const id = createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
  return {
    id,
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
    holds: (text, signature) => verify(null, Buffer.from(text), open, Buffer.from(signature, 'base64url')),
  }
}

function readPrivateKey(file: string): KeyObject {
  const text = readSecretFile(file, 'audit key', 'MAQAMI_AUDIT_KEY_FILE')
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below; what the library says might quote the key.
  }
  throw new WrongInput([`'${file}' holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519 -out FILE`])
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  makeSecretFile(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
}
