/** A firm lets its accountant do some of its work, sees what it has let him do, and ends it. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText, today } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Delegation, isPower } from './delegation.ts'
import {
  accountantsNamed,
  delegationsOf,
  endDelegationAt,
  findDelegation,
  insertDelegation,
  type NamedDelegation,
} from './delegations-table.ts'
import type { Organization } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { findOrganization } from './people-table.ts'

export type DelegationRefusal =
  | { readonly code: 'accountant_unknown' }
  | { readonly code: 'delegation_unknown' }
  | { readonly code: 'power_unknown'; readonly place: '/body/powers' }
  | { readonly code: 'delegation_days'; readonly place: '/body/days'; readonly most: number }

export interface DelegationWanted {
  readonly accountant: string
  readonly powers: readonly string[]
  /** For how many days after today it holds. */
  readonly days: number
}

export interface Given {
  readonly delegation: string
  readonly expires_on: string
}

export const MOST_DELEGATED_DAYS = 365

/** What the accountant was let do before ends with it. */
export async function giveDelegation(
  identity: Identity,
  actor: Actor,
  { accountant, days, ...wanted }: DelegationWanted,
): Promise<Outcome<Given, DelegationRefusal>> {
  return await recordCommand<Given, DelegationRefusal>(identity, actor, 'give_delegation', async (tables) => {
    const firm = await findOrganization(tables, actor.organization ?? '')
    const found = isId(accountant) ? await findOrganization(tables, accountant) : undefined
    if (found?.kind !== 'accountant' || firm?.kind !== 'manufacturer')
      return { refused: { code: 'accountant_unknown' } }
    const powers = [...new Set(wanted.powers)].filter(isPower).toSorted()
    if (powers.length === 0 || !wanted.powers.every(isPower))
      return { refused: { code: 'power_unknown', place: '/body/powers' } }
    if (!Number.isInteger(days) || days < 1 || days > MOST_DELEGATED_DAYS)
      return { refused: { code: 'delegation_days', place: '/body/days', most: MOST_DELEGATED_DAYS } }
    const now = instantText(identity.clock())
    const before = await findDelegation(tables, firm.id, found.id)
    if (before !== undefined) await endDelegationAt(tables, before.id, { ended_at: now, ended_by: actor.person })
    const given: Delegation = {
      id: identity.makeId(),
      organization_id: firm.id,
      organization_kind: firm.kind,
      accountant_id: found.id,
      accountant_kind: found.kind,
      powers,
      given_by: actor.person,
      given_at: now,
      expires_on: formatDay(today(identity.clock) + days),
      ended_at: null,
      ended_by: null,
    }
    await insertDelegation(tables, given)
    const { id: delegation, expires_on } = given
    return {
      done: { delegation, expires_on },
      subject: found.id,
      details: { delegation, powers, expires_on, ...(before === undefined ? {} : { instead_of: before.id }) },
    }
  })
}

/** By the firm, or by the accountant who wants to act for it no longer. From then on nothing more can be done under it. */
export async function endDelegation(
  identity: Identity,
  actor: Actor,
  input: { readonly delegation: string },
): Promise<Outcome<Record<string, never>, DelegationRefusal>> {
  return await recordCommand<Record<string, never>, DelegationRefusal>(
    identity,
    actor,
    'end_delegation',
    async (tables) => {
      const at = { ended_at: instantText(identity.clock()), ended_by: actor.person }
      const ended = isId(input.delegation) ? await endDelegationAt(tables, input.delegation, at) : undefined
      if (ended === undefined) return { refused: { code: 'delegation_unknown' } }
      return {
        done: {},
        subject: ended.organization_id,
        details: { delegation: ended.id, accountant: ended.accountant_id },
      }
    },
  )
}

export interface SeenDelegations {
  readonly delegations: readonly NamedDelegation[]
  /** Whom the firm may choose. */
  readonly accountants: readonly Pick<Organization, 'id' | 'name'>[]
}

export async function seeDelegations({ database }: Pick<Identity, 'database'>, actor: Actor): Promise<SeenDelegations> {
  const organization = actor.organization ?? ''
  return await readAs(database, actor, async (tables) => ({
    delegations: await delegationsOf(tables, organization),
    accountants: await accountantsNamed(tables),
  }))
}
