/** What is asked and what follows, in clause order, as read from provisions.yaml. Formulas are parsed here and typed later. */
import { parseFormula } from '../expression/parse.ts'
import type { Expression } from '../expression/tree.ts'
import type { AmbiguousDates } from '../value/date.ts'
import { checkName } from './vocabulary.ts'
import {
  type Localized,
  localized,
  mapping,
  names,
  oneOf,
  placeIn,
  problem,
  type Report,
  requiredText,
  type SourcePlace,
  text,
} from './fields.ts'
import { type Reading, readReading, readStanding, STANDING_KEYS, type Standing } from './standing.ts'
import { child, type Entry, type MapNode, type Node, placeWithin, type TextNode } from './yaml.ts'

export const PROVISION_KINDS = ['measure', 'requirement', 'entitlement', 'liability', 'sanction'] as const
export type ProvisionKind = (typeof PROVISION_KINDS)[number]

export interface Formula {
  readonly text: string
  readonly expression: Expression
  readonly at: SourcePlace
  readonly node: TextNode
}

/** Where the character at that offset of the formula stands. */
export function placeInFormula(formula: Formula, offset: number): SourcePlace {
  return { file: formula.at.file, ...placeWithin(formula.node, offset) }
}

export interface GuardedFormula {
  /** Undefined in `otherwise`. */
  readonly when: Formula | undefined
  readonly amount: Formula
  readonly at: SourcePlace
}

export interface Written {
  readonly text: string
  readonly at: SourcePlace
}

export interface Clause {
  readonly instrument: string
  readonly place: string
  readonly at: SourcePlace
}

export interface Power {
  readonly authority: Localized
  readonly clause: Clause | undefined
}

export interface Effect {
  readonly verb: string
  readonly noun: string
}

export interface Provision {
  readonly name: string
  readonly kind: ProvisionKind
  readonly label: Localized | undefined
  readonly summary: Localized | undefined
  readonly clause: Clause | undefined
  readonly quotation: Written | undefined
  readonly standing: Standing
  readonly reading: Reading | undefined
  /** A group of lines or a category, where there is one value for each. */
  readonly per: Written | undefined
  readonly requires: Formula | undefined
  readonly when: Formula | undefined
  readonly unless: Formula | undefined
  /** One entry without a guard, or the entries of `cases`. */
  readonly cases: readonly GuardedFormula[]
  readonly from: Formula | undefined
  readonly round: Written | undefined
  readonly show: Written | undefined
  /** The smallest difference that facts can make to what its comparisons compare, where that is more than the unit's own step. */
  readonly step: Written | undefined
  readonly ambiguousDates: AmbiguousDates | undefined
  readonly effect: Effect | undefined
  readonly power: Power | undefined
  readonly at: SourcePlace
}

const COMMON = [
  'kind',
  'label',
  'summary',
  'clause',
  'text',
  ...STANDING_KEYS,
  'reading',
  'per',
  'step',
  'ambiguous_dates',
  'after',
]
const CONDITION = ['when', 'unless']
const AMOUNT = ['amount', 'cases', 'round']

const KEYS: Readonly<Record<ProvisionKind, readonly string[]>> = {
  measure: [...COMMON, ...AMOUNT, 'show'],
  requirement: [...COMMON, ...CONDITION, 'requires'],
  entitlement: [...COMMON, ...CONDITION, ...AMOUNT],
  liability: [...COMMON, ...CONDITION, ...AMOUNT, 'power'],
  sanction: [...COMMON, ...CONDITION, ...AMOUNT, 'effect', 'from', 'power'],
}

export const EFFECT_VERBS = ['suspend', 'withdraw', 'revoke', 'restrict', 'impose'] as const

export function readProvision(report: Report, entry: Entry, standing: Standing): Provision | undefined {
  const what = `'${entry.key}'`
  if (!checkName(report, entry.keyAt, entry.key)) return undefined
  const any = mapping(report, entry.value, what)
  if (any === undefined) return undefined
  const kindNode = child(any, 'kind')
  const kind = oneOf(report, kindNode, `'kind' of ${what}`, PROVISION_KINDS)
  if (kind === undefined)
    return kindNode === undefined
      ? problem(report, entry.keyAt, `${what} needs 'kind:', one of ${PROVISION_KINDS.join(', ')}.`)
      : undefined
  const map = mapping(report, any, `A ${kind}`, KEYS[kind])
  if (map === undefined) return undefined
  const formula = (key: string): Formula | undefined => readFormula(report, child(map, key), `'${key}' of ${what}`)
  const provision: Provision = {
    name: entry.key,
    kind,
    label: readLabel(report, map, entry),
    summary: localized(report, child(map, 'summary'), `'summary' of ${what}`),
    clause: readClause(report, child(map, 'clause'), what),
    quotation: written(report, child(map, 'text'), `'text' of ${what}`),
    standing: readStanding(report, map, what, standing),
    reading: readReading(report, map, what),
    per: readPer(report, child(map, 'per'), what),
    requires: formula('requires'),
    when: formula('when'),
    unless: formula('unless'),
    cases: readCases(report, map, what),
    from: formula('from'),
    round: written(report, child(map, 'round'), `'round' of ${what}`),
    show: written(report, child(map, 'show'), `'show' of ${what}`),
    step: written(report, child(map, 'step'), `'step' of ${what}`),
    ambiguousDates: oneOf(report, child(map, 'ambiguous_dates'), `'ambiguous_dates' of ${what}`, [
      'earlier',
      'later',
    ] as const),
    effect: readEffect(report, map, what),
    power: readPower(report, child(map, 'power'), what),
    at: placeIn(report, entry.keyAt),
  }
  checkWhole(report, provision, entry)
  return provision
}

function readLabel(report: Report, map: MapNode, entry: Entry): Localized | undefined {
  const node = child(map, 'label')
  if (node === undefined && report.languages.length > 1)
    problem(report, entry.keyAt, `'${entry.key}' needs 'label:' in each language.`)
  return localized(report, node, `'label' of '${entry.key}'`)
}

function checkWhole(report: Report, provision: Provision, entry: Entry): void {
  const { kind, name } = provision
  const absent = (sentence: string): undefined => problem(report, entry.keyAt, `'${name}' is a ${kind}: ${sentence}`)
  if (kind === 'requirement' && provision.requires === undefined && child(entry.value, 'requires') === undefined)
    absent("it needs 'requires:'.")
  const hasAmount = child(entry.value, 'amount') !== undefined || child(entry.value, 'cases') !== undefined
  if ((kind === 'measure' || kind === 'entitlement' || kind === 'liability') && !hasAmount)
    absent("it needs 'amount:' or 'cases:'.")
  if (kind === 'sanction' && provision.effect === undefined && child(entry.value, 'effect') === undefined)
    absent("it needs 'effect:'.")
  if (kind === 'sanction' && child(entry.value, 'from') === undefined)
    absent("it needs 'from:', the day on which the effect begins.")
  if (provision.effect?.verb === 'restrict' && !hasAmount)
    absent("what is restricted needs 'amount:', the share of its quota that is left to it, in percent.")
  if (kind !== 'measure' && provision.clause === undefined && child(entry.value, 'clause') === undefined)
    absent("it needs 'clause:'.")
  if (kind !== 'measure' && provision.summary === undefined && child(entry.value, 'summary') === undefined)
    absent("it needs 'summary:'.")
}

/** A list says in words what a finding is about, for whoever reads the file. */
function readPer(report: Report, node: Node | undefined, what: string): Written | undefined {
  if (node?.kind !== 'list') return written(report, node, `'per' of ${what}`)
  names(report, node, `'per' of ${what}`)
  return undefined
}

function written(report: Report, node: Node | undefined, what: string): Written | undefined {
  const value = text(report, node, what)
  return value === undefined || node === undefined ? undefined : { text: value, at: placeIn(report, node.at) }
}

function readFormula(report: Report, node: Node | undefined, what: string): Formula | undefined {
  const formula = text(report, node, what)
  if (formula === undefined || node?.kind !== 'text') return undefined
  const parsed = parseFormula(formula)
  if (parsed.ok) return { text: formula, expression: parsed.expression, at: placeIn(report, node.at), node }
  return problem(report, placeWithin(node, parsed.offset), `${what}: ${parsed.sentence}`)
}

function readCases(report: Report, map: MapNode, what: string): readonly GuardedFormula[] {
  const amountNode = child(map, 'amount')
  const casesNode = child(map, 'cases')
  if (amountNode !== undefined && casesNode !== undefined)
    problem(report, casesNode.at, `${what} has 'amount:' and 'cases:'. Keep one.`)
  if (casesNode === undefined) {
    const amount = readFormula(report, amountNode, `'amount' of ${what}`)
    return amount === undefined ? [] : [{ when: undefined, amount, at: amount.at }]
  }
  if (casesNode.kind !== 'list') {
    problem(report, casesNode.at, `'cases' of ${what} is a list of { when, amount } and at the end { otherwise }.`)
    return []
  }
  const cases: GuardedFormula[] = []
  for (const [index, item] of casesNode.items.entries()) {
    const entry = mapping(report, item, `A case of ${what}`, ['when', 'amount', 'otherwise'])
    if (entry === undefined) continue
    const otherwise = child(entry, 'otherwise')
    if (otherwise !== undefined && index !== casesNode.items.length - 1) {
      problem(report, entry.at, `In ${what} nothing after 'otherwise' can ever be reached. Move it to the end.`)
    }
    if (otherwise === undefined && (child(entry, 'when') === undefined || child(entry, 'amount') === undefined)) {
      problem(report, entry.at, `A case of ${what} has 'when:' and 'amount:', or 'otherwise:'.`)
      continue
    }
    const amount = readFormula(report, otherwise ?? child(entry, 'amount'), `A case of ${what}`)
    const when = otherwise === undefined ? readFormula(report, child(entry, 'when'), `A guard of ${what}`) : undefined
    if (amount !== undefined && (otherwise !== undefined || when !== undefined))
      cases.push({ when, amount, at: placeIn(report, entry.at) })
  }
  return cases
}

function readClause(report: Report, node: Node | undefined, what: string): Clause | undefined {
  const value = text(report, node, `'clause' of ${what}`)
  if (value === undefined || node === undefined) return undefined
  const [instrument = '', ...rest] = value.split(',')
  if (rest.length === 0)
    return problem(report, node.at, `'clause' of ${what} names an instrument and a place in it: 'act, 3(1)'.`)
  return { instrument: instrument.trim(), place: rest.join(',').trim(), at: placeIn(report, node.at) }
}

function readEffect(report: Report, map: MapNode, what: string): Effect | undefined {
  const node = child(map, 'effect')
  const value = text(report, node, `'effect' of ${what}`)
  if (value === undefined || node === undefined) return undefined
  const [verb = '', noun = '', rest] = value.split(' ')
  if (rest !== undefined || noun === '' || !EFFECT_VERBS.some((known) => known === verb)) {
    return problem(
      report,
      node.at,
      `'effect' of ${what} is a verb (${EFFECT_VERBS.join(', ')}) and a noun, such as 'suspend import_licence'.`,
    )
  }
  return { verb, noun }
}

function readPower(report: Report, node: Node | undefined, what: string): Power | undefined {
  const map = mapping(report, node, `'power' of ${what}`, ['authority', 'clause'])
  if (map === undefined) return undefined
  const authority = localized(report, child(map, 'authority'), `'authority' of ${what}`)
  if (authority === undefined) return problem(report, map.at, `'power' of ${what} needs 'authority:'.`)
  requiredText(report, map, 'clause', `'power' of ${what}`)
  return { authority, clause: readClause(report, child(map, 'clause'), what) }
}
