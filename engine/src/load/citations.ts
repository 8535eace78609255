/** Everything that is cited exists, and a quotation is what the instrument says, letter by letter. */
import type { Localized, Report, SourcePlace } from './fields.ts'
import { didYouMean, type Problem } from './problem.ts'
import type { Clause, Provision } from './provisions.ts'
import { checkGazette } from './gazette.ts'
import type { Parameter } from './parameters.ts'
import type { Heading } from './sources.ts'

interface Cited {
  readonly heading: Heading
  readonly draft: unknown
  readonly parameters: ReadonlyMap<string, Parameter>
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
      say(instrument.at, `The instrument '${instrument.name}' names ${instrument.file}, which is not there.`)
    } else texts.set(instrument.name, clausesOf(content))
  }
  for (const provision of programme.provisions.values()) {
    for (const clause of [provision.clause, provision.power?.clause]) {
      if (clause !== undefined) checkClause(clause, instruments, texts, say)
    }
    checkQuotation(provision, texts, say)
  }
  checkPlaces(programme, files, say)
  checkGazette(programme, say)
}

/** What the places of an instrument are called, where they are words: each is cited, and each that is cited is called something. */
function checkPlaces(programme: Cited, files: ReadonlyMap<string, string>, say: Say): void {
  const { instruments, languages } = programme.heading
  const clauses = [...programme.provisions.values()].flatMap(({ clause, power }) => [clause, power?.clause])
  const cited = clauses.filter((clause) => clause !== undefined)
  for (const { instrument, place, at } of cited) {
    const named = instruments.get(instrument)?.places
    if (named !== undefined && languages.length > 1 && /[A-Za-z]{3}/.test(place) && !named.has(place))
      say(
        at,
        `The place '${place}' of '${instrument}' is words: say in its 'places:' in programme.yaml what it is called in each language.${didYouMean(place, named.keys())}`,
      )
  }
  const drafts = [...files].flatMap(([path, content]) => (path.startsWith('drafts/') ? [content] : []))
  for (const { name, places } of programme.draft === undefined ? instruments.values() : []) {
    const ofIt = new Set(cited.flatMap((clause) => (clause.instrument === name ? [clause.place] : [])))
    for (const [place, { at }] of places)
      if (!ofIt.has(place) && !drafts.some((draft) => draft.includes(`${name}, ${place}`)))
        say(at, `Nothing cites the place '${place}' of '${name}'.${didYouMean(place, ofIt)}`)
  }
}

export type Say = (at: SourcePlace, sentence: string) => void
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
