/**
 * A provision as it is told: what came out, on what ground, by which formula in words and in values, from which parameters
 * and facts. Text and HTML are two ways of setting the same story.
 */
import { isZero } from '../value/exact.ts'
import { displayed } from './display.ts'
import type { ProvisionWhy, Said, Why } from './explanation.ts'
import { type Inked, joined, NOTHING, t, withoutControls } from './ink.ts'
import { phrase } from './phrase.ts'
import { isExact, outcomeOf } from './said.ts'
import { factsIn, type FactUsed, parametersIn, type ParameterUsed } from './story-leaves.ts'
import { perLineIn, type PerLine } from './story-lines.ts'
import { type Step, stepOf, type StoryOptions } from './story-step.ts'
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
import { formulasOf, withDescendants } from './walk.ts'
import type { State } from './words.ts'

export interface Story {
  readonly name: string
  readonly title: Inked
  readonly kind: Inked
  readonly state: State
  readonly headline: Inked
  /** The headline for a table of findings: what is refused names what it is about, without the sentences. */
  readonly brief: Inked
  /** What the headline says beyond the state, which a tag beside it has said. */
  readonly detail: Inked
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

/** What a table of findings shows of a provision, without the lines behind it. */
export type BriefStory = Pick<
  Story,
  'name' | 'title' | 'kind' | 'state' | 'headline' | 'brief' | 'detail' | 'exact' | 'steps'
>

/** The steps of a requirement alone, since what it compared stands beside its state. */
export function briefStoryOf(voice: Voice, why: ProvisionWhy, asOf: string): BriefStory {
  const steps = why.kind === 'requirement' ? stepsOf(voice, why, { asOf, lines: 0, originsOf: () => [] }) : []
  return { ...headingOf(voice, why, asOf), steps }
}

export function storyOf(voice: Voice, why: ProvisionWhy, options: StoryOptions): Story {
  const formulas = formulasOf(why)
  return {
    ...headingOf(voice, why, options.asOf),
    summary: why.summary === undefined ? undefined : textIn(voice, why.summary),
    grounds: groundsOf(voice, why),
    quotation:
      why.quotation === undefined ? undefined : voice.words.quotes(voice.ink.plain(withoutControls(why.quotation))),
    reading: why.reading === undefined ? undefined : readingIn(voice, why.reading),
    steps: stepsOf(voice, why, options),
    remarks: remarksOf(voice, why),
    perLine: perLineIn(voice, formulas),
    parameters: parametersIn(voice, formulas),
    facts: factsIn(voice, formulas, options.originsOf),
    inner: innerOf(formulas).map((inner) => storyOf(voice, inner, options)),
  }
}

function headingOf(voice: Voice, why: ProvisionWhy, asOf: string): Omit<BriefStory, 'steps'> {
  return {
    name: why.name,
    title: nameOf(voice, why.name, why.label),
    kind: voice.words.kinds[why.kind],
    state: stateOf(why, asOf),
    headline: headlineOf(voice, why, asOf),
    brief: briefOf(voice, why, asOf),
    detail: detailOf(voice, why, asOf),
    exact: shownOf(voice, why),
  }
}

function innerOf(formulas: readonly Why[]): readonly ProvisionWhy[] {
  const all = formulas
    .flatMap(withDescendants)
    .flatMap((one) => (one.kind === 'provision' && one.here !== undefined ? [one.here] : []))
  return all.filter((one, index) => all.findIndex((other) => other.name === one.name) === index)
}

/** `asOf` is the day of the assessment. */
export function stateOf(why: ProvisionWhy, asOf: string): State {
  const { said } = why
  if (isWithoutDay(why)) return 'not_yet'
  if (said.state !== 'value') return said.state
  if (why.kind === 'requirement')
    return textOf(why.when) === 'false' ? 'not_asked' : said.text === 'true' ? 'met' : 'not_met'
  if (why.kind === 'measure') return 'computed'
  const value = outcomeOf(said, why.type)
  // A restriction that leaves nothing of the quota is the whole of it, where an amount of nothing is none.
  if (isExact(value) && isZero(value) && why.effect?.verb !== 'restrict') return 'none'
  if (why.kind !== 'sanction') return 'due'
  return isAhead(why, asOf) ? 'pending' : 'applies'
}

/** A sanction that begins after the day of the assessment. */
function isAhead(why: ProvisionWhy, asOf: string): boolean {
  return why.kind === 'sanction' && why.from?.said.state === 'value' && why.from.said.text > asOf
}

function headlineOf(voice: Voice, why: ProvisionWhy, asOf: string, amounts: 'exact' | 'rounded' = 'exact'): Inked {
  const { words, ink } = voice
  const { said } = why
  if (isWithoutDay(why)) return t`${words.states.not_yet}: ${words.dayNotFixed}`
  if (stateOf(why, asOf) === 'not_asked') return words.states.not_asked
  if (said.state === 'undetermined') return words.undetermined(missingIn(voice, said.missing))
  if (said.state === 'refused') return words.refused(reasonsIn(voice, said))
  const { text } = displayed(said, why.type, voice.language, {
    show: why.show,
    truth: 'met',
    names: voice.names,
    isBrief: true,
    isRounded: amounts === 'rounded',
  })
  const value = ink.value(text)
  if (why.kind !== 'sanction' || said.state !== 'value') return value
  const day = why.from?.said.state === 'value' ? dayIn(voice, why.from.said.text) : undefined
  const amount = why.type.kind === 'date' || day === undefined ? words.from(day ?? value) : words.amountFrom(value, day)
  const unless = isAhead(why, asOf) ? unlessIn(voice, why.unless, asOf) : undefined
  return unless === undefined ? amount : listed(voice, [amount, words.unlessUntil(unless)])
}

/** What may still happen, by a day that is known, so that a sanction does not begin. */
function unlessIn(voice: Voice, unless: Why | undefined, asOf: string): Inked | undefined {
  if (unless?.kind !== 'comparison' || unless.left.said.state !== 'none' || unless.right.said.state !== 'value')
    return undefined
  if (unless.right.type.kind !== 'date' || unless.right.said.text < asOf) return undefined
  return voice.words.days[unless.operator](
    phrase(voice, unless.left, 'words'),
    valueIn(voice, unless.right.said, unless.right.type),
  )
}

function briefOf(voice: Voice, why: ProvisionWhy, asOf: string): Inked {
  if (stateOf(why, asOf) === 'not_asked') return voice.words.notAsked(decisive(voice, why.when, 'false'))
  if (isWithoutDay(why)) return voice.words.dayNotFixed
  if (why.said.state === 'undetermined') return voice.words.needs(missingIn(voice, why.said.missing))
  if (why.said.state !== 'refused') return headlineOf(voice, why, asOf, 'rounded')
  const names = why.said.refusals.map((refusal) => refusedName(voice, refusal))
  return voice.words.refusedBecause(
    listed(
      voice,
      names.filter((name, index) => names.indexOf(name) === index),
    ),
  )
}

/** What stands beside the state in a table: a requirement that is met or not has said so, and shows what it compared. */
export function beside(story: BriefStory): Inked {
  if (story.state === 'none' || story.state === 'not_yet') return story.detail
  if (story.state !== 'met' && story.state !== 'not_met') return story.brief
  const step = story.steps.at(-1)
  return step?.gap ?? step?.values ?? NOTHING
}

function detailOf(voice: Voice, why: ProvisionWhy, asOf: string): Inked {
  if (why.said.state === 'refused') return reasonsIn(voice, why.said)
  if (why.said.state === 'undetermined') return briefOf(voice, why, asOf)
  const state = stateOf(why, asOf)
  const isSaid = state === 'met' || state === 'not_met' || state === 'not_asked'
  if (state === 'not_yet') return voice.words.dayNotFixed
  return isSaid || (state === 'none' && why.said.state === 'none') ? NOTHING : headlineOf(voice, why, asOf)
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

/** A sanction whose condition is there, but not yet the day on which it would begin. */
export function isWithoutDay(why: ProvisionWhy): boolean {
  const isDue = textOf(why.when) !== 'false' && textOf(why.unless) !== 'true'
  return why.kind === 'sanction' && why.said.state === 'none' && isDue && textOf(why.from) === 'none'
}

/** What a condition said in a word: `true`, `false`, `none`, `undetermined`. */
function textOf(why: Why | undefined): string | undefined {
  return why?.said.state === 'value' ? why.said.text : why?.said.state
}

/** What makes a condition false, or true: of several that are joined, the one on which it fails, or holds. */
function decisive(voice: Voice, why: Why | undefined, outcome: 'true' | 'false'): Inked {
  if (why === undefined) return NOTHING
  if (why.kind !== 'logic' || (why.operator === 'and') !== (outcome === 'false')) return phrase(voice, why, 'words')
  return decisive(voice, textOf(why.left) === outcome ? why.left : why.right, outcome)
}

function remarksOf(voice: Voice, why: ProvisionWhy): readonly Inked[] {
  const { words } = voice
  const remarks: Inked[] = []
  if (textOf(why.when) === 'false') {
    const nothing =
      why.kind === 'requirement' ? words.notAsked : why.kind === 'sanction' ? words.notImposed : words.notDue
    remarks.push(nothing(decisive(voice, why.when, 'false')))
  } else if (textOf(why.unless) === 'true') remarks.push(words.excepted(decisive(voice, why.unless, 'true')))
  else if (isWithoutDay(why)) remarks.push(words.noDay)
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
