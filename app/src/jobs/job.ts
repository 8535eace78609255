/** What the service is to do of its own accord, and when a try that went wrong is made again. */
import type { Handle } from '../kernel/database.ts'

export interface Job {
  readonly id: string
  readonly kind: string
  /** What it is about, such as the identifier of a letter. */
  readonly about: string
  /** From here on it is tried, for a day. */
  readonly begins_at: string
  readonly due_at: string
  readonly tries: number
  readonly error: string | null
  readonly failed_at: string | null
}

/** Done where it gives nothing; else when to do it again, or why it went wrong. */
export type Recorded = { readonly again_at: number } | { readonly failed: string } | undefined

/** Writes down what a job did, in the transaction in which the job goes. */
export type Effect = (tables: Handle) => Promise<Recorded>

/**
 * Does what the database cannot take back, and may be asked for the same again when somebody was killed in the middle; what is to hold once
 * is in what it gives.
 */
export type Handler = (job: Job) => Promise<Effect>

export type Handlers = Readonly<{ readonly [kind: string]: Handler }>

export type JobRefusal = { readonly code: 'job_unknown' } | { readonly code: 'not_operator' }

/** What a job is about that is done over and over, whatever there is. */
export const STANDING = 'always'
