/** What a supplier agreed that makers may find: a class of component, where it makes it, and how many a year. */
import { COMPONENT_CLASSES, type ComponentClass } from '../commitments/candidate.ts'

/** Those for which makers of components come here. */
export const SUPPLY_CLASSES = COMPONENT_CLASSES

export interface NewSupply {
  readonly component_class: ComponentClass
  readonly district: string
  /** Pieces a year. */
  readonly capacity: number
  /** As the supplier states it; null where it states none. */
  readonly certificate: string | null
}

export interface Supply extends NewSupply {
  readonly id: string
  readonly organization_id: string
  readonly organization_name: string
  readonly listed_at: string
}

/** Empty is any. */
export interface SuppliesAsked {
  readonly component_class: string
  readonly district: string
  /** Any part of what it is called. */
  readonly certificate: string
  /** Pieces a year; 0 is any. */
  readonly least_capacity: number
}

export const LARGEST_CAPACITY = 999_999_999

export type SupplyRefusal = { readonly code: 'supply_unknown' }
