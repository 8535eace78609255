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
  /** As examples write it: `2027-08-01`, or lines in JSON. */
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

/** The value of a fact that is lines, as examples write them: `[{"extended_until":"2027-12-31"}]`. Of any other fact it is a text. */
export function writtenValue(value: string): unknown {
  return value.startsWith('[') ? (JSON.parse(value) as unknown) : value
}

/** By name; of two the one recorded later holds. They come in the order in which they were recorded. */
export function knownFacts(facts: readonly KnownFact[]): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]))
}

/** The facts by which programmes call the events of a case. A programme whose vocabulary lacks one has no such event. */
export const SERVED = 'notice_served_on'
export const CURED = 'failure_cured_on'
/** Groups of lines, which need not be there: the last day to cure as two officers extended it, and as it is with the days that they waived. */
export const EXTENDED = 'cure_extensions'
export const WAIVED = 'cure_waivers'
/** Counted in the register of returns, and reported by nobody. */
export const RETURNS_DUE = 'returns_due'
export const FILED_ON_TIME = 'returns_filed_on_time'
