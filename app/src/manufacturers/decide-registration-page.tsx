/** An officer authorises a manufacturer that applied, or refuses it with reasons. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DecisionForm } from '../pages/decision-form.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readDecision, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { decideRegistration } from './decide-registration.ts'
import { applicationAsked } from './decide-registration-view.ts'
import { decideRegistrationWordsOf } from './decide-registration-words.ts'
import { ManufacturerTag } from './manufacturer-tag.tsx'
import { manufacturerWordsOf } from './manufacturer-words.ts'

export const handle = { see: 'decide_registration', act: 'decide_registration' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { may } = context.get(pageCall)
  return { mayGrant: may('grant_licence'), application: await applicationAsked(context, params['id']) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readDecision(await sentForm(context, request), 'authorised', 'refused')
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const id = idAsked(context, params['id'])
  const decision = { id, ...read.done }
  const decided = await decideRegistration(context.get(recorderContext), context.get(pageCall).actor, decision)
  if ('refused' in decided) return sentBack(context, decided.refused, typed, { registration_number_taken: 'kind' })
  return seeOther(`/manufacturers/${id}/decision`, decision.kind)
}

export default function DecideRegistrationPage() {
  const { application, mayGrant } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = decideRegistrationWordsOf(language)
  const { id, name, registration_number, address, status, applied, reason } = application
  return (
    <Page title={`${name} · ${words.title}`}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={name}
        within={{ href: '/manufacturers', title: manufacturerWordsOf(language).title }}
        facts={[
          { name: words.state, value: <ManufacturerTag status={status} /> },
          { name: words.number, value: <bdi>{registration_number}</bdi> },
          { name: words.address, value: <bdi>{address}</bdi> },
          { name: words.applied, value: words.onBy(applied.when, applied.person) },
        ]}
      />
      {status === 'applied' ? (
        <DecisionForm
          action={`/manufacturers/${id}/decision`}
          words={words}
          choices={[
            { value: 'authorised', label: words.authorise, hint: words.authoriseHint(name) },
            { value: 'refused', label: words.refuse, hint: words.refuseHint(name) },
          ]}
          consequence={words.final(name)}
        />
      ) : (
        <EmptyState>{words.decided}</EmptyState>
      )}
      {reason === null ? undefined : (
        <>
          <h2>{words.because}</h2>
          <p className="passage" dir="auto">
            {reason}
          </p>
        </>
      )}
      {status === 'authorised' && mayGrant ? (
        <p>
          <a href="/licences/grant">{words.grant}</a>
        </p>
      ) : undefined}
    </Page>
  )
}
