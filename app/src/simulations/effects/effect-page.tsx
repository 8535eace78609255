/** What a proposed release changes for whom, and over that its approval. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentForm } from '../../pages/read-form.ts'
import { EffectBody } from './effect-body.tsx'
import { actOnEffect, showEffect } from './effect-view.ts'

export const handle = { see: 'see_effect', act: 'compute_effect' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showEffect(context, params, request)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnEffect(context, params, await sentForm(context, request))
}

export default function EffectPage() {
  return <EffectBody loaded={useLoaderData<typeof loader>()} />
}
