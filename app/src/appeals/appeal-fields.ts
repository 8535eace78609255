/** The fields that the interface and the forms of appeals share. */
import { text } from '../kernel/field-schemas.ts'

export const GROUNDS = text(20_000)
/** At least a paragraph. */
export const ORDER_REASONS = text(20_000, 80)
/** `PKR 5000`. */
export const AMOUNT_PATTERN = '[A-Z]{3} \\d{1,18}(\\.\\d{1,2})?'
