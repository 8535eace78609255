/** To whom and under which programme a licence can be granted. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturerIn, manufacturersStanding } from '../manufacturers/read-manufacturers.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { dayText } from '../pages/when.ts'
import { lawsIn } from '../policy-releases/laws-called.ts'
import { programmesPublished } from '../policy-releases/release-in-force.ts'
import { findLicence } from './licences-table.ts'

export interface Grantable {
  readonly manufacturers: readonly { readonly value: string; readonly label: string }[]
  readonly programmes: readonly { readonly value: string; readonly label: string; readonly isRehearsal: boolean }[]
}

export async function grantable(context: PageContext): Promise<Grantable> {
  const { actor } = context.get(pageCall)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const authorised = await manufacturersStanding(tables, 'authorised')
    const programmes = await programmesPublished(tables)
    const laws = await lawsIn(tables, context, programmes)
    return {
      manufacturers: authorised
        .filter(({ ended_on }) => ended_on === null)
        .map(({ id, name, registration_number }) => ({ value: id, label: `${name} (${registration_number})` }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
      programmes: programmes.map((value) => ({ value, label: laws(value).title, isRehearsal: !laws(value).binds })),
    }
  })
}

export interface GrantedView {
  readonly number: string
  readonly firm: string
  readonly from: string
  readonly until: string
}

/** The licence that the form before this page granted. */
export async function grantedView(context: PageContext, number: string): Promise<GrantedView | undefined> {
  const { actor, language } = context.get(pageCall)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const licence = await findLicence(tables, number)
    const firm = licence === undefined ? undefined : await manufacturerIn(tables, licence.manufacturer_id)
    if (licence === undefined || firm === undefined) return undefined
    return {
      number,
      firm: firm.name,
      from: dayText(licence.valid_from, language),
      until: dayText(licence.valid_until, language),
    }
  })
}
