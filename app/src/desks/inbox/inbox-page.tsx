/** The letters to a firm about its notices and appeals: a signatory acknowledges each, which of a notice is the proof that it was served. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../../pages/form.tsx'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { dayText, momentOf } from '../../pages/when.ts'
import { inboxWordsOf } from './inbox-words.ts'
import { actOnInbox, showInbox } from './show-inbox.ts'

export const handle = { see: 'see_inbox', act: 'open_letter' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showInbox(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await actOnInbox(context, await sentForm(context, request))
}

type Shown = Awaited<ReturnType<typeof showInbox>>['letters'][number]

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
            { title: words.letter, of: (letter) => <Letter letter={letter} /> },
            { title: words.about, of: (letter) => <About letter={letter} /> },
            { title: words.written, isWhole: true, of: ({ written_at }) => momentOf(written_at, language).when },
            { title: words.state, of: (letter) => <State letter={letter} mayAcknowledge={mayAcknowledge} /> },
          ]}
        />
      )}
    </Page>
  )
}

/** Opening it is written down, so that each reader sees what he has not read. */
function Letter({ letter: { kind, letter_id, isOpened } }: { readonly letter: Shown }) {
  const words = inboxWordsOf(useShell().language)
  const name = words.kinds[kind]
  return (
    <form method="post">
      <input type="hidden" name="act" value="open" />
      <input type="hidden" name="letter" value={letter_id} />
      <button className="link-button" type="submit">
        {isOpened ? name : <strong>{name}</strong>}
      </button>{' '}
      {isOpened ? undefined : <StateTag look="open">{words.unopened}</StateTag>}
    </form>
  )
}

function About({ letter: { of, id, called } }: { readonly letter: Shown }) {
  const { language } = useShell()
  const words = inboxWordsOf(language)
  return of === 'notice' ? (
    <a href={`/notices/${id}`}>{words.noticeOf(dayText(called, language))}</a>
  ) : (
    <a href={`/appeals/${id}`}>{words.appeal(called)}</a>
  )
}

function State({ letter, mayAcknowledge }: { readonly letter: Shown; readonly mayAcknowledge: boolean }) {
  const { language } = useShell()
  const words = inboxWordsOf(language)
  const { of, id, about, acknowledged_at, isServed } = letter
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
          <input type="hidden" name="of" value={of} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="about" value={about ?? ''} />
          <button className="ds-button row-button" data-variant="secondary" type="submit">
            {about === null ? words.acknowledgeNotice : words.acknowledge}
          </button>
        </form>
      ) : undefined}
    </>
  )
}
