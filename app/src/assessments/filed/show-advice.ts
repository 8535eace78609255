/** Advice on a version, as its page shows it. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { idAsked, numberAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { returnsCalled } from '../../returns/filing/returns-called.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { adviceViews } from '../advice-view.ts'
import { adviseVersion } from './advise-version.ts'

export type AdviceShown = Awaited<ReturnType<typeof showAdvice>>

export async function showAdvice(context: PageContext, params: Params) {
  const { actor, language } = context.get(pageCall)
  const return_id = idAsked(context, params['id'])
  const version = numberAsked(context, params['version'])
  const asked = { return_id, version }
  const advised = settled(
    context,
    await adviseVersion(context.get(recorderContext), context.get(shelfContext), actor, asked),
  )
  const { name } = advised.release.engine.programme.heading
  const law = (await lawsCalled(context, [name]))(name)
  const called = await returnsCalled(context, [name])
  return {
    ...asked,
    kind: called({ programme: name, kind: ANNUAL }),
    period: advised.year.label,
    programme: law.title,
    rehearsal: advised.rehearsal ? law.rehearsal : undefined,
    subjects: adviceViews(advised, language),
  }
}
