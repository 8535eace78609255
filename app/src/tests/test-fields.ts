/** The fields of samples and results, which the interface and the forms of pages share. */
import { text } from '../kernel/field-schemas.ts'

export const NUMBER_PATTERN = '^T-\\d{6,12}$'
/** As many digits as a certificate carries as a number. */
export const VALUE_PATTERN = '^-?\\d{1,9}(\\.\\d{1,6})?$'

export const CUSTODY_FIELDS = { handed_by: text(200), seal: text(100), condition: text(500) }
