/** An officer proposes what happened to a firm. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { EventForm } from './event-form.tsx'
import { eventWordsOf } from './event-words.ts'
import { proposeEvent } from './propose-event.ts'
import { kindAsked, proposeView } from './propose-event-view.ts'
import { readEventForm } from './read-event-form.ts'

export const handle = { see: 'propose_firm_event', act: 'propose_firm_event' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await proposeView(context, params)
}

/** Which control a refusal is about. */
const CONTROLS = {
  event_circle: 'answers_id',
  party_unknown: 'answers_id',
  party_not_authorised: 'answers_id',
  event_before_firm: 'effective_on',
  event_before_last: 'effective_on',
  name_taken: 'new_name',
  name_kept: 'new_name',
  split_parts: 'answers_id',
  split_answerer: 'answers_id',
  year_determined: 'follows',
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readEventForm(id, kindAsked(context, params['kind']), await sentForm(context, request))
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const proposed = await proposeEvent(context.get(recorderContext), context.get(shelfContext), actor, read.done)
  if ('refused' in proposed) return sentBack(context, proposed.refused, typed, CONTROLS)
  return seeOther(`/firm-events/${proposed.done.id}`, 'proposed')
}

export default function ProposeEventPage() {
  const view = useLoaderData<typeof loader>()
  const words = eventWordsOf(useShell().language)
  const { kind, id, name } = view
  return (
    <Page title={`${words.propose[kind]} · ${name}`}>
      <ErrorSummary problem={useSentBack()?.problem} />
      <p className="within">
        <a href={`/manufacturers/${id}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{words.propose[kind]}</h1>
      <p className="prose">{words.intro[kind]}</p>
      <EventForm {...view} />
    </Page>
  )
}
