/** Who is bound on a day: by what name a firm goes, who answers for it, and who holds each licence that it ever held. */
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { heldFrom, holderOn, type LicenceStatus, statusOn } from '../licences/licence.ts'
import { licencesIn } from '../licences/read-licences.ts'
import { boundOn, type FirmEvent, nameOn } from '../manufacturers/life/life.ts'
import { eventsApproved } from '../manufacturers/life/read-life.ts'
import type { ManufacturerRefusal } from '../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'

interface Named {
  readonly id: string
  /** On that day. */
  readonly name: string
}

export interface Bound {
  readonly on: string
  readonly firm: Named
  /** Who answers for what the firm owed by that day: returns, notices and balances. */
  readonly answers: Named
  readonly licences: readonly {
    readonly number: string
    readonly programme: string
    readonly status: LicenceStatus
    readonly holder: Named
  }[]
}

export async function readBound(
  database: Database,
  actor: Actor,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<Outcome<Bound, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const firm = await manufacturerIn(tables, id)
    if (firm === undefined) return { refused: { code: 'manufacturer_unknown' } }
    const life = await eventsApproved(tables)
    const named = async (one: string): Promise<Named> => ({ id: one, name: await nameThen(tables, life, one, on) })
    const licences: Bound['licences'][number][] = []
    for (const licence of await licencesIn(tables, id)) {
      if ((heldFrom(licence, id) ?? on) > on) continue
      const holder = await named(holderOn(licence, on))
      licences.push({ number: licence.number, programme: licence.programme, status: statusOn(licence, on), holder })
    }
    return {
      done: { on, firm: { id, name: nameOn(firm.names, on) }, answers: await named(boundOn(life, id, on)), licences },
    }
  })
}

/** A firm that the reader may not see has the name by which the event called it that concerns him. */
async function nameThen(tables: Handle, life: readonly FirmEvent[], id: string, on: string): Promise<string> {
  const known = await manufacturerIn(tables, id)
  return known === undefined
    ? (life.findLast(({ decided }) => decided?.names?.[id] !== undefined)?.decided?.names?.[id] ?? '')
    : nameOn(known.names, on)
}
