/** One node of a formula as a sentence: in words, in values, what it comes to, and what stands below it. */
import { compare, type Exact, exact, multiply, negate, subtract, toDecimal, toFixed } from '../value/exact.ts'
import { displayed } from './display.ts'
import type { Why } from './explanation.ts'
import type { Inked } from './ink.ts'
import { phrase } from './phrase.ts'
import { isExact, outcomeOf } from './said.ts'
import { type ParameterUsed, parametersIn } from './story-leaves.ts'
import { linesIn, type LinesOptions, type LinesTold } from './story-lines.ts'
import { missingIn, valueIn, type Voice } from './voice.ts'
import { childrenOf } from './walk.ts'
import type { State } from './words.ts'

export interface StoryOptions extends LinesOptions {
  /** The day of the assessment: what begins after it is still to come. */
  readonly asOf: string
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
    lines: why.kind === 'aggregate' || why.kind === 'every_met' ? linesIn(voice, why, options) : undefined,
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
    case 'period_end':
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

/** By how much a comparison of two values fails: `short by 1 percentage point`. */
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

/** The difference of two values: of two rates in percentage points. */
export function gapValue(voice: Voice, gap: Exact, unit: string): Inked {
  if (unit !== 'percent') return voice.ink.value(displayed(gap, { kind: 'number', unit }, voice.language).text)
  const points = multiply(gap, exact(100))
  const text = toDecimal(points) ?? `≈ ${toFixed(points, 4)}`
  return voice.words.percentagePoints(voice.ink.value(text), text === '1')
}
