import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { complain } from './command.ts'

/** To the file that was asked for, or to standard output; a text, or one in pieces. */
export async function deliver(text: string | Iterable<string>, path: string | undefined): Promise<void> {
  const pieces = Readable.from(typeof text === 'string' ? [text.endsWith('\n') ? text : `${text}\n`] : text)
  if (path === undefined) {
    await pipeline(pieces, process.stdout, { end: false })
    return
  }
  // A file that is there already may be somebody's return.
  await pipeline(pieces, createWriteStream(path, { flags: 'wx' }))
  complain(`Wrote ${path}.`)
}
