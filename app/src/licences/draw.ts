/** An import that customs booked against a quota. */
export interface Draw {
  readonly id: string
  readonly licence_id: string
  /** The customs entry. */
  readonly entry: string
  readonly units: number
  /** Null of what was drawn before draws said it. */
  readonly hs_line: string | null
  /** Null where the licence is for all goods. */
  readonly scope_position: number | null
  /** The day of the import. */
  readonly drawn_on: string
  /** Units left when it was drawn, of the line and of the whole the less; null where there is no limit, and of what was drawn before it was kept. */
  readonly remaining: number | null
  /** The reversed draw in whose place it stands. */
  readonly replaces: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Reversal {
  readonly draw_id: string
  readonly licence_id: string
  readonly reason: string
  readonly recorded_at: string
  readonly recorded_by: string
}

/** With what became of it. */
export interface HeldDraw extends Draw {
  /** The number of the licence. */
  readonly licence: string
  readonly reversed: Pick<Reversal, 'reason' | 'recorded_at' | 'recorded_by'> | null
}
