/** Who acts for whom, who is invited, and which programs act: the rows, and what may be done with them. */
import { type MemberRole, type OrganizationKind, ROLES_OF } from '../kernel/authority.ts'

export interface Organization {
  readonly id: string
  readonly kind: OrganizationKind
  readonly name: string
  readonly registered_at: string
}

export interface Person {
  readonly id: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly registered_at: string
}

export interface Membership {
  readonly id: string
  readonly person_id: string
  readonly organization_id: string
  readonly kind: OrganizationKind
  readonly role: MemberRole
  readonly began_at: string
  readonly ended_at: string | null
}

export interface Invitation {
  readonly id: string
  readonly organization_id: string
  readonly kind: OrganizationKind
  readonly role: MemberRole
  readonly email: string
  readonly token_hash: string
  readonly invited_by: string
  readonly invited_at: string
  readonly expires_at: string
  readonly withdrawn_at: string | null
  readonly accepted_at: string | null
  readonly accepted_by: string | null
}

export interface ApiKey {
  readonly id: string
  readonly organization_id: string
  readonly kind: OrganizationKind
  readonly role: MemberRole
  readonly name: string
  readonly key_hash: string
  readonly issued_by: string
  readonly issued_at: string
  /** What it is for beside reading. */
  readonly commands: readonly string[]
  /** The last day on which it holds. */
  readonly expires_on: string
  /** How many days before that its administrators were last told. */
  readonly warned_days: number | null
  readonly last_used_on: string | null
  readonly revoked_at: string | null
}

export function isRoleOf(kind: OrganizationKind, role: string): role is MemberRole {
  return (ROLES_OF[kind] as readonly string[]).includes(role)
}

/** Whether an invitation can still be accepted. Instants are written alike, so they compare as texts. */
export function isOpen({ withdrawn_at, accepted_at, expires_at }: Invitation, now: string): boolean {
  return withdrawn_at === null && accepted_at === null && now < expires_at
}

export interface NameMissing {
  readonly code: 'name_missing'
  readonly place: '/body/name'
}

const LONGEST_NAME = 200

/** Without the spaces around it, or undefined where nothing is left or too much. */
export function readName(text: string): string | undefined {
  const name = text.trim()
  return name === '' || name.length > LONGEST_NAME ? undefined : name
}

/** As it is signed in with, or undefined where it is none. What counts is whether a letter arrives, so the check is slight. */
export function readEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && /^[^\s@<>",;:\p{Cc}]+@[^\s@.<>",;:\p{Cc}]+(?:\.[^\s@.<>",;:\p{Cc}]+)+$/u.test(email)
    ? email
    : undefined
}
