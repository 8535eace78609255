/** Whether an approved determination has effect. It follows from what happened to it, in that order; nothing of it is edited. */
import type { Determination, DeterminedFinding } from './determination.ts'

export interface StandingEvent {
  readonly determination_id: string
  readonly position: number
  readonly kind: StandingKind
  /** The order of an appeal or of a court; the number of the determination that replaces this one. */
  readonly cause: string
  readonly effective_on: string
  readonly recorded_at: string
  readonly recorded_by: string
  /** Of what was varied: what it finds from then on. */
  readonly findings: readonly DeterminedFinding[] | null
}

/** *resumed* ends a stay; *varied* leaves less of it; what was *remanded* is quashed, and determined anew by others. */
export type StandingKind = 'stayed' | 'resumed' | 'superseded' | 'quashed' | 'varied' | 'remanded'

export type Standing = 'in_effect' | 'stayed' | 'superseded' | 'quashed'

/** What is quashed or replaced by a later one stays so. What is stayed is nobody's to replace before that is decided. */
const NEXT: Readonly<Record<Standing, Readonly<Partial<Record<StandingKind, Standing>>>>> = {
  in_effect: {
    stayed: 'stayed',
    superseded: 'superseded',
    quashed: 'quashed',
    varied: 'in_effect',
    remanded: 'quashed',
  },
  stayed: { resumed: 'in_effect', quashed: 'quashed', remanded: 'quashed' },
  superseded: {},
  quashed: {},
}

/** Undefined where that cannot happen to it. */
export function standingAfter(standing: Standing, kind: StandingKind): Standing | undefined {
  return NEXT[standing][kind]
}

type Events = readonly Pick<StandingEvent, 'kind'>[]

/** Of its own, whatever it rests on. */
export function ownStanding(events: Events): Standing {
  return events.reduce<Standing>((standing, { kind }) => {
    const after = standingAfter(standing, kind)
    if (after === undefined) throw new Error(`what is ${standing} cannot be ${kind}`)
    return after
  }, 'in_effect')
}

/** Null as long as it is not approved. A sanction falls with the failure that it rests on, and is stayed with it. */
export function standingOf({
  kind,
  decided,
  standings,
  standings_before,
}: Pick<Determination, 'kind' | 'decided' | 'standings' | 'standings_before'>): Standing | null {
  if (decided?.kind !== 'approved') return null
  return standingWith(standings, kind === 'sanction' ? standings_before : [])
}

/** With what happened to the failure that it rests on. */
export function standingWith(own: Events, failure: Events): Standing {
  const standing = ownStanding(own)
  if (standing === 'quashed' || standing === 'superseded') return standing
  const before = ownStanding(failure)
  return before === 'quashed' || before === 'stayed' ? before : standing
}

/** What it finds now: as it was determined, or as the last order about it left it. */
export function findingsNow({
  findings,
  standings,
}: Pick<Determination, 'findings' | 'standings'>): readonly DeterminedFinding[] {
  return standings.findLast(({ kind }) => kind === 'varied')?.findings ?? findings
}

/** Of those of its kind that were remanded, the one in which a person took part: he does not determine it anew. */
export function remandedFrom(
  person: string,
  kind: Determination['kind'],
  beside: readonly Determination[],
): Determination | undefined {
  return beside.find(
    (one) =>
      one.kind === kind &&
      one.standings.at(-1)?.kind === 'remanded' &&
      (one.prepared_by === person || one.decided?.recorded_by === person),
  )
}
