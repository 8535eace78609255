/** What is looked for, and what was found. */

export const LEAST_LETTERS = 2
export const MOST_LETTERS = 100
/** Of each kind so many are shown; whoever wants others says more. */
export const MOST_FOUND = 10

/** A hash is long: a few of its digits may be anything. */
const LEAST_OF_HASH = 8

export const FOUND_KINDS = [
  'manufacturers',
  'licences',
  'returns',
  'determinations',
  'notices',
  'appeals',
  'models',
  'documents',
  'people',
] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

export interface Found {
  readonly id: string
  /** Its name or number, as it is written. */
  readonly title: string
  readonly programme: string | null
  /** What else tells it from others: a registration number, of which kind it is, a brand, a hash, an address for letters. */
  readonly detail: string | null
  /** As it stands today; of people, as what they act. */
  readonly state: string | null
  /** Whose it is, where the reader sees the things of several firms. */
  readonly firm: { readonly id: string; readonly name: string } | null
  /** The page where it stands. */
  readonly href: string
}

export interface FoundGroup {
  readonly kind: FoundKind
  readonly items: readonly Found[]
  /** There are others. */
  readonly more: boolean
}

export interface SearchRefusal {
  readonly code: 'search_short'
  readonly place: '/querystring/q'
  readonly least: number
}

/** What is looked up under what was typed, which is folded: the letters of all words without what stands between them. */
export interface Wanted {
  readonly beginnings: readonly string[]
  readonly isHash: boolean
  /** `2027-28`, `2028-07`: returns of this period. */
  readonly period: string | undefined
  /** What was typed beside the period. */
  readonly beside: string | undefined
}

const PERIOD = /(?:^| )((?:19|20)\d\d) (\d\d)(?= |$)/

export function wantedOf(folded: string): Wanted {
  const whole = folded.replaceAll(' ', '')
  const period = PERIOD.exec(folded)
  const beside = period === null ? '' : folded.replace(PERIOD, '').replaceAll(' ', '')
  const hash = whole.replace(/^sha256/, '')
  return {
    beginnings: [...new Set([whole, padded(whole), hash])].filter((one) => one.length >= LEAST_LETTERS),
    isHash: hash.length >= LEAST_OF_HASH && /^[0-9a-f]+$/.test(hash),
    period: period === null ? undefined : `${period[1]}-${period[2]}`,
    beside: beside.length < LEAST_LETTERS ? undefined : beside,
  }
}

/** `il12` as `IL-000012` is written: numbers are given with six digits. */
function padded(whole: string): string {
  return whole.replace(/^([a-z]{0,2})(\d{1,5})$/, (_all, letters: string, digits: string) => {
    return `${letters}${digits.padStart(6, '0')}`
  })
}
