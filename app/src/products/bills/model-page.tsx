/** A model: its state, what it is made of, its codes, and what has happened. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { ModelBody } from './model-body.tsx'
import { actOnModel, showModel } from './model-view.ts'

/** A certificate, and what a browser writes around it. */
const LARGEST = 10 * 1024 * 1024 + 64 * 1024

export const handle = { see: 'see_models', act: 'record_approval', largest: LARGEST } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showModel(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnModel(context, params, await request.formData())
}

export default function ModelPage() {
  return <ModelBody loaded={useLoaderData<typeof loader>()} />
}
