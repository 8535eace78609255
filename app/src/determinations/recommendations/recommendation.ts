/** What an authority that has the power said to a sanction that was recommended to it. Its order is its own: it alone lifts it. */
import { type DeterminedFinding, isImposed } from '../determination.ts'

/** *other*: neither, such as a question. *lifted* ends what was ordered. */
export const REPLIES = ['accepted', 'declined', 'other', 'lifted'] as const
export type ReplyKind = (typeof REPLIES)[number]

export interface Reply {
  readonly determination_id: string
  readonly position: number
  readonly kind: ReplyKind
  readonly authority: string
  readonly replied_on: string
  /** The number of its order or letter. */
  readonly reference: string
  readonly words: string
  /** From when its order has effect, or has none any more; null where it ordered nothing. */
  readonly effective_on: string | null
  readonly document_id: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** The last that decided anything; undefined as long as nothing is decided. */
export function decidedReply<One extends Pick<Reply, 'kind'>>(replies: readonly One[]): One | undefined {
  return replies.findLast(({ kind }) => kind !== 'other')
}

/** What is ordered is lifted next, and nothing else is; a question may be put at any time. */
export function mayFollow(replies: readonly Pick<Reply, 'kind'>[], kind: ReplyKind): boolean {
  return kind === 'other' || (kind === 'lifted') === (decidedReply(replies)?.kind === 'accepted')
}

export function recommendedIn(findings: readonly DeterminedFinding[]): readonly DeterminedFinding[] {
  return findings.filter((one) => isImposed(one) && one.power === null)
}

/** As licences name it: `Telecommunication Authority, SRO 15 of 2027-10-01 (D-000003)`. */
export function causeOf(
  { authority, reference, replied_on }: Pick<Reply, 'authority' | 'reference' | 'replied_on'>,
  number: string,
): string {
  return `${authority}, ${reference} of ${replied_on} (${number})`
}

export type ReplyRefusal =
  | { readonly code: 'nothing_recommended'; readonly number: string }
  | { readonly code: 'reply_out_of_order'; readonly number: string; readonly kind: ReplyKind }
  | { readonly code: 'reply_day'; readonly day: string; readonly today: string }
  | { readonly code: 'reply_without_day' }
