/** What the page of suppliers is given. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { COMPONENT_CLASSES } from '../commitments/candidate.ts'
import { commitmentWordsOf } from '../commitments/commitment-words.ts'
import { allOf } from '../kernel/read-page.ts'
import { cursorAsked, type PageContext, pageCall } from '../pages/page-call.ts'
import { readSupplies } from './read-supplies.ts'
import { supplierWordsOf } from './supplier-words.ts'
import type { SuppliesAsked, Supply } from './supply.ts'

function askedIn(request: Request): SuppliesAsked {
  const { searchParams } = new URL(request.url)
  const component_class = COMPONENT_CLASSES.find((one) => one === searchParams.get('class')) ?? ''
  const least = searchParams.get('least')?.trim() ?? ''
  return {
    component_class,
    district: (searchParams.get('where') ?? '').trim().slice(0, 100),
    certificate: (searchParams.get('with') ?? '').trim().slice(0, 200),
    // What is no number asks for nothing, and the field then shows that.
    least_capacity: /^[1-9]\d{0,8}$/.test(least) ? Number(least) : 0,
  }
}

export async function showSuppliers(context: PageContext, request: Request) {
  const { actor, may, language } = context.get(pageCall)
  const asked = askedIn(request)
  const after = cursorAsked(context, request)
  const { items, next } = await readSupplies(context.get(recorderContext).database, actor, asked, { cursor: after })
  const least = asked.least_capacity === 0 ? '' : String(asked.least_capacity)
  const said = { class: asked.component_class, where: asked.district, with: asked.certificate, least }
  const sought = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== '')).toString()
  const shown = ({ organization_name, component_class, district, capacity, certificate }: Supply) => {
    return { organization_name, component_class, district, capacity: displayCount(capacity, language), certificate }
  }
  return {
    ...asked,
    least,
    items: items.map(shown),
    path: sought === '' ? '/suppliers' : `/suppliers?${sought}`,
    csv: sought === '' ? '/suppliers.csv' : `/suppliers.csv?${sought}`,
    after,
    next,
    mayList: may('list_supply'),
  }
}

/** All that were sought, in rows for a spreadsheet. */
export async function supplierRows(context: PageContext, request: Request): Promise<readonly (readonly string[])[]> {
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const words = supplierWordsOf(language)
  const { classNames } = commitmentWordsOf(language)
  const found = await allOf(async (page) => await readSupplies(database, actor, askedIn(request), page))
  return [
    [words.supplier, words.class, words.district, words.capacity, words.certificate, words.listedOn],
    ...found.map(({ organization_name, component_class, district, capacity, certificate, listed_at }) => [
      organization_name,
      classNames[component_class],
      district,
      String(capacity),
      certificate ?? '',
      listed_at.slice(0, 10),
    ]),
  ]
}
