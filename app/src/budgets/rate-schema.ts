import { Type } from 'typebox'

/** In percent: `7.5`. */
export const RATE = Type.String({ pattern: '^(?!0+(\\.0+)?$)\\d{1,2}(\\.\\d{1,4})?$' })
