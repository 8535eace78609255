/** Keys with which programs act for an organization. */
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
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
  | NameMissing
  | Extract<InvitationRefusal, { readonly code: 'role_not_of_kind' | 'organization_unknown' }>

export interface IssuedKey {
  readonly id: string
  /** Shown this once. */
  readonly key: string
}

/** It may do what its role may, except what takes a second factor, and except inviting people. */
export async function issueApiKey(
  identity: Identity,
  actor: Actor,
  input: { readonly name: string; readonly role: string },
): Promise<Outcome<IssuedKey, KeyRefusal>> {
  const name = readName(input.name)
  if (name === undefined) return { refused: { code: 'name_missing', place: '/body/name' } }
  return await recordCommand<IssuedKey, KeyRefusal>(identity, actor, 'issue_api_key', async (tables) => {
    const organization =
      actor.organization === undefined ? undefined : await findOrganization(tables, actor.organization)
    if (organization === undefined) return { refused: { code: 'organization_unknown' } }
    const { kind } = organization
    const { role } = input
    if (!isRoleOf(kind, role) || role === 'administrator') return { refused: { code: 'role_not_of_kind', role, kind } }
    const key = makeToken()
    const id = identity.makeId()
    await insertApiKey(tables, {
      id,
      organization_id: organization.id,
      kind,
      role,
      name,
      key_hash: hashToken(key),
      issued_by: actor.person,
      issued_at: instantText(identity.clock()),
      last_used_on: null,
      revoked_at: null,
    })
    return { done: { id, key }, subject: organization.id, details: { key: id, role, name } }
  })
}

export type SeenKey = Pick<ApiKey, 'id' | 'name' | 'role' | 'issued_at' | 'last_used_on' | 'revoked_at'>

export async function seeApiKeys(identity: Identity, actor: Actor): Promise<readonly SeenKey[]> {
  const { organization } = actor
  if (organization === undefined) return []
  const keys = await readAs(identity.database, actor, async (tables) => await apiKeysOf(tables, organization))
  return keys.map(({ id, name, role, issued_at, last_used_on, revoked_at }) => ({
    id,
    name,
    role,
    issued_at,
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
