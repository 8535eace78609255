/** Lays a draft over a published release, or says what is wrong with it. */
import { runExamples } from '@maqami/engine/check/run-examples.ts'
import { engineOf } from '@maqami/engine/determine/determine.ts'
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { lawOf, loadProgramme } from '@maqami/engine/load/programme.ts'
import { readYaml, textOf, child } from '@maqami/engine/load/yaml.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { baseProblems, type Release } from '../../policy-releases/load-release.ts'
import type { SimulationRefusal } from '../simulation.ts'

/** One of the release's own drafts by its name, or the text of another. */
export type DraftAsked = { readonly draft: string } | { readonly overlay: string }

export interface LaidDraft {
  readonly name: string
  readonly overlay: string
  readonly release: Release
}

const MOST_PROBLEMS = 20

export async function layDraft(base: Release, asked: DraftAsked): Promise<Outcome<LaidDraft, SimulationRefusal>> {
  if ('overlay' in asked) return await layOverlay(base, nameIn(asked.overlay), asked.overlay)
  const overlay = base.files.get(`drafts/${asked.draft}.yaml`)
  if (overlay === undefined)
    return { refused: { code: 'draft_not_in_release', draft: asked.draft, known: draftsOf(base.files) } }
  return await layOverlay(base, asked.draft, overlay)
}

/** What a draft calls itself; one without a name is told that it needs one. */
function nameIn(overlay: string): string {
  const read = readYaml('draft.yaml', overlay)
  const name = read.ok ? (textOf(child(read.node, 'draft')) ?? '') : ''
  return /^[\w.-]{1,100}$/.test(name) ? name : 'draft'
}

/** It is held as its check holds it: it loads, it amends this release, and its own examples come out as they say. */
async function layOverlay(
  base: Release,
  name: string,
  overlay: string,
): Promise<Outcome<LaidDraft, SimulationRefusal>> {
  const files = new Map([...base.files, [`drafts/${name}.yaml`, overlay]])
  const loaded = loadProgramme(files, name)
  if (!loaded.ok) return broken(loaded.problems.map(formatProblem))
  const engine = engineOf(loaded.programme)
  const release: Release = { folder: base.folder, files, engine, hash: await hashOf(lawOf(files, name)) }
  const problems = await baseProblems(release)
  if (problems.length > 0) return broken(problems.map(formatProblem))
  const failed = runExamples(engine, loaded.programme.examples).flatMap(({ example, failures }) =>
    failures.map((failure) => formatProblem({ ...example.at, sentence: `${example.title}: ${failure}` })),
  )
  return failed.length > 0 ? broken(failed) : { done: { name, overlay, release } }
}

function broken(problems: readonly string[]): { readonly refused: SimulationRefusal } {
  return { refused: { code: 'draft_broken', problems: problems.slice(0, MOST_PROBLEMS) } }
}
