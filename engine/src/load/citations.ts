/** Everything that is cited exists, and a quotation is what the instrument says, letter by letter. */
import type { Localized, Report, SourcePlace } from './fields.ts'
import { didYouMean, type Problem } from './problem.ts'
import type { Clause, Provision } from './provisions.ts'
import type { Heading } from './sources.ts'

interface Cited {
  readonly heading: Heading
  readonly provisions: ReadonlyMap<string, Provision>
}

/** `cited` are the sources that the files name. */
export function checkCitations(
  programme: Cited,
  cited: NonNullable<Report['sources']>,
  files: ReadonlyMap<string, string>,
  problems: Problem[],
): void {
  const { sources, instruments } = programme.heading
  const say = (at: SourcePlace, sentence: string): void => {
    problems.push({ file: at.file, line: at.line, column: at.column, sentence })
  }
  for (const { name, at } of cited) {
    if (!sources.has(name))
      say(at, `The source '${name}' is not listed in programme.yaml.${didYouMean(name, sources.keys())}`)
  }
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const instrument of instruments.values()) {
    if (instrument.file === undefined) continue
    const content = files.get(instrument.file)
    if (content === undefined) {
      problems.push({
        file: 'programme.yaml',
        line: 1,
        column: 1,
        sentence: `The instrument '${instrument.name}' names ${instrument.file}, which is not there.`,
      })
    } else texts.set(instrument.name, clausesOf(content))
  }
  for (const provision of programme.provisions.values()) {
    for (const clause of [provision.clause, provision.power?.clause]) {
      if (clause !== undefined) checkClause(clause, instruments, texts, say)
    }
    checkQuotation(provision, texts, say)
  }
}

type Say = (at: SourcePlace, sentence: string) => void
type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>

function checkClause(
  clause: Clause,
  instruments: ReadonlyMap<string, { readonly title: Localized }>,
  texts: Texts,
  say: Say,
): void {
  if (!instruments.has(clause.instrument)) {
    say(
      clause.at,
      `The instrument '${clause.instrument}' is not listed in programme.yaml.${didYouMean(clause.instrument, instruments.keys())}`,
    )
    return
  }
  const clauses = texts.get(clause.instrument)
  if (clauses !== undefined && !clauses.has(clause.place)) {
    say(
      clause.at,
      `'${clause.instrument}' has no clause '${clause.place}'.${didYouMean(clause.place, clauses.keys())} Its headings are ${[...clauses.keys()].join(', ')}.`,
    )
  }
}

function checkQuotation(provision: Provision, texts: Texts, say: Say): void {
  const { quotation, clause } = provision
  if (quotation === undefined) return
  if (clause === undefined) {
    say(quotation.at, `'${provision.name}' quotes, but does not say from which clause.`)
    return
  }
  const clauses = texts.get(clause.instrument)
  if (clauses === undefined) {
    say(
      quotation.at,
      `'${provision.name}' quotes '${clause.instrument}', whose text is not held here. Name its file in programme.yaml, or leave the quotation out.`,
    )
    return
  }
  const law = clauses.get(clause.place)
  const quoted = oneLine(quotation.text)
  if (law === undefined || law.includes(quoted)) return
  say(
    quotation.at,
    `The quotation in '${provision.name}' is not what ${clause.instrument}, ${clause.place} says: it first differs at '${firstDifference(law, quoted)}'.`,
  )
}

function oneLine(content: string): string {
  return content.replaceAll(/\s+/g, ' ').trim()
}

/** The text under each heading of an instrument, by the heading's first word: `### 3(1) Targets` is clause 3(1). */
function clausesOf(content: string): ReadonlyMap<string, string> {
  const clauses = new Map<string, string>()
  let current: string | undefined
  let lines: string[] = []
  const close = (): void => {
    if (current !== undefined) clauses.set(current, oneLine(lines.join('\n')))
    lines = []
  }
  for (const line of content.split(/\r?\n/)) {
    const heading = /^#+\s+(\S+)/.exec(line)
    if (heading === null) {
      lines.push(line)
      continue
    }
    close()
    current = heading[1]
  }
  close()
  return clauses
}

/** The words of the quotation from the point at which no passage of the law agrees any more. */
function firstDifference(law: string, quoted: string): string {
  const words = quoted.split(' ')
  let agreed = 0
  while (agreed < words.length && law.includes(words.slice(0, agreed + 1).join(' '))) agreed += 1
  return words.slice(Math.max(0, agreed), agreed + 4).join(' ')
}
