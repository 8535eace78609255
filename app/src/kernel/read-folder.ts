/** Reads a programme's folder into texts by path; the engine itself touches no file system. */
import { lstat, opendir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { LARGEST_YAML_MB, utf8 } from './read-text.ts'

const LARGEST_FOLDER_MB = 20
const MOST_FILES = 500
/** Of any kind: a whole disk named by mistake is not walked to its end. */
const MOST_ENTRIES = 20_000
const WANTED = /\.(yaml|md)$/
/** Whole years that are played to try the law; they are no part of it. */
const CASES = 'cases'

export type FolderRead =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly sentence: string }

export async function readFolder(folder: string): Promise<FolderRead> {
  const info = await stat(folder).catch(() => undefined)
  if (info === undefined) return { ok: false, sentence: `There is no folder '${folder}'.` }
  if (!info.isDirectory()) return { ok: false, sentence: `'${folder}' is a file; name the programme's folder.` }
  const paths: string[] = []
  let entries = 0
  for await (const entry of await opendir(folder, { recursive: true })) {
    entries += 1
    if (entries > MOST_ENTRIES)
      return {
        ok: false,
        sentence: `'${folder}' holds more than ${MOST_ENTRIES} files; name the programme's own folder.`,
      }
    if (WANTED.test(entry.name) && entry.parentPath !== join(folder, CASES))
      paths.push(join(entry.parentPath, entry.name))
  }
  if (paths.length > MOST_FILES)
    return { ok: false, sentence: `'${folder}' holds ${paths.length} files; a programme has at most ${MOST_FILES}.` }
  const files = new Map<string, string>()
  let total = 0
  for (const path of paths.toSorted()) {
    const name = relative(folder, path).split(sep).join('/')
    const kind = await lstat(path)
    if (!kind.isFile())
      return { ok: false, sentence: `'${name}' is not a plain file. Links and folders of that name are not followed.` }
    const { size } = kind
    if (size > LARGEST_YAML_MB * 1024 * 1024)
      return { ok: false, sentence: `'${name}' is larger than ${LARGEST_YAML_MB} MB.` }
    total += size
    if (total > LARGEST_FOLDER_MB * 1024 * 1024)
      return { ok: false, sentence: `The files of '${folder}' together are larger than ${LARGEST_FOLDER_MB} MB.` }
    files.set(name, utf8(name, await readFile(path)))
  }
  return { ok: true, files }
}
