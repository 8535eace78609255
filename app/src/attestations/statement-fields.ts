/** What a form sends of a statement; an end of the band and what is replaced may be left empty. */
import { DAY, text } from '../kernel/field-schemas.ts'

export const RECIPIENT_PATTERN = '^(.{3,40})?$'
export const PART_CODE_PATTERN = '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$'
export const HS_CODE_PATTERN = '^[0-9]{4}(\\.?[0-9]{2}(\\.?[0-9]{2})?)?$'
export const CLASS_PATTERN = '^[a-z][a-z0-9_]{0,59}$'

export const STATEMENT_FIELDS = {
  recipient: { maxLength: 40, pattern: RECIPIENT_PATTERN },
  part_code: { pattern: PART_CODE_PATTERN },
  part: text(200),
  hs_code: { pattern: HS_CODE_PATTERN },
  component_class: { pattern: CLASS_PATTERN },
  period_from: DAY,
  period_until: DAY,
  expires_on: DAY,
  at_least: { maxLength: 20 },
  at_most: { maxLength: 20 },
  replaces: { maxLength: 36 },
} as const
