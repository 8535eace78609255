/**
 * A provision as it is told: what came out, on what ground, by which formula in words and in values, from which parameters
 * and facts. Text and HTML are two ways of setting the same story.
 */
import { compare, isZero, negate, subtract, toDecimal, toFixed, multiply, exact, type Exact } from '../value/exact.ts'
import { displayed } from './display.ts'
import type { ProvisionWhy, Said, Why } from './explanation.ts'
import { type Inked, joined, t } from './ink.ts'
import { phrase } from './phrase.ts'
import { outcomeOf } from './said.ts'
import { factsIn, type FactUsed, parametersIn, type ParameterUsed } from './story-leaves.ts'
import { type LinesTold, linesIn, perLineIn, type PerLine } from './story-lines.ts'
import {
  clauseIn,
  dayIn,
  effectIn,
  groundsOf,
  listed,
  missingIn,
  nameOf,
  readingIn,
  refusalIn,
  refusedName,
  textIn,
  valueIn,
  type Voice,
} from './voice.ts'
import { childrenOf, formulasOf, withDescendants } from './walk.ts'
import type { State } from './words.ts'

export interface StoryOptions {
  /** How many lines of an aggregate are told one by one. */
  readonly lines: number | 'all'
  /** Where a fact comes from, such as a cell of the return. */
  readonly originsOf: (path: string) => readonly string[]
}

export interface Step {
  readonly title: Inked | undefined
  readonly words: Inked
  /** Left out where it would only repeat the result. */
  readonly values: Inked | undefined
  readonly result: Inked
  readonly state: State | undefined
  /** By how much a comparison fails. */
  readonly gap: Inked | undefined
  readonly remark: Inked | undefined
  readonly children: readonly Step[]
  /** The children are conditions of which all, or one, must hold. */
  readonly isList: boolean
  readonly lines: LinesTold | undefined
  readonly parameter: ParameterUsed | undefined
}

export interface Story {
  readonly name: string
  readonly title: Inked
  readonly kind: Inked
  readonly state: State
  readonly headline: Inked
  /** The headline for a table of findings: what is refused names what it is about, without the sentences. */
  readonly brief: Inked
  /** The exact value, where the headline shows a rounded one. */
  readonly exact: Inked | undefined
  readonly summary: Inked | undefined
  readonly grounds: readonly Inked[]
  readonly quotation: Inked | undefined
  readonly reading: Inked | undefined
  readonly steps: readonly Step[]
  readonly remarks: readonly Inked[]
  readonly perLine: readonly PerLine[]
  readonly parameters: readonly ParameterUsed[]
  readonly facts: readonly FactUsed[]
  /** Provisions computed for the one member in hand. */
  readonly inner: readonly Story[]
}

export function storyOf(voice: Voice, why: ProvisionWhy, options: StoryOptions): Story {
  const formulas = formulasOf(why)
  const unrounded = shownOf(voice, why)
  return {
    name: why.name,
    title: nameOf(voice, why.name, why.label),
    kind: voice.words.kinds[why.kind],
    state: stateOf(why),
    headline: headlineOf(voice, why),
    brief: briefOf(voice, why),
    exact: unrounded,
    summary: why.summary === undefined ? undefined : textIn(voice, why.summary),
    grounds: groundsOf(voice, why),
    quotation: why.quotation === undefined ? undefined : voice.words.quotes(voice.ink.plain(why.quotation)),
    reading: why.reading === undefined ? undefined : readingIn(voice, why.reading),
    steps: stepsOf(voice, why, options),
    remarks: remarksOf(voice, why),
    perLine: perLineIn(voice, formulas),
    parameters: parametersIn(voice, formulas),
    facts: factsIn(voice, formulas, options.originsOf),
    inner: innerOf(formulas).map((inner) => storyOf(voice, inner, options)),
  }
}

function innerOf(formulas: readonly Why[]): readonly ProvisionWhy[] {
  const all = formulas
    .flatMap(withDescendants)
    .flatMap((one) => (one.kind === 'provision' && one.here !== undefined ? [one.here] : []))
  return all.filter((one, index) => all.findIndex((other) => other.name === one.name) === index)
}

export function stateOf(why: ProvisionWhy): State {
  const { said } = why
  if (said.state !== 'value') return said.state
  if (why.kind === 'requirement') return said.text === 'true' ? 'met' : 'not_met'
  if (why.kind === 'measure') return 'computed'
  const value = outcomeOf(said, why.type)
  if (typeof value === 'object' && 'n' in value && isZero(value)) return 'none'
  return why.kind === 'sanction' ? 'applies' : 'due'
}

export function headlineOf(voice: Voice, why: ProvisionWhy): Inked {
  const { words, ink } = voice
  const { said } = why
  if (said.state === 'undetermined') return words.undetermined(missingIn(voice, said.missing))
  if (said.state === 'refused') return words.refused(reasonsIn(voice, said))
  const { text } = displayed(said, why.type, voice.language, {
    show: why.show,
    truth: 'met',
    names: voice.names,
    isBrief: true,
  })
  const value = ink.value(text)
  if (why.kind !== 'sanction' || said.state !== 'value') return value
  const day = why.from?.said.state === 'value' ? dayIn(voice, why.from.said.text) : undefined
  if (why.type.kind === 'date' || day === undefined) return words.from(day ?? value)
  return t`${value} ${words.from(day)}`
}

function briefOf(voice: Voice, why: ProvisionWhy): Inked {
  if (why.said.state !== 'refused') return headlineOf(voice, why)
  const names = why.said.refusals.map((refusal) => refusedName(voice, refusal))
  return voice.words.refusedBecause(
    listed(
      voice,
      names.filter((name, index) => names.indexOf(name) === index),
    ),
  )
}

function reasonsIn(voice: Voice, said: Extract<Said, { state: 'refused' }>): Inked {
  const reasons = joined(
    said.refusals.map((refusal) => refusalIn(voice, refusal)),
    t` `,
  )
  return said.missing.length === 0 ? reasons : t`${reasons} ${voice.words.alsoNeeds(missingIn(voice, said.missing))}`
}

function shownOf(voice: Voice, why: ProvisionWhy): Inked | undefined {
  const { words, ink } = voice
  const { exact: whole, unrounded } = displayed(why.said, why.type, voice.language, {
    show: why.show,
    names: voice.names,
  })
  if (whole === undefined) return undefined
  // A fraction of forty digits tells a reader nothing; whoever wants it has it in the data of the explanation.
  const isReadable = whole.length <= 40
  if (unrounded === undefined) return isReadable ? words.exactly(ink.code(whole)) : undefined
  const before = words.unrounded(ink.value(unrounded))
  return unrounded.startsWith('≈') && isReadable ? listed(voice, [before, words.exactly(ink.code(whole))]) : before
}

function remarksOf(voice: Voice, why: ProvisionWhy): readonly Inked[] {
  const { words } = voice
  const remarks: Inked[] = []
  const said = (one: Why | undefined): string | undefined =>
    one?.said.state === 'value' ? one.said.text : one?.said.state
  if (said(why.when) === 'false')
    remarks.push(
      why.kind === 'requirement' ? words.notAsked : why.kind === 'sanction' ? words.notImposed : words.notDue,
    )
  else if (said(why.unless) === 'true') remarks.push(words.excepted)
  else if (why.kind === 'sanction' && said(why.from) === 'none') remarks.push(words.noDay)
  if (why.effect !== undefined) remarks.push(words.effect(effectIn(voice, why.effect)))
  if (why.power !== undefined) {
    const authority = textIn(voice, why.power.authority)
    remarks.push(
      why.power.clause === undefined
        ? words.power(authority)
        : words.powerUnder(authority, clauseIn(voice, why.power.clause)),
    )
  } else if (why.kind === 'sanction') remarks.push(words.recommendation)
  return remarks
}

function stepsOf(voice: Voice, why: ProvisionWhy, options: StoryOptions): readonly Step[] {
  const { words } = voice
  const steps: Step[] = []
  const push = (title: Inked, one: Why | undefined): void => {
    if (one !== undefined) steps.push(stepOf(voice, one, options, title))
  }
  push(words.whenTitle, why.when)
  push(words.unlessTitle, why.unless)
  push(words.requiresTitle, why.requires)
  for (const one of why.cases) {
    if (one.when !== undefined) push(caseTitle(voice, one.amount, one.when), one.when)
    push(one.when === undefined && why.cases.length > 1 ? words.otherwiseTaken : words.amountTitle, one.amount)
  }
  const rounding = roundingOf(voice, why)
  const last = steps.at(-1)
  if (rounding !== undefined && last !== undefined) steps[steps.length - 1] = { ...last, remark: rounding }
  if (why.from !== undefined && why.from.said.state !== 'not_needed') push(words.fromTitle, why.from)
  return steps
}

function caseTitle(voice: Voice, amount: Why | undefined, when: Why): Inked {
  const { words } = voice
  if (amount === undefined) return words.casePassed
  return when.said.state === 'value' ? words.caseTaken : words.caseOpen
}

/** `rounded down to PKR 1: PKR 12,345`. */
function roundingOf(voice: Voice, why: ProvisionWhy): Inked | undefined {
  const { words, ink } = voice
  if (why.round === undefined || why.said.state !== 'value') return undefined
  const [, mode, step] = /^(down|up|half up|half even) to (.+)$/.exec(why.round) ?? []
  if (mode === undefined || step === undefined) return words.notRounded
  return words.rounded(
    words.roundings[mode as keyof typeof words.roundings](ink.value(step)),
    valueIn(voice, why.said, why.type),
  )
}

export function stepOf(voice: Voice, why: Why, options: StoryOptions, title?: Inked): Step {
  const result = resultOf(voice, why)
  const isNeeded = why.said.state !== 'not_needed'
  const operands = why.kind === 'logic' && isNeeded ? flattened(why, why.operator) : undefined
  const values = repeatsResult(why) ? undefined : phrase(voice, why, 'values')
  return {
    title,
    words: phrase(voice, why, 'words'),
    values,
    result,
    state:
      why.type.kind === 'boolean' && why.said.state === 'value'
        ? why.said.text === 'true'
          ? 'holds'
          : 'fails'
        : undefined,
    gap: gapOf(voice, why),
    remark: undefined,
    children:
      operands === undefined
        ? childrenOf(why)
            .filter((child) => isNeeded && isTold(child))
            .map((child) => stepOf(voice, child, options))
        : operandSteps(voice, why, operands, options),
    isList: operands !== undefined,
    lines: why.kind === 'aggregate' || why.kind === 'every_met' ? linesIn(voice, why, options.lines) : undefined,
    parameter: why.kind === 'parameter' ? parametersIn(voice, [why])[0] : undefined,
  }
}

function isTold(why: Why): boolean {
  return why.kind !== 'literal' && why.kind !== 'member'
}

function flattened(why: Why, operator: 'and' | 'or'): readonly Why[] {
  return why.kind === 'logic' && why.operator === operator
    ? [...flattened(why.left, operator), ...flattened(why.right, operator)]
    : [why]
}

function operandSteps(voice: Voice, why: Why, operands: readonly Why[], options: StoryOptions): readonly Step[] {
  const deciding = why.kind === 'logic' && why.operator === 'and' ? 'false' : 'true'
  const decided = operands.find((one) => one.said.state === 'value' && one.said.text === deciding)
  return operands.map((one) => {
    const step = stepOf(voice, one, options)
    const isSkipped =
      decided !== undefined && operands.indexOf(one) > operands.indexOf(decided) && one.said.state === 'not_needed'
    return isSkipped
      ? { ...step, values: undefined, result: voice.words.becauseDecided(phrase(voice, decided, 'words')) }
      : step
  })
}

function resultOf(voice: Voice, why: Why): Inked {
  if (why.said.state === 'undetermined') return voice.words.undetermined(missingIn(voice, why.said.missing))
  if (why.said.state === 'refused') return voice.words.states.refused
  const truth = why.kind === 'fact' ? 'yes' : why.kind === 'provision' ? 'met' : 'holds'
  return valueIn(voice, why.said, why.type, truth, why.kind !== 'fact')
}

function repeatsResult(why: Why): boolean {
  switch (why.kind) {
    case 'literal':
    case 'assessment_date':
    case 'fact':
    case 'member':
    case 'in_hand':
    case 'parameter':
    case 'provision':
    case 'is_met':
    case 'is_known':
    case 'aggregate':
    case 'logic':
      return true
    case 'not':
      return repeatsResult(why.of)
    case 'negative':
    case 'arithmetic':
    case 'comparison':
    case 'every_met':
    case 'extreme':
      return why.said.state === 'not_needed'
  }
}

/** By how much a comparison of two values fails: `short by 1 percentage points`. */
export function gapOf(voice: Voice, why: Why): Inked | undefined {
  if (why.kind !== 'comparison' || why.said.state !== 'value' || why.said.text === 'true') return undefined
  if (why.operator === '=' || why.operator === '!=') return undefined
  const { words } = voice
  const [left, right] = [outcomeOf(why.left.said, why.left.type), outcomeOf(why.right.said, why.right.type)]
  const wantsMore = why.operator === '>' || why.operator === '>='
  if (typeof left === 'number' && typeof right === 'number') {
    return wantsMore || left === right ? undefined : words.lateBy(gapValue(voice, exact(left - right), 'days'))
  }
  if (!isExact(left) || !isExact(right) || compare(left, right) === 0) return undefined
  const gap = subtract(left, right)
  const unit = why.left.type.kind === 'number' ? why.left.type.unit : 'number'
  return wantsMore ? words.shortBy(gapValue(voice, negate(gap), unit)) : words.overBy(gapValue(voice, gap, unit))
}

function isExact(outcome: unknown): outcome is Exact {
  return typeof outcome === 'object' && outcome !== null && 'n' in outcome && 'd' in outcome
}

function gapValue(voice: Voice, gap: Exact, unit: string): Inked {
  if (unit !== 'percent') return voice.ink.value(displayed(gap, { kind: 'number', unit }, voice.language).text)
  const points = multiply(gap, exact(100))
  const text = toDecimal(points) ?? `≈ ${toFixed(points, 4)}`
  return voice.words.percentagePoints(voice.ink.value(text))
}
