/** What a proposed release changes for one return, with the reasons by either law. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { EffectReturnBody } from './effect-return-body.tsx'
import { showEffectOnReturn } from './effect-return-view.ts'

export const handle = { see: 'see_effect' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showEffectOnReturn(context, params, request)
}

export default function EffectReturnPage() {
  return <EffectReturnBody loaded={useLoaderData<typeof loader>()} />
}
