/** Every direct dependency is pinned, and has a line that says what it saves and what we would do without it. */
import { type Finding, lineAt, type Tree } from './tree.ts'

export const LIST = 'docs/decisions/dependencies.md'
/** bench/ installs the systems that we measure against; nothing of it is shipped, so its package.json is left out. */
const PACKAGES: readonly string[] = ['package.json', 'engine/package.json', 'app/package.json']

interface Dependency {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly version: string
}

export function checkDependencies(tree: Tree): readonly Finding[] {
  const dependencies = PACKAGES.flatMap((file) => dependenciesOf(file, tree.get(file) ?? '{}'))
  const list = tree.get(LIST) ?? ''
  const listed = [...list.matchAll(/^\| `([^`]+)`/gm)].map((row) => ({
    name: row[1] ?? '',
    line: lineAt(list, row.index),
  }))
  const loose = dependencies
    .filter(({ version }) => !/^\d/.test(version))
    .map(({ file, line, name, version }) => ({
      file,
      line,
      sentence: `'${name}' is at '${version}'. Pin one exact version.`,
    }))
  const unlisted = dependencies
    .filter(({ name }) => !listed.some((row) => row.name === name))
    .map(({ file, line, name }) => ({
      file,
      line,
      sentence: `'${name}' has no line in ${LIST}. Say what it saves, who keeps it and what we would do without it.`,
    }))
  const stale = listed
    .filter((row) => !dependencies.some(({ name }) => name === row.name))
    .map(({ name, line }) => ({ file: LIST, line, sentence: `'${name}' is no dependency any more. Remove its line.` }))
  return [...loose, ...unlisted, ...stale]
}

/** The dependencies that a package names, our own workspaces left out. */
function dependenciesOf(file: string, text: string): readonly Dependency[] {
  const contents = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  const named = { ...contents['dependencies'], ...contents['devDependencies'], ...contents['optionalDependencies'] }
  return Object.entries(named)
    .filter(([name]) => name !== 'maqami' && !name.startsWith('@maqami/'))
    .map(([name, version]) => ({ file, line: lineAt(text, Math.max(0, text.indexOf(`"${name}":`))), name, version }))
}
