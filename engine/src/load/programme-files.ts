import { problem, type Report } from './fields.ts'
import type { Problem } from './problem.ts'
import { type Node, readYaml } from './yaml.ts'

/** The texts of a programme's files by their path inside its folder: `localization/parameters.yaml`. */
export type ProgrammeFiles = ReadonlyMap<string, string>

export interface Opened {
  readonly report: Report
  readonly node: Node
}

export type Open = (file: string, languages: readonly string[]) => Opened | undefined

/** Far above any law, and far below what would exhaust a machine. */
const MOST_MARKS = 400_000

/** Opens one file after another, as long as they are not together more than a programme can be. */
export function opener(files: ProgrammeFiles, problems: Problem[], sources: NonNullable<Report['sources']>): Open {
  let marks = 0
  return (file, languages) => {
    const content = files.get(file)
    if (content === undefined) return undefined
    const read = readYaml(file, content)
    const report: Report = { file, problems, languages, sources }
    if (!read.ok) {
      problems.push(...read.problems)
      return undefined
    }
    marks += read.marks
    if (marks <= MOST_MARKS) return { report, node: read.node }
    return problem(
      report,
      { line: 1, column: 1 },
      `With this file the programme has more than ${MOST_MARKS} words and marks. Make two programmes of it.`,
    )
  }
}
