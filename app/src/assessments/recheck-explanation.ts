/** `recheck`: computes an explanation again from its leaves and, where the law is at hand, holds it against that. */
import { recompute } from '@maqami/engine/explain/recompute.ts'
import { type Command, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions, single } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import { openRelease } from '../policy-releases/load-release.ts'
import { contradictionsOf, type HeldAssessment, heldAssessment, type HeldSubject } from './held-assessment.ts'
import { headingDifferences, lawDifferences } from './hold-against-law.ts'

/** Half of what one text can hold. No return reaches it: the largest, with 20,000 lines in a sheet, comes to some 70 MB. */
const LARGEST_MB = 256

/** Each list and mapping takes memory, however short it is written. The largest return has a third of these. */
const MOST_CONTAINERS = 3_000_000

function containersIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x7b || code === 0x5b) count += 1
  }
  return count
}

export const recheckExplanation: Command = {
  name: 'recheck',
  usage: 'FILE.json [--policy DIR]',
  summary:
    'Compute what --format json wrote again from its leaves, and with --policy hold it against the law; say whether it is the same',
  run: async (args) => {
    const options = readOptions(args, ['policy'])
    const path = positional(options, 'FILE.json')
    const held = await heldAssessment(await readJson(path), path)
    const folder = single(options, 'policy')
    const differences = [
      ...held.subjects.flatMap((subject) => [...contradictionsOf(subject), ...recomputed(subject)]),
      ...(folder === undefined ? [] : await againstLaw(held, folder)),
    ]
    if (differences.length > 0) throw new WrongInput(differences)
    print('Same: every figure follows from the facts, the cells of the law and the day that stand below it.')
    print(
      folder === undefined
        ? `Not held against the law: name its folder with '--policy ${held.law.programme}' to compare the release and every cell.`
        : `Same law: ${folder} is the release ${held.law.hash}, and gives the same formulas, cells and figures.`,
    )
    return 0
  },
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path, LARGEST_MB)
  if (containersIn(text) > MOST_CONTAINERS) throw new WrongInput([`'${path}' is no assessment: it has too many parts.`])
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new WrongInput([`'${path}' is not JSON.`])
  }
}

async function againstLaw(held: HeldAssessment, folder: string): Promise<readonly string[]> {
  const release = await openRelease(folder, held.law.draft)
  const { name } = release.engine.programme.heading
  if (name !== held.law.programme)
    return [`The file is of the programme '${held.law.programme}'; ${folder} is '${name}'.`]
  return [
    ...headingDifferences(held.law, release),
    ...held.subjects.flatMap((subject) => lawDifferences(subject, release)),
  ]
}

function recomputed({ place, applied, facts }: HeldSubject): readonly string[] {
  try {
    const result = recompute(applied, { facts })
    if (result.same) return []
    const { provision, path, said, recomputed: follows } = result
    return [
      `${place}: in '${provision}', ${path === '' ? 'its outcome' : path} says ${JSON.stringify(said)}; computed again it is ${JSON.stringify(follows)}.`,
    ]
  } catch {
    return [`${place}: this is not an explanation that can be read. Was the file changed by hand?`]
  }
}
