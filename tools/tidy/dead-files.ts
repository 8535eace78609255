/**
 * Files that nothing reaches. knip finds unused exports and dependencies, but counts every file of the engine as a way in,
 * since the package exports them all; here the ways in are the programs that package.json and the CI script name.
 */
import { posix } from 'node:path'
import { targetOf } from './places.ts'
import { importsOf, locationsOf } from './source.ts'
import { type Finding, isCode, isTest, type Tree } from './tree.ts'

const OURS = /^(?:engine|app|tools)\//
const CONFIGURATION = /^(?:[^/]+\/)?[a-z-]+\.config\.ts$/
const ROUTES = 'app/src/pages/routes.ts'
/** Where React Router begins, and the list in which it finds the pages. */
const PAGES = ['app/src/pages/root.tsx', 'app/src/pages/entry.server.tsx', ROUTES]
/** What is there for tests only, and says so in its name. */
const FOR_TESTS = /-fixture\.tsx?$|^app\/e2e\//

export function checkDeadFiles(tree: Tree): readonly Finding[] {
  const inUse = reachedFrom(tree, entriesOf(tree))
  const inTests = reachedFrom(tree, [...tree.keys()].filter(isTest))
  return [...tree.keys()]
    .filter((path) => OURS.test(path) && isCode(path))
    .flatMap((file) => {
      if (inUse.has(file) || isTest(file) || CONFIGURATION.test(file) || file.endsWith('.d.ts')) return []
      if (!inTests.has(file))
        return [
          {
            file,
            line: 1,
            sentence: 'Nothing reaches this file. Delete it, import it, or name it in a script of package.json.',
          },
        ]
      if (FOR_TESTS.test(file)) return []
      const sentence =
        'Only tests reach this file. Delete it with its test, use it, or name it -fixture.ts if it is there for tests.'
      return [{ file, line: 1, sentence }]
    })
}

/** The programs that a person or a machine starts: every source file named in a package.json or in the CI script. */
function entriesOf(tree: Tree): readonly string[] {
  const named = [...tree].filter(([path]) => /(?:^|\/)package\.json$/.test(path) || path === '.ci/run')
  const programs = named.flatMap(([path, text]) => {
    const folder = path === '.ci/run' ? '.' : posix.dirname(path)
    return [...text.matchAll(/[\w./-]+\.(?:tsx?|js)\b/g)].map((found) => posix.join(folder, found[0]))
  })
  const pages = [...(tree.get(ROUTES) ?? '').matchAll(/[\w./-]+\.tsx\b/g)].map(([page]) =>
    posix.join('app/src/pages', page),
  )
  return [...programs, ...PAGES, ...pages, ...[...tree.keys()].filter((path) => CONFIGURATION.test(path))]
}

function reachedFrom(tree: Tree, entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = tree.get(path)
    if (text === undefined || reached.has(path)) continue
    reached.add(path)
    if (!isCode(path) && !path.endsWith('.js')) continue
    for (const { specifier } of [...importsOf(text), ...locationsOf(text)]) {
      const target = targetOf(path, specifier)
      if (target !== undefined) waiting.push(target)
    }
  }
  return reached
}
