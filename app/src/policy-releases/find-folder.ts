/** Lets a programme be named by its folder or, for those that come with the project, by its name alone. */
import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT_ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

export async function findFolder(name: string): Promise<string> {
  if (await isFolder(name)) return name
  if (!isProgrammeName(name)) return name
  for (const shipped of [join('policy', name), join(PROJECT_ROOT, 'policy', name)])
    if (await isFolder(shipped)) return shipped
  return name
}

export function isProgrammeName(name: string): boolean {
  return /^\w[\w-]*$/.test(name)
}

/** Names of the programmes that come with the project. */
export async function shippedProgrammes(): Promise<readonly string[]> {
  const entries = await readdir(join(PROJECT_ROOT, 'policy'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
}

async function isFolder(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined)
  return info?.isDirectory() === true
}
