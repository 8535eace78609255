/** Reads a text file that a person named, after a look at what it is and how large it is. */
import { readFile, stat } from 'node:fs/promises'
import { LARGEST_FILE } from '@maqami/engine/load/yaml.ts'
import { WrongInput } from './command.ts'

/** What the engine reads as YAML. */
export const LARGEST_YAML_MB = LARGEST_FILE / (1024 * 1024)

export async function readText(path: string, largestMb: number): Promise<string> {
  await holdReadable(path, largestMb)
  return utf8(path, await readFile(path))
}

/** Stops where there is no file, or none that may be read. */
export async function holdReadable(path: string, largestMb: number): Promise<void> {
  const info = await stat(path).catch(() => undefined)
  if (info === undefined) throw new WrongInput([`There is no file '${path}'.`])
  if (!info.isFile()) throw new WrongInput([`'${path}' is not a file.`])
  if (info.size > largestMb * 1024 * 1024) throw new WrongInput([`'${path}' is larger than ${largestMb} MB.`])
}

export function utf8(path: string, bytes: Uint8Array): string {
  const text = decodedUtf8(bytes)
  if (text === undefined) throw new WrongInput([notUtf8(path)])
  return text
}

/** Undefined for what is no UTF-8: a wrong guess at the encoding would change names unseen. */
export function decodedUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function notUtf8(path: string): string {
  return `'${path}' is not UTF-8. Save it with that encoding.`
}
