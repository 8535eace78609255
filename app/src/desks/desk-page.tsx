/** Where everybody begins: what waits for him. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { MakerDesk } from './maker-desk.tsx'
import { OfficerDesk } from './officer-desk.tsx'
import { officerQueue } from './read-officer-desk.ts'
import { officerAlarms } from './show-alarms.ts'
import { showMakerDesk } from './show-maker-desk.ts'

export const handle = { see: 'see_desk' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { may } = context.get(pageCall)
  if (may('see_own_statement')) return { maker: await showMakerDesk(context) }
  return {
    officer: {
      queue: await officerQueue(context),
      alarms: await officerAlarms(context),
      mayGrant: may('grant_licence'),
    },
  }
}

export default function DeskPage() {
  const { maker, officer } = useLoaderData<typeof loader>()
  return maker === undefined ? <OfficerDesk {...officer} /> : <MakerDesk desk={maker} />
}
