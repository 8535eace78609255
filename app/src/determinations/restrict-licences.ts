/** Brings the licences of a firm to what the determinations about it that have effect say of them. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type LicencePlan, orderLicences, planLicences, type Restriction } from '../licences/order-licences.ts'
import { type Determination, type DeterminedFinding, hasEffect, isImposed } from './determination.ts'
import { determinationsAbout } from './determinations-table.ts'
import { decidedReply, recommendedIn } from './recommendations/recommendation.ts'
import { repliesTo } from './recommendations/recommendations-table.ts'
import { findingsNow } from './standing.ts'

/** What programmes order by a verb and a noun, and which kinds each reaches. A concession is no licence: a sanction is read narrowly. */
const ORDERS: Readonly<Record<string, Pick<Restriction, 'order' | 'kinds' | 'percent'>>> = {
  'suspend licence': { order: 'suspend', kinds: ['import_licence', 'manufacturing_authorisation'] },
  'suspend import_licence': { order: 'suspend', kinds: ['import_licence'] },
  'suspend manufacturing_authorisation': { order: 'suspend', kinds: ['manufacturing_authorisation'] },
  'suspend concession': { order: 'suspend', kinds: ['concession'] },
  'withdraw concession': { order: 'withdraw', kinds: ['concession'] },
  'restrict import_licence': { order: 'restrict', kinds: ['import_licence'] },
  'restrict concession': { order: 'restrict', kinds: ['concession'] },
  'revoke licence': { order: 'revoke', kinds: ['import_licence', 'manufacturing_authorisation'] },
  'revoke import_licence': { order: 'revoke', kinds: ['import_licence'] },
  'revoke manufacturing_authorisation': { order: 'revoke', kinds: ['manufacturing_authorisation'] },
  'revoke concession': { order: 'revoke', kinds: ['concession'] },
}

/** Undefined where it orders nothing about licences. A share of a hundred percent or more restricts nothing, and none is below zero. */
export function orderOf({
  effect,
  value,
}: Pick<DeterminedFinding, 'effect' | 'value'>): (typeof ORDERS)[string] | undefined {
  const known = effect === null ? undefined : ORDERS[`${effect.verb} ${effect.noun}`]
  if (known?.order !== 'restrict') return known
  const percent = SHARE.exec(value)?.[1]
  return percent === undefined ? undefined : { ...known, percent }
}

const SHARE = /^(\d{1,2}(?:\.\d{1,20})?)%$/

/** The orders that are missing, given what the determinations about the firm are; `on` is the day behind which none reaches back. */
export async function plannedLicences(
  tables: Handle,
  { id, manufacturer_id, programme, rehearsal }: Determination,
  all: readonly Determination[],
  on: string,
): Promise<readonly LicencePlan[]> {
  return await planLicences(tables, {
    manufacturer_id,
    programme,
    rehearsal,
    restrictions: [...restrictionsIn(all), ...(await orderedByOthers(tables, all))],
    determinations: new Set(all.map((one) => one.id)),
    on,
    determination_id: id,
  })
}

/** The numbers of the licences that an order reached, which names its cause: the number of an appeal. */
export async function restrictLicences(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  cause: Determination,
  { on, reason }: { readonly on: string; readonly reason: string },
): Promise<readonly string[]> {
  const plans = await plannedLicences(tables, cause, await determinationsAbout(tables, cause), on)
  return await orderLicences(tables, recorder, actor, plans, reason)
}

/** What the sanctions order that have effect and that no restoration has lifted. A cure lifts no revocation: only what quashes it does. */
function restrictionsIn(determinations: readonly Determination[]): readonly Restriction[] {
  const lifted = new Set(
    determinations.filter((one) => one.kind === 'restoration' && hasEffect(one)).map(({ follows }) => follows),
  )
  return determinations
    .filter((one) => one.kind === 'sanction' && hasEffect(one))
    .flatMap(({ id, findings, standings, decided }) =>
      findingsNow({ findings, standings }).flatMap((finding): readonly Restriction[] => {
        const { power, from } = finding
        const ordered = orderOf(finding)
        if (ordered === undefined || power === null || !isImposed(finding)) return []
        if (lifted.has(id) && ordered.order !== 'revoke') return []
        return [{ ...ordered, determination_id: id, from: from ?? '', ordered_at: decided?.recorded_at ?? '' }]
      }),
    )
}

/** What authorities ordered to whom it was recommended. Neither a cure nor what becomes of the recommendation ends it: only they lift it, and no revocation. */
async function orderedByOthers(tables: Handle, all: readonly Determination[]): Promise<readonly Restriction[]> {
  const recommended = all.filter(({ kind, findings }) => kind === 'sanction' && recommendedIn(findings).length > 0)
  const replies = await repliesTo(
    tables,
    recommended.map(({ id }) => id),
  )
  return recommended.flatMap(({ id, findings }) => {
    const own = replies.filter(({ determination_id }) => determination_id === id)
    const accepted = own.findLast(({ kind }) => kind === 'accepted')
    if (accepted === undefined) return []
    const isLifted = decidedReply(own)?.kind !== 'accepted'
    return recommendedIn(findings).flatMap((finding): readonly Restriction[] => {
      const ordered = orderOf(finding)
      if (ordered === undefined || (isLifted && ordered.order !== 'revoke')) return []
      const { effective_on, recorded_at } = accepted
      return [{ ...ordered, determination_id: id, from: effective_on ?? '', ordered_at: recorded_at }]
    })
  })
}
