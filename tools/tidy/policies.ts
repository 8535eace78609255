/** The files in policy/ as text that a lawyer reads: no number hides in a formula, and every file can be read. */
import { type MapNode, type Node, readYaml } from '../../engine/src/load/yaml.ts'
import type { Finding, Tree } from './tree.ts'

/** The fields that hold a formula. `round:` and `show:` state a precision, which is not a number of the law. */
const FORMULA_FIELDS: readonly string[] = ['amount', 'requires', 'when', 'unless', 'from', 'otherwise']
const ALLOWED_NUMBERS: readonly string[] = ['0', '1']

export function policyFiles(tree: Tree): readonly (readonly [path: string, text: string])[] {
  return [...tree].filter(([path]) => /^policy\/.+\.ya?ml$/.test(path))
}

/** Every number in a formula, and every policy file that cannot be read. */
export function checkFormulas(tree: Tree): readonly Finding[] {
  return policyFiles(tree).flatMap(([file, text]) => {
    const read = readYaml(file, text)
    if (!read.ok) return read.problems.map(({ line, sentence }) => ({ file, line, sentence }))
    return provisionsIn(file, read.node).flatMap((node) => formulaFindings(file, node))
  })
}

/** In a programme, the file `provisions.yaml` itself; in a draft, what stands under each part's `provisions:`. */
function provisionsIn(file: string, root: Node): readonly Node[] {
  if (file.endsWith('/provisions.yaml')) return [root]
  return file.includes('/drafts/') ? mapsIn(root).flatMap((map) => valuesUnder(map, 'provisions')) : []
}

function formulaFindings(file: string, provisions: Node): readonly Finding[] {
  return mapsIn(provisions).flatMap((map) =>
    FORMULA_FIELDS.flatMap((field) => valuesUnder(map, field)).flatMap((value) => {
      const numbers = value.kind === 'text' ? numbersIn(value.text) : []
      if (numbers.length === 0) return []
      const sentence = `A number stands in a formula: ${numbers.join(', ')}. Make it a parameter, with a date, a unit and a source.`
      return [{ file, line: value.at.line, sentence }]
    }),
  )
}

/** The numbers written in a formula, other than those that the language allows: 0, 1 and `1 day`. */
export function numbersIn(formula: string): readonly string[] {
  const bare = formula.replace(/\b1 day\b/g, ' ').replace(/[A-Za-z_]\w*/g, ' ')
  return (bare.match(/\d[\d.,]*%?/g) ?? [])
    .map((number) => number.replace(/[.,]$/, ''))
    .filter((number) => !ALLOWED_NUMBERS.includes(number))
}

/** This node and all below it that are mappings. */
export function mapsIn(node: Node): readonly MapNode[] {
  if (node.kind === 'list') return node.items.flatMap(mapsIn)
  return node.kind === 'map' ? [node, ...node.entries.flatMap((entry) => mapsIn(entry.value))] : []
}

function valuesUnder(map: MapNode, key: string): readonly Node[] {
  return map.entries.filter((entry) => entry.key === key).map((entry) => entry.value)
}
