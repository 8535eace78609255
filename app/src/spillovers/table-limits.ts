/** How large a table may be that is read, here and there. */

export interface TableLimits {
  readonly bytes: number
  readonly unpacked: number
  readonly rows: number
  readonly columns: number
  /** With content. */
  readonly cells: number
  /** Solving takes time with the third power of them. */
  readonly sectors: number
}

export const MB = 1024 * 1024

/** What anybody may send to the service. */
export const SENT_LIMITS: TableLimits = {
  bytes: 8 * MB,
  unpacked: 80 * MB,
  rows: 1500,
  columns: 2000,
  cells: 1_000_000,
  sectors: 200,
}

/** What a person reads on his own machine: all countries of the published tables. */
export const OWN_LIMITS: TableLimits = {
  bytes: 500 * MB,
  unpacked: 1500 * MB,
  rows: 10_000,
  columns: 10_000,
  cells: 40_000_000,
  sectors: 1000,
}
