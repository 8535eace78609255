/** A firm begins an appeal against a determination. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { appealWordsOf } from './appeal-words.ts'
import { GROUNDS } from './appeal-fields.ts'
import { prepareAppeal } from './file-appeal.ts'
import { showNewAppeal } from './show-appeals.ts'

export const handle = { see: 'prepare_appeal', act: 'prepare_appeal' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showNewAppeal(context, params['number'] ?? '')
}

const OPTIONAL = { maxLength: 4000 }

export async function action({ context, params, request }: ActionFunctionArgs) {
  const determination = params['number'] ?? ''
  const { typed, read } = readForm(await sentForm(context, request), {
    properties: { grounds: GROUNDS, late_reason: OPTIONAL, stay_reason: OPTIONAL },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { grounds, late_reason, stay_reason } = read.done
  const prepared = await prepareAppeal(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    {
      determination,
      grounds,
      late_reason: late_reason === '' ? null : late_reason,
      stay_reason: stay_reason === '' ? null : stay_reason,
    },
  )
  if ('refused' in prepared) return sentBack(context, prepared.refused, typed, { late_without_reason: 'late_reason' })
  return seeOther(`/appeals/${prepared.done.id}`, 'prepared')
}

export default function NewAppealPage() {
  const { number, ends_on, isLate, rehearsal } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = appealWordsOf(language)
  const last = ends_on === null ? words.noEnd : dayText(ends_on, language)
  return (
    <Page title={words.prepareTitle(number)} rehearsal={rehearsal}>
      <ErrorSummary problem={problem} />
      <p className="within">
        <a href={`/determinations/${number}`} dir="ltr">
          {number}
        </a>
      </p>
      <h1>{words.prepareTitle(number)}</h1>
      <form method="post" className="form">
        <TextArea
          name="grounds"
          label={words.grounds}
          hint={words.groundsHint}
          defaultValue={typed['grounds']}
          problem={problem}
        />
        {isLate ? (
          <TextArea
            name="late_reason"
            label={words.lateReason}
            hint={words.lateHint(last)}
            defaultValue={typed['late_reason']}
            problem={problem}
          />
        ) : undefined}
        <TextArea
          name="stay_reason"
          label={words.stayAsked}
          hint={words.stayHint}
          defaultValue={typed['stay_reason']}
          isOptional
          problem={problem}
        />
        <Consequence>
          <p>{words.prepareText(last)}</p>
        </Consequence>
        <Button>{words.prepareIt}</Button>
      </form>
    </Page>
  )
}
