/** Which certificates there are: who may issue one, which facts of the law it settles, and by which tests it is come by. Read from `certification.yaml`. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Reading } from '@maqami/engine/load/standing.ts'
import { LABORATORY_KINDS } from '../../laboratories/laboratory.ts'

export interface Certification {
  /** The measure that says how long a certificate of a scheme holds, in years or months. */
  readonly validity: string
  /** The measure that says what a test is held to, in the unit of the test. */
  readonly limit: string
  /** The requirement that a model meets whose certificates are enough for a market. */
  readonly export: string | undefined
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly reading: Reading | undefined
}

export const SUBJECTS = ['product', 'plant'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Kinds of laboratories. */
export const ISSUERS = LABORATORY_KINDS

export interface Scheme {
  /** A member of the category `scheme`, whose words are its name. */
  readonly id: string
  readonly name: Localized
  readonly about: Subject
  readonly issuers: readonly (typeof ISSUERS)[number][]
  /** A key of the programme's sources. */
  readonly source: string
  /** The fact that is the last day of a certificate, through which it counts. */
  readonly until: string | undefined
  readonly tests: readonly SchemeTest[]
}

export interface SchemeTest {
  /** A member of the category `laboratory_test`, whose words say what is measured. */
  readonly id: string
  readonly metric: Localized
  readonly standard: string
  readonly method: string
  readonly unit: string
  readonly holds: 'at_most' | 'at_least'
  readonly decision_rule: 'simple_acceptance' | 'guarded_acceptance'
}
