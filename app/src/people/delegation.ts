/** What a firm lets its accountant do, and until when. */
import type { Membership } from './membership.ts'

export type Power = 'returns' | 'decisions' | 'notices' | 'models'

export interface Delegation {
  readonly id: string
  readonly organization_id: string
  readonly organization_kind: 'manufacturer'
  readonly accountant_id: string
  readonly accountant_kind: 'accountant'
  readonly powers: readonly Power[]
  readonly given_by: string
  readonly given_at: string
  /** The last day on which it holds. */
  readonly expires_on: string
  readonly ended_at: string | null
  readonly ended_by: string | null
}

/**
 * The commands behind each. What is signed, approved, invited, issued or finally released is in none: the firm's own people do that. A test
 * holds it to the table of authority.
 */
const POWERS: Readonly<Record<Power, readonly string[]>> = {
  returns: [
    'see_returns',
    'see_return',
    'see_document',
    'upload_return',
    'begin_draft',
    'see_draft',
    'edit_draft',
    'withdraw_draft',
    'assess_draft',
    'advise_return',
    'see_attestations',
  ],
  decisions: [
    'see_determinations',
    'see_determination',
    'see_determination_bundle',
    'see_determination_letter',
    'see_document',
    'see_statement',
    'see_own_statement',
    'see_firm_payments',
  ],
  notices: ['see_notices', 'see_notice', 'see_notice_file', 'see_document'],
  models: [
    'see_models',
    'register_model',
    'record_approval',
    'record_tac',
    'see_bill',
    'begin_bill',
    'edit_bill',
    'import_bill',
    'import_bill_table',
    'import_bill_workbook',
    'see_bill_errors',
  ],
}

/** What is due, of whom and under which licence: nobody could work without. */
const ALWAYS = [
  'see_clients',
  'see_calendar',
  'see_manufacturer',
  'see_records',
  'see_record',
  'see_licences',
  'see_licence',
]

export const ALL_POWERS = Object.keys(POWERS) as readonly Power[]

export function isPower(text: string): text is Power {
  return Object.hasOwn(POWERS, text)
}

export function commandsOf(powers: readonly Power[]): readonly string[] {
  return [...new Set([...ALWAYS, ...powers.flatMap((power) => POWERS[power])])]
}

export function holdsOn({ ended_at, expires_on }: Pick<Delegation, 'ended_at' | 'expires_on'>, day: string): boolean {
  return ended_at === null && day <= expires_on
}

/** The accountants for whom somebody works; their administrators see to people only. */
export function accountantsIn(memberships: readonly Pick<Membership, 'role' | 'organization_id'>[]): readonly string[] {
  return memberships.filter(({ role }) => role === 'accountant').map(({ organization_id }) => organization_id)
}
