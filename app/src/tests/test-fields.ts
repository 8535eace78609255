/** The fields of offers, samples and results, which the interface and the forms of pages share. */
import { Type } from 'typebox'
import { text } from '../kernel/field-schemas.ts'

export const NUMBER_PATTERN = '^T-\\d{6,12}$'
/** As many digits as a certificate carries as a number. */
export const LIMIT_PATTERN = '^-?\\d{1,9}(\\.\\d{1,6})?$'

export const TERM_FIELDS = {
  metric: text(100),
  unit: text(30),
  limit: Type.String({ pattern: LIMIT_PATTERN }),
}

export const QUOTE_FIELDS = {
  /** Where the standard stands, for those who verify the certificate. */
  standard_url: Type.String({ maxLength: 300, pattern: '^https://[^\\s#]+$' }),
  working_days: Type.Integer({ minimum: 1, maximum: 366 }),
  valid_months: Type.Integer({ minimum: 1, maximum: 120 }),
}

export const CUSTODY_FIELDS = { handed_by: text(200), seal: text(100), condition: text(500) }
