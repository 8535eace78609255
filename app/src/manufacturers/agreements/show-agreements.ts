/** What the pages of agreements are given. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import type { Handle } from '../../kernel/database.ts'
import { readAs } from '../../kernel/transaction.ts'
import type { Choice } from '../../pages/form.tsx'
import { idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsIn } from '../../policy-releases/laws-called.ts'
import { programmesPublished } from '../../policy-releases/release-in-force.ts'
import { manufacturersStanding, namesOfFirms } from '../read-manufacturers.ts'
import { type Agreement, lastDayOf } from './agreement.ts'
import { readAgreement, readAgreements } from './record-agreement.ts'

export interface AgreementView
  extends Pick<
    Agreement,
    'id' | 'maker_id' | 'owner_name' | 'brand' | 'models' | 'bound' | 'contract' | 'from_on' | 'ended'
  > {
  /** As the reader may know him. */
  readonly maker: string
  readonly programme: string
  readonly last_on: string | undefined
}

export async function showAgreements(context: PageContext, asked: string | undefined) {
  const id = idAsked(context, asked)
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { manufacturer, agreements } = settled(context, await readAgreements(database, actor, id))
  const goesOn = manufacturer.status === 'authorised' && manufacturer.ended_on === null
  return await readAs(database, actor, async (tables) => ({
    id,
    name: manufacturer.name,
    agreements: await shown(tables, context, agreements),
    form: goesOn && may('record_agreement') ? await formShown(tables, context, id) : undefined,
  }))
}

export async function showAgreement(context: PageContext, asked: string | undefined) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const found = settled(context, await readAgreement(database, actor, idAsked(context, asked)))
  const [view] = await readAs(database, actor, async (tables) => await shown(tables, context, [found]))
  if (view === undefined) throw new Error(`the agreement ${found.id} is not shown`)
  return { view, mayEnd: found.ended === null && may('end_agreement') }
}

async function shown(
  tables: Handle,
  context: PageContext,
  agreements: readonly Agreement[],
): Promise<readonly AgreementView[]> {
  const names = await namesOfFirms(
    tables,
    agreements.map(({ maker_id }) => maker_id),
  )
  const laws = await lawsIn(
    tables,
    context,
    agreements.map(({ programme }) => programme),
  )
  return agreements.map((one) => ({
    id: one.id,
    maker_id: one.maker_id,
    owner_name: one.owner_name,
    brand: one.brand,
    models: one.models,
    bound: one.bound,
    contract: one.contract,
    from_on: one.from_on,
    ended: one.ended,
    maker: names.get(one.maker_id) ?? '',
    programme: laws(one.programme).title,
    last_on: lastDayOf(one),
  }))
}

export interface AgreementFormShown {
  readonly owners: readonly Choice[]
  readonly programmes: readonly Choice[]
}

async function formShown(tables: Handle, context: PageContext, id: string): Promise<AgreementFormShown> {
  const firms = await manufacturersStanding(tables, 'authorised')
  const programmes = await programmesPublished(tables)
  const laws = await lawsIn(tables, context, programmes)
  return {
    owners: firms
      .filter((one) => one.id !== id && one.ended_on === null)
      .map(({ id: value, name, registration_number }) => ({ value, label: `${name} (${registration_number})` }))
      .toSorted((a, b) => a.label.localeCompare(b.label)),
    programmes: programmes.map((value) => ({ value, label: laws(value).title })),
  }
}
