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
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import type { Configuration } from '../kernel/configuration.ts'

export interface AuditKey {
  /** Sixteen hexadecimal digits that name the public key. */
  readonly id: string
  readonly sign: (text: string) => string
  readonly holds: (text: string, signature: string) => boolean
}

const OWNER_ONLY = 0o600
const OTHERS = 0o077

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
  if (!existsSync(file))
    throw new WrongInput([
      `The audit key '${file}' is not there. Put it back from a backup, or name it by MAQAMI_AUDIT_KEY_FILE.`,
    ])
  if ((statSync(file).mode & OTHERS) !== 0)
    throw new WrongInput([`The audit key '${file}' can be read by others. Run: chmod 600 '${file}'`])
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
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below; what the library says might quote the key.
  }
  throw new WrongInput([`'${file}' holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519 -out FILE`])
}

/** Written whole to the disk before it has its name, and never over another. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const fresh = `${file}.${process.pid}`
  const descriptor = openSync(fresh, 'wx', OWNER_ONLY)
  writeSync(descriptor, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
  fsyncSync(descriptor)
  closeSync(descriptor)
  try {
    linkSync(fresh, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
}
