/** Proposed amendments: the overlays in a programme's `drafts/`, by name. */
import {
  entriesOf,
  type Localized,
  localized,
  mapping,
  placeIn,
  problem,
  type Report,
  requiredText,
  type SourcePlace,
  text,
} from './fields.ts'
import { didYouMean } from './problem.ts'
import type { ProgrammeFiles } from './programme-files.ts'
import { type Heading, readSources } from './sources.ts'
import { child, type Node, readYaml, textOf } from './yaml.ts'

export interface Draft {
  readonly name: string
  readonly title: Localized
  /** The hash of the release that it amends. */
  readonly base: string | undefined
  /** Where that stands, or should. */
  readonly baseAt: SourcePlace
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

export function readDraft(
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
  const sources = new Map([...heading.sources, ...readSources(report, child(map, 'sources'), heading.instruments)])
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
