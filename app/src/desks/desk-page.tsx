/** Where everybody begins: what waits for him. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { MakerDesk } from './maker-desk.tsx'
import { showMakerDesk } from './show-maker-desk.ts'

export const handle = { see: 'see_desk' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showMakerDesk(context)
}

export default function DeskPage() {
  return <MakerDesk desk={useLoaderData<typeof loader>()} />
}
