/** Reads a text file that a person named, after a look at what it is and how large it is. */
import { readFile, stat } from 'node:fs/promises'
import { WrongInput } from './command.ts'

export async function readText(path: string, largestMb: number): Promise<string> {
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) throw new WrongInput([`There is no file '${path}'.`])
  if (!info.isFile()) throw new WrongInput([`'${path}' is not a file.`])
  if (info.size > largestMb * 1024 * 1024) throw new WrongInput([`'${path}' is larger than ${largestMb} MB.`])
  return readFile(path, 'utf8')
}
