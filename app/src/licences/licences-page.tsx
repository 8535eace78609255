/** The licences that one may see. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { today } from '../kernel/clock.ts'
import { pageOf } from '../kernel/field-schemas.ts'
import { cursorAsked, pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { LicenceTable } from './licence-table.tsx'
import { licenceView } from './licence-view.ts'
import { licenceWordsOf } from './licence-words.ts'
import { readLicences } from './read-licences.ts'

export const handle = { see: 'see_licences' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await pageOf({ cursor: after }, 'oldest_first', async (cursor, limit) => {
    return await readLicences(database, actor, cursor, limit)
  })
  const day = formatDay(today(clock))
  const laws = await lawsCalled(
    context,
    items.map(({ programme }) => programme),
  )
  return { licences: items.map((licence) => licenceView(licence, day, laws)), after, next }
}

export default function LicencesPage() {
  const { licences, after, next } = useLoaderData<typeof loader>()
  const words = licenceWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <h1 id="licences">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <LicenceTable titledBy="licences" licences={licences} />
      <Pagination path="/licences" after={after} next={next ?? undefined} />
    </Page>
  )
}
