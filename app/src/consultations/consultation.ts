/** A draft of the law that is put to those whom it concerns, what they say of its clauses, and what they are answered. */

export interface ToldTable {
  readonly name: string
  readonly title: string
  readonly note: string | null
  readonly columns: readonly { readonly title: string; readonly isAmount: boolean }[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}

/** What the draft does, in words and tables, as it was published. */
export interface EffectTold {
  readonly title: string
  readonly finding: string
  readonly tables: readonly ToldTable[]
}

export const OUTCOMES = ['changed', 'noted', 'not_changed'] as const

export interface Answer {
  readonly outcome: (typeof OUTCOMES)[number]
  readonly words: string
}

export interface Comment {
  readonly id: string
  readonly clause: string
  readonly words: string
  readonly in_confidence: boolean
  readonly organization_id: string
  readonly organization_name: string
  readonly document_id: string | null
  readonly document_hash: string | null
  readonly document_name: string | null
  readonly commented_at: string
  readonly answer: Answer | null
}

export interface Consultation {
  readonly id: string
  readonly number: string
  readonly programme: string
  readonly draft: string
  readonly overlay: string
  readonly draft_hash: string
  readonly clauses: readonly string[]
  readonly told: Readonly<Record<'en' | 'ur', EffectTold>>
  readonly words: string
  /** The last day, to its end. */
  readonly closes_on: string
  readonly report: string | null
}

/** In bytes. */
export const LARGEST_ATTACHMENT = 10 * 1024 * 1024

/** It stays open until the end of its day. */
export function isOpenOn({ closes_on }: Pick<Consultation, 'closes_on'>, day: string): boolean {
  return day <= closes_on
}

export type ConsultationRefusal =
  | { readonly code: 'consultation_unknown' }
  | { readonly code: 'consultation_closed'; readonly closes_on: string }
  | { readonly code: 'consultation_open'; readonly closes_on: string }
  | { readonly code: 'consultation_early'; readonly place: '/body/closes_on'; readonly today: string }
  | { readonly code: 'effect_of_firms'; readonly place: '/body/simulation_id' }
  | { readonly code: 'clause_unknown'; readonly place: '/body/clause' }
  | { readonly code: 'attachment_unknown'; readonly place: '/body/document_id' }
  | { readonly code: 'comment_unknown' }
  | { readonly code: 'comment_answered' }
  | { readonly code: 'consultation_reported' }
