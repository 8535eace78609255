/** Something that a firm says of itself, with all that was said before and what an officer made of it. */
import { add, compare, type Exact, exact, isZero, parseDecimal, toText, ZERO } from '@maqami/engine/value/exact.ts'
import type { RecordKind, Stated } from './content.ts'
import { countryName } from './country.ts'

export interface RecordEvent {
  readonly position: number
  readonly act: 'stated' | 'confirmed' | 'questioned'
  /** What was stated. */
  readonly content: Stated['content'] | null
  readonly note: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** *stated* until an officer has looked at what was said last. */
export type RecordStatus = RecordEvent['act']

interface Held {
  readonly id: string
  readonly manufacturer_id: string
  /** How much was said of it: whoever changes it says how much of that he has seen. */
  readonly version: number
  readonly status: RecordStatus
  readonly events: readonly RecordEvent[]
}

export type FirmRecord = Held & Stated

export type RecordRefusal =
  | { readonly code: 'record_unknown' }
  | { readonly code: 'match_needed' }
  | { readonly code: 'record_changed' }
  | { readonly code: 'record_reviewed' }
  | { readonly code: 'record_period'; readonly from_on: string; readonly until_on: string }
  | { readonly code: 'contract_missing' }
  | { readonly code: 'country_unknown'; readonly country: string }
  | { readonly code: 'share_empty' }
  | { readonly code: 'shares_exceed'; readonly day: string; readonly total: string }

/** `events` are in the order of their positions, and the first states something. */
export function recordOf(
  row: { readonly id: string; readonly manufacturer_id: string; readonly kind: RecordKind },
  events: readonly RecordEvent[],
): FirmRecord {
  const { id, manufacturer_id, kind } = row
  const last = events.at(-1)
  const content = events.findLast((event) => event.content !== null)?.content
  if (last === undefined || content === null || content === undefined) throw new Error(`the record ${id} says nothing`)
  // The content was held against the schema of its kind when it was stated.
  return { id, manufacturer_id, version: last.position, status: last.act, events, kind, content } as FirmRecord
}

export function isInForce(content: Stated['content'], day: string): boolean {
  return content.from_on <= day && (content.until_on === null || day <= content.until_on)
}

/** `others` are the other records of the firm. */
export function unfitStatement(stated: Stated, others: readonly FirmRecord[]): RecordRefusal | undefined {
  const { kind, content } = stated
  const { from_on, until_on } = content
  if (until_on !== null && until_on < from_on) return { code: 'record_period', from_on, until_on }
  if (kind === 'brand' && content.basis === 'contract' && content.contract === null) return { code: 'contract_missing' }
  if (kind !== 'owner') return undefined
  if (countryName(content.country, 'en') === undefined) return { code: 'country_unknown', country: content.country }
  if (isZero(shareOf(content))) return { code: 'share_empty' }
  return sharesBeyondAll([content, ...others.flatMap((other) => (other.kind === 'owner' ? [other.content] : []))])
}

type Share = Extract<Stated, { readonly kind: 'owner' }>['content']

function shareOf({ share_percent }: Share): Exact {
  const share = parseDecimal(share_percent)
  if (share === undefined) throw new Error(`${share_percent} is no decimal`)
  return share
}

const ALL = exact(100)

/** Shares only rise on a day on which one begins: on no other day can they be more than all for the first time. */
export function sharesBeyondAll(shares: readonly Share[]): RecordRefusal | undefined {
  for (const day of shares.map(({ from_on }) => from_on).toSorted()) {
    const total = shares.filter((share) => isInForce(share, day)).reduce((sum, share) => add(sum, shareOf(share)), ZERO)
    if (compare(total, ALL) > 0) return { code: 'shares_exceed', day, total: toText(total) }
  }
  return undefined
}
