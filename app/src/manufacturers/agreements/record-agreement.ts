/** An officer records an agreement by which a maker makes for a brand, and that it ended before its day. */
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { Manufacturer, ManufacturerRefusal, NotAuthorised } from '../manufacturer.ts'
import { findManufacturer } from '../manufacturers-table.ts'
import { authorisedIn } from '../read-manufacturers.ts'
import { type Agreement, type AgreementRefusal, lastDayOf, type NewAgreement, unfitAgreement } from './agreement.ts'
import { agreementsOf, findAgreement, insertAgreement, insertAgreementEnd } from './agreements-table.ts'

export async function recordAgreement(
  recorder: Recorder,
  actor: Actor,
  agreement: NewAgreement,
): Promise<Outcome<Agreement, AgreementRefusal | NotAuthorised>> {
  return await recordCommand<Agreement, AgreementRefusal | NotAuthorised>(
    recorder,
    actor,
    'record_agreement',
    async (tables) => {
      const { maker_id, owner_id } = agreement
      for (const firm of [maker_id, ...(owner_id === null ? [] : [owner_id])]) {
        const known = await authorisedIn(tables, firm)
        if ('refused' in known) return known
      }
      const others = (await agreementsOf(tables, maker_id)).filter((one) => one.maker_id === maker_id)
      const unfit = unfitAgreement(agreement, others)
      if (unfit !== undefined) return { refused: unfit }
      // What else was sent beside them is not looked at.
      const { owner_name, programme, brand, models, bound, contract, from_on, until_on } = agreement
      const terms = { owner_name, programme, brand, models, bound, contract, from_on, until_on }
      const row = { id: recorder.makeId(), maker_id, owner_id, ...terms }
      const recorded_at = instantText(recorder.clock())
      await insertAgreement(tables, { ...row, recorded_at, recorded_by: actor.person })
      return { done: { ...row, ended: null }, subject: `manufacturer ${maker_id}`, details: { ...row } }
    },
  )
}

export interface EndAgreement {
  readonly id: string
  readonly last_on: string
  readonly reason: string
}

export async function endAgreement(
  recorder: Recorder,
  actor: Actor,
  { id, last_on, reason }: EndAgreement,
): Promise<Outcome<Agreement, AgreementRefusal>> {
  return await recordCommand<Agreement, AgreementRefusal>(recorder, actor, 'end_agreement', async (tables) => {
    const found = await findAgreement(tables, id)
    if (found === undefined) return { refused: { code: 'agreement_unknown' } }
    if (found.ended !== null) return { refused: { code: 'agreement_ended', last_on: found.ended.last_on } }
    const { from_on, until_on } = found
    const last = lastDayOf(found)
    if (last_on < from_on || (last !== undefined && last_on >= last))
      return { refused: { code: 'agreement_end_day', from_on, until_on } }
    const recorded_at = instantText(recorder.clock())
    await insertAgreementEnd(tables, { agreement_id: id, last_on, reason, recorded_at, recorded_by: actor.person })
    return {
      done: { ...found, ended: { last_on, reason } },
      subject: `manufacturer ${found.maker_id}`,
      details: { agreement: id, last_on, reason },
    }
  })
}

/** The same within the transaction of another slice. */
export async function agreementsIn(tables: Handle, firm: string): Promise<readonly Agreement[]> {
  return await agreementsOf(tables, firm)
}

export interface FirmAgrees {
  readonly manufacturer: Manufacturer
  readonly agreements: readonly Agreement[]
}

/** Those in which it makes, and those about its brands. */
export async function readAgreements(
  database: Database,
  actor: Actor,
  firm: string,
): Promise<Outcome<FirmAgrees, ManufacturerRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const manufacturer = await findManufacturer(tables, firm)
    if (manufacturer === undefined) return { refused: { code: 'manufacturer_unknown' } }
    return { done: { manufacturer, agreements: await agreementsOf(tables, firm) } }
  })
}

export async function readAgreement(
  database: Database,
  actor: Actor,
  id: string,
): Promise<Outcome<Agreement, AgreementRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findAgreement(tables, id))
  return found === undefined ? { refused: { code: 'agreement_unknown' } } : { done: found }
}
