/** An officer records what the authority that has the power said to a recommendation. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DAY, LONG_WORDS } from '../../kernel/field-schemas.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FirmLink } from '../../pages/firm-column.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { MAYBE_DAY, readForm, sentBack, sentFile, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { REPLIES } from './recommendation.ts'
import { recommendationWordsOf } from './recommendation-words.ts'
import { recordReply } from './record-reply.ts'
import { ReplyList } from './reply-list.tsx'
import { showRecommendation } from './show-recommendation.ts'

const LARGEST_FORM = 11_000_000

export const handle = { see: 'record_reply', act: 'record_reply', largest: LARGEST_FORM } satisfies PageHandle

const NAME = { minLength: 1, maxLength: 200 }
const FIELDS = {
  properties: {
    kind: { enum: [...REPLIES] },
    authority: NAME,
    replied_on: DAY,
    reference: NAME,
    words: LONG_WORDS,
    effective_on: MAYBE_DAY,
  },
} as const

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showRecommendation(context, params['number'] ?? '')
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed, read } = readForm(form, FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const number = params['number'] ?? ''
  const sent = sentFile(form, 'file')
  const file = sent === undefined ? null : { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) }
  const { effective_on, ...said } = read.done
  const kind = REPLIES.find((one) => one === said.kind) ?? 'other'
  const input = { ...said, kind, number, file, effective_on: effective_on === '' ? null : effective_on }
  const { actor } = context.get(pageCall)
  const recorded = await recordReply(context.get(recorderContext), actor, input)
  if ('refused' in recorded)
    return sentBack(context, recorded.refused, typed, {
      file_type_unfit: 'file',
      reply_day: 'replied_on',
      reply_without_day: 'effective_on',
      reply_out_of_order: 'kind',
    })
  return seeOther(`/determinations/${number}/reply`, 'recorded')
}

export default function RecommendationPage() {
  const { number, firm, rehearsal, recommended, replies, isOwn } = useLoaderData<typeof loader>()
  const words = recommendationWordsOf(useShell().language)
  return (
    <Page title={words.title(number)} rehearsal={rehearsal}>
      <Confirmation sentences={{ recorded: words.recorded }} />
      <ObjectHeader
        title={words.title(number)}
        within={{ href: `/determinations/${number}`, title: number }}
        facts={[
          { name: words.firm, value: <FirmLink firm={firm} /> },
          ...(recommended.length === 0 ? [] : [{ name: words.recommended, value: recommended.join(' · ') }]),
        ]}
      />
      {recommended.length === 0 ? (
        <EmptyState>{words.nothing}</EmptyState>
      ) : (
        <>
          <p className="prose">{words.intro}</p>
          <h2>{words.heading}</h2>
          <ReplyList replies={replies} />
          {isOwn ? <EmptyState>{words.own}</EmptyState> : <RecordForm />}
        </>
      )}
    </Page>
  )
}

function RecordForm() {
  const { number, authority, isOrdered, today } = useLoaderData<typeof loader>()
  const words = recommendationWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const kinds = REPLIES.filter((one) => one === 'other' || (one === 'lifted') === isOrdered)
  return (
    <form className="act" method="post" encType="multipart/form-data" action={`/determinations/${number}/reply`}>
      <h2>{words.record}</h2>
      <ErrorSummary problem={problem} />
      <Select
        name="kind"
        label={words.kind}
        choices={kinds.map((one) => ({ value: one, label: words.choices[one] }))}
        defaultValue={typed['kind']}
        problem={problem}
      />
      <Field
        name="authority"
        label={words.authority}
        required
        defaultValue={typed['authority'] ?? authority}
        problem={problem}
      />
      <Field
        name="replied_on"
        label={words.repliedOn}
        hint={words.repliedHint(today)}
        dir="ltr"
        required
        defaultValue={typed['replied_on']}
        problem={problem}
      />
      <Field
        name="reference"
        label={words.reference}
        dir="auto"
        required
        defaultValue={typed['reference']}
        problem={problem}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        defaultValue={typed['words']}
        problem={problem}
      />
      <Field
        name="effective_on"
        label={words.effectiveOn}
        hint={words.effectiveHint}
        dir="ltr"
        defaultValue={typed['effective_on']}
        problem={problem}
      />
      <Field
        name="file"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        label={words.file}
        hint={words.fileHint}
        problem={problem}
      />
      <Consequence>
        <p>{words.will}</p>
      </Consequence>
      <Button>{words.record}</Button>
    </form>
  )
}
