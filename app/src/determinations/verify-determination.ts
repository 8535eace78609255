/** `verify`: computes a determination again from the file that was made when it was approved. Nothing is asked of the service. */
import { readFile } from 'node:fs/promises'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { type ExitCode, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { holdReadable } from '../kernel/read-text.ts'
import { renderLetter } from './render-letter.ts'
import { STANDING_FILE, standingSaid } from './bundled-standing.ts'
import { type BundleVerified, NoBundle, verifyBundle } from './verify-bundle.ts'

const LARGEST_MB = 64

export async function verifyDetermination(args: readonly string[]): Promise<ExitCode> {
  const path = positional(readOptions(args, []), 'FILE.zip')
  await holdReadable(path, LARGEST_MB)
  const verified = await held(await readFile(path), path)
  const { number, differences } = verified
  if (differences.length > 0) throw new WrongInput([`${number} is not the same:`, ...differences])
  for (const line of saidOf(verified)) print(line)
  return 0
}

/** Of one that is the same. What a stranger wrote into the file moves no cursor and forges no line. */
export function saidOf(verified: BundleVerified): readonly string[] {
  const { number, made_by, engine_version, is_earlier_form: isEarlier, verify_address } = verified
  return [
    isEarlier
      ? `Same: ${number} follows from its facts and its law, to the last byte.`
      : `Same: ${number} follows from its facts and its law, and its letter says so, to the last byte.`,
    made_by === engine_version
      ? `Engine ${engine_version}, which made it.`
      : `Engine ${engine_version}; it was made by ${made_by}, which gave the same bytes.`,
    ...(isEarlier
      ? [
          'The file says that its letter is of an earlier form: it was not printed again, so that nothing here tells what letter.pdf says.',
        ]
      : []),
    ...standingSaid(verified.findings, verified.since?.told),
    `Signed: ${verified.signed_hash}`,
    `Letter: ${verified.letter_hash}`,
    ...(verified.since === null
      ? []
      : [`${STANDING_FILE}: ${verified.since.hash}, which nobody signed: it was added when the file was fetched.`]),
    `${verify_address} tells the hash of the letter that was served, and how it stands now, where that is the authority’s own address: compare it, since anybody could make such a file.`,
  ].map(withoutControls)
}

async function held(bytes: Buffer, path: string): Promise<BundleVerified> {
  try {
    return await verifyBundle(bytes, renderLetter)
  } catch (cause) {
    if (cause instanceof NoBundle) throw new WrongInput([`'${path}' cannot be verified.`, ...cause.message.split('\n')])
    throw cause
  }
}
