/** One row of the list: what changes for it, and why by either law, as the firm itself would see it. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { CaseBody } from './case-body.tsx'
import { showCase } from './show-simulations.ts'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showCase(context, params, request)
}

export default function CasePage() {
  return <CaseBody loaded={useLoaderData<typeof loader>()} />
}
