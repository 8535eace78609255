/** Statistics from a folder. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { WrongInput } from '../kernel/command.ts'
import { readText } from '../kernel/read-text.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { readStatistics, SERIES_FILE } from './read-statistics.ts'
import type { Series } from './statistic.ts'

export const SHIPPED_STATISTICS = join(PROJECT_ROOT, 'statistics')

const LARGEST_FILE_MB = 5
const MOST_FILES = 100

export async function openStatistics(folder: string): Promise<readonly Series[]> {
  const info = await stat(folder).catch(() => undefined)
  if (info?.isDirectory() !== true) throw new WrongInput([`There is no folder '${folder}'.`])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).toSorted()
  if (!names.includes(SERIES_FILE))
    throw new WrongInput([`'${folder}' has no ${SERIES_FILE}, which says what is counted.`])
  if (names.length > MOST_FILES) throw new WrongInput([`'${folder}' holds more than ${MOST_FILES} CSV files.`])
  const files = new Map<string, string>()
  for (const name of names) files.set(name, await readText(join(folder, name), LARGEST_FILE_MB))
  const read = readStatistics(files)
  if (!read.ok) throw new WrongInput(read.problems)
  return read.series
}
