/** The parts of a programme: what stands in their folders, with the changes of a draft put in their places. */
import { type Example, readExamples } from './examples.ts'
import { mapping, names, problem, type Report, text } from './fields.ts'
import { didYouMean } from './problem.ts'
import type { Open, Opened, ProgrammeFiles } from './programme-files.ts'
import type { Heading } from './sources.ts'
import { child, type Entry, type MapNode, type Place } from './yaml.ts'

/** A mapping's entry together with the report of the file that it stands in. */
export interface Placed {
  readonly report: Report
  readonly entry: Entry
}

export interface Part {
  readonly name: string
  readonly parameters: readonly Placed[]
  readonly provisions: readonly Placed[]
  readonly examples: readonly Example[]
}

/** A slip in `parts` must not drop a part of the law in silence. */
export function checkParts(report: Report, at: Place, parts: readonly string[], files: ProgrammeFiles): void {
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

export function readPart(name: string, open: Open, heading: Heading, overlay: Opened | undefined): Part {
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
