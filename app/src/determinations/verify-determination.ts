/** `verify`: computes a determination again from the file that was made when it was approved. Nothing is asked of the service. */
import { readFile } from 'node:fs/promises'
import { type ExitCode, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { holdReadable } from '../kernel/read-text.ts'
import { renderLetter } from './render-letter.ts'
import { type BundleVerified, NoBundle, verifyBundle } from './verify-bundle.ts'

const LARGEST_MB = 64

export async function verifyDetermination(args: readonly string[]): Promise<ExitCode> {
  const path = positional(readOptions(args, []), 'FILE.zip')
  await holdReadable(path, LARGEST_MB)
  const verified = await held(await readFile(path), path)
  const { number, differences, made_by, engine_version } = verified
  if (differences.length > 0) throw new WrongInput([`${number} is not the same:`, ...differences])
  print(`Same: ${number} follows from its facts and its law, and its letter says so, to the last byte.`)
  print(
    made_by === engine_version
      ? `Engine ${engine_version}, which made it.`
      : `Engine ${engine_version}; it was made by ${made_by}, which gave the same bytes.`,
  )
  if (verified.is_earlier_form)
    print(
      'The letter is of an earlier form: it was held to its hash and to what was determined, and not printed again.',
    )
  print(`Signed: ${verified.signed_hash}`)
  print(`Letter: ${verified.letter_hash}`)
  print(
    `${verified.verify_address} tells the hash of the letter that was served: compare it, since anybody could make such a file.`,
  )
  return 0
}

async function held(bytes: Buffer, path: string): Promise<BundleVerified> {
  try {
    return await verifyBundle(bytes, renderLetter)
  } catch (cause) {
    if (cause instanceof NoBundle) throw new WrongInput([`'${path}' cannot be verified.`, ...cause.message.split('\n')])
    throw cause
  }
}
