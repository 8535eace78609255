/** The returns that one may see, and for a maker the way to the next one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { today } from '../../kernel/clock.ts'
import { pageOf } from '../../kernel/field-schemas.ts'
import { ErrorSummary } from '../../pages/form.tsx'
import { cursorAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { readForm, sentBack, useSentBack } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { lastYearEnded } from '../return-year.ts'
import { readReturns, returnProgrammes } from './read-returns.ts'
import { ReturnTable } from './return-table.tsx'
import { returnView } from './return-view.ts'
import { returnWordsOf } from './return-words.ts'
import { UPLOAD } from './returns-api.ts'
import { UploadForm } from './upload-form.tsx'
import { uploadReturn } from './upload-return.ts'

/** What a browser writes around the file and the two fields beside it. */
const ROOM = 64 * 1024

export const handle = {
  see: 'see_returns',
  act: 'upload_return',
  largest: RETURN_LIMITS.bytes + ROOM,
} satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await pageOf({ cursor: after }, 'newest_first', async (cursor, limit) => {
    return await readReturns(database, actor, cursor, limit)
  })
  const day = today(clock)
  const open = may('upload_return') ? await returnProgrammes(database, context.get(shelfContext), actor, day) : []
  const names = items.map(({ programme }) => programme)
  const laws = await lawsCalled(context, [...names, ...open.map(({ programme }) => programme)])
  return {
    returns: items.map((found) => returnView(found, laws)),
    after,
    next,
    isMaker: may('upload_return'),
    programmes: open.map(({ programme }) => ({ value: programme, label: laws(programme).title })),
    years: open.map(({ year_starts }) => lastYearEnded(day, year_starts)),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const form = await request.formData()
  const { typed, read } = readForm(form, UPLOAD)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    return sentBack(context, { code: 'field_empty' }, typed, { field_empty: 'file' })
  const upload = { ...read.done, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
  const outcome = await uploadReturn(context.get(recorderContext), context.get(shelfContext), actor, upload)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { year_unknown: 'year' })
  return seeOther(`/returns/${outcome.done.found.id}/versions/${outcome.done.version}`, 'uploaded')
}

export default function ReturnsPage() {
  const { returns, after, next, isMaker, programmes, years } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = returnWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <ErrorSummary problem={sent?.problem} />
      <h1 id="returns">{words.title}</h1>
      {isMaker ? <p className="prose">{words.intro}</p> : undefined}
      <ReturnTable titledBy="returns" returns={returns} />
      <Pagination path="/returns" after={after} next={next ?? undefined} />
      {isMaker ? <UploadForm programmes={programmes} years={years} sent={sent} /> : undefined}
    </Page>
  )
}
