/** Where a file of the house stands: which part it belongs to, and what kind of file it is there. */
import { posix } from 'node:path'
import { stemOf } from './tree.ts'

/** The slices from left to right. A slice never knows one on its right; to change the order, write a decision record. */
export const SLICES: readonly string[] = [
  'audit-log',
  'jobs',
  'people',
  'documents',
  'referrals',
  'holidays',
  'ledger',
  'policy-releases',
  'budgets',
  'manufacturers',
  'licences',
  'laboratories',
  'certificates',
  'products',
  'tests',
  'attestations',
  'returns',
  'case-facts',
  'evidence',
  'assessments',
  'determinations',
  'notices',
  'payments',
  'receipts',
  'successions',
  'sanctions',
  'appeals',
  'progress',
  'comparisons',
  'spillovers',
  'simulations',
  'statistics',
  'publications',
  'goals',
  'deadlines',
  'meetings',
  'commitments',
  'components',
  'exports',
  'consultations',
  'retention',
  'history',
  'search',
  'webhooks',
  'desks',
  'demonstration',
]

/** A noun holds types and pure functions, a verb is a command, a table knows its SQL, a face is a route or a page. */
export type Role = 'noun' | 'verb' | 'table' | 'face'

export interface InSlice {
  readonly part: 'slice'
  readonly slice: string
  readonly role: Role
}

export type Place =
  | InSlice
  | { readonly part: 'engine' }
  | { readonly part: 'kernel' }
  /** What all pages are made of. It knows the kernel and no slice. */
  | { readonly part: 'pages' }
  /** `app/src/main.ts` and its like, which put the slices together. */
  | { readonly part: 'edge' }
  | { readonly part: 'elsewhere' }

export function placeOf(path: string): Place {
  if (path.startsWith('engine/src/')) return { part: 'engine' }
  if (path.startsWith('app/src/kernel/')) return { part: 'kernel' }
  if (path.startsWith('app/src/pages/')) return { part: 'pages' }
  const [, slice, inSlice] = /^app\/src\/([^/]+)(\/)?/.exec(path) ?? []
  if (slice === undefined) return { part: 'elsewhere' }
  return inSlice === undefined ? { part: 'edge' } : { part: 'slice', slice, role: roleOf(slice, stemOf(path)) }
}

/**
 * The noun of a slice is named after it (`licence.ts` in `licences`), or is one word (`entry.ts` in `ledger`);
 * a command says what it does to what (`suspend-licence.ts`).
 */
function roleOf(slice: string, stem: string): Role {
  if (stem.endsWith('-table')) return 'table'
  if (stem.endsWith('-api') || stem.endsWith('-page')) return 'face'
  return stem === slice || stem === slice.replace(/s$/, '') || !stem.includes('-') ? 'noun' : 'verb'
}

/** The file of this repository that an import means, or undefined for a library. */
export function targetOf(importer: string, specifier: string): string | undefined {
  // What a bundler is to make of a file stands behind it: `./island.ts?worker&url`.
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''))
  const [, inEngine] = /^@maqami\/engine\/(.+)$/.exec(specifier) ?? []
  return inEngine === undefined ? undefined : `engine/src/${inEngine}`
}
