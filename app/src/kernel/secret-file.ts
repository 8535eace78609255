/** Secrets that are kept in files which nobody else may read. */
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
import { WrongInput } from './command.ts'

const OWNER_ONLY = 0o600
const OTHERS = 0o077

/** `name` is what the secret is called in a sentence, `setting` where else it could be named. */
export function readSecretFile(file: string, name: string, setting: string): Buffer {
  if (!existsSync(file))
    throw new WrongInput([`The ${name} '${file}' is not there. Put it back from a backup, or name it by ${setting}.`])
  if ((statSync(file).mode & OTHERS) !== 0)
    throw new WrongInput([`The ${name} '${file}' can be read by others. Run: chmod 600 '${file}'`])
  return readFileSync(file)
}

/** Written whole to the disk before it has its name, and never over another. */
export function makeSecretFile(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`
  const descriptor = openSync(fresh, 'wx', OWNER_ONLY)
  writeSync(descriptor, text)
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
