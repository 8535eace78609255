/** Loads a programme's folder for a command, or stops it with everything that is wrong. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { engineOf, type Engine } from '@maqami/engine/determine/determine.ts'
import { type Example, readExamples } from '@maqami/engine/load/examples.ts'
import { didYouMean, formatProblem, type Problem } from '@maqami/engine/load/problem.ts'
import { lawOf, loadProgramme } from '@maqami/engine/load/programme.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { WrongInput } from '../kernel/command.ts'
import { LARGEST_YAML_MB, readText } from '../kernel/read-text.ts'
import { findFolder, isProgrammeName, shippedProgrammes } from './find-folder.ts'
import { readFolder } from '../kernel/read-folder.ts'

export interface Release {
  readonly folder: string
  readonly files: ReadonlyMap<string, string>
  readonly engine: Engine
  /** Of the law in its files, with the draft that is laid over it. */
  readonly hash: string
}

export async function loadRelease(name: string, draft?: string): Promise<Release> {
  const folder = await findFolder(name)
  const read = await readFolder(folder)
  if (!read.ok) throw new WrongInput([read.sentence, ...(await otherProgrammes(name))])
  const loaded = loadProgramme(read.files, draft)
  if (!loaded.ok) throw new WrongInput(problemLines(folder, loaded.problems))
  return { folder, files: read.files, engine: engineOf(loaded.programme), hash: await hashOf(lawOf(read.files, draft)) }
}

const MOST_LISTED = 100

/** Where a name was given and no path, the programmes that there are. */
async function otherProgrammes(name: string): Promise<readonly string[]> {
  if (!isProgrammeName(name)) return []
  const known = await shippedProgrammes()
  return [`No programme has the name '${name}' either.${didYouMean(name, known)} There are: ${known.join(', ')}.`]
}

export function problemLines(folder: string, problems: readonly Problem[]): readonly string[] {
  const listed = problems.slice(0, MOST_LISTED)
  const lines = listed.map((problem) =>
    formatProblem({ ...problem, file: `${folder.replace(/\/$/, '')}/${problem.file}` }),
  )
  const more = problems.length - listed.length
  if (more > 0) lines.push(`and ${more} more, which are listed when these are put right`)
  return [...lines, `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`]
}

/** Names of the drafts in the folder, in order. */
export function draftsOf(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.keys()].flatMap((path) => /^drafts\/(.+)\.yaml$/.exec(path)?.[1] ?? [])
}

/** Examples from a file outside the programme, in the form of examples.yaml. */
export async function readExampleFile(path: string): Promise<readonly Example[]> {
  const read = readYaml(path, await readText(path, LARGEST_YAML_MB))
  const problems: Problem[] = []
  const examples = read.ok ? readExamples({ file: path, problems, languages: ['en'] }, read.node) : []
  const all = read.ok ? problems : read.problems
  if (all.length > 0) throw new WrongInput(all.map(formatProblem))
  return examples
}
