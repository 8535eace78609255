/** The DID document of a laboratory: `did:web` says that it stands here. */
import type { LoaderFunctionArgs } from 'react-router'
import { notHere, pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from '../people/identity-context.ts'
import { openResponse } from './open-response.ts'
import { readIssuer } from './read-certificates.ts'

export const handle = { see: 'see_certificates' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { database, publicAddress } = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const document = await readIssuer(database, actor, publicAddress, params['number'] ?? '')
  if (document === undefined) throw notHere(context)
  return openResponse('application/did+json', JSON.stringify(document))
}
