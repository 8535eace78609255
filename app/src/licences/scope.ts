/** What an import licence or a concession is for: lines of the tariff, each for a time and with a quota of its own where it has one. */

export interface ScopeLine {
  /** The first digits of national lines of the Harmonized System, or all eight. */
  readonly hs_prefix: string
  /** Units of this line that may be imported; null where only the quota of the whole licence limits them. */
  readonly quota: number | null
  readonly valid_from: string
  readonly valid_until: string
}

/** Counted from 1, as granted, with what was drawn on it. */
export interface HeldLine extends ScopeLine {
  readonly position: number
  readonly drawn: number
}

export type ScopeRefusal =
  | {
      readonly code: 'scope_period'
      readonly hs_prefix: string
      readonly valid_from: string
      readonly valid_until: string
    }
  | { readonly code: 'scope_overlaps'; readonly one: string; readonly other: string }

/** Every import belongs to one line at most: of two that cover the same on a day nobody could say on which quota it is drawn. */
export function unfitScope(
  scope: readonly ScopeLine[],
  licence: Pick<ScopeLine, 'valid_from' | 'valid_until'>,
): ScopeRefusal | undefined {
  for (const [index, line] of scope.entries()) {
    const { hs_prefix, valid_from, valid_until } = line
    if (valid_until < valid_from || valid_from < licence.valid_from || valid_until > licence.valid_until)
      return { code: 'scope_period', hs_prefix, valid_from, valid_until }
    const other = scope.slice(index + 1).find((one) => coverTheSame(line, one))
    if (other !== undefined) return { code: 'scope_overlaps', one: hs_prefix, other: other.hs_prefix }
  }
  return undefined
}

function coverTheSame(one: ScopeLine, other: ScopeLine): boolean {
  const isSameGoods = one.hs_prefix.startsWith(other.hs_prefix) || other.hs_prefix.startsWith(one.hs_prefix)
  return isSameGoods && one.valid_from <= other.valid_until && other.valid_from <= one.valid_until
}

/** The one that covers what is imported on the day. */
export function lineFor<Line extends Omit<ScopeLine, 'quota'>>(
  scope: readonly Line[],
  hs_line: string,
  day: string,
): Line | undefined {
  return scope.find(
    ({ hs_prefix, valid_from, valid_until }) =>
      hs_line.startsWith(hs_prefix) && valid_from <= day && day <= valid_until,
  )
}
