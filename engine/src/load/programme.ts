/** Reads a programme's folder into one value, with a draft laid over it when asked. Nothing here touches a file system. */
import { typeProgramme, type TypedProgramme } from '../expression/type-programme.ts'
import { type Draft, noDraft, readDraft } from './drafts.ts'
import { type Example, plain } from './examples.ts'
import { problem, type Report } from './fields.ts'
import { cellsOf, type Parameter, readParameter } from './parameters.ts'
import { checkParts, type Placed, readPart } from './parts.ts'
import type { Problem } from './problem.ts'
import { type Open, type Opened, opener, type ProgrammeFiles } from './programme-files.ts'
import { type Provision, readProvision } from './provisions.ts'
import { type Heading, languagesOf, readHeading } from './sources.ts'
import { readStakes, type Stakes } from './stakes.ts'
import { PROPOSED, type Standing } from './standing.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'
import { checkCitations } from './citations.ts'
import { child, readYaml } from './yaml.ts'

export interface Programme {
  readonly heading: Heading
  readonly vocabulary: Vocabulary
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly provisions: ReadonlyMap<string, Provision>
  /** The programme's own, or only the draft's when a draft is laid over. */
  readonly examples: readonly Example[]
  readonly draft: Draft | undefined
  readonly typed: TypedProgramme
  readonly stakes: Stakes | undefined
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

/** Far above any law. */
const MOST_ENTRIES = 2000

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
  const law = { ...whole, typed: typed.programme }
  const opened = open('stakes.yaml', whole.heading.languages)
  const stakes = opened === undefined ? undefined : readStakes(opened.report, opened.node, law)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, programme: { ...law, stakes } }
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
function readLaw(ground: Ground, open: Open, files: ProgrammeFiles): Omit<Programme, 'typed' | 'stakes'> | undefined {
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
  const standingOf = (placed: Placed): Standing => (placed.report === overlay?.report ? PROPOSED : heading.standing)
  const parameters = new Map<string, Parameter>()
  const provisions = new Map<string, Provision>()
  for (const part of parts) {
    for (const placed of part.parameters.filter(fresh)) {
      const parameter = readParameter(placed.report, placed.entry, vocabulary, standingOf(placed))
      if (parameter !== undefined) parameters.set(parameter.name, parameter)
    }
    for (const placed of part.provisions.filter(fresh)) {
      const provision = readProvision(placed.report, placed.entry, standingOf(placed))
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

/** The law in the files as plain data, for hashing: what binds, what the returns ask for and when they are due, which certificates there are; no examples, no other drafts. */
export function lawOf(files: ProgrammeFiles, draft?: string): unknown {
  const law: Record<string, unknown> = {}
  for (const [path, content] of files) {
    if (path.startsWith('instruments/')) law[path] = content.replaceAll('\r\n', '\n')
    const isLaw =
      /^(programme|vocabulary|stakes|certification|([a-z0-9-]+-)?return)\.yaml$|\/(parameters|provisions)\.yaml$/.test(
        path,
      ) && !path.startsWith('drafts/')
    if (!isLaw && path !== `drafts/${draft}.yaml`) continue
    const read = readYaml(path, content)
    if (read.ok) law[path] = plain(read.node)
  }
  return law
}
