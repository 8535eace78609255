/** `recheck`: computes an explanation again from its leaves and, where the law is at hand, holds it against that. */
import { recompute } from '@maqami/engine/explain/recompute.ts'
import { type Command, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions, single } from '../kernel/options.ts'
import { holdReadable, notUtf8 } from '../kernel/read-text.ts'
import { type JsonFault, readSharedJson } from '../kernel/shared-json.ts'
import { openRelease } from '../policy-releases/load-release.ts'
import { contradictionsOf, type HeldAssessment, heldAssessment, type HeldSubject } from './held-assessment.ts'
import { headingDifferences, lawDifferences } from './hold-against-law.ts'

/** No return reaches it: the largest, with 20,000 parts in seven categories, comes to some 170 MB. */
const LARGEST_MB = 256

/** The values of lists and mappings that differ. Each takes memory, however short it is written; the largest return has half of these. */
const MOST_PARTS = 8_000_000

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
  await holdReadable(path, LARGEST_MB)
  const read = readSharedJson(path, MOST_PARTS)
  if (read.ok) return read.data
  throw new WrongInput([faultSentence(path, read.fault)])
}

function faultSentence(path: string, fault: JsonFault): string {
  switch (fault) {
    case 'not JSON':
      return `'${path}' is not JSON.`
    case 'not UTF-8':
      return notUtf8(path)
    case 'too many parts':
      return `'${path}' is no assessment: it has too many parts.`
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
