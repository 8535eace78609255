/** What a formula node comes to in a batch: numbers, or codes from a small set such as true, false and the members of a category. */

/** The rows of a batch, or the lines of a group; `first` and `size` are those of the block that is being run. */
export interface Level {
  readonly name: string
  /** The most lines that any row has. */
  readonly longest: number
  readonly capacity: number
  first: number
  size: number
}

/** Codes that a step fills in, block by block; the step is laid down when they are first asked for. All are below `domain`. */
export interface Source {
  readonly id: number
  readonly level: Level
  readonly codes: () => Uint8Array
  readonly domain: number
}

/**
 * Codes that follow from other codes. `table` has an entry for each combination of the inputs, of which the last changes
 * fastest. A constant has no inputs. So conditions cost nothing until their outcome is needed row by row.
 */
export interface Codes {
  readonly kind: 'codes'
  readonly inputs: readonly Source[]
  readonly table: Uint8Array
}

/** Codes of a condition: the first three are Kleene's, the others what an event or a table cell can be. */
export const NO = 0
export const YES = 1
export const OPEN = 2
export const HAPPENED_NOT = 3
export const IMPOSED_NOT = 4

/** Codes of a number's state. Where nothing is imposed the number is 0. */
export const HAS_VALUE = 0
export const NOT_HAPPENED_YET = 1
export const IMPOSES_NOTHING = 2
/** The batch cannot say: missing, refused, or closer to a boundary than the error. The exact engine will. */
export const LEFT_OPEN = 3

/** A double's relative rounding error is 2^-53; counted twice, so that products of errors need no counting. */
export const STEP_ERROR = 2 ** -52

export const LARGEST_WHOLE = Number.MAX_SAFE_INTEGER

/** Where the values of a block stand: in an array that a step fills, or in the part of a column that belongs to the block. */
export interface Held {
  now: Float64Array
}

/** Values that a step fills in, as above, or, where they follow from codes, a cell for each combination. Always finite. */
export type Values =
  | {
      readonly kind: 'array'
      readonly level: Level
      readonly array: () => Held
      /** How they follow from others, for a step that does that on its way. */
      readonly follows?: Product | Shifted
    }
  | { readonly kind: 'cells'; readonly inputs: readonly Source[]; readonly cells: Float64Array }

/** Exactly the product of two. */
interface Product {
  readonly kind: 'product'
  readonly sides: readonly [Values, Values]
}

/** Exactly so many times the values, and something more. */
interface Shifted {
  readonly kind: 'shifted'
  readonly of: Values
  readonly times: number
  readonly more: number
}

/** Numbers, or days. */
export interface Numbers {
  readonly kind: 'numbers'
  readonly values: Values
  readonly state: Codes
  /** A number is its value divided by ten to the scale, which is not 0 only where `whole`. */
  readonly scale: number
  /** Exact whole numbers below 2^53. */
  readonly whole: boolean
  /** Bounds of the values. */
  readonly least: number
  readonly most: number
  /** The true value lies within `error * |value|` of the value or, where they are given, within `errors`. */
  readonly error: number
  readonly errors: Values | undefined
  /** No value but 0 is smaller than two to this power, so that no product runs under what a double can hold. */
  readonly floor: number
  /** At most so many binary digits stand in the fraction that the exact engine would hold. */
  readonly digits: number
  /** Whether that fraction's denominator is a power of ten, which sums do not lengthen. */
  readonly decimal: boolean
}

export type Vector = Numbers | Codes

export function largest(of: { readonly least: number; readonly most: number }): number {
  return Math.max(Math.abs(of.least), Math.abs(of.most))
}
