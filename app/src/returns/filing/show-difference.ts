/** The difference that an address names, for its page and for its table. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { idAsked, numberAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { readDifference, type VersionDifference } from './read-difference.ts'

export async function differenceAsked(context: PageContext, params: Params): Promise<VersionDifference> {
  const { actor } = context.get(pageCall)
  const wanted = { id: idAsked(context, params['id']), version: numberAsked(context, params['version']) }
  const { database } = context.get(recorderContext)
  return settled(context, await readDifference(database, context.get(shelfContext), actor, wanted))
}
