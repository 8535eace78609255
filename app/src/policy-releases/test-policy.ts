/** `policy test`: the worked examples of a programme, or anybody's, against its rules. */
import { type ExampleResult, runExamples } from '@maqami/engine/check/run-examples.ts'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import type { Problem } from '@maqami/engine/load/problem.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { type Command, complain, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions, single } from '../kernel/options.ts'
import { baseProblems, loadRelease, openRelease, problemLines, readExampleFile } from './load-release.ts'

export const testPolicy: Command = {
  name: 'policy test',
  usage: 'DIR [--examples FILE…] [--draft NAME]',
  summary: "Run the programme's worked examples and those of its drafts, or only the ones in the files given",
  run: async (args) => {
    const options = readOptions(args, ['examples', 'draft'])
    const folder = positional(options, 'DIR')
    const given = options.values['examples'] ?? []
    const draft = single(options, 'draft')
    const release = await loadRelease(folder, draft)
    const results: ExampleResult[] = []
    const outdated: Problem[] = []
    let ofWhat = 'the files given'
    if (given.length > 0) {
      for (const path of given) results.push(...runExamples(release.engine, await readExampleFile(path)))
    } else {
      results.push(...runExamples(release.engine, release.engine.programme.examples))
      const drafts = draft === undefined ? draftsOf(release.files) : []
      ofWhat = ['the programme', ...drafts.map((name) => `its draft ${name}`)].join(' and ')
      if (draft !== undefined) ofWhat = `the programme under its draft ${draft}`
      for (const name of drafts) {
        const proposed = await openRelease(folder, name)
        outdated.push(...(await baseProblems(proposed)))
        results.push(...runExamples(proposed.engine, proposed.engine.programme.examples))
      }
    }
    if (draft !== undefined && results.length === 0)
      throw new WrongInput([
        `The draft '${draft}' has no examples of its own, so nothing was tried. 'maqami compare ${folder} --draft ${draft}' shows what it changes, and which of the programme's own cases come out otherwise.`,
      ])
    print(`${results.length} cases of ${ofWhat}; each row under 'each:' is a case.`)
    const code = report(results)
    if (outdated.length === 0) return code
    for (const line of problemLines(release.folder, outdated)) complain(line)
    return 1
  },
}

function report(results: readonly ExampleResult[]): 0 | 1 {
  const failed = results.filter((result) => result.failures.length > 0)
  for (const { example, failures } of failed) {
    print(`${example.at.file}:${example.at.line}: ${withoutControls(example.title)}`)
    for (const failure of failures) print(`    ${withoutControls(failure)}`)
  }
  print(`${results.length - failed.length} passed, ${failed.length} failed`)
  return failed.length === 0 && results.length > 0 ? 0 : 1
}
