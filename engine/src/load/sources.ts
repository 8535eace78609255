/** programme.yaml: who runs the programme, and the instruments and sources that everything else cites. */
import { parseDay } from '../value/date.ts'
import { isCurrency } from '../value/unit.ts'
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
import { EVIDENCE, STATUSES, type Standing } from './standing.ts'
import { oneOf } from './fields.ts'
import { child, type Node } from './yaml.ts'

export interface Instrument {
  readonly name: string
  readonly title: Localized
  /** What the places that clauses cite are called, where they are words and not numbers: `kit definition`. */
  readonly places: ReadonlyMap<string, NamedPlace>
  /** Path of its text inside the programme's folder, where the deployer holds it. */
  readonly file: string | undefined
  readonly at: SourcePlace
}

export interface NamedPlace {
  readonly words: Localized
  readonly at: SourcePlace
}

export interface Source {
  readonly name: string
  readonly title: string
  readonly url: string | undefined
  /** The instrument whose text it publishes, as a gazette does. */
  readonly instrument: string | undefined
}

export interface Heading {
  readonly name: string
  readonly title: Localized
  readonly authority: Localized
  readonly currency: string
  /** Month and day on which the programme's year begins: `07-01`. */
  readonly yearStarts: string
  readonly languages: readonly string[]
  readonly standing: Standing
  readonly evidenceAt: SourcePlace
  readonly parts: readonly string[]
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly sources: ReadonlyMap<string, Source>
}

const KEYS = [
  'programme',
  'title',
  'authority',
  'currency',
  'year_starts',
  'time_zone',
  'languages',
  'status',
  'evidence',
  'parts',
  'instruments',
  'sources',
]

/** The languages stand in the file that also uses them, so they are read before the rest. */
export function languagesOf(node: Node | undefined): readonly string[] {
  const list = child(node, 'languages')
  const languages = list?.kind === 'list' ? list.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : []
  return languages.length > 0 ? languages : ['en']
}

export function readHeading(report: Report, node: Node): Heading | undefined {
  const map = mapping(report, node, 'programme.yaml', KEYS)
  if (map === undefined) return undefined
  for (const key of ['title', 'authority', 'status', 'evidence']) {
    if (child(map, key) === undefined) problem(report, map.at, `programme.yaml needs '${key}:'.`)
  }
  const name = requiredText(report, map, 'programme', 'programme.yaml')
  if (name !== undefined && !/^[a-z0-9-]{1,60}$/.test(name)) {
    problem(
      report,
      child(map, 'programme')?.at ?? map.at,
      `'programme' is a name of small letters, digits and hyphens, not '${name}'.`,
    )
  }
  const title = localized(report, child(map, 'title'), "'title'")
  const authority = localized(report, child(map, 'authority'), "'authority'")
  const currency = requiredText(report, map, 'currency', 'programme.yaml')
  const yearStarts = requiredText(report, map, 'year_starts', 'programme.yaml')
  const status = oneOf(report, child(map, 'status'), "'status'", STATUSES)
  const evidence = oneOf(report, child(map, 'evidence'), "'evidence'", EVIDENCE)
  if (currency !== undefined && !isCurrency(currency))
    problem(report, map.at, `'currency' is a code such as PKR, not '${currency}'.`)
  if (yearStarts !== undefined && parseDay(`2025-${yearStarts}`) === undefined) {
    problem(report, map.at, `'year_starts' is a month and a day such as 07-01, not '${yearStarts}'.`)
  }
  checkTimeZone(report, child(map, 'time_zone'))
  const parts = names(report, child(map, 'parts'), "'parts'")
  if (parts.length === 0) problem(report, map.at, "programme.yaml needs 'parts:', the folders in the order of the law.")
  if (name === undefined || title === undefined || authority === undefined || currency === undefined) return undefined
  if (yearStarts === undefined || status === undefined || evidence === undefined) return undefined
  const instruments = readInstruments(report, child(map, 'instruments'))
  return {
    name,
    title,
    authority,
    currency,
    yearStarts,
    languages: report.languages,
    standing: { status, evidence, source: undefined },
    evidenceAt: placeIn(report, child(map, 'evidence')?.at ?? map.at),
    parts,
    instruments,
    sources: readSources(report, child(map, 'sources'), instruments),
  }
}

/** What computes has no clock; the time zone is for whoever says which day it is, and must be one. */
function checkTimeZone(report: Report, node: Node | undefined): void {
  const zone = text(report, node, "'time_zone'")
  if (zone === undefined || node === undefined || isTimeZone(zone)) return
  problem(report, node.at, `'time_zone' is the name of a time zone such as Asia/Karachi, not '${zone}'.`)
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function readInstruments(report: Report, node: Node | undefined): ReadonlyMap<string, Instrument> {
  const instruments = new Map<string, Instrument>()
  for (const entry of entriesOf(mapping(report, node, "'instruments'"))) {
    const map = mapping(report, entry.value, `The instrument '${entry.key}'`, ['title', 'places', 'file'])
    const title =
      localized(report, child(map, 'title'), `'title' of ${entry.key}`) ??
      problem(report, entry.keyAt, `'${entry.key}' needs 'title:'.`)
    const places = new Map<string, NamedPlace>()
    for (const place of entriesOf(mapping(report, child(map, 'places'), `'places' of ${entry.key}`))) {
      const words = localized(report, place.value, `The place '${place.key}' of ${entry.key}`)
      if (words !== undefined) places.set(place.key, { words, at: placeIn(report, place.keyAt) })
    }
    if (title !== undefined)
      instruments.set(entry.key, {
        name: entry.key,
        title,
        places,
        file: text(report, child(map, 'file'), "'file'"),
        at: placeIn(report, entry.keyAt),
      })
  }
  return instruments
}

export function readSources(
  report: Report,
  node: Node | undefined,
  instruments: ReadonlyMap<string, Instrument>,
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  for (const entry of entriesOf(mapping(report, node, "'sources'"))) {
    const map = mapping(report, entry.value, `The source '${entry.key}'`, ['title', 'url', 'dated', 'instrument'])
    if (map === undefined) continue
    const title = requiredText(report, map, 'title', `'${entry.key}'`)
    const dated = text(report, child(map, 'dated'), `'dated' of ${entry.key}`)
    if (dated !== undefined && parseDay(dated) === undefined && parseDay(`${dated}-01`) === undefined) {
      problem(report, entry.keyAt, `'dated' of '${entry.key}' is a day (2026-01-09) or a month (2026-01).`)
    }
    if (title !== undefined)
      sources.set(entry.key, {
        name: entry.key,
        title,
        url: text(report, child(map, 'url'), `'url' of ${entry.key}`),
        instrument: oneOf(report, child(map, 'instrument'), `'instrument' of ${entry.key}`, [...instruments.keys()]),
      })
  }
  return sources
}
