/** What an assessment asks for next: facts that are missing, requirements that fail, sanctions with a day. */
import { displayed } from '@maqami/engine/explain/display.ts'
import type { Applied, ProvisionWhy, Why } from '@maqami/engine/explain/explanation.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { phrase } from '@maqami/engine/explain/phrase.ts'
import { isWithoutDay } from '@maqami/engine/explain/story.ts'
import { gapOf } from '@maqami/engine/explain/story-step.ts'
import { dayIn, listed, missingIn, nameOf, refusalsIn, valueIn, type Voice } from '@maqami/engine/explain/voice.ts'
import type { AssessmentWords } from './assessment-words.ts'

export interface NextStep {
  readonly what: Inked
  readonly details: readonly Inked[]
}

/** First what nothing can be said without, then what the law does not answer, then what fails, then what follows on which day. */
export function nextSteps(voice: Voice, words: AssessmentWords, applied: Applied): readonly NextStep[] {
  const { provisions } = applied
  const missing = new Set(
    provisions.flatMap(({ said }) => (said.state === 'undetermined' || said.state === 'refused' ? said.missing : [])),
  )
  const give = missing.size === 0 ? [] : [{ what: words.give(missingIn(voice, [...missing])), details: [] }]
  const failing = provisions.filter(
    (one) => one.kind === 'requirement' && one.said.state === 'value' && one.said.text === 'false',
  )
  return [
    ...give,
    ...refusalsIn(voice, provisions).map((sentence) => ({ what: sentence, details: [] })),
    ...failing.map((one) => ({
      what: requirementStep(voice, words, one, applied),
      details: shortfalls(voice, words, one, applied),
    })),
    ...sanctionSteps(voice, words, applied),
    ...pendingStep(voice, words, provisions),
  ]
}

/** A period that has ended is over: what failed in it can no longer be met. */
function requirementStep(
  voice: Voice,
  words: AssessmentWords,
  { name, label }: ProvisionWhy,
  { as_of: asOf, period_end: periodEnd }: Applied,
): Inked {
  const title = nameOf(voice, name, label)
  return periodEnd !== undefined && periodEnd < asOf ? words.missed(title, dayIn(voice, periodEnd)) : words.meet(title)
}

/** Sanctions that begin on the same day and have the same exception are told together, the earliest first. */
function sanctionSteps(
  voice: Voice,
  words: AssessmentWords,
  { provisions, as_of: asOf }: Applied,
): readonly NextStep[] {
  const groups = new Map<string, { readonly day: string; readonly unless: readonly Inked[]; readonly names: Inked[] }>()
  for (const one of provisions) {
    if (one.kind !== 'sanction' || one.said.state !== 'value' || one.from?.said.state !== 'value') continue
    const day = one.from.said.text
    const unless =
      one.unless === undefined || isPast(one.unless, asOf) ? [] : [words.unlessIt(conditionIn(voice, one.unless))]
    const key = `${day} ${unless.join()}`
    const group = groups.get(key) ?? { day, unless, names: [] }
    group.names.push(nameOf(voice, one.name, one.label))
    groups.set(key, group)
  }
  const ordered = [...groups.values()].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return ordered.map(({ day, unless, names }) => ({
    what: (day > asOf ? words.follows : words.applies)(dayIn(voice, day), listed(voice, names)),
    details: unless,
  }))
}

function pendingStep(voice: Voice, words: AssessmentWords, provisions: readonly ProvisionWhy[]): readonly NextStep[] {
  const names = provisions.filter(isWithoutDay).map((one) => nameOf(voice, one.name, one.label))
  return names.length === 0 ? [] : [{ what: words.followsLater(listed(voice, names)), details: [] }]
}

/** A deadline that has gone by averts nothing any more. */
function isPast(unless: Why, asOf: string): boolean {
  if (unless.kind !== 'comparison' || (unless.operator !== '<' && unless.operator !== '<=')) return false
  return unless.right.type.kind === 'date' && unless.right.said.state === 'value' && unless.right.said.text < asOf
}

/** A comparison with a day that is known names the day: that is the deadline. */
function conditionIn(voice: Voice, why: Why): Inked {
  if (why.kind !== 'comparison' || why.right.type.kind !== 'date' || why.right.said.state !== 'value')
    return phrase(voice, why, 'words')
  return voice.words.days[why.operator](
    phrase(voice, why.left, 'words'),
    valueIn(voice, why.right.said, why.right.type),
  )
}

/** The conditions of a requirement that do not hold, each with its size. */
function shortfalls(
  voice: Voice,
  words: AssessmentWords,
  requirement: ProvisionWhy,
  applied: Applied,
): readonly Inked[] {
  if (requirement.requires === undefined) return []
  return failingIn(requirement.requires).map((why) => shortfall(voice, words, why, applied))
}

function failingIn(why: Why): readonly Why[] {
  if (why.said.state !== 'value' || why.said.text !== 'false') return []
  return why.kind === 'logic' ? [...failingIn(why.left), ...failingIn(why.right)] : [why]
}

function shortfall(voice: Voice, words: AssessmentWords, why: Why, applied: Applied): Inked {
  if (why.kind !== 'comparison') return phrase(voice, why, 'words')
  const side = (one: Why): Inked => words.is(phrase(voice, one, 'words'), shownIn(voice, one, applied))
  const gap = gapOf(voice, why)
  return listed(voice, [side(why.left), side(why.right), ...(gap === undefined ? [] : [gap])])
}

/** The value as its provision shows it, where it is one. */
export function shownIn(voice: Voice, why: Why, applied: Applied): Inked {
  const show = why.kind === 'provision' ? applied.provisions.find((one) => one.name === why.name)?.show : undefined
  return voice.ink.value(displayed(why.said, why.type, voice.language, { show, truth: 'yes', names: voice.names }).text)
}
