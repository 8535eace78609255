/** What happened at the door for the people of one's organization. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { DoorTable } from './door-table.tsx'
import { doorWordsOf } from './door-words.ts'
import { identityContext } from './identity-context.ts'
import { withDevices } from './name-device.ts'
import { peopleWordsOf } from './people-words.ts'
import { seeSignIns } from './see-sign-ins.ts'

export const handle = { see: 'see_sign_ins' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return { events: withDevices(await seeSignIns(context.get(identityContext), context.get(pageCall).actor)) }
}

export default function SignInsPage() {
  const { events } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = doorWordsOf(language)
  return (
    <Page title={words.title}>
      <p className="within">
        <a href="/people">{peopleWordsOf(language).peopleTitle}</a>
      </p>
      <h1 id="sign-ins">{words.title}</h1>
      <p className="prose">{words.lead}</p>
      <DoorTable
        titledBy="sign-ins"
        rows={events}
        first={{ title: words.person, of: ({ name }) => <bdi>{name}</bdi> }}
      />
    </Page>
  )
}
