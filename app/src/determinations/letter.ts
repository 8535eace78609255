/** What a letter says: everything in it was decided before it is written. */
import type { Names } from '@maqami/engine/explain/names.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { DeterminationKind, DeterminedFinding } from './determination.ts'
import type { WithoutConcession } from './stakes.ts'

/** What readers of a determination are told. */
export interface Told {
  readonly number: string
  readonly kind: DeterminationKind
  /** The law does not bind: every page says so. */
  readonly rehearsal: boolean
  readonly programme: Localized
  readonly authority: Localized
  /** What instruments and their places are called, for the clauses. */
  readonly names: Names
  readonly manufacturer: { readonly name: string; readonly address: string }
  /** The year that it is about: `2026-27`. */
  readonly year: string
  /** The part of the return that it is about, in words; empty where there is one only. */
  readonly subject: Localized
  /** The day on which it was approved; of one that waits, today. */
  readonly decided_on: string
  readonly findings: readonly DeterminedFinding[]
  readonly reasons: string
  /** The number of the determination that this one rests on. */
  readonly follows: string | null
  /** What is due to the firm and waits for its budget; undefined as long as nobody knows, since it is not approved. */
  readonly waiting?: readonly Waiting[]
  /** What applies instead, where a concession is withdrawn. */
  readonly without_concession?: WithoutConcession
}

/** The part of an amount for which its budget has no money. */
export interface Waiting {
  readonly finding: string
  /** `PKR 20000.00`. */
  readonly amount: string
}

/** What the firm said to the notice, and what officers made of it. */
export interface Considered {
  readonly said_on: string
  readonly said: string
  /** Null of what was said too late to be considered, and was not. */
  readonly found: string | null
}

/** How an amount came about, in sentences. */
export interface Derivation {
  readonly finding: string
  readonly en: readonly string[]
  readonly ur: readonly string[]
}

/** A number or a provision on which the findings rest and that does not bind. */
export interface Ground {
  readonly name: string
  readonly label: Localized | null
  readonly standing: 'draft' | 'reported' | 'assumed'
}

export interface LetterData extends Told {
  /** The maker is invented, and the day is that of the demonstration's calendar. */
  readonly demonstration: boolean
  readonly prepared_by: string
  /** Null until it is approved. */
  readonly approved_by: string | null
  /** Of a failure: until when it may be cured if notice is served on the day of the letter; null where the law gives no such day. */
  readonly cure_ends_on: string | null
  /** The last day to appeal if the letter is of its day; null where the law sets none. */
  readonly appeal_ends_on: string | null
  /** Why it is a rehearsal; empty where it is none. */
  readonly grounds: readonly Ground[]
  /** Of amounts. Letters that were served before these were told have none. */
  readonly derivations?: readonly Derivation[]
  /** Of a sanction: what the firm said to its notice. */
  readonly considered?: readonly Considered[]
  readonly release_hash: string
  readonly result_hash: string
  readonly engine_version: string
  /** Where anybody may check it; it stands in the letter as a QR code too. */
  readonly verify_address: string
}

/** Rises when the same data give other bytes than before: another template, or other words. A letter of an earlier form is held to its hash only. */
export const LETTER_FORM = 3

/** The same data give the same bytes. */
export type RenderLetter = (data: LetterData) => Promise<Buffer>
