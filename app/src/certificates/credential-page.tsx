/** A certificate as it was signed, for whoever verifies it by himself. */
import type { LoaderFunctionArgs } from 'react-router'
import { notHere, pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from '../people/identity-context.ts'
import { openResponse } from './open-response.ts'
import { readCertificate } from './read-certificates.ts'

export const handle = { see: 'see_certificates' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { database } = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const { credential } = settled(context, await readCertificate(database, actor, params['number'] ?? ''))
  if (credential === undefined) throw notHere(context)
  return openResponse('application/vc+jwt', credential)
}
