/** A certificate on paper. */
import type { LoaderFunctionArgs } from 'react-router'
import { fileResponse } from '../pages/csv-response.ts'
import { pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from '../people/identity-context.ts'
import { paperContext } from './paper-context.ts'
import { printCertificate } from './print-certificate.ts'
import { readCertificate } from './read-certificates.ts'

export const handle = { see: 'verify_certificate' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { database, publicAddress } = context.get(identityContext)
  const held = settled(context, await readCertificate(database, context.get(pageCall).actor, params['number'] ?? ''))
  const bytes = await printCertificate(context.get(paperContext), held, publicAddress)
  return fileResponse(`${held.number}.pdf`, 'application/pdf', new Uint8Array(bytes))
}
