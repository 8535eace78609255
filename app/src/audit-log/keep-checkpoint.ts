/** The last checkpoint, kept in the data folder too: without it nobody could tell that the newest rows were removed, checkpoints and all. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import type { Checkpoint } from './event.ts'

export function checkpointFile(dataFolder: string): string {
  return join(dataFolder, 'audit-checkpoint.json')
}

/** Replaced whole, so that a crash leaves the one before or this one. */
export function keepCheckpoint(file: string, checkpoint: Checkpoint): void {
  const fresh = `${file}.new`
  const descriptor = openSync(fresh, 'w', 0o600)
  writeSync(descriptor, `${JSON.stringify(checkpoint, null, 2)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(fresh, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

export function keptCheckpoint(file: string): Checkpoint | undefined {
  if (!existsSync(file)) return undefined
  try {
    const { position, hash, signed_at, key_id, signature } = JSON.parse(readFileSync(file, 'utf8')) as Checkpoint
    if (
      Number.isSafeInteger(position) &&
      [hash, signed_at, key_id, signature].every((text) => typeof text === 'string')
    )
      return { position, hash, signed_at, key_id, signature }
  } catch {
    // Said below.
  }
  throw new WrongInput([`'${file}' holds no checkpoint. Put it back from a backup.`])
}
