/** The key that signs the audit log. It is kept outside the database, so that who can change rows cannot sign them. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import type { Configuration } from '../kernel/configuration.ts'
import { type KeyFile, openKeyFile, readKeyFile } from '../kernel/key-file.ts'

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
  return keyOf(openKeyFile(named(auditKeyFile(configuration)), configuration.MAQAMI_AUDIT_KEY_FILE !== undefined))
}

export function readAuditKey(file: string): AuditKey {
  return keyOf(readKeyFile(named(file)))
}

function named(file: string): KeyFile {
  return { file, name: 'audit key', setting: 'MAQAMI_AUDIT_KEY_FILE' }
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
