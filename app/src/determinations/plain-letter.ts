/** A letter about a case that is no determination: its head, sections in both languages, and what an officer wrote. */
import type { Passage } from './letter-text.ts'

export interface PlainLetterSide {
  readonly authority: string
  readonly programme: string
  readonly subject: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  readonly forAuthority: string
  readonly officer: string
  readonly headings: Readonly<Record<'to' | 'said', string>>
  readonly rehearsal: string
  readonly noEffect: string
}

/** Both sides have as many sections and lines: they stand beside each other. */
export interface PlainLetter {
  readonly rehearsal: boolean
  readonly demonstration: boolean
  readonly title: string
  readonly number: string
  readonly name: Passage
  readonly address: readonly Passage[]
  readonly passages: readonly Passage[]
  readonly served: Readonly<Record<'en' | 'ur', { readonly demonstration: string }>>
  readonly en: PlainLetterSide
  readonly ur: PlainLetterSide
}

/** The same data give the same bytes. */
export type RenderPlainLetter = (letter: PlainLetter) => Promise<Buffer>
