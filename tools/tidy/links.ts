/** Links between our own pages lead to files that are there. */
import { posix } from 'node:path'
import { type Finding, lineAt, type Tree } from './tree.ts'

const LINK = /\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g

export function checkLinks(tree: Tree): readonly Finding[] {
  const pages = [...tree].filter(([path]) => path.endsWith('.md'))
  return pages.flatMap(([path, text]) =>
    [...text.matchAll(LINK)].flatMap((found) => {
      const target = found[1] ?? ''
      if (/^[a-z]+:/.test(target) || isThere(tree, posix.join(posix.dirname(path), target))) return []
      const sentence = `'${target}' is not there. Say where it is now, or leave the link out.`
      return [{ file: path, line: lineAt(text, found.index), sentence }]
    }),
  )
}

/** A picture is no text, so that the tree has it by the name of its page alone. */
function isThere(tree: Tree, path: string): boolean {
  const folder = path.replace(/\/$/, '')
  return (
    tree.has(path) || /\.(?:png|svg|xlsx)$/.test(path) || [...tree.keys()].some((one) => one.startsWith(`${folder}/`))
  )
}
