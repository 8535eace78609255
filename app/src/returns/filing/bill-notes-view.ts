/** A version beside the bills of materials of its models, as its page shows it. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { idAsked, numberAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { readHeldAgainstBills } from './hold-against-bills.ts'
import { returnsCalled } from './returns-called.ts'

const MOST_SHOWN = 200

export async function showBillNotes(context: PageContext, params: Params) {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const version = numberAsked(context, params['version'])
  const { database } = context.get(recorderContext)
  const read = settled(
    context,
    await readHeldAgainstBills({ database }, context.get(shelfContext), actor, { id, version }),
  )
  const { found, release, held } = read
  const law = (await lawsCalled(context, [found.programme]))(found.programme)
  const called = await returnsCalled(context, [found.programme])
  return {
    id,
    version,
    period: found.period,
    kind: called(found),
    programme: law.title,
    rehearsal: release.rehearsal ? law.rehearsal : undefined,
    held: held?.map((one) => ({ ...one, notes: one.notes.slice(0, MOST_SHOWN), count: one.notes.length })),
  }
}
