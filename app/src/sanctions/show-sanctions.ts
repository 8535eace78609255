/** What the pages of sanctions are given. */
import { display } from '@maqami/engine/explain/display.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import type { Language } from '../kernel/problem.ts'
import { allOf } from '../kernel/read-page.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import type { Whose } from '../pages/firm-column.tsx'
import { cursorAsked, type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { readSanctions } from './read-sanctions.ts'
import type { Measure, Sanction } from './sanction.ts'

/** A measure of a sanction as lists tell it, in the language of the reader. */
export interface MeasureListed extends Pick<Measure, 'since' | 'state' | 'lasts'>, Whose {
  /** Of the determination. */
  readonly number: string
  readonly rehearsal: boolean
  readonly programme: string
  readonly year: string
  readonly label: string
  readonly amount: string | null
}

export async function showSanctions(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const after = cursorAsked(context, request)
  const { items, next } = await readSanctions(context.get(recorderContext), actor, { cursor: after })
  return { measures: await shown(context, items), isOfFirms: may('see_manufacturers'), after, next }
}

export async function showAllSanctions(context: PageContext): Promise<readonly MeasureListed[]> {
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  return await shown(context, await allOf(async (asked) => await readSanctions(recorder, actor, asked)))
}

async function shown(context: PageContext, sanctions: readonly Sanction[]): Promise<readonly MeasureListed[]> {
  const { language } = context.get(pageCall)
  const laws = await lawsCalled(
    context,
    sanctions.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    sanctions.map(({ manufacturer_id }) => manufacturer_id),
  )
  return sanctions.flatMap(({ number, rehearsal, programme, year, manufacturer_id, measures }) =>
    measures.map(({ finding, label, amount, since, state, lasts }) => ({
      number,
      rehearsal,
      programme: laws(programme).title,
      year,
      firm: firms(manufacturer_id),
      label: label?.[language] ?? label?.['en'] ?? finding,
      amount: amount === null ? null : moneyText(amount, language),
      since,
      state,
      lasts,
    })),
  )
}

/** `PKR 10000` with its thousands. */
function moneyText(text: string, language: Language): string {
  const [unit = ''] = text.split(' ')
  return display({ state: 'value', text }, { kind: 'number', unit }, language)
}
