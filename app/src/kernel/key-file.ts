/** Keys that sign, each in a file of its own beside the database and never in it: who can change rows cannot sign them. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { WrongInput } from './command.ts'
import { makeSecretFile, readSecretFile } from './secret-file.ts'

export interface KeyFile {
  readonly file: string
  /** What the key is called in sentences: `audit key`. */
  readonly name: string
  /** The setting that can name the file. */
  readonly setting: string
}

/** Makes the key when there is none; one that the settings name has to be there. */
export function openKeyFile(key: KeyFile, isNamed: boolean): KeyObject {
  if (!isNamed && !existsSync(key.file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    makeSecretFile(key.file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
  }
  return readKeyFile(key)
}

export function readKeyFile({ file, name, setting }: KeyFile): KeyObject {
  const text = readSecretFile(file, name, setting)
  try {
    const key = createPrivateKey(text)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below; what the library says might quote the key.
  }
  throw new WrongInput([`'${file}' holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519 -out FILE`])
}
