/** One return under both laws, computed again as it was for the effect. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Params } from 'react-router'
import { subjectsMoved } from '../../assessments/filed/compare-versions.ts'
import { renderWithinPage } from '../../assessments/render-assessment.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readAs } from '../../kernel/transaction.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { idAsked, notHere, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { dayText } from '../../pages/when.ts'
import { effectIn, returnEffectOf } from '../../policy-releases/keep-effect.ts'
import { releaseShown } from '../../policy-releases/releases-view.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { holdReturn, inputOf, outcomeOf } from './hold-return.ts'

export type EffectOnReturnShown = Awaited<ReturnType<typeof showEffectOnReturn>>

export async function showEffectOnReturn(context: PageContext, params: Params, request: Request) {
  const [id, return_id] = [idAsked(context, params['id']), idAsked(context, params['return'])]
  const { actor, language } = context.get(pageCall)
  const shelf = context.get(shelfContext)
  const read = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = await effectIn(tables, id)
    if ('refused' in found) return found
    const { release, base, effect } = found.done
    const row = effect === undefined ? undefined : await returnEffectOf(tables, effect.id, return_id)
    if (base === undefined || effect === undefined || row === undefined)
      return { refused: { code: 'effect_unknown' } } as const
    const input = await inputOf(tables, shelf, { id: return_id, version: row.version }, base, effect.as_of)
    return { done: { effect, row, held: holdReturn(shelf, input, release, effect.as_of) } }
  })
  const { effect, row, held } = settled(context, read)
  const release = await releaseShown({ context }, id)
  if (release === undefined || 'cannot' in held) throw notHere(context)
  const law = new URL(request.url).searchParams.get('law') === 'base' ? 'base' : 'proposed'
  return {
    release,
    return_id,
    firm: (await firmsNamed(context, [row.manufacturer_id]))(row.manufacturer_id),
    period: row.period,
    asOf: dayText(effect.as_of, language),
    isOutdated: canonicalJson(outcomeOf(held)) !== canonicalJson(row.outcome),
    subjects: subjectsMoved(held.before, held.after, language),
    law,
    html: await renderWithinPage(law === 'base' ? held.before : held.after, language),
  } as const
}
