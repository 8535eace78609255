/** More time to cure: the firm asks for it, a case officer proposes, an approving officer decides. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { lettersContext } from '../../determinations/letters-context.ts'
import { DAY, LONG_WORDS } from '../../kernel/field-schemas.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { type FormRefusal, MAYBE_DAY, readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { dayText } from '../../pages/when.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { sentNoticeFile } from '../act-on-notice.ts'
import { timeOpen } from '../notice.ts'
import { FileField, LARGEST_FORM } from '../notice-forms.tsx'
import { noticeWordsOf } from '../notice-words.ts'
import { showNotice } from '../show-notices.ts'
import { askTime, decideTime, proposeTime } from './decide-time.ts'
import type { ProposeTime } from './extension.ts'
import { timeWordsOf } from './time-words.ts'

export const handle = { see: 'see_notice', act: 'see_notice', largest: LARGEST_FORM } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { notice, view, firm, rehearsal, mayTime } = await showNotice(context, params['id'])
  const { may } = context.get(pageCall)
  const open = timeOpen(notice)
  const proposal = open.find(({ kind }) => kind === 'time_proposed')
  const request = open.find(({ kind }) => kind === 'time_asked')
  const told = (one: typeof request) =>
    one === undefined
      ? undefined
      : { ...one, choice: one.choice ?? '', from_on: one.from_on ?? '', until_on: one.until_on ?? '' }
  return {
    id: notice.id,
    view,
    firm: firm?.name ?? '',
    rehearsal,
    request: told(request),
    proposal: told(proposal),
    mayAsk: mayTime && may('ask_time') && open.length === 0,
    mayPropose: mayTime && may('propose_time') && proposal === undefined,
    mayDecide: mayTime && may('decide_time') && proposal !== undefined,
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  const act = form.get('act')
  if (act === 'propose') return await propose(context, id, form)
  return act === 'decide' ? await decide(context, id, form) : await ask(context, id, form)
}

async function ask(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'ask_time')
  const { typed, read } = readForm(form, { properties: { until_on: DAY, words: LONG_WORDS } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const file = await sentNoticeFile(context, id, form)
  if ('refused' in file) return sentBack(context, file.refused, typed, { file_type_unfit: 'file' })
  const input = { id, ...read.done, document_id: file.done }
  const outcome = await askTime(context.get(recorderContext), context.get(pageCall).actor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { no_more_time: 'until_on' })
  return seeOther(`/notices/${id}`, 'timed')
}

const POSITION = { pattern: '^([1-9]\\d{0,5})?$' }
const PROPOSED = {
  properties: {
    choice: { enum: ['extension', 'refusal', 'waiver'] },
    about: POSITION,
    from_on: MAYBE_DAY,
    until_on: MAYBE_DAY,
    words: LONG_WORDS,
  },
} as const

function missing(place: string): FormRefusal {
  return { code: 'field_empty', place: `/body/${place}` }
}

async function propose(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'propose_time')
  const { typed, read } = readForm(form, PROPOSED)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { choice, words, from_on, until_on } = read.done
  const about = Number(read.done.about)
  if (choice !== 'waiver' && about === 0) return sentBack(context, missing('choice'), typed)
  if (choice !== 'refusal' && until_on === '') return sentBack(context, missing('until_on'), typed)
  if (choice === 'waiver' && from_on === '') return sentBack(context, missing('from_on'), typed)
  const proposal: ProposeTime =
    choice === 'extension'
      ? { id, choice, about, until_on, words }
      : choice === 'refusal'
        ? { id, choice, about, words }
        : { id, choice: 'waiver', about: about === 0 ? null : about, from_on, until_on, words }
  const { actor } = context.get(pageCall)
  const outcome = await proposeTime(context.get(recorderContext), context.get(shelfContext), actor, proposal)
  if ('refused' in outcome)
    return sentBack(context, outcome.refused, typed, { beyond_law: 'until_on', no_more_time: 'until_on' })
  return seeOther(`/notices/${id}`, 'timed')
}

async function decide(context: PageContext, id: string, form: FormData) {
  mustBeAllowed(context, 'decide_time')
  const fields = { properties: { about: POSITION, kind: { enum: ['approved', 'sent_back'] }, words: LONG_WORDS } }
  const { typed, read } = readForm(form, fields)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const kind = read.done.kind === 'approved' ? 'approved' : 'sent_back'
  const outcome = await decideTime(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(lettersContext),
    context.get(pageCall).actor,
    { id, about: Number(read.done.about), kind, words: read.done.words },
  )
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/notices/${id}`, 'timed')
}

export default function TimePage() {
  const { id, view, firm, rehearsal, request, proposal, mayAsk, mayPropose, mayDecide } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = timeWordsOf(language)
  const said = noticeWordsOf(language).happened
  const sent = useSentBack()
  const waiting = proposal ?? request
  const parts = (one: NonNullable<typeof waiting>) => ({
    choice: one.choice,
    from: one.from_on === '' ? '' : dayText(one.from_on, language),
    until: one.until_on === '' ? '' : dayText(one.until_on, language),
    on: '',
    ends: '',
    place: '',
  })
  return (
    <Page title={words.title} rehearsal={rehearsal}>
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={words.title}
        within={{ href: `/notices/${id}`, title: words.noticeOf(view.number) }}
        facts={[
          ...(firm === '' ? [] : [{ name: words.firm, value: <bdi>{firm}</bdi> }]),
          ...(view.cure_ends_on === null ? [] : [{ name: words.lastDay, value: dayText(view.cure_ends_on, language) }]),
        ]}
      />
      {waiting === undefined ? undefined : (
        <>
          <p>{(proposal === undefined ? said.time_asked : said.time_proposed)(parts(waiting))}</p>
          <p className="passage" dir="auto">
            {waiting.words}
          </p>
        </>
      )}
      {waiting === undefined && !mayAsk && !mayPropose ? <EmptyState>{words.none}</EmptyState> : undefined}
      {mayAsk ? <AskForm /> : undefined}
      {mayPropose ? <ProposeForm about={request?.position} /> : undefined}
      {mayDecide && proposal !== undefined ? <DecideForm about={proposal.position} firm={firm} /> : undefined}
    </Page>
  )
}

function AskForm() {
  const words = timeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <h2>{words.ask}</h2>
      <Field
        name="until_on"
        label={words.until}
        hint={words.untilHint}
        dir="ltr"
        required
        defaultValue={typed['until_on']}
        problem={problem}
      />
      <TextArea
        name="words"
        label={words.justification}
        hint={words.justificationHint}
        defaultValue={typed['words']}
        problem={problem}
      />
      <FileField label={words.file} hint={words.fileHint} />
      <Button>{words.askIt}</Button>
    </form>
  )
}

function ProposeForm({ about }: { readonly about: number | undefined }) {
  const words = timeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const waiver = { value: 'waiver', label: words.choices.waiver }
  const answers = [
    { value: 'extension', label: words.choices.extension },
    { value: 'refusal', label: words.choices.refusal },
  ]
  return (
    <form method="post" className="act">
      <h2>{words.propose}</h2>
      <input type="hidden" name="act" value="propose" />
      <input type="hidden" name="about" value={about ?? ''} />
      <Select
        name="choice"
        label={words.choice}
        choices={about === undefined ? [waiver] : [...answers, waiver]}
        defaultValue={typed['choice']}
        problem={problem}
      />
      <Field
        name="from_on"
        label={words.from}
        hint={words.fromHint}
        dir="ltr"
        defaultValue={typed['from_on']}
        problem={problem}
      />
      <Field
        name="until_on"
        label={words.last}
        hint={words.lastHint}
        dir="ltr"
        defaultValue={typed['until_on']}
        problem={problem}
      />
      <TextArea name="words" label={words.reasons} defaultValue={typed['words']} problem={problem} />
      <Consequence>
        <p>{words.willPropose}</p>
      </Consequence>
      <Button>{words.proposeIt}</Button>
    </form>
  )
}

function DecideForm({ about, firm }: { readonly about: number; readonly firm: string }) {
  const words = timeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form method="post" className="act">
      <h2>{words.decide}</h2>
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="about" value={about} />
      <Select
        name="kind"
        label={words.decision}
        choices={[
          { value: 'approved', label: words.approve },
          { value: 'sent_back', label: words.sendBack },
        ]}
        defaultValue={typed['kind']}
        problem={problem}
      />
      <TextArea name="words" label={words.reasons} defaultValue={typed['words']} problem={problem} />
      <Consequence>
        <p>{words.willDecide(firm)}</p>
      </Consequence>
      <Button>{words.decideIt}</Button>
    </form>
  )
}
