/** A status list of a laboratory, signed now. */
import type { LoaderFunctionArgs } from 'react-router'
import { notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from '../people/identity-context.ts'
import { openResponse } from './open-response.ts'
import { readStatusList } from './read-certificates.ts'

export const handle = { see: 'verify_certificate' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const list = await readStatusList(context.get(identityContext), params['name'] ?? '')
  if (list === undefined) throw notHere(context)
  return openResponse('application/vc+jwt', list)
}
