/** Brings the licences of a firm to what the determinations about it that have effect say of them. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import { orderLicences, type Restriction } from '../licences/order-licences.ts'
import { type Determination, type DeterminedFinding, hasEffect, isImposed } from './determination.ts'
import { determinationsAbout } from './determinations-table.ts'

/** What programmes order by a verb and a noun, and which kinds each reaches. A concession is no licence: a sanction is read narrowly. */
const ORDERS: Readonly<Record<string, Pick<Restriction, 'order' | 'kinds'>>> = {
  'suspend licence': { order: 'suspend', kinds: ['import_licence', 'manufacturing_authorisation'] },
  'suspend import_licence': { order: 'suspend', kinds: ['import_licence'] },
  'suspend manufacturing_authorisation': { order: 'suspend', kinds: ['manufacturing_authorisation'] },
  'suspend concession': { order: 'suspend', kinds: ['concession'] },
  'withdraw concession': { order: 'withdraw', kinds: ['concession'] },
}

/** Undefined where it orders nothing about licences. */
export function orderOf({ effect }: Pick<DeterminedFinding, 'effect'>): (typeof ORDERS)[string] | undefined {
  return effect === null ? undefined : ORDERS[`${effect.verb} ${effect.noun}`]
}

interface Ordered {
  /** No order reaches back behind it. */
  readonly on: string
  /** As the orders name their cause. */
  readonly reason: string
}

/** The numbers of the licences that an order reached. */
export async function restrictLicences(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  cause: Determination,
  { on, reason }: Ordered,
): Promise<readonly string[]> {
  const { id, manufacturer_id, programme, rehearsal } = cause
  const all = await determinationsAbout(tables, cause)
  return await orderLicences(tables, recorder, actor, {
    manufacturer_id,
    programme,
    rehearsal,
    restrictions: restrictionsIn(all),
    determinations: new Set(all.map((one) => one.id)),
    on,
    reason,
    determination_id: id,
  })
}

/** What the sanctions suspend or withdraw that have effect and that no restoration has lifted. */
function restrictionsIn(determinations: readonly Determination[]): readonly Restriction[] {
  const lifted = new Set(
    determinations.filter((one) => one.kind === 'restoration' && hasEffect(one)).map(({ follows }) => follows),
  )
  return determinations
    .filter((one) => one.kind === 'sanction' && hasEffect(one) && !lifted.has(one.id))
    .flatMap(({ id, findings, decided }) =>
      findings.flatMap((finding): readonly Restriction[] => {
        const { power, from } = finding
        const ordered = orderOf(finding)
        if (ordered === undefined || power === null || !isImposed(finding)) return []
        return [{ ...ordered, determination_id: id, from: from ?? '', ordered_at: decided?.recorded_at ?? '' }]
      }),
    )
}
