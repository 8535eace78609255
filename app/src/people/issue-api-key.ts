/** Keys with which programs act for an organization. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText, today } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { KeyCommand } from '../kernel/key-scope.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { apiKeysOf, insertApiKey, revokeApiKeyAt } from './api-keys-table.ts'
import type { InvitationRefusal } from './invite-person.ts'
import { type ApiKey, isRoleOf, type NameMissing, readName } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { findOrganization } from './people-table.ts'
import { hashToken, makeToken } from './secret-token.ts'

export type KeyRefusal =
  | { readonly code: 'key_unknown' }
  | { readonly code: 'key_days'; readonly place: '/body/days'; readonly most: number }
  | {
      readonly code: 'command_not_for_key'
      readonly place: '/body/commands'
      readonly command: string
      readonly role: string
    }
  | NameMissing
  | Extract<InvitationRefusal, { readonly code: 'role_not_of_kind' | 'organization_unknown' }>

export interface IssuedKey {
  readonly id: string
  /** Shown this once. */
  readonly key: string
  readonly expires_on: string
}

export interface KeyWanted {
  readonly name: string
  readonly role: string
  /** What it is to do beside reading. */
  readonly commands: readonly string[]
  /** For how many days after today it holds. */
  readonly days: number
}

export const USUAL_DAYS = 90
export const MOST_DAYS = 365

/** It reads what its role may, and does what it names of what `offered` is for its role. */
export async function issueApiKey(
  identity: Identity,
  offered: readonly KeyCommand[],
  actor: Actor,
  input: KeyWanted,
): Promise<Outcome<IssuedKey, KeyRefusal>> {
  const name = readName(input.name)
  if (name === undefined) return { refused: { code: 'name_missing', place: '/body/name' } }
  const { role, days } = input
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return { refused: { code: 'key_days', place: '/body/days', most: MOST_DAYS } }
  return await recordCommand<IssuedKey, KeyRefusal>(identity, actor, 'issue_api_key', async (tables) => {
    const organization =
      actor.organization === undefined ? undefined : await findOrganization(tables, actor.organization)
    if (organization === undefined) return { refused: { code: 'organization_unknown' } }
    const { kind } = organization
    if (!isRoleOf(kind, role) || role === 'administrator') return { refused: { code: 'role_not_of_kind', role, kind } }
    const commands = [...new Set(input.commands)].toSorted()
    const unfit = commands.find((one) => !offered.some(({ command, roles }) => command === one && roles.includes(role)))
    if (unfit !== undefined)
      return { refused: { code: 'command_not_for_key', place: '/body/commands', command: unfit, role } }
    const key = makeToken()
    const id = identity.makeId()
    const expires_on = formatDay(today(identity.clock) + days)
    await insertApiKey(tables, {
      id,
      organization_id: organization.id,
      kind,
      role,
      name,
      key_hash: hashToken(key),
      issued_by: actor.person,
      issued_at: instantText(identity.clock()),
      commands,
      expires_on,
      warned_days: null,
      last_used_on: null,
      revoked_at: null,
    })
    return {
      done: { id, key, expires_on },
      subject: organization.id,
      details: { key: id, role, name, commands, expires_on },
    }
  })
}

export type SeenKey = Pick<
  ApiKey,
  'id' | 'name' | 'role' | 'commands' | 'issued_at' | 'expires_on' | 'last_used_on' | 'revoked_at'
>

export async function seeApiKeys(identity: Identity, actor: Actor): Promise<readonly SeenKey[]> {
  const { organization } = actor
  if (organization === undefined) return []
  const keys = await readAs(identity.database, actor, async (tables) => await apiKeysOf(tables, organization))
  return keys.map(({ id, name, role, commands, issued_at, expires_on, last_used_on, revoked_at }) => ({
    id,
    name,
    role,
    commands,
    issued_at,
    expires_on,
    last_used_on,
    revoked_at,
  }))
}

export async function revokeApiKey(
  identity: Identity,
  actor: Actor,
  input: { readonly key: string },
): Promise<Outcome<Record<string, never>, KeyRefusal>> {
  return await recordCommand<Record<string, never>, KeyRefusal>(identity, actor, 'revoke_api_key', async (tables) => {
    const { key } = input
    const revoked = isId(key) ? await revokeApiKeyAt(tables, key, instantText(identity.clock())) : undefined
    if (revoked === undefined) return { refused: { code: 'key_unknown' } }
    return { done: {}, subject: revoked.organization_id, details: { key: revoked.id } }
  })
}
