/** What happened between a failure and a sanction, known to the authority and to no return: served, cured. */

export interface CaseFact {
  readonly id: string
  readonly manufacturer_id: string
  readonly programme: string
  readonly year: string
  /** Canonical JSON such as `{"category":"smartphone"}`; `{}` where a return has one subject. */
  readonly subject: string
  /** A fact of the programme's vocabulary: `notice_served_on`. */
  readonly fact: string
  /** As examples write it: `2027-08-01`. */
  readonly value: string
  /** What it is known from: `notice 0197…`. */
  readonly cause: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Case {
  readonly manufacturer_id: string
  readonly programme: string
  readonly year: string
  readonly subject: string
}

/** What an assessment takes of it. */
export type KnownFact = Pick<CaseFact, 'subject' | 'fact' | 'value'>

/** By name; of two the one recorded later holds. They come in the order in which they were recorded. */
export function knownFacts(facts: readonly KnownFact[]): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]))
}

/** The facts by which programmes call the events of a case. A programme whose vocabulary lacks one has no such event. */
export const SERVED = 'notice_served_on'
export const CURED = 'failure_cured_on'
/** Counted in the register of returns, and reported by nobody. */
export const RETURNS_DUE = 'returns_due'
export const FILED_ON_TIME = 'returns_filed_on_time'
