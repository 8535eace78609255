/** A determination with all that it was made of, as one file that anybody can compute again without the service. */
import type { LetterData } from './letter.ts'

export const BUNDLE_FORMAT = 'maqami-determination/1'

/** The files of a bundle; those of the release stand below `release/`. */
export const BUNDLE_FILES = {
  manifest: 'manifest.json',
  /** Exactly what the approving officer signed. */
  determination: 'determination.json',
  /** Of which return, as of which day, by which engine. */
  made_by: 'made-by.json',
  facts: 'facts.json',
  case_facts: 'case-facts.json',
  /** Every finding with its explanation. */
  assessment: 'assessment.json',
  /** What the letter says, as data. */
  letter: 'letter.json',
  /** The letter as it was served. */
  pdf: 'letter.pdf',
} as const

export const RELEASE_FOLDER = 'release/'

export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT
  readonly number: string
  readonly signed_hash: string
  /** SHA-256 of each file but this one. */
  readonly files: Readonly<Record<string, string>>
}

export interface MadeBy {
  readonly programme: string
  readonly release_hash: string
  readonly period: string
  readonly as_of: string
  readonly engine_version: string
  readonly result_hash: string
  /** See `LETTER_FORM`. */
  readonly letter_form: number
}

/** What instruments are called stands in the release. */
export type BundledLetter = Omit<LetterData, 'names'>
