/** The holidays of the authority; a policy officer declares and cancels them. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { cancelHoliday, declareHoliday } from './declare-holiday.ts'
import type { HolidayEvent } from './holiday.ts'
import { holidayWordsOf } from './holiday-words.ts'
import { HOLIDAY_NAME, HOLIDAY_SOURCE } from './holidays-api.ts'
import { readHolidays } from './read-holidays.ts'

export const handle = { see: 'see_holidays', act: 'declare_holiday' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const events = await readHolidays(context.get(recorderContext).database, actor)
  return { events: events.map(({ recorded_by: _by, ...told }) => told), mayDeclare: may('declare_holiday') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  if (form.get('act') === 'cancel') {
    const { typed, read } = readForm(form, { properties: { cancelled_day: DAY, cancelled_by: HOLIDAY_SOURCE } })
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const { cancelled_day: day, cancelled_by: source } = read.done
    const outcome = await cancelHoliday(recorder, actor, { day, source })
    if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { no_holiday: 'cancelled_day' })
    return seeOther('/holidays', 'cancelled')
  }
  const { typed, read } = readForm(form, { properties: { day: DAY, name: HOLIDAY_NAME, source: HOLIDAY_SOURCE } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const outcome = await declareHoliday(recorder, actor, read.done)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { holiday_declared: 'day' })
  return seeOther('/holidays', 'declared')
}

export default function HolidaysPage() {
  const { events, mayDeclare } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = holidayWordsOf(language)
  const sent = useSentBack()
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1 id="holidays">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {events.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="holidays"
          rows={events}
          columns={[
            { title: words.day, isWhole: true, of: ({ day }) => dayText(day, language) },
            { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.state, of: ({ kind }) => <KindTag kind={kind} /> },
            { title: words.source, of: ({ source }) => <bdi>{source}</bdi> },
            { title: words.since, of: ({ recorded_at }) => momentOf(recorded_at, language).when },
          ]}
        />
      )}
      {mayDeclare ? <Forms /> : undefined}
    </Page>
  )
}

function KindTag({ kind }: Pick<HolidayEvent, 'kind'>) {
  const words = holidayWordsOf(useShell().language)
  return <StateTag look={kind === 'declared' ? 'open' : 'quiet'}>{words.states[kind]}</StateTag>
}

function Forms() {
  const words = holidayWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const field = (name: string) => ({ name, defaultValue: typed[name], problem, required: true })
  return (
    <>
      <form method="post" className="act">
        <h2>{words.declare}</h2>
        <Field {...field('day')} label={words.day} hint={words.dayHint} dir="ltr" />
        <Field {...field('name')} label={words.name} hint={words.nameHint} dir="auto" />
        <Field {...field('source')} label={words.source} hint={words.sourceHint} dir="auto" />
        <Consequence>
          <p>{words.willMove}</p>
        </Consequence>
        <Button>{words.declareIt}</Button>
      </form>
      <form method="post" className="form">
        <input type="hidden" name="act" value="cancel" />
        <h2>{words.cancel}</h2>
        <p className="prose">{words.cancelHint}</p>
        <Field {...field('cancelled_day')} label={words.day} dir="ltr" />
        <Field {...field('cancelled_by')} label={words.source} dir="auto" />
        <Button variant="secondary">{words.cancelIt}</Button>
      </form>
    </>
  )
}
