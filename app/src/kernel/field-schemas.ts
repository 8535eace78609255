/** The fields that requests and answers share, as schemas. */
import { type TSchema, Type } from 'typebox'

export const ID = Type.String({ format: 'uuid' })
/** `2027-06-30`. */
export const DAY = Type.String({ format: 'date' })
/** `2027-06-30T09:00:00.000Z`. */
export const INSTANT = Type.String({ format: 'date-time' })
/** `sha256:` and 64 hexadecimal digits. */
export const HASH = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
export const REASON = text(2000)
/** What a letter or an answer says. */
export const LONG_WORDS = text(4000)
/** A code that an authenticator shows, or what a device says with a passkey, in JSON. */
export const SECOND_FACTOR = text(4000)
/** `2026-27`. */
export const YEAR = Type.String({ pattern: '^\\d{4}(-\\d{2})?$' })
/** Of a return: `2026-27` of a year, `2026-07` of a month. */
export const PERIOD = Type.String({ pattern: '^\\d{4}(-\\d{2})?$' })
/** Of money, to the last hundredth: `1250.00`. */
export const AMOUNT = Type.String({ pattern: '^(0|[1-9]\\d{0,14})\\.\\d{2}$' })
/** The name of a programme's folder. */
export const CURRENCY = Type.String({ pattern: '^[A-Z]{3}$' })
export const DETERMINATION_NUMBER = Type.String({ pattern: '^D-\\d{6,12}$' })
export const PROGRAMME = Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' })
export const LANGUAGE = oneOf('en', 'ur')

export function text(longest: number, least = 1) {
  return Type.String({ minLength: least, maxLength: longest })
}

export function oneOf<const T extends string>(...texts: readonly T[]) {
  return Type.Unsafe<T>({ type: 'string', enum: texts })
}

export function orNull<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** A page of a list. */
export function listOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: orNull(ID) })
}

const MOST_A_PAGE = 100

/** Pages of a list: `cursor` is what the page before gave as `next`. */
export const PAGE_QUERY = Type.Object({
  cursor: Type.Optional(ID),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_A_PAGE })),
})
