/** What became of a determination until its bundle was fetched, as a file beside those that were frozen when it was approved: nobody signed it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Determination, DeterminedFinding } from './determination.ts'
import { ownStanding, type Standing, type StandingEvent, type StandingKind, standingWith } from './standing.ts'

export const STANDING_FILE = 'standings.json'

type BundledEvent = Pick<StandingEvent, 'kind' | 'cause' | 'effective_on' | 'findings'>

export interface BundledStanding {
  readonly number: string
  /** The day on which it was fetched. */
  readonly as_of: string
  readonly standing: Standing
  /** Oldest first. */
  readonly events: readonly BundledEvent[]
  /** Of the failure that a sanction rests on. */
  readonly events_before: readonly BundledEvent[]
}

export function standingText({ number, standings, standings_before }: Determination, as_of: string): string {
  const standing = standingWith(standings, standings_before)
  return canonicalJson({
    number,
    as_of,
    standing,
    events: standings.map(bundled),
    events_before: standings_before.map(bundled),
  })
}

function bundled({ kind, cause, effective_on, findings }: StandingEvent): BundledEvent {
  return { kind, cause, effective_on, findings }
}

/** Undefined where it is not what such a file says: anybody could have written it. */
export function readStanding(text: string, number: string): BundledStanding | undefined {
  try {
    const { as_of, events, events_before, ...said } = JSON.parse(text) as BundledStanding
    if (said.number !== number || ![...events, ...events_before].every(isEvent) || !isDay(as_of)) return undefined
    ownStanding(events_before)
    const standing = standingWith(events, events_before)
    return standing === said.standing ? { number, as_of, standing, events, events_before } : undefined
  } catch {
    return undefined
  }
}

const KINDS: Readonly<Record<StandingKind, true>> = {
  stayed: true,
  resumed: true,
  superseded: true,
  quashed: true,
  varied: true,
  remanded: true,
}

function isEvent({ kind, cause, effective_on, findings }: BundledEvent): boolean {
  const isVaried = kind === 'varied'
  return (
    Object.hasOwn(KINDS, kind) &&
    typeof cause === 'string' &&
    isDay(effective_on) &&
    (isVaried ? Array.isArray(findings) && findings.every(isFinding) : findings === null)
  )
}

function isFinding({ finding, value }: DeterminedFinding): boolean {
  return typeof finding === 'string' && typeof value === 'string'
}

function isDay(day: unknown): boolean {
  return typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
}

/** In lines for a terminal: what was determined, what happened to it, and what it finds now. */
export function standingSaid(
  determined: readonly DeterminedFinding[],
  told: BundledStanding | undefined,
): readonly string[] {
  const first = `Determined: ${statedIn(determined)}`
  if (told === undefined) return [first, 'The file says nothing of what became of it since it was approved.']
  const { as_of, standing, events, events_before } = told
  const now = events.findLast(({ kind }) => kind === 'varied')?.findings
  return [
    first,
    ...events_before.map((one) => `The failure that it rests on: ${happened(one)}`),
    ...events.map((one) => `Since: ${happened(one)}`),
    `On ${as_of}, when the file was fetched: ${SAID[standing]}${now === undefined ? '' : `, as varied: ${statedIn(now ?? [])}`}`,
  ]
}

const SAID: Readonly<Record<Standing, string>> = {
  in_effect: 'in effect',
  stayed: 'stayed',
  superseded: 'replaced by a later determination',
  quashed: 'quashed',
}

function happened({ kind, cause, effective_on }: BundledEvent): string {
  return `${kind} on ${effective_on} by ${cause}`
}

function statedIn(findings: readonly Pick<DeterminedFinding, 'finding' | 'value'>[]): string {
  return findings.length === 0
    ? 'nothing'
    : findings.map(({ finding, value }) => `${finding} ${value}`.trim()).join('; ')
}
