/** Who may come to make things here, how far it has come, and what its owner does next. */

export const CANDIDATE_KINDS = ['brand', 'component_maker'] as const

export const COMPONENT_CLASSES = [
  'motherboard',
  'bare_board',
  'electronic_part',
  'display',
  'battery',
  'housing',
  'camera',
] as const
export type ComponentClass = (typeof COMPONENT_CLASSES)[number]

/** In the order of the way; *withdrawn* may come after any but *operating*. */
export const STAGES = ['enquiry', 'talks', 'memorandum', 'approved', 'building', 'operating', 'withdrawn'] as const
export type Stage = (typeof STAGES)[number]

export interface CandidateStep {
  readonly stage: Stage
  readonly happened_on: string
  readonly owner_id: string
  /** Null where nothing is to be done. */
  readonly next_step: string | null
  readonly next_on: string | null
}

export interface Candidate {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly kind: (typeof CANDIDATE_KINDS)[number]
  /** `CN`. */
  readonly country: string
  /** As which it is registered here; null where it is not. */
  readonly manufacturer_id: string | null
  readonly component_classes: readonly ComponentClass[]
  readonly site: string | null
  readonly zone: string | null
  /** In the order in which they were recorded, and at least one. */
  readonly steps: readonly CandidateStep[]
}

export function stepNow({ number, steps }: Pick<Candidate, 'number' | 'steps'>): CandidateStep {
  const last = steps.at(-1)
  if (last === undefined) throw new Error(`the candidate ${number} has no step`)
  return last
}

/** What its owner was to do by a day, and the day has passed. */
export function hasLapsed({ next_on }: Pick<CandidateStep, 'next_on'>, day: string): boolean {
  return next_on !== null && next_on < day
}

export type CandidateRefusal =
  | { readonly code: 'candidate_unknown' }
  | { readonly code: 'candidate_country'; readonly place: '/body/country'; readonly found: string }
  | { readonly code: 'candidate_classes'; readonly place: '/body/component_classes' }
  | { readonly code: 'candidate_over'; readonly stage: Stage }
  | {
      readonly code: 'candidate_backwards'
      readonly place: '/body/stage' | '/body/happened_on'
      readonly stage: Stage
      readonly happened_on: string
    }
  | { readonly code: 'candidate_ahead'; readonly place: '/body/happened_on'; readonly today: string }
  | { readonly code: 'next_step_half'; readonly place: '/body/next_on' | '/body/next_step' }
  | { readonly code: 'next_step_missing'; readonly place: '/body/next_step' }
  | { readonly code: 'candidate_owner'; readonly place: '/body/owner_id' }

const IS_OVER: readonly Stage[] = ['operating', 'withdrawn']

/** Somebody does something next, until it makes things here or goes. */
export function unfitStep(
  step: CandidateStep,
  before: CandidateStep | undefined,
  today: string,
): CandidateRefusal | undefined {
  const { stage, happened_on, next_step, next_on } = step
  if (happened_on > today) return { code: 'candidate_ahead', place: '/body/happened_on', today }
  if (next_step !== null && next_on === null) return { code: 'next_step_half', place: '/body/next_on' }
  if (next_step === null && next_on !== null) return { code: 'next_step_half', place: '/body/next_step' }
  if (next_step === null && !IS_OVER.includes(stage)) return { code: 'next_step_missing', place: '/body/next_step' }
  if (before === undefined) return undefined
  if (IS_OVER.includes(before.stage)) return { code: 'candidate_over', stage: before.stage }
  const came = { stage: before.stage, happened_on: before.happened_on }
  if (STAGES.indexOf(stage) < STAGES.indexOf(before.stage))
    return { code: 'candidate_backwards', place: '/body/stage', ...came }
  if (happened_on < before.happened_on) return { code: 'candidate_backwards', place: '/body/happened_on', ...came }
  return undefined
}

/** A maker of components makes some, and none is named twice. */
export function unfitClasses({
  kind,
  component_classes: classes,
}: Pick<Candidate, 'kind' | 'component_classes'>): CandidateRefusal | undefined {
  const isUnfit = new Set(classes).size < classes.length || (kind === 'component_maker' && classes.length === 0)
  return isUnfit ? { code: 'candidate_classes', place: '/body/component_classes' } : undefined
}
