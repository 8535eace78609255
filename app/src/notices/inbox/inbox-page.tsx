/** The letters to a firm about its notices: a signatory acknowledges each, which of a notice is the proof that it was served. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ID } from '../../kernel/field-schemas.ts'
import { allOf } from '../../kernel/read-page.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { dayText, momentOf } from '../../pages/when.ts'
import { actOnNotice } from '../act-on-notice.ts'
import { readNotices } from '../read-notices.ts'
import { inboxWordsOf } from './inbox-words.ts'
import { type InboxLetter, lettersOf } from './letter.ts'

export const handle = { see: 'see_inbox', act: 'acknowledge_notice' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const notices = await allOf(async (asked) => await readNotices(database, actor, asked))
  return { letters: lettersOf(notices), mayAcknowledge: may('acknowledge_notice') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { read } = readForm(form, { properties: { notice: ID } })
  if ('refused' in read) return sentBack(context, read.refused, {})
  form.set('act', 'acknowledge')
  return await actOnNotice(context, read.done.notice, form)
}

export default function InboxPage() {
  const { letters, mayAcknowledge } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = inboxWordsOf(language)
  const sent = useSentBack()
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1 id="inbox">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {letters.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="inbox"
          rows={letters}
          columns={[
            {
              title: words.letter,
              of: ({ kind, letter_id }) => <a href={`/api/documents/${letter_id}`}>{words.kinds[kind]}</a>,
            },
            {
              title: words.about,
              of: ({ notice_id, issued_on }) => (
                <a href={`/notices/${notice_id}`}>{words.noticeOf(dayText(issued_on, language))}</a>
              ),
            },
            { title: words.written, isWhole: true, of: ({ written_at }) => momentOf(written_at, language).when },
            { title: words.state, of: (letter) => <State letter={letter} mayAcknowledge={mayAcknowledge} /> },
          ]}
        />
      )}
    </Page>
  )
}

function State({ letter, mayAcknowledge }: { readonly letter: InboxLetter; readonly mayAcknowledge: boolean }) {
  const { language } = useShell()
  const words = inboxWordsOf(language)
  const { notice_id, about, acknowledged_at, isServed } = letter
  if (acknowledged_at !== null)
    return (
      <>
        <StateTag look="good">{words.acknowledged}</StateTag> {momentOf(acknowledged_at, language).when}
      </>
    )
  if (isServed) return <StateTag look="quiet">{words.served}</StateTag>
  return (
    <>
      <StateTag look="open">{words.unread}</StateTag>
      {mayAcknowledge ? (
        <form method="post">
          <input type="hidden" name="notice" value={notice_id} />
          <input type="hidden" name="about" value={about ?? ''} />
          <button className="ds-button row-button" data-variant="secondary" type="submit">
            {about === null ? words.acknowledgeNotice : words.acknowledge}
          </button>
        </form>
      ) : undefined}
    </>
  )
}
