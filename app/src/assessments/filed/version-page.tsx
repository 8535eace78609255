/** One version of a return: what is wrong with it, or what follows from it, and then its signature. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { PASSKEYS } from '../../pages/passkey-button.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentForm } from '../../pages/read-form.ts'
import { showVersion, signVersion } from './show-version.ts'
import { VersionBody } from './version-body.tsx'

export const handle = { see: 'see_return', act: 'file_return', script: PASSKEYS } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showVersion(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await signVersion(context, params, await sentForm(context, request))
}

export default function VersionPage() {
  return <VersionBody loaded={useLoaderData<typeof loader>()} />
}
