/** For whoever steers: where we stand against every goal, what a month changed, and what needs a decision. On paper it is one sheet. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { OverviewBody } from './overview-body.tsx'
import { showOverview } from './show-overview.ts'

export const handle = { see: 'see_overview' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showOverview(context)
}

export default function OverviewPage() {
  return <OverviewBody shown={useLoaderData<typeof loader>()} />
}
