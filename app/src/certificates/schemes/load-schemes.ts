/** Reads `certification.yaml`, or says with file, line and a sentence what is wrong with it. */
import {
  entriesOf,
  mapping,
  names,
  oneOf,
  placeIn,
  problem,
  type Report,
  requiredText,
  text,
} from '@maqami/engine/load/fields.ts'
import { didYouMean, type Problem } from '@maqami/engine/load/problem.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { readReading } from '@maqami/engine/load/standing.ts'
import { child, type Entry, type MapNode, type Node, readYaml } from '@maqami/engine/load/yaml.ts'
import { describeType, type Type } from '@maqami/engine/value/type.ts'
import { type Certification, ISSUERS, type Scheme, type SchemeTest, SUBJECTS } from './scheme.ts'

export const CERTIFICATION_FILE = 'certification.yaml'
/** The facts by which the measures of a programme are asked: which scheme, which test, and for which day. */
export const ASKED = { scheme: 'scheme', test: 'laboratory_test', day: 'examined_on', market: 'export_market' } as const

export type CertificationLoaded =
  | { readonly ok: true; readonly certification: Certification }
  | { readonly ok: false; readonly problems: readonly Problem[] }

interface Reader {
  readonly report: Report
  readonly programme: Programme
}

export function loadCertification(programme: Programme, content: string): CertificationLoaded {
  const read = readYaml(CERTIFICATION_FILE, content)
  if (!read.ok) return read
  const problems: Problem[] = []
  const sources: NonNullable<Report['sources']> = []
  const report: Report = { file: CERTIFICATION_FILE, problems, languages: programme.heading.languages, sources }
  const certification = readCertification({ report, programme }, read.node)
  const known = [...programme.heading.sources.keys()]
  for (const { name, at } of sources)
    if (!known.includes(name)) problem(report, at, `programme.yaml has no source '${name}'.${didYouMean(name, known)}`)
  return certification === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, certification }
}

function readCertification(reader: Reader, node: Node): Certification | undefined {
  const { report } = reader
  const map = mapping(report, node, CERTIFICATION_FILE, ['validity', 'limit', 'export', 'schemes', 'reading'])
  if (map === undefined) return undefined
  const validity = measure(reader, map, 'validity', ({ kind }) => kind === 'calendar')
  const limit = measure(reader, map, 'limit', ({ kind }) => kind === 'number')
  const schemes = new Map<string, Scheme>()
  const given = entriesOf(mapping(report, child(map, 'schemes'), "'schemes'"))
  if (given.length === 0)
    problem(report, map.at, `${CERTIFICATION_FILE} needs 'schemes:', by the members of '${ASKED.scheme}'.`)
  for (const entry of given) {
    const scheme = readScheme(reader, entry)
    if (scheme !== undefined) schemes.set(scheme.id, scheme)
  }
  const twice = Map.groupBy(
    [...schemes.values()].flatMap(({ tests }) => tests),
    ({ id }) => id,
  )
  for (const [id, all] of twice)
    if (all.length > 1)
      problem(report, map.at, `The test '${id}' stands in ${all.length} schemes. Each test belongs to one.`)
  const reading = readReading(report, map, CERTIFICATION_FILE)
  return validity === undefined || limit === undefined
    ? undefined
    : { validity, limit, export: requirement(reader, map, 'export'), schemes, reading }
}

/** A finding of the law that has one value for its subject, of the kind that is needed. */
function measure(
  { report, programme }: Reader,
  map: MapNode,
  key: string,
  fits: (type: Type) => boolean,
): string | undefined {
  const name = requiredText(report, map, key, CERTIFICATION_FILE)
  if (name === undefined) return undefined
  const at = child(map, key)?.at ?? map.at
  const found = programme.typed.provisions.get(name)
  if (found === undefined || programme.provisions.get(name)?.kind !== 'measure')
    return problem(report, at, `There is no measure '${name}'.${didYouMean(name, [...programme.provisions.keys()])}`)
  if (!fits(found.type))
    return problem(report, at, `'${key}' cannot be '${name}', which is ${describeType(found.type)}.`)
  return name
}

/** One that is asked for a market. */
function requirement({ report, programme }: Reader, map: MapNode, key: string): string | undefined {
  const node = child(map, key)
  const name = text(report, node, `'${key}'`)
  if (node === undefined || name === undefined) return undefined
  if (programme.provisions.get(name)?.kind !== 'requirement')
    return problem(
      report,
      node.at,
      `There is no requirement '${name}'.${didYouMean(name, [...programme.provisions.keys()])}`,
    )
  return programme.vocabulary.categories.has(ASKED.market)
    ? name
    : problem(report, node.at, `'${key}' needs the category '${ASKED.market}' in vocabulary.yaml.`)
}

const SCHEME_KEYS = ['about', 'issuers', 'source', 'until', 'tests']

function readScheme(reader: Reader, { key, keyAt, value }: Entry): Scheme | undefined {
  const { report } = reader
  const what = `'${key}'`
  const map = mapping(report, value, what, SCHEME_KEYS)
  const name = memberName(reader, ASKED.scheme, { key, keyAt })
  if (map === undefined || name === undefined) return undefined
  const about = oneOf(report, child(map, 'about'), `'about' of ${what}`, SUBJECTS)
  if (child(map, 'about') === undefined) problem(report, map.at, `${what} needs 'about:', product or plant.`)
  const source = requiredText(report, map, 'source', what)
  const sourceNode = child(map, 'source')
  if (source !== undefined && sourceNode !== undefined)
    report.sources?.push({ name: source, at: placeIn(report, sourceNode.at) })
  const issuersNode = child(map, 'issuers')
  const issuers = names(report, issuersNode, `'issuers' of ${what}`).flatMap(
    (issuer) => ISSUERS.find((kind) => kind === issuer) ?? unknownIssuer(report, issuersNode ?? map, issuer),
  )
  if (issuers.length === 0) problem(report, map.at, `${what} needs 'issuers:', some of ${ISSUERS.join(', ')}.`)
  const tests = entriesOf(mapping(report, child(map, 'tests'), `'tests' of ${what}`)).flatMap(
    (entry) => readTest(reader, entry) ?? [],
  )
  return about === undefined || source === undefined
    ? undefined
    : {
        id: key,
        name,
        about,
        issuers,
        source,
        until: dayFact(reader, map, 'until'),
        tests,
      }
}

function unknownIssuer(report: Report, { at }: Node, issuer: string): [] {
  problem(
    report,
    at,
    `'${issuer}' is no kind of laboratory.${didYouMean(issuer, ISSUERS)} Known: ${ISSUERS.join(', ')}.`,
  )
  return []
}

function dayFact({ report, programme }: Reader, map: MapNode, key: string): string | undefined {
  const node = child(map, key)
  const name = text(report, node, `'${key}'`)
  if (node === undefined || name === undefined) return undefined
  const { facts } = programme.vocabulary
  const found = facts.get(name)
  if (found === undefined)
    return problem(report, node.at, `vocabulary.yaml has no fact '${name}'.${didYouMean(name, [...facts.keys()])}`)
  return found.type.kind === 'date'
    ? name
    : problem(report, node.at, `'${key}' cannot be '${name}', which is ${describeType(found.type)}.`)
}

function readTest(reader: Reader, { key, keyAt, value }: Entry): SchemeTest | undefined {
  const { report } = reader
  const what = `'${key}'`
  const map = mapping(report, value, what, ['standard', 'method', 'unit', 'holds', 'decision_rule'])
  const metric = memberName(reader, ASKED.test, { key, keyAt })
  if (map === undefined || metric === undefined) return undefined
  const standard = requiredText(report, map, 'standard', what)
  const method = requiredText(report, map, 'method', what)
  const unit = requiredText(report, map, 'unit', what)
  const holds = requiredOneOf(report, map, 'holds', what, ['at_most', 'at_least'] as const)
  const decision_rule = requiredOneOf(report, map, 'decision_rule', what, [
    'simple_acceptance',
    'guarded_acceptance',
  ] as const)
  return standard === undefined ||
    method === undefined ||
    unit === undefined ||
    holds === undefined ||
    decision_rule === undefined
    ? undefined
    : { id: key, metric, standard, method, unit, holds, decision_rule }
}

function requiredOneOf<T extends string>(
  report: Report,
  map: MapNode,
  key: string,
  what: string,
  known: readonly T[],
): T | undefined {
  const node = child(map, key)
  return node === undefined
    ? problem(report, map.at, `${what} needs '${key}:', one of ${known.join(', ')}.`)
    : oneOf(report, node, `'${key}' of ${what}`, known)
}

/** How readers call it: the words of the category. */
function memberName({ report, programme }: Reader, category: string, { key, keyAt }: Pick<Entry, 'key' | 'keyAt'>) {
  const found = programme.vocabulary.categories.get(category)
  const name = found?.words[key]
  if (name !== undefined) return name
  const members = found?.members ?? []
  return problem(
    report,
    keyAt,
    `vocabulary.yaml has no '${key}' among the members of '${category}'.${didYouMean(key, members)}`,
  )
}
