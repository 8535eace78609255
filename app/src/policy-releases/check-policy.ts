/** `policy check`: everything that can be found wrong in a programme's files without any firm's facts. */
import { type Command, complain, print } from '../kernel/command.ts'
import { type Checked, checkProgramme } from '@maqami/engine/check/check.ts'
import type { Problem } from '@maqami/engine/load/problem.ts'
import { terminalProgress } from '../kernel/progress.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { baseProblems, loadRelease, openRelease, problemLines, type Release } from './load-release.ts'

/** What slices to the right find wrong in a release's files, such as in the layout of its return. */
export type FurtherCheck = (release: Release) => readonly Problem[]

export const checkPolicy = (furtherChecks: readonly FurtherCheck[]): Command => ({
  name: 'policy check',
  usage: 'DIR',
  summary: 'Check the files of a programme and its drafts, down to boundaries that no example tries',
  run: async (args) => {
    const folder = positional(readOptions(args, []), 'DIR')
    const release = await loadRelease(folder)
    const { problems, mutants } = watched(release)
    const all = [...problems, ...furtherChecks.flatMap((check) => check(release))]
    const outdated: Problem[] = []
    let tried = mutants
    let draftExamples = 0
    for (const draft of draftsOf(release.files)) {
      const proposed = await openRelease(folder, draft)
      const checked = watched(proposed, release)
      outdated.push(...(await baseProblems(proposed)))
      all.push(...checked.problems)
      tried += checked.mutants
      draftExamples += proposed.engine.programme.examples.length
    }
    // A draft of another release may fail in many places for that reason alone.
    const problemsFound = [...outdated, ...all]
    if (problemsFound.length > 0) {
      for (const line of problemLines(folder, problemsFound)) complain(line)
      return 1
    }
    const { programme } = release.engine
    const drafts = draftExamples === 0 ? '' : `, and ${draftExamples} of its drafts`
    print(
      `${programme.heading.name}: no problem found in ${programme.parameters.size} parameters, ${programme.provisions.size} provisions and ${programme.examples.length} worked cases${drafts}.`,
    )
    print(`${tried} small changes to the law were tried; for each some case comes out otherwise.`)
    return 0
  },
})

function watched({ engine }: Release, base?: Release): Checked {
  const progress = terminalProgress('Trying the boundaries')
  const checked = checkProgramme(engine, progress.report, base?.engine)
  progress.finish()
  return checked
}
