/** A version of a return beside the one that it replaces. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { DifferenceBody } from './difference-body.tsx'
import { showVersionDifference } from './show-version-difference.ts'

export const handle = { see: 'see_return' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showVersionDifference(context, params, request)
}

export default function DifferencePage() {
  return <DifferenceBody loaded={useLoaderData<typeof loader>()} />
}
