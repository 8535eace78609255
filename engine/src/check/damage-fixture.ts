/** A programme's files with one thing wrong in them, and whether anybody notices. */
import { engineOf } from '../determine/determine.ts'
import { formatProblem } from '../load/problem.ts'
import { loadProgramme } from '../load/programme.ts'
import { checkProgramme } from './check.ts'
import { runExamples } from './run-examples.ts'

export type Files = ReadonlyMap<string, string>

/** The files with the text at that place replaced; fails where it stands differently. */
export function damaged(
  files: Files,
  at: { readonly file: string; readonly line: number; readonly column: number },
  from: string,
  to: string,
): Files {
  const lines = (files.get(at.file) ?? '').split('\n')
  const line = lines[at.line - 1] ?? ''
  if (!line.startsWith(from, at.column - 1)) throw new Error(`${at.file}:${at.line}:${at.column} is not '${from}'`)
  lines[at.line - 1] = line.slice(0, at.column - 1) + to + line.slice(at.column - 1 + from.length)
  return new Map(files).set(at.file, lines.join('\n'))
}

/** The files with the first such text of one of them replaced; fails where there is none. */
export function rewritten(files: Files, file: string, from: string, to: string): Files {
  const text = files.get(file) ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no '${from}'`)
  return new Map(files).set(
    file,
    text.replace(from, () => to),
  )
}

/** What loading says, or what the examples say; the check is asked when neither has anything to say, or `thoroughly`. */
export function noticed(files: Files, draft?: string, thoroughly = false): readonly string[] {
  const loaded = loadProgramme(files, draft)
  if (!loaded.ok) return loaded.problems.map(formatProblem)
  const engine = engineOf(loaded.programme)
  const results = runExamples(engine, loaded.programme.examples)
  const failures = results.flatMap(({ example, failures: sentences }) =>
    sentences.map((sentence) => formatProblem({ ...example.at, sentence })),
  )
  return failures.length > 0 && !thoroughly
    ? failures
    : [...failures, ...checkProgramme(engine).problems.map(formatProblem)]
}
