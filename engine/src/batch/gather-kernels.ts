/** Loops over the lines of each row. */
import type { LineColumns } from './columns.ts'
import { HAS_VALUE, IMPOSES_NOTHING, LEFT_OPEN, NO, NOT_HAPPENED_YET, OPEN, YES } from './vector.ts'

type Floats = Float64Array
type Bytes = Uint8Array

export function sumLines(
  first: number,
  rows: number,
  out: Floats,
  offsets: Uint32Array,
  guard: Bytes | undefined,
  values: Floats,
  factor: number,
): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let sum = 0
    if (guard === undefined) for (; at < end; at += 1) sum += values[at] as number
    else for (; at < end; at += 1) if (guard[at] === YES) sum += values[at] as number
    out[row] = sum * factor
  }
}

/** The same of products of two or three, over all lines. */
export function sumProducts(
  first: number,
  rows: number,
  out: Floats,
  offsets: Uint32Array,
  a: Floats,
  b: Floats,
  c: Floats | undefined,
  factor: number,
): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let sum = 0
    if (c === undefined) for (; at < end; at += 1) sum += (a[at] as number) * (b[at] as number)
    else for (; at < end; at += 1) sum += (a[at] as number) * (b[at] as number) * (c[at] as number)
    out[row] = sum * factor
  }
}

/** Of each line, how much it may add to the error of a sum: its own error, the size of `s` times `k`, and roundings. */
export function errorSizes(n: number, out: Floats, values: Floats, s: Floats, k: number, rounding: number): void {
  for (let i = 0; i < n; i += 1) out[i] = Math.abs(s[i] as number) * k + Math.abs(values[i] as number) * rounding
}

export function countLines(
  first: number,
  rows: number,
  out: Floats,
  offsets: Uint32Array,
  guard: Bytes | undefined,
): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let count = 0
    for (; at < end; at += 1) if (guard === undefined || guard[at] === YES) count += 1
    out[row] = count
  }
}

export function anyLine(first: number, rows: number, out: Bytes, offsets: Uint32Array, guard: Bytes | undefined): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let any = 0
    for (; at < end; at += 1) if (guard === undefined || guard[at] === YES) any = 1
    out[row] = any
  }
}

/** The smallest or largest over the lines that count, 0 where none does; a line that imposes nothing has the value 0. */
export function extremeOfLines(
  first: number,
  rows: number,
  out: Floats,
  offsets: Uint32Array,
  guard: Bytes | undefined,
  values: Floats,
  smallest: boolean,
): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let best = 0
    let any = false
    for (; at < end; at += 1) {
      if (guard !== undefined && guard[at] !== YES) continue
      const value = values[at] as number
      if (!any || (smallest ? value < best : value > best)) best = value
      any = true
    }
    out[row] = best
  }
}

/**
 * What is open in any line that may count makes the whole open; among the others an event that has not happened decides. A
 * line that imposes nothing counts as zero, or leaves to the exact engine which of several kinds of none comes first.
 */
export function gatherStates(
  first: number,
  rows: number,
  out: Bytes,
  lines: LineColumns,
  guard: Bytes | undefined,
  states: Bytes | undefined,
  nothingIsZero: boolean,
): void {
  const { offsets, absent } = lines
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let state: number = absent?.[first + row] === 1 ? LEFT_OPEN : HAS_VALUE
    for (; at < end; at += 1) {
      const holds = guard === undefined ? YES : (guard[at] as number)
      if (holds === NO) continue
      const own = states === undefined ? HAS_VALUE : (states[at] as number)
      if (holds === OPEN || own === LEFT_OPEN || (own === IMPOSES_NOTHING && !nothingIsZero)) state = LEFT_OPEN
      else if (own === NOT_HAPPENED_YET && state !== LEFT_OPEN) state = NOT_HAPPENED_YET
    }
    out[row] = state
  }
}

export function allLines(
  first: number,
  rows: number,
  out: Bytes,
  { offsets, absent }: LineColumns,
  codes: Bytes,
): void {
  const begin = offsets[first] as number
  let at = 0
  for (let row = 0; row < rows; row += 1) {
    const end = (offsets[first + row + 1] as number) - begin
    let all: number = YES
    for (; at < end; at += 1) {
      const code = codes[at] as number
      if (code === NO) all = NO
      else if (code === OPEN && all === YES) all = OPEN
    }
    out[row] = absent?.[first + row] === 1 ? OPEN : all
  }
}
