/** Where anybody begins. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { HomeBody } from './home-body.tsx'
import { showHome } from './show-home.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showHome(context)
}

export default function HomePage() {
  return <HomeBody shown={useLoaderData<typeof loader>()} />
}
