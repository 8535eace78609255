/** Reads a programme's folder into one value, with a draft laid over it when asked. Nothing here touches a file system. */
import { typeProgramme, type TypedProgramme } from '../expression/type-programme.ts'
import { type Example, plain, readExamples } from './examples.ts'
import {
  entriesOf,
  type Localized,
  localized,
  mapping,
  names,
  placeIn,
  problem,
  type Report,
  requiredText,
  type SourcePlace,
  text,
} from './fields.ts'
import { cellsOf, type Parameter, readParameter } from './parameters.ts'
import { didYouMean, type Problem } from './problem.ts'
import { type Provision, readProvision } from './provisions.ts'
import { type Heading, languagesOf, readHeading, readSources } from './sources.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'
import { checkCitations } from './citations.ts'
import { child, type Entry, type MapNode, type Node, type Place, readYaml, textOf } from './yaml.ts'

/** The texts of a programme's files by their path inside its folder: `localization/parameters.yaml`. */
export type ProgrammeFiles = ReadonlyMap<string, string>

export interface Draft {
  readonly name: string
  readonly title: Localized
  /** The hash of the release that it amends. */
  readonly base: string | undefined
  /** Where that stands, or should. */
  readonly baseAt: SourcePlace
}

export interface Programme {
  readonly heading: Heading
  readonly vocabulary: Vocabulary
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly provisions: ReadonlyMap<string, Provision>
  /** The programme's own, or only the draft's when a draft is laid over. */
  readonly examples: readonly Example[]
  readonly draft: Draft | undefined
  readonly typed: TypedProgramme
}

/**
 * Some of the law does not bind: it is a draft, or nobody holds its gazette text. Everything that is printed of it says so. A row
 * that was superseded was in force in its time.
 */
export function isRehearsal({ heading, draft, parameters, provisions }: Programme): boolean {
  const numbers = [...parameters.values()].flatMap((one) => one.rows.flatMap((row) => [...cellsOf(row.cells)]))
  const standings = [heading, ...provisions.values(), ...numbers].map(({ standing }) => standing)
  return draft !== undefined || standings.some((one) => one.status === 'draft' || one.evidence !== 'gazette')
}

export type Loaded =
  | { readonly ok: true; readonly programme: Programme }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Far above any law, and far below what would exhaust a machine. */
const MOST_MARKS = 400_000
const MOST_ENTRIES = 2000

/** A mapping's entry together with the report of the file that it stands in. */
interface Placed {
  readonly report: Report
  readonly entry: Entry
}

interface Part {
  readonly name: string
  readonly parameters: readonly Placed[]
  readonly provisions: readonly Placed[]
  readonly examples: readonly Example[]
}

interface Opened {
  readonly report: Report
  readonly node: Node
}

type Open = (file: string, languages: readonly string[]) => Opened | undefined

/**
 * Loads the programme, or says everything that is wrong with its files. `draft` is the name of a file in `drafts/`.
 * What loads is well typed: no formula can fail on a unit or a name when it runs.
 */
export function loadProgramme(files: ProgrammeFiles, draft?: string): Loaded {
  const problems: Problem[] = []
  const cited: NonNullable<Report['sources']> = []
  const open = opener(files, problems, cited)
  const ground = readGround(open, files, problems, draft)
  const whole = ground === undefined ? undefined : readLaw(ground, open, files)
  if (whole === undefined) return { ok: false, problems }
  checkCitations(whole, cited, files, problems)
  if (problems.length > 0) return { ok: false, problems }
  const typed = typeProgramme(whole)
  if (!typed.ok) return { ok: false, problems: typed.problems }
  return { ok: true, programme: { ...whole, typed: typed.programme } }
}

/** Opens one file after another, as long as they are not together more than a programme can be. */
function opener(files: ProgrammeFiles, problems: Problem[], sources: NonNullable<Report['sources']>): Open {
  let marks = 0
  return (file, languages) => {
    const content = files.get(file)
    if (content === undefined) return undefined
    const read = readYaml(file, content)
    const report: Report = { file, problems, languages, sources }
    if (!read.ok) {
      problems.push(...read.problems)
      return undefined
    }
    marks += read.marks
    if (marks <= MOST_MARKS) return { report, node: read.node }
    return problem(
      report,
      { line: 1, column: 1 },
      `With this file the programme has more than ${MOST_MARKS} words and marks. Make two programmes of it.`,
    )
  }
}

/** What stands before the parts of the law: the heading, the vocabulary, and the draft that is laid over. */
interface Ground {
  readonly heading: Heading
  readonly headingFile: Opened
  readonly words: Opened
  readonly overlay: Opened | undefined
}

function readGround(
  open: Open,
  files: ProgrammeFiles,
  problems: Problem[],
  draft: string | undefined,
): Ground | undefined {
  const missing = (file: string, sentence: string): undefined => {
    if (problems.length === 0) problems.push({ file, line: 1, column: 1, sentence })
    return undefined
  }
  const first = open('programme.yaml', ['en'])
  if (first === undefined)
    return missing(
      'programme.yaml',
      'A programme has a programme.yaml, which names its parts and sources. This folder has none.',
    )
  const headingFile = { ...first, report: { ...first.report, languages: languagesOf(first.node) } }
  const heading = readHeading(headingFile.report, first.node)
  const words = open('vocabulary.yaml', headingFile.report.languages)
  if (words === undefined)
    return missing(
      'vocabulary.yaml',
      'A programme has a vocabulary.yaml, which says what each fact is. This folder has none.',
    )
  if (heading === undefined) return undefined
  const overlay = draft === undefined ? undefined : open(`drafts/${draft}.yaml`, heading.languages)
  if (draft !== undefined && overlay === undefined) return missing(`drafts/${draft}.yaml`, noDraft(draft, files))
  return { heading, headingFile, words, overlay }
}

/** The law with the draft laid over it, its formulas not yet typed; undefined where it is too much to read. */
function readLaw(ground: Ground, open: Open, files: ProgrammeFiles): Omit<Programme, 'typed'> | undefined {
  const { heading, headingFile, words, overlay } = ground
  const proposal = overlay === undefined ? undefined : readDraft(overlay.report, overlay.node, heading)
  const newWords = child(overlay?.node, 'vocabulary')
  const changes =
    overlay === undefined || newWords === undefined ? undefined : { report: overlay.report, node: newWords }
  const vocabulary = readVocabulary(words.report, words.node, changes)
  const { report, node } = headingFile
  checkParts(report, child(node, 'parts')?.at ?? node.at, heading.parts, files)
  const parts = heading.parts.map((name) => readPart(name, open, heading, overlay))
  const entries = parts.flatMap((part) => [...part.parameters, ...part.provisions])
  const excess = entries[MOST_ENTRIES]
  if (excess !== undefined) {
    const sentence = `The programme has ${entries.length} parameters and provisions; ${MOST_ENTRIES} are the most. Make two programmes of it.`
    return problem(excess.report, excess.entry.keyAt, sentence)
  }
  const fresh = freshNames(vocabulary)
  const parameters = new Map<string, Parameter>()
  const provisions = new Map<string, Provision>()
  for (const part of parts) {
    for (const placed of part.parameters.filter(fresh)) {
      const parameter = readParameter(placed.report, placed.entry, vocabulary, heading.standing)
      if (parameter !== undefined) parameters.set(parameter.name, parameter)
    }
    for (const placed of part.provisions.filter(fresh)) {
      const provision = readProvision(placed.report, placed.entry, heading.standing)
      if (provision !== undefined) provisions.set(provision.name, provision)
    }
  }
  const examples = parts.flatMap((part) => part.examples)
  return {
    heading: proposal?.heading ?? heading,
    vocabulary,
    parameters,
    provisions,
    examples,
    draft: proposal?.draft,
  }
}

/** Whether an entry's name is not taken by a fact or an entry before it; says so where it is. */
function freshNames(vocabulary: Vocabulary): (placed: Placed) => boolean {
  const columns = [...vocabulary.groups.values()].flatMap((group) => [...group.columns.keys()])
  const seen = new Set([...vocabulary.facts.keys(), ...vocabulary.groups.keys(), ...columns])
  return ({ report, entry }) => {
    if (!seen.has(entry.key)) {
      seen.add(entry.key)
      return true
    }
    problem(
      report,
      entry.keyAt,
      `The name '${entry.key}' is taken. Facts, parameters and provisions have names of their own.`,
    )
    return false
  }
}

/** A slip in `parts` must not drop a part of the law in silence. */
function checkParts(report: Report, at: Place, parts: readonly string[], files: ProgrammeFiles): void {
  const folders = new Set(
    [...files.keys()].flatMap((path) => /^([^/]+)\/(?:parameters|provisions)\.yaml$/.exec(path)?.[1] ?? []),
  )
  for (const name of parts.filter((one) => !folders.has(one))) {
    problem(
      report,
      at,
      `The part '${name}' has neither parameters.yaml nor provisions.yaml.${didYouMean(name, folders)}`,
    )
  }
  for (const name of folders)
    if (!parts.includes(name)) problem(report, at, `The folder '${name}' holds law, but 'parts' does not list it.`)
}

function readPart(name: string, open: Open, heading: Heading, overlay: Opened | undefined): Part {
  const changes = child(child(overlay?.node, 'parts'), name)
  if (overlay !== undefined)
    mapping(overlay.report, changes, `The part '${name}'`, ['parameters', 'provisions', 'drop', 'examples'])
  const dropped = overlay === undefined ? [] : names(overlay.report, child(changes, 'drop'), "'drop'")
  const drop = new Set(dropped)
  const known = new Set<string>()
  const placedIn = (file: string, key: 'parameters' | 'provisions'): readonly Placed[] => {
    const own = open(`${name}/${file}`, heading.languages)
    const map = own === undefined ? undefined : mapping(own.report, own.node, `${name}/${file}`)
    const base =
      own === undefined || map === undefined ? [] : map.entries.map((entry) => ({ report: own.report, entry }))
    if (overlay === undefined) return base
    for (const { entry } of base) known.add(entry.key)
    return placeChanges(base, overlay.report, mapping(overlay.report, child(changes, key), `'${key}'`), drop)
  }
  const exampleNode = overlay === undefined ? open(`${name}/examples.yaml`, heading.languages) : undefined
  const draftExamples = child(changes, 'examples')
  const parameters = placedIn('parameters.yaml', 'parameters')
  const provisions = placedIn('provisions.yaml', 'provisions')
  for (const absent of dropped.filter((one) => !known.has(one))) {
    if (overlay !== undefined)
      problem(
        overlay.report,
        child(changes, 'drop')?.at ?? overlay.node.at,
        `'drop' names '${absent}', which this part does not have.${didYouMean(absent, known)}`,
      )
  }
  return {
    name,
    parameters,
    provisions,
    examples: [
      ...(exampleNode === undefined ? [] : readExamples(exampleNode.report, exampleNode.node)),
      ...(overlay === undefined || draftExamples === undefined ? [] : readExamples(overlay.report, draftExamples)),
    ],
  }
}

interface Link {
  placed: Placed
  next: Link | undefined
}

/** What a draft adds is put in a chain, so that a long draft does not move the whole law for each of its entries. */
function placeChanges(
  base: readonly Placed[],
  report: Report,
  changes: MapNode | undefined,
  dropped: ReadonlySet<string>,
): readonly Placed[] {
  const links = new Map<string, Link>()
  let first: Link | undefined
  let last: Link | undefined
  const append = (placed: Placed, behind: Link | undefined): void => {
    const link: Link = { placed, next: behind?.next }
    links.set(placed.entry.key, link)
    if (behind === undefined) first = link
    else behind.next = link
    if (behind === last) last = link
  }
  for (const placed of base) if (!dropped.has(placed.entry.key)) append(placed, last)
  for (const entry of changes?.entries ?? []) {
    const same = links.get(entry.key)
    if (same !== undefined) {
      same.placed = { report, entry }
      continue
    }
    const after = text(report, child(entry.value, 'after'), `'after' of ${entry.key}`)
    const behind = after === undefined ? undefined : links.get(after)
    if (after !== undefined && behind === undefined)
      problem(report, entry.keyAt, `'after' names '${after}', which this part does not have.`)
    append({ report, entry }, behind ?? last)
  }
  const result: Placed[] = []
  for (let link = first; link !== undefined; link = link.next) result.push(link.placed)
  return result
}

const DRAFT_KEYS = ['draft', 'title', 'base', 'sources', 'vocabulary', 'parts']

const DRAFT_FILE = /^drafts\/(.+)\.yaml$/

/** Names of the drafts in the folder, in order. */
export function draftsOf(files: ProgrammeFiles): readonly string[] {
  return [...files.keys()].flatMap((path) => DRAFT_FILE.exec(path)?.[1] ?? [])
}

function misnamed(file: string, name: string): string {
  return `${file}.yaml calls itself '${name}'; rename one of the two: the file, or what stands behind 'draft:'.`
}

/** That there is no such draft, and which one may be meant. */
export function noDraft(draft: string, files: ProgrammeFiles): string {
  const known = draftsOf(files)
  const other = known.find((file) => {
    const read = readYaml(file, files.get(`drafts/${file}.yaml`) ?? '')
    return read.ok && textOf(child(read.node, 'draft')) === draft
  })
  if (other !== undefined) return `There is no draft '${draft}'. ${misnamed(other, draft)}`
  const there = known.length === 0 ? 'The programme has none yet.' : `There are: ${known.join(', ')}.`
  return `There is no draft '${draft}'.${didYouMean(draft, known)} ${there}`
}

function readDraft(
  report: Report,
  node: Node,
  heading: Heading,
): { readonly heading: Heading; readonly draft: Draft } | undefined {
  const map = mapping(report, node, 'A draft', DRAFT_KEYS)
  if (map === undefined) return undefined
  const title = localized(report, child(map, 'title'), "'title'") ?? problem(report, map.at, "A draft needs 'title:'.")
  const name = requiredText(report, map, 'draft', 'A draft')
  const file = DRAFT_FILE.exec(report.file)?.[1] ?? ''
  if (name !== undefined && name !== file) problem(report, child(map, 'draft')?.at ?? map.at, misnamed(file, name))
  const base = child(map, 'base')
  for (const entry of entriesOf(mapping(report, child(map, 'parts'), "'parts'"))) {
    if (!heading.parts.includes(entry.key))
      problem(
        report,
        entry.keyAt,
        `The programme has no part '${entry.key}'. Its parts are ${heading.parts.join(', ')}.`,
      )
  }
  const sources = new Map([...heading.sources, ...readSources(report, child(map, 'sources'))])
  return {
    // What is proposed is a draft, whatever the standing of the law that it amends.
    heading: { ...heading, sources, standing: { ...heading.standing, status: 'draft' } },
    draft: {
      name: name ?? '',
      title: title ?? {},
      base: text(report, base, "'base'"),
      baseAt: placeIn(report, base?.at ?? map.at),
    },
  }
}

/** The law in the files as plain data, for hashing: without examples, drafts and the return's layout. */
export function lawOf(files: ProgrammeFiles, draft?: string): unknown {
  const law: Record<string, unknown> = {}
  for (const [path, content] of files) {
    if (path.startsWith('instruments/')) law[path] = content.replaceAll('\r\n', '\n')
    const isLaw =
      /^(programme|vocabulary)\.yaml$|\/(parameters|provisions)\.yaml$/.test(path) && !path.startsWith('drafts/')
    if (!isLaw && path !== `drafts/${draft}.yaml`) continue
    const read = readYaml(path, content)
    if (read.ok) law[path] = plain(read.node)
  }
  return law
}
