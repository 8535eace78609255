/** Who is bound on a day: by what name a firm goes, who answers for it, and who holds each licence that it ever held. */
import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { heldFrom, holderOn, type LicenceStatus, statusOn } from '../licences/licence.ts'
import { licencesIn } from '../licences/read-licences.ts'
import {
  type Agreement,
  agreementOn,
  boundBy,
  boundForMade,
  holdsOn,
  type Made,
} from '../manufacturers/agreements/agreement.ts'
import { agreementsIn } from '../manufacturers/agreements/record-agreement.ts'
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
  /** Those that hold on the day, under which it makes or of its brands. */
  readonly agreements: readonly {
    readonly id: string
    readonly programme: string
    readonly brand: string
    /** All models of the brand where none is named. */
    readonly models: readonly string[]
    readonly maker: Named
    /** As the contract calls him. */
    readonly owner: string
    /** Who is held to the localization of what is made under it. */
    readonly bound: Named
  }[]
  /** Of what was asked for beside the day; null where nothing was. */
  readonly made: { readonly agreement_id: string | null; readonly bound: Named } | null
}

interface BoundAsked {
  readonly id: string
  readonly on: string
  /** What the firm made. */
  readonly made: Omit<Made, 'maker_id'> | undefined
}

export async function readBound(
  database: Database,
  actor: Actor,
  { id, on, made }: BoundAsked,
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
    // A brand and the obligation for it pass with the firm whose they are.
    const bindsOn = async (one: string): Promise<Named> => await named(boundOn(life, one, on))
    const all = await agreementsIn(tables, id)
    const agreements: Bound['agreements'][number][] = []
    for (const one of all.filter((agreement) => holdsOn(agreement, on))) {
      const { programme, brand, models, owner_name: owner } = one
      const [maker, bound] = [await named(one.maker_id), await bindsOn(boundBy(one))]
      agreements.push({ id: one.id, programme, brand, models, maker, owner, bound })
    }
    const asked = made === undefined ? undefined : { ...made, maker_id: id }
    return {
      done: {
        on,
        firm: { id, name: nameOn(firm.names, on) },
        answers: await bindsOn(id),
        licences,
        agreements,
        made: asked === undefined ? null : await madeUnder(all, asked, on, bindsOn),
      },
    }
  })
}

async function madeUnder(
  all: readonly Agreement[],
  made: Made,
  on: string,
  named: (id: string) => Promise<Named>,
): Promise<Bound['made']> {
  const agreement_id = agreementOn(all, made, on)?.id ?? null
  return { agreement_id, bound: await named(boundForMade(all, made, on)) }
}

/** A firm that the reader may not see has the name by which the event called it that concerns him. */
async function nameThen(tables: Handle, life: readonly FirmEvent[], id: string, on: string): Promise<string> {
  const known = await manufacturerIn(tables, id)
  return known === undefined
    ? (life.findLast(({ decided }) => decided?.names?.[id] !== undefined)?.decided?.names?.[id] ?? '')
    : nameOn(known.names, on)
}
