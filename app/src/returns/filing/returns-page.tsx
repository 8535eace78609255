/** The returns that one may see, and for a maker the way to the next one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ID, PERIOD } from '../../kernel/field-schemas.ts'
import { CsvLink } from '../../pages/csv-link.tsx'
import { ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { readForm, sentBack, sentFile, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { beginDraft } from '../drafting/edit-draft.ts'
import { mediaTypeOf } from '../return-doors.ts'
import { RETURN_LIMITS } from '../return-limits.ts'
import { ReturnList } from './return-list.tsx'
import { returnWordsOf } from './return-words.ts'
import { showReturns } from './show-returns.ts'
import { UploadForm } from './upload-form.tsx'
import { WantedForm } from './wanted-form.tsx'
import { uploadReturn } from './upload-return.ts'

/** What a browser writes around the file and the two fields beside it. */
const ROOM = 64 * 1024

/** A programme and the kind of its return are chosen together: `bicycles/annual`. The list above has a field `period` of its own. */
const UPLOAD_FORM = { return: { pattern: '^[a-z0-9-]+/[a-z0-9-]+$' }, return_period: PERIOD } as const

const CONTROLS = { period_unknown: 'return_period', period_after_firm: 'return_period' }

export const handle = {
  see: 'see_returns',
  act: 'upload_return',
  largest: RETURN_LIMITS.bytes + ROOM,
} satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showReturns(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const form = await sentForm(context, request)
  // A firm that answers for itself alone is not asked for which.
  const manufacturer_id = form.has('manufacturer_id') ? ID : {}
  const { typed, read } = readForm(form, { properties: { ...UPLOAD_FORM, manufacturer_id } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const firm = read.done.manufacturer_id === '' ? undefined : read.done.manufacturer_id
  const [programme = '', kind = ''] = read.done.return.split('/')
  const about = { programme, kind, period: read.done.return_period, manufacturer_id: firm }
  const recorder = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  if (form.get('act') === 'enter') {
    mustBeAllowed(context, 'begin_draft')
    const draft = await beginDraft(recorder, shelf, actor, about)
    if ('refused' in draft) return sentBack(context, draft.refused, typed, CONTROLS)
    return seeOther(`/returns/${draft.done.return_id}/draft`, draft.done.revision === 1 ? undefined : 'resumed')
  }
  const file = sentFile(form, 'file')
  if (file === undefined) return sentBack(context, { code: 'field_empty' }, typed, { field_empty: 'file' })
  const upload = {
    ...about,
    name: file.name,
    media_type: mediaTypeOf(file.name),
    bytes: Buffer.from(await file.arrayBuffer()),
  }
  const outcome = await uploadReturn(recorder, shelf, actor, upload)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, CONTROLS)
  return seeOther(`/returns/${outcome.done.found.id}/versions/${outcome.done.version}`, 'uploaded')
}

export default function ReturnsPage() {
  const shown = useLoaderData<typeof loader>()
  const { returns, isOfFirms, after, next, isMaker, kinds, years, reported, uploadFirms } = shown
  const sent = useSentBack()
  const words = returnWordsOf(useShell().language)
  const wanted = new URLSearchParams(shown.typed).toString()
  const asked = wanted === '' ? '' : `?${wanted}`
  const none = asked === '' ? undefined : words.wanted.none
  return (
    <Page title={words.title}>
      <ErrorSummary problem={sent?.problem ?? shown.problem} />
      <h1 id="returns">{words.title}</h1>
      <p className="prose">{(isOfFirms ? words.ofFirms : words).intro}</p>
      <WantedForm {...shown} />
      <ReturnList titledBy="returns" returns={returns} isOfFirms={isOfFirms} none={none} />
      <Pagination path={`/returns${asked}`} after={after} next={next ?? undefined} />
      {returns.length === 0 ? undefined : <CsvLink href={`/returns.csv${asked}`} />}
      {isMaker ? (
        <UploadForm kinds={kinds} years={years} reported={reported} firms={uploadFirms} sent={sent} />
      ) : undefined}
    </Page>
  )
}
