/** Reads mappings strictly: every key is known, every wrong value becomes a problem with its place, and reading goes on. */
import { type Day, noSuchDay, parseDay } from '../value/date.ts'
import { didYouMean, type Problem } from './problem.ts'
import { child, type Entry, type MapNode, type Node, type Place, textOf } from './yaml.ts'

/** Collects the problems of one file. */
export interface Report {
  readonly file: string
  readonly problems: Problem[]
  readonly languages: readonly string[]
  /** What its entries name as their source: held against programme.yaml when all is read. */
  readonly sources?: { readonly name: string; readonly at: SourcePlace }[]
  /** The file is a draft that is laid over the law. */
  readonly isProposal?: boolean
}

export interface SourcePlace extends Place {
  readonly file: string
}

/** A text for readers, by language. */
export type Localized = Readonly<Record<string, string>>

export function problem(report: Report, at: Place, sentence: string): undefined {
  report.problems.push({ file: report.file, line: at.line, column: at.column, sentence })
  return undefined
}

export function placeIn(report: Report, at: Place): SourcePlace {
  return { file: report.file, line: at.line, column: at.column }
}

/** The node as a mapping whose keys are all among `known`; undefined (and a problem) when it is something else. */
export function mapping(
  report: Report,
  node: Node | undefined,
  what: string,
  known?: readonly string[],
): MapNode | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'map')
    return problem(report, node.at, `${what} must be names with values ('name: value'), but ${insteadOf(node)}`)
  for (const entry of node.entries) {
    if (known !== undefined && !known.includes(entry.key)) {
      problem(
        report,
        entry.keyAt,
        `${what} has no '${entry.key}'.${didYouMean(entry.key, known)} Known: ${known.join(', ')}.`,
      )
    }
  }
  return node
}

/** What stands where names with values should, and how that mostly comes about. */
function insteadOf(node: Node): string {
  if (node.kind === 'list')
    return "here is a list. Check the indentation: it may belong a level further out, or a '-' stands before a name."
  if (textOf(node) === '') return 'here is nothing. Indent what belongs to it by two spaces more than its name.'
  return 'here is a text. Write a colon and a space behind each name, and check the indentation.'
}

export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : []
}

export function text(report: Report, node: Node | undefined, what: string): string | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'text') return problem(report, node.at, `${what} is a text.`)
  const value = node.text.trim()
  return value === '' ? problem(report, node.at, `${what} is empty.`) : value
}

export function requiredText(report: Report, map: MapNode, key: string, what: string): string | undefined {
  const node = child(map, key)
  return node === undefined
    ? problem(report, map.at, `${what} needs '${key}:'.`)
    : text(report, node, `'${key}' of ${what}`)
}

export function oneOf<T extends string>(
  report: Report,
  node: Node | undefined,
  what: string,
  known: readonly T[],
): T | undefined {
  const value = text(report, node, what)
  if (value === undefined || node === undefined) return undefined
  const match = known.find((candidate) => candidate === value)
  return (
    match ??
    problem(report, node.at, `${what} is one of ${known.join(', ')}, not '${value}'.${didYouMean(value, known)}`)
  )
}

export function flag(report: Report, node: Node | undefined, what: string): boolean {
  if (node === undefined) return false
  return oneOf(report, node, what, ['true', 'false']) === 'true'
}

export function day(report: Report, node: Node | undefined, what: string): Day | undefined {
  const value = text(report, node, what)
  if (value === undefined || node === undefined) return undefined
  return (
    parseDay(value) ??
    problem(report, node.at, `${what} is a day such as 2027-06-30, not '${value}'${noSuchDay(value)}.`)
  )
}

/** A text in every language of the programme. A plain text is taken where the programme has one language only. */
export function localized(report: Report, node: Node | undefined, what: string): Localized | undefined {
  if (node === undefined) return undefined
  const [first = 'en'] = report.languages
  if (node.kind === 'text') {
    if (report.languages.length > 1) {
      problem(
        report,
        node.at,
        `${what} is given in each language: { ${report.languages.map((language) => `${language}: …`).join(', ')} }.`,
      )
    }
    return { [first]: node.text.trim() }
  }
  const map = mapping(report, node, what, [...report.languages, 'by', 'on'])
  if (map === undefined) return undefined
  const texts: Record<string, string> = {}
  for (const language of report.languages) {
    const value = text(report, child(map, language), `${what} in '${language}'`)
    if (value !== undefined) texts[language] = value
    else if (child(map, language) === undefined) problem(report, map.at, `${what} is missing in '${language}'.`)
  }
  return texts
}

export function names(report: Report, node: Node | undefined, what: string): readonly string[] {
  if (node === undefined) return []
  const items = node.kind === 'list' ? node.items : [node]
  return items.flatMap((item) => text(report, item, what) ?? [])
}
