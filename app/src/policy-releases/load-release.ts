/** Loads a programme's folder for a command, or stops it with everything that is wrong. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { engineOf, type Engine } from '@maqami/engine/determine/determine.ts'
import { type Example, readExamples } from '@maqami/engine/load/examples.ts'
import { didYouMean, formatProblem, type Problem } from '@maqami/engine/load/problem.ts'
import { draftsOf, noDraft } from '@maqami/engine/load/drafts.ts'
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

/** Stops as well where the draft amends another release than the one in the folder. */
export async function loadRelease(name: string, draft?: string): Promise<Release> {
  const release = await openRelease(name, draft)
  const problems = await baseProblems(release)
  if (problems.length > 0) throw new WrongInput(problemLines(release.folder, problems))
  return release
}

/** A draft says which release it amends; after a change of that release it must be looked at again. */
export async function baseProblems({ folder, files, engine }: Release): Promise<readonly Problem[]> {
  const { draft } = engine.programme
  if (draft === undefined) return []
  const hash = await hashOf(lawOf(files))
  if (draft.base === hash) return []
  const amends =
    draft.base === undefined
      ? "The draft does not say which release it amends. Put its hash in 'base:'"
      : `The draft amends ${draft.base}, but the programme is ${hash}. Look at the draft again, then put that hash in 'base:'`
  return [{ ...draft.baseAt, sentence: `${amends}; 'maqami hash ${folder}' prints it.` }]
}

/** The release as its files have it, whatever its draft was made for. */
export async function openRelease(name: string, draft?: string): Promise<Release> {
  const folder = await findFolder(name)
  const read = await readFolder(folder)
  if (!read.ok) throw new WrongInput([read.sentence, ...(await otherProgrammes(name))])
  if (draft !== undefined && !draftsOf(read.files).includes(draft)) throw new WrongInput([noDraft(draft, read.files)])
  const loaded = loadProgramme(read.files, draft)
  if (!loaded.ok) throw new WrongInput(problemLines(folder, loaded.problems))
  return { folder, files: read.files, engine: engineOf(loaded.programme), hash: await hashOf(lawOf(read.files, draft)) }
}

const MOST_LISTED = 100

/** Where nothing is there, the programmes that there are. */
async function otherProgrammes(name: string): Promise<readonly string[]> {
  const given = basename(name)
  if (!isProgrammeName(given) || existsSync(name)) return []
  const known = await shippedProgrammes()
  const part = known.find((one) => one.includes(given))
  const guess = didYouMean(given, known) || (part === undefined ? '' : ` Did you mean '${part}'?`)
  return [`No programme has the name '${given}' either.${guess} There are: ${known.join(', ')}.`]
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

/** Examples from a file outside the programme, in the form of examples.yaml. */
export async function readExampleFile(path: string): Promise<readonly Example[]> {
  const read = readYaml(path, await readText(path, LARGEST_YAML_MB))
  const problems: Problem[] = []
  const examples = read.ok ? readExamples({ file: path, problems, languages: ['en'] }, read.node) : []
  const all = read.ok ? problems : read.problems
  if (all.length > 0) throw new WrongInput(all.map(formatProblem))
  return examples
}
