/** Runs worked examples against a programme and compares findings with what is expected, as they are shown. */
import { type Assessment, determine, type Engine, type Finding, findingOf } from '../determine/determine.ts'
import { type Facts, type FactProblem, readFacts } from '../determine/facts.ts'
import type { Watch } from '../determine/run.ts'
import type { Example, Expectation } from '../load/examples.ts'
import { didYouMean } from '../load/problem.ts'
import { EFFECT_VERBS } from '../load/provisions.ts'
import type { TypedProvision } from '../expression/typed.ts'
import { type Day, parseDay } from '../value/date.ts'
import { compare, type Exact, isZero, round } from '../value/exact.ts'
import { parseQuantity, type Rounding, showQuantity, writeValue } from '../value/notation.ts'
import { isNone, NoValue, type Outcome, type Refusal } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'

export interface ExampleResult {
  readonly example: Example
  /** Empty when everything is as expected; each sentence says what was expected and what came out. */
  readonly failures: readonly string[]
}

/** An example whose facts have been read, to be run as often as needed. */
export interface Prepared {
  readonly example: Example
  readonly facts: Facts | undefined
  /** What has to be found to compare it: everything where something is to be refused, or where a name is not known. */
  readonly findings: readonly TypedProvision[]
  readonly problems: readonly FactProblem[]
}

export function prepare(engine: Engine, examples: readonly Example[]): readonly Prepared[] {
  return examples.map((example) => {
    const read = readFacts(engine.programme.vocabulary, example.facts)
    const findings = neededBy(engine, example)
    return read.ok
      ? { example, facts: read.facts, findings, problems: [] }
      : { example, facts: undefined, findings, problems: read.problems }
  })
}

function neededBy({ findings }: Engine, { expect, refuse }: Example): readonly TypedProvision[] {
  if (refuse !== undefined) return findings
  const names = new Set(expect.map(({ finding }) => finding))
  const needed = findings.filter(({ name }) => names.has(name))
  return needed.length === names.size ? needed : findings
}

export function runExamples(engine: Engine, examples: readonly Example[]): readonly ExampleResult[] {
  return prepare(engine, examples).map((prepared) => ({
    example: prepared.example,
    failures: failuresOf(engine, prepared),
  }))
}

export function failuresOf(engine: Engine, prepared: Prepared, watch?: Watch): readonly string[] {
  const { example, facts, problems } = prepared
  if (facts === undefined) {
    const sentences = problems.map((one) => `${one.path}: ${one.sentence}`)
    const foreseen =
      example.refuse !== undefined &&
      example.expect.length === 0 &&
      sentences.some((sentence) => sentence.includes(example.refuse as string))
    return foreseen ? [] : sentences.map((sentence) => `the facts cannot be read: ${sentence}`)
  }
  const { asOf, periodEnd } = example
  const assessment = determine({ ...engine, findings: prepared.findings }, facts, asOf, { periodEnd, watch })
  const failures = example.expect.flatMap((expectation) => failureOf(assessment, expectation) ?? [])
  const refusal = example.refuse === undefined ? undefined : unrefused(assessment, example.refuse)
  return refusal === undefined ? failures : [...failures, refusal]
}

function unrefused(assessment: Assessment, word: string): string | undefined {
  const refusals = assessment.findings.flatMap(({ outcome }) => (outcome instanceof NoValue ? outcome.refusals : []))
  if (refusals.some((refusal) => namesWord(refusal, word))) return undefined
  const others = [...new Set(refusals.map(refusalText))]
  return `expected a refusal that names '${word}'; ${others.length === 0 ? 'nothing was refused' : `refused was: ${others.join(', ')}`}`
}

/** `localization_target (after_last_known)`: short, for a report of many; the explanation has the sentence. */
function refusalText(refusal: Refusal): string {
  return `${refusal.name} (${refusal.reason})`
}

function namesWord(refusal: Refusal, word: string): boolean {
  return refusal.name === word || ('key' in refusal && refusal.key.split(', ').includes(word))
}

function failureOf(assessment: Assessment, expectation: Expectation): string | undefined {
  const finding = findingOf(assessment, expectation.finding) ?? lineFinding(assessment, expectation.finding)
  if (finding === undefined) {
    const known = assessment.findings.map((one) => one.provision.name)
    const scope = assessment.engine.programme.typed.provisions.get(expectation.finding)?.scope
    const why =
      scope?.kind === 'lines'
        ? `has a value for each line; that of the first is '${scope.group}[1].${expectation.finding}'`
        : scope?.kind === 'members'
          ? 'has a value for each member, so an example cannot compare it'
          : `is not a finding of this programme.${didYouMean(expectation.finding, known)}`
    return `'${expectation.finding}' ${why}`
  }
  const { word, rest } = wordBefore(expectation.text)
  const own = wordOf(finding.provision)
  if ((word === undefined || word === own) && matches(finding, rest)) return undefined
  const found = word === undefined || own === undefined ? shown(finding) : `${own} ${shown(finding)}`
  return `${expectation.finding}: expected ${expectation.text}, found ${found}`
}

/** What a sum is to the manufacturer, and what a sanction does: words that may stand before what comes out. */
export function wordOf({ source: { kind, effect } }: TypedProvision): string | undefined {
  switch (kind) {
    case 'liability':
      return 'owed'
    case 'entitlement':
      return 'granted'
    case 'sanction':
      return effect === undefined ? undefined : `${effect.verb} ${effect.noun}`
    case 'measure':
    case 'requirement':
      return undefined
  }
}

const WORD = new RegExp(`^(owed|granted|(?:${EFFECT_VERBS.join('|')}) \\w+) (.+)$`)

function wordBefore(text: string): { readonly word: string | undefined; readonly rest: string } {
  const [, word, rest] = WORD.exec(text) ?? []
  return { word, rest: rest ?? text }
}

/** `models[1].local_rate`: what a provision comes to for one line, counted from 1. */
function lineFinding({ engine, run }: Assessment, text: string): Finding | undefined {
  const [, group, number, name] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(text) ?? []
  const provision = engine.programme.typed.provisions.get(name ?? '')
  if (provision?.scope.kind !== 'lines' || provision.scope.group !== group) return undefined
  const hand = run.groups.get(group)?.[Number(number) - 1]
  const outcome = hand === undefined ? undefined : engine.compiled.get(provision.name)?.(run, hand)
  return outcome === undefined ? undefined : { provision, outcome, from: undefined }
}

/** A finding's outcome in the notation of `expect`. */
export function shown({ outcome, provision, from }: Finding): string {
  return shownOutcome(outcome, { kind: provision.source.kind, type: provision.type, show: provision.show, from })
}

export interface ShownAs {
  readonly kind: TypedProvision['source']['kind']
  readonly type: Type
  readonly show: Rounding | undefined
  readonly from: Day | undefined
}

export function shownOutcome(outcome: Outcome, { kind, type, show, from }: ShownAs): string {
  if (outcome instanceof NoValue && !isNone(outcome)) {
    if (outcome.kind === 'undetermined') return `undetermined, needs ${outcome.missing.join(' and ')}`
    return `refused, ${outcome.refusals.map(refusalText).join(', ')}`
  }
  if (isNone(outcome)) return 'none'
  if (kind === 'requirement') return outcome === true ? 'met' : 'not met'
  if (kind === 'sanction') {
    const start = from === undefined ? '' : `from ${writeValue(from, { kind: 'date' })}`
    return type.kind === 'number' ? `${showQuantity(outcome as Exact, type.unit)} ${start}`.trim() : start
  }
  return type.kind === 'number' ? showQuantity(outcome as Exact, type.unit, show) : writeValue(outcome, type)
}

function matches(finding: Finding, expected: string): boolean {
  const { outcome, provision } = finding
  const undetermined = /^undetermined(?:,? needs (.+))?$/.exec(expected)
  if (undetermined !== null)
    return outcome instanceof NoValue && outcome.kind === 'undetermined' && lacksAll(outcome.missing, undetermined[1])
  if (expected === 'refused') return outcome instanceof NoValue && outcome.kind === 'refused'
  const isAmount = typeof outcome === 'object' && !(outcome instanceof NoValue)
  // What leaves nothing of a quota restricts it all the same.
  const isShare = provision.source.effect?.verb === 'restrict'
  if (expected === 'none') return isNone(outcome) || (isAmount && isZero(outcome) && !isShare)
  if (provision.source.kind === 'requirement')
    return (expected === 'met' && outcome === true) || (expected === 'not met' && outcome === false)
  if (provision.source.kind === 'sanction') return matchesSanction(finding, expected)
  return matchesValue(finding, expected)
}

function lacksAll(missing: readonly string[], named: string | undefined): boolean {
  const names =
    named === undefined
      ? []
      : named
          .split(/,\s*|\s+and\s+/)
          .map((name) => name.trim())
          .filter((name) => name !== '')
  return names.every((name) => missing.includes(name) || missing.some((path) => path.endsWith(`].${name}`)))
}

function matchesSanction(finding: Finding, expected: string): boolean {
  const match = /^(.*?)\s*(?:from (\d{4}-\d{2}-\d{2}))?$/.exec(expected)
  const amount = match?.[1] ?? ''
  const day = match?.[2] === undefined ? undefined : parseDay(match[2])
  if (day !== undefined && finding.from !== day) return false
  if (finding.outcome instanceof NoValue)
    return isNone(finding.outcome) && day === undefined && isZeroText(finding, amount)
  if (amount === '') return day !== undefined
  return finding.provision.type.kind === 'number' && matchesValue(finding, amount)
}

function isZeroText(finding: Finding, text: string): boolean {
  const { type, source } = finding.provision
  if (source.effect?.verb === 'restrict') return false
  const value = type.kind === 'number' ? parseQuantity(text, type.unit) : undefined
  return value !== undefined && isZero(value)
}

function matchesValue(finding: Finding, expected: string): boolean {
  const { outcome, provision } = finding
  const { type, show } = provision
  if (type.kind !== 'number') return !(outcome instanceof NoValue) && writeValue(outcome, type) === expected
  if (isNone(outcome)) return isZeroText(finding, expected)
  const value = parseQuantity(expected, type.unit)
  if (value === undefined || outcome instanceof NoValue) return false
  const exact = outcome as Exact
  return compare(show === undefined ? exact : round(exact, show.mode, show.step), value) === 0
}
