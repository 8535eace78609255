import { writeFile } from 'node:fs/promises'
import { complain } from './command.ts'

/** To the file that was asked for, or to standard output. */
export async function deliver(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    return
  }
  // A file that is there already may be somebody's return.
  await writeFile(path, text, { flag: 'wx' })
  complain(`Wrote ${path}.`)
}
