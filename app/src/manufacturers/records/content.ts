/** What a firm says of each site, person to turn to, brand and owner. Every field is a text or left out; the days say when it is so. */

interface Lasting {
  readonly from_on: string
  readonly until_on: string | null
}

interface Contents {
  readonly site: Lasting & {
    readonly name: string
    readonly address: string
    readonly district: string
    /** UN/LOCODE: the country and the place, `PKLHE`. */
    readonly locode: string | null
    readonly makes: string
  }
  readonly contact: Lasting & Readonly<Record<'name' | 'role' | 'email' | 'phone', string>>
  readonly brand: Lasting & {
    readonly brand: string
    readonly owner: string
    /** Whether the firm owns the brand, or makes under contract for who does. */
    readonly basis: 'own' | 'contract'
    /** Number and day of the contract. */
    readonly contract: string | null
  }
  readonly owner: Lasting & {
    readonly name: string
    /** ISO 3166-1, two letters. */
    readonly country: string
    /** An exact decimal. */
    readonly share_percent: string
  }
}

export type RecordKind = keyof Contents
export const RECORD_KINDS = ['site', 'contact', 'brand', 'owner'] as const satisfies readonly RecordKind[]

export type Stated = {
  readonly [Kind in RecordKind]: { readonly kind: Kind; readonly content: Contents[Kind] }
}[RecordKind]

/** In the order in which forms ask for them. */
export const FIELDS = {
  site: ['name', 'address', 'district', 'locode', 'makes', 'from_on', 'until_on'],
  contact: ['name', 'role', 'email', 'phone', 'from_on', 'until_on'],
  brand: ['brand', 'owner', 'basis', 'contract', 'from_on', 'until_on'],
  owner: ['name', 'country', 'share_percent', 'from_on', 'until_on'],
} as const satisfies { readonly [Kind in RecordKind]: readonly (keyof Contents[Kind])[] }
