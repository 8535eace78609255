/** Facts that a person wrote down, in YAML or JSON: names and values, as under `facts:` in an example. */
import { type FactProblem, type Facts, readFacts } from '@maqami/engine/determine/facts.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { plain } from '@maqami/engine/load/examples.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { type Node, type Place, readYaml } from '@maqami/engine/load/yaml.ts'
import { WrongInput } from '../kernel/command.ts'
import { LARGEST_YAML_MB, readText } from '../kernel/read-text.ts'

export interface FactsFile {
  readonly path: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly node: Node
  /** In which what is wrong with it is told. */
  readonly language: Language
}

export async function readFactsFile(path: string, language: Language): Promise<FactsFile> {
  const read = readYaml(path, await readText(path, LARGEST_YAML_MB))
  if (!read.ok) throw new WrongInput(read.problems.map(formatProblem))
  const facts = plain(read.node)
  if (!isMapping(facts)) throw new WrongInput([`${path}:1:1: Facts are a mapping of names to values.`])
  return { path, facts, node: read.node, language }
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Stops with every fact that does not fit the vocabulary, at its line of the file. */
export function factsFrom(file: FactsFile, vocabulary: Vocabulary): Facts {
  const read = readFacts(vocabulary, file.facts)
  if (!read.ok) throw new WrongInput(read.problems.map((problem) => factLine(problem, file)))
  return read.facts
}

/** Where the file does not hold the fact, as when a return does, its name stands for the place. */
export function factLine({ path, sentence: en, ur }: FactProblem, file: FactsFile | undefined): string {
  const sentence = file?.language === 'ur' ? ur : en
  const at = file === undefined ? undefined : placeOf(file.node, path)
  return file === undefined || at === undefined
    ? `${path}: ${sentence}`
    : formatProblem({ file: file.path, line: at.line, column: at.column, sentence: `${path}: ${sentence}` })
}

/** `parts[3].unit_value` is the value under that column in the third line; of a column that is not there, the line itself. */
function placeOf(node: Node, path: string): Place | undefined {
  const [, name = '', line, column] = /^(\w+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? []
  const entry = node.kind === 'map' ? node.entries.find((one) => one.key === name) : undefined
  if (entry === undefined) return undefined
  if (line === undefined) return entry.keyAt
  const item = entry.value.kind === 'list' ? entry.value.items[Number(line) - 1] : undefined
  const cell = item?.kind === 'map' ? item.entries.find((one) => one.key === column) : undefined
  return cell?.keyAt ?? item?.at ?? entry.keyAt
}
