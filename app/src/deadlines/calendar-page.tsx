/** What is to be done by which day: of one's own firm, or for officers of all. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Select, type SentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm, RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { identityContext } from '../people/identity-context.ts'
import { deadlineWordsOf } from './deadline-words.ts'
import { MonthTable } from './month-table.tsx'
import { ObligationTag } from './obligation-tag.tsx'
import { shareCalendar, unshareCalendar } from './share-calendar.ts'
import { showCalendar } from './show-calendar.ts'

export const handle = { see: 'see_calendar', act: 'share_calendar' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showCalendar(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const form = await sentForm(context, request)
  if (form.get('act') === 'unshare') {
    const outcome = await unshareCalendar(recorder, actor)
    return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/calendar', 'unshared')
  }
  const outcome = await shareCalendar(recorder, actor)
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  const { publicAddress } = context.get(identityContext)
  return { made: new URL(`/api/calendar.ics?key=${outcome.done}`, publicAddress).href }
}

export default function CalendarPage() {
  const { firm, firms, items, month, mayShare, sharedSince } = useLoaderData<typeof loader>()
  const answer = useActionData<SentBack | { readonly made: string }>()
  const words = deadlineWordsOf(useShell().language)
  const ofFirm = firm === '' ? '' : `&firm=${encodeURIComponent(firm)}`
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={answer !== undefined && 'problem' in answer ? answer.problem : undefined} />
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      {firms.length === 0 ? undefined : (
        <form className="one-line">
          <input type="hidden" name="view" value={month === undefined ? 'list' : 'month'} />
          <Select
            name="firm"
            label={words.firm}
            choices={[
              { value: '', label: words.allFirms },
              ...firms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            defaultValue={firm}
            problem={undefined}
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
      )}
      <nav aria-label={words.view}>
        <p className="pages">
          <a href={`/calendar?view=list${ofFirm}`} aria-current={month === undefined ? 'page' : undefined}>
            {words.list}
          </a>
          <a href={`/calendar?view=month${ofFirm}`} aria-current={month === undefined ? undefined : 'page'}>
            {words.month}
          </a>
        </p>
      </nav>
      {month === undefined ? (
        <Items items={items} hasFirms={firms.length > 0} />
      ) : (
        <MonthTable month={month} address={`/calendar?view=month${ofFirm}`} />
      )}
      {mayShare ? (
        <Own made={answer !== undefined && 'made' in answer ? answer.made : undefined} sharedSince={sharedSince} />
      ) : undefined}
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Items({ items, hasFirms }: Pick<Loaded, 'items'> & { readonly hasFirms: boolean }) {
  const words = deadlineWordsOf(useShell().language)
  if (items.length === 0) return <EmptyState>{words.none}</EmptyState>
  const of = (state: Loaded['items'][number]['state']) => items.filter((one) => one.state === state)
  return (
    <>
      <Group title={words.groups.open} id="open" items={of('open')} hasFirms={hasFirms} />
      <Group title={words.groups.late} id="late" items={of('late').toReversed()} hasFirms={hasFirms} />
      <Group title={words.groups.done} id="done" items={of('done').toReversed()} hasFirms={hasFirms} />
    </>
  )
}

/** So many rows are read at a glance; more of them stand folded. */
const AT_A_GLANCE = 12

function Group({
  title,
  id,
  items,
  hasFirms,
}: Pick<Loaded, 'items'> & { readonly title: string; readonly id: string; readonly hasFirms: boolean }) {
  const { language } = useShell()
  const words = deadlineWordsOf(language)
  if (items.length === 0) return undefined
  const table = (rows: Loaded['items'], titledBy: string) => (
    <DataTable
      titledBy={titledBy}
      rows={rows}
      columns={[
        { title: words.day, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
        {
          title: words.left,
          isWhole: true,
          of: ({ state, days_left }) => (state === 'done' ? '–' : words.daysLeft(days_left)),
        },
        {
          title: words.what,
          of: ({ kind, about, title: called, href }) => (
            <a href={href}>{words.kinds[kind](about, called?.[language])}</a>
          ),
        },
        ...(hasFirms ? [{ title: words.firm, of: (one: Loaded['items'][number]) => <bdi>{one.firm}</bdi> }] : []),
        { title: words.programme, of: ({ programme }) => programme },
        { title: words.state, of: ({ state }) => <ObligationTag state={state} /> },
      ]}
    />
  )
  const rest = items.slice(AT_A_GLANCE)
  return (
    <section>
      <h2 id={id}>
        {title} <bdi>({items.length})</bdi>
      </h2>
      {table(items.slice(0, AT_A_GLANCE), id)}
      {rest.length === 0 ? undefined : (
        <details className="folded">
          <summary id={`${id}-rest`}>{words.more(rest.length)}</summary>
          {table(rest, `${id}-rest`)}
        </details>
      )}
    </section>
  )
}

function Own({ made, sharedSince }: { readonly made: string | undefined } & Pick<Loaded, 'sharedSince'>) {
  const { language } = useShell()
  const words = deadlineWordsOf(language)
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.own}</h2>
      <p className="prose">{words.ownLead}</p>
      {made === undefined ? undefined : (
        <div className="confirmation" role="status">
          <p>{words.made}</p>
          <p>
            <code dir="ltr">{made}</code>
          </p>
          <p>{words.madeOnce}</p>
        </div>
      )}
      {sharedSince === undefined ? undefined : <p>{words.sharedSince(momentOf(sharedSince, language).when)}</p>}
      <RowForm act="share" label={sharedSince === undefined ? words.share : words.shareAnew} />
      {sharedSince === undefined ? undefined : (
        <FoldedRowForm act="unshare" label={words.unshare}>
          {words.unsharing}
        </FoldedRowForm>
      )}
    </section>
  )
}
