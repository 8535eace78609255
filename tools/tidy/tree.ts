/** The files of the repository: path (with `/`, from the root) to text. Every rule is a function of this alone. */
export type Tree = ReadonlyMap<string, string>

/** What is wrong, where, and what to do about it. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly sentence: string
}

export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}: ${finding.sentence}`
}

export function isCode(path: string): boolean {
  return /\.tsx?$/.test(path)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** The file's name without folders and without anything from the first dot: `licences-table` of `a/licences-table.test.ts`. */
export function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\..*$/, '')
}

/** Lines count from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
