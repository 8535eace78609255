/** What anybody may learn of a letter who holds its number; of whom it is about, and of what it found, nothing. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Standing } from './standing.ts'
import type { Determination, DeterminationKind } from './determination.ts'

/** *order*: that of an appeal, under the number of the appeal. */
export type LetterKind = DeterminationKind | 'order'

export interface IssuedLetter extends Pick<Determination, 'number' | 'programme' | 'rehearsal'> {
  readonly kind: LetterKind
  readonly issued_on: string
  /** SHA-256 of the file as it was served. */
  readonly letter_hash: string
}

export interface VerifiedLetter extends IssuedLetter {
  /** Who issued it, and under which programme. */
  readonly authority: Localized
  readonly programme_title: Localized
  /** The one with which its effect ended: a sanction is lifted, amounts are determined anew. */
  readonly standing: Standing
  /** The last order that left less of it. */
  readonly varied: { readonly by: string; readonly on: string } | null
  readonly ended_by: { readonly number: string; readonly kind: LetterKind; readonly issued_on: string } | null
}
