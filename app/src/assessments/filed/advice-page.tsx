/** What would close the gap of a return: the smallest sets of parts, and what each part gains. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { AdviceBody } from './advice-body.tsx'
import { showAdvice } from './show-advice.ts'

export const handle = { see: 'advise_return' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showAdvice(context, params)
}

export default function AdvicePage() {
  return <AdviceBody loaded={useLoaderData<typeof loader>()} />
}
