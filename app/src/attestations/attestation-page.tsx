/** One attestation: what it says and whether it holds, who opened what is sealed, and what may be done with it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { actOnAttestation } from './act-on-attestation.ts'
import { AttestationBody } from './attestation-body.tsx'
import { showAttestation } from './show-attestations.ts'

export const handle = { see: 'see_attestations', act: 'see_attestations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showAttestation(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnAttestation(context, params['id'], await sentForm(context, request))
}

export default function AttestationPage() {
  return <AttestationBody loaded={useLoaderData<typeof loader>()} />
}
