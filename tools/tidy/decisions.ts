/** Decision records: one page each, the same four questions answered, in order of their dates. */
import { type Finding, lineAt, type Tree } from './tree.ts'

export const HEADINGS: readonly string[] = ['Decision', 'Because', 'Instead of', 'Undone when']
export const LONGEST_RECORD = 60

const DATED_NAME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])-[a-z0-9-]+\.md$/
const FOLDER = 'docs/decisions/'
/** A list that is kept up to date, and not a record of one day. */
const LISTS: readonly string[] = ['dependencies.md', 'README.md']

export function checkDecisions(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (!file.startsWith(FOLDER)) return []
    const name = file.slice(FOLDER.length)
    return LISTS.includes(name) ? [] : recordFindings(file, name, text)
  })
}

function recordFindings(file: string, name: string, text: string): readonly Finding[] {
  const findings: Finding[] = []
  if (!DATED_NAME.test(name)) {
    findings.push({ file, line: 1, sentence: 'A decision record is named by its day: 2026-11-30-money-is-exact.md.' })
  }
  const lines = text.replace(/\n$/, '').split('\n').length
  if (lines > LONGEST_RECORD) {
    findings.push({
      file,
      line: LONGEST_RECORD + 1,
      sentence: `The record has ${lines} lines; one page is ${LONGEST_RECORD}. Keep what decided.`,
    })
  }
  const found = [...text.matchAll(/^## (.+?)\s*$/gm)].map((match) => ({
    heading: match[1] ?? '',
    line: lineAt(text, match.index),
  }))
  for (const heading of HEADINGS) {
    if (!found.some((one) => one.heading === heading))
      findings.push({ file, line: 1, sentence: `The heading '## ${heading}' is missing. Add it.` })
  }
  const known = found.filter((one) => HEADINGS.includes(one.heading))
  const misplaced = known.find((one, index) => one.heading !== HEADINGS[index])
  if (misplaced !== undefined && known.length === HEADINGS.length) {
    findings.push({
      file,
      line: misplaced.line,
      sentence: `The headings stand in the order ${HEADINGS.join(', ')}. Move '${misplaced.heading}'.`,
    })
  }
  return findings
}
