/** A supplier agrees to be found by makers, and takes that back. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { organizationIn } from '../people/name-people.ts'
import { deleteSupply, insertSupply } from './supplies-table.ts'
import type { NewSupply, Supply, SupplyRefusal } from './supply.ts'

/** What it said of the class before is replaced. */
export async function listSupply(recorder: Recorder, actor: Actor, said: NewSupply): Promise<Outcome<Supply, never>> {
  const { component_class, district, capacity, certificate } = said
  const about = { component_class, district, capacity, certificate }
  return await recordCommand<Supply, never>(recorder, actor, 'list_supply', async (tables) => {
    const organization_id = actor.organization ?? ''
    const organization_name = (await organizationIn(tables, organization_id))?.name ?? ''
    await deleteSupply(tables, organization_id, component_class)
    const listed_at = instantText(recorder.clock())
    const row = { id: recorder.makeId(), organization_id, organization_name, ...about, listed_at }
    await insertSupply(tables, { ...row, listed_by: actor.person })
    return { done: row, subject: `supply ${component_class}`, details: about }
  })
}

export async function endSupply(
  recorder: Recorder,
  actor: Actor,
  { component_class }: Pick<NewSupply, 'component_class'>,
): Promise<Outcome<{ readonly component_class: NewSupply['component_class'] }, SupplyRefusal>> {
  return await recordCommand<{ component_class: NewSupply['component_class'] }, SupplyRefusal>(
    recorder,
    actor,
    'end_supply',
    async (tables) => {
      const was = await deleteSupply(tables, actor.organization ?? '', component_class)
      if (!was) return { refused: { code: 'supply_unknown' } }
      return { done: { component_class }, subject: `supply ${component_class}`, details: {} }
    },
  )
}
