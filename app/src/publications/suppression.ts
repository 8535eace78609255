/** When a cell of a published table is withheld, and why it was. */
import type { Exact } from '@maqami/engine/value/exact.ts'

export interface SuppressionRules {
  /** A cell of fewer firms is withheld. */
  readonly least_firms: number
  /** So is one of which a firm has more than this share. */
  readonly largest_share: Exact
  /** How far apart what a withheld cell of few firms could be must lie, as a share of what it is. */
  readonly least_width: Exact
}

/**
 * Why a cell is withheld: too few firms, one that is most of it, since an earlier edition too few were added to it (or it was withheld there), or only so
 * that another cannot be worked out.
 */
export const SUPPRESSIONS = ['few_firms', 'one_dominates', 'earlier_edition', 'protects_another'] as const
export type Suppression = (typeof SUPPRESSIONS)[number]
