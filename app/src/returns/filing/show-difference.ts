/** The difference that an address names, for its page and for its table. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { idAsked, notHere, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { readDifference, type VersionDifference } from './read-difference.ts'

const VERSION = /^[1-9]\d{0,3}$/

export async function differenceAsked(context: PageContext, params: Params): Promise<VersionDifference> {
  const asked = params['version'] ?? ''
  if (!VERSION.test(asked)) throw notHere(context)
  const { actor } = context.get(pageCall)
  const wanted = { id: idAsked(context, params['id']), version: Number(asked) }
  const { database } = context.get(recorderContext)
  return settled(context, await readDifference(database, context.get(shelfContext), actor, wanted))
}
