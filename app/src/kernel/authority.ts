/** Who may do what: one table, role × command, to which each slice contributes the rows of its commands. */

export type OrganizationKind =
  | 'regulator'
  | 'manufacturer'
  | 'accountant'
  | 'laboratory'
  | 'customs'
  | 'telecom'
  | 'supplier'
  | 'public'

/** Which roles a membership may have, by kind of organization. The database holds the same table (`organization_roles`). */
export const ROLES_OF = {
  regulator: [
    /** Proposes: reviews returns, runs assessments, prepares what another signs; registers organizations. */
    'case_officer',
    /** Decides what another prepared. */
    'approving_officer',
    /** Decides appeals, and nothing that he took part in. */
    'appellate_officer',
    'policy_officer',
    'analyst',
    'administrator',
  ],
  manufacturer: [
    /** Prepares returns. */
    'maker_clerk',
    /** Signs and files them. */
    'maker_signatory',
    'administrator',
  ],
  /** Acts for the firms that let it, in what they let it do. */
  accountant: ['accountant', 'administrator'],
  laboratory: ['laboratory_signatory', 'administrator'],
  customs: ['customs_officer', 'administrator'],
  telecom: ['telecom_regulator', 'administrator'],
  supplier: [
    /** Prepares attestations. */
    'supplier_clerk',
    /** Signs and withdraws them. */
    'supplier_signatory',
    'administrator',
  ],
  public: ['public', 'administrator'],
} as const satisfies Readonly<Record<OrganizationKind, readonly string[]>>

/** What a membership may be. An `administrator` invites the people of his own organization, and sees nothing of its business. */
export type MemberRole = (typeof ROLES_OF)[OrganizationKind][number]

/** `public` is anybody, signed in or not; `system` is the service itself, which no request can be. */
export type Role = MemberRole | 'system'

/** Those of the regulator who see cases: all its roles but the administrator. */
export const OFFICER_ROLES = [
  'case_officer',
  'approving_officer',
  'appellate_officer',
  'policy_officer',
  'analyst',
] as const

export function isOfficerRole(role: string): boolean {
  return OFFICER_ROLES.some((one) => one === role)
}

/** Those who act for a manufacturer in its business. */
export const MAKER_ROLES = ['maker_clerk', 'maker_signatory'] as const

/** Those who act for a maker of components in its business. */
export const SUPPLIER_ROLES = ['supplier_clerk', 'supplier_signatory'] as const

export type Authority = Readonly<Record<string, readonly Role[]>>

/** Every row of every slice. Two slices that name a command alike would decide about each other's. */
export function joinAuthority(...parts: readonly Authority[]): Authority {
  const rows = parts.flatMap((part) => Object.entries(part))
  const twice = rows.find(([command], index) => rows.findIndex(([other]) => other === command) !== index)
  if (twice !== undefined) throw new Error(`the command '${twice[0]}' has two rows in the table of authority`)
  return Object.fromEntries(rows)
}

/** What the public may do, everybody may. A command without a row is nobody's. */
export function isAllowed(authority: Authority, role: Role, command: string): boolean {
  const roles = authority[command] ?? []
  return roles.includes('public') || roles.includes(role)
}
