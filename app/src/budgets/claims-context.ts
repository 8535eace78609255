/** Claims are of firms and determinations, which stand to the right of budgets and say here what they are called. */
import { createContext } from 'react-router'
import type { Firm } from '../pages/firm-column.tsx'
import type { PageContext } from '../pages/page-call.ts'

export interface ClaimCalled {
  readonly firm: Firm | undefined
  /** The number of its determination. */
  readonly determination: string
}

interface Claimed {
  readonly manufacturer_id: string
  readonly determination_id: string
}

export type NameClaims = (context: PageContext, claims: readonly Claimed[]) => Promise<(claim: Claimed) => ClaimCalled>

export const claimsContext = createContext<NameClaims>()
