/** A case officer fixes the hearing before a sanction, adjourns it, and records it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { lettersContext } from '../../determinations/letters-context.ts'
import { DAY, LONG_WORDS } from '../../kernel/field-schemas.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { dayText } from '../../pages/when.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { sentNoticeFile } from '../act-on-notice.ts'
import { hearingOf } from '../notice.ts'
import { FileField, LARGEST_FORM } from '../notice-forms.tsx'
import { PLACE } from '../notices-schemas.ts'
import { showNotice } from '../show-notices.ts'
import { adjournHearing, fixHearing, holdHearing } from './fix-hearing.ts'
import { hearingWordsOf } from './hearing-words.ts'

export const handle = { see: 'fix_hearing', act: 'fix_hearing', largest: LARGEST_FORM } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { notice, view, firm, rehearsal } = await showNotice(context, params['id'])
  const hearing = hearingOf(notice)
  return {
    id: notice.id,
    number: view.number,
    firm: firm?.name ?? '',
    rehearsal,
    fixed: hearing === undefined ? undefined : { on: hearing.happened_on ?? '', place: hearing.place ?? '' },
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  return form.get('act') === 'hold' ? await hold(context, id, form) : await fix(context, id, form)
}

async function fix(context: PageContext, id: string, form: FormData) {
  const isAdjourned = form.get('act') === 'adjourn'
  mustBeAllowed(context, isAdjourned ? 'adjourn_hearing' : 'fix_hearing')
  const { typed, read } = readForm(form, { properties: { held_on: DAY, place: PLACE, words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const by = [context.get(recorderContext), context.get(shelfContext), context.get(lettersContext)] as const
  const { actor } = context.get(pageCall)
  const outcome = await (isAdjourned ? adjournHearing : fixHearing)(...by, actor, { id, ...read.done })
  if ('refused' in outcome)
    return sentBack(context, outcome.refused, typed, { hearing_day: 'held_on', hearing_far: 'held_on' })
  return seeOther(`/notices/${id}`, 'heard')
}

async function hold(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'hold_hearing')
  const fields = { properties: { attended: { enum: ['attended', 'absent'] }, record: LONG_WORDS } }
  const { typed, read } = readForm(form, fields)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = await sentNoticeFile(context, id, form)
  if ('refused' in file) return sentBack(context, file.refused, typed, { file_type_unfit: 'file' })
  const { attended, record } = read.done
  const input = { id, attended: attended === 'attended', words: record, document_id: file.done }
  const outcome = await holdHearing(context.get(recorderContext), context.get(pageCall).actor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/notices/${id}`, 'heard')
}

export default function HearingPage() {
  const { id, number, firm, rehearsal, fixed } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = hearingWordsOf(language)
  const sent = useSentBack()
  return (
    <Page title={`${words.title} · ${firm}`} rehearsal={rehearsal}>
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.title}
        within={{ href: `/notices/${id}`, title: words.noticeOf(number) }}
        facts={[
          { name: words.firm, value: <bdi>{firm}</bdi> },
          ...(fixed === undefined
            ? []
            : [
                { name: words.day, value: dayText(fixed.on, language) },
                { name: words.place, value: <bdi>{fixed.place}</bdi> },
              ]),
        ]}
      />
      {fixed === undefined ? undefined : <HoldForm />}
      <FixForm isAdjourned={fixed !== undefined} firm={firm} />
    </Page>
  )
}

function FixForm({ isAdjourned, firm }: { readonly isAdjourned: boolean; readonly firm: string }) {
  const words = hearingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const said = isAdjourned ? words.adjourning : words.fixing
  return (
    <form method="post" className="act">
      <h2>{said.title}</h2>
      <input type="hidden" name="act" value={isAdjourned ? 'adjourn' : 'fix'} />
      <Field
        name="held_on"
        label={words.day}
        hint={words.dayHint}
        dir="ltr"
        required
        defaultValue={typed['held_on']}
        problem={problem}
      />
      <Field
        name="place"
        label={words.place}
        hint={words.placeHint}
        dir="auto"
        required
        defaultValue={typed['place']}
        problem={problem}
      />
      <TextArea name="words" label={said.words} defaultValue={typed['words']} problem={problem} />
      <Consequence>
        <p>{words.willSummon(firm)}</p>
        <p>{words.willBar}</p>
      </Consequence>
      <Button>{said.button}</Button>
    </form>
  )
}

function HoldForm() {
  const words = hearingWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form method="post" encType="multipart/form-data" className="act">
      <h2>{words.hold}</h2>
      <input type="hidden" name="act" value="hold" />
      <Select
        name="attended"
        label={words.attendance}
        choices={[
          { value: 'attended', label: words.attended },
          { value: 'absent', label: words.absent },
        ]}
        defaultValue={typed['attended']}
        problem={problem}
      />
      <TextArea
        name="record"
        label={words.record}
        hint={words.recordHint}
        defaultValue={typed['record']}
        problem={problem}
      />
      <FileField label={words.file} hint={words.fileHint} />
      <Button>{words.holdIt}</Button>
    </form>
  )
}
