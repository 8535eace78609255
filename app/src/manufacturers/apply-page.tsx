/** A firm asks to be registered. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { applyForRegistration } from './apply-for-registration.ts'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { APPLICATION } from './manufacturers-api.ts'
import { readManufacturer } from './read-manufacturers.ts'

export const handle = { see: 'apply_for_registration', act: 'apply_for_registration' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const id = actor.organization ?? ''
  const known = await readManufacturer(context.get(recorderContext).database, actor, id)
  return { entry: 'done' in known ? known.done.id : undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const { typed, read } = readForm(await sentForm(context, request), APPLICATION)
  const outcome = 'refused' in read ? read : await applyForRegistration(context.get(recorderContext), actor, read.done)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/manufacturers/${outcome.done.id}`, 'applied')
}

export default function ApplyPage() {
  const { entry } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = manufacturerWordsOf(useShell().language)
  return (
    <Page title={words.applyTitle}>
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.applyTitle}</h1>
      {entry === undefined ? (
        <>
          {words.applyIntro.map((sentence) => (
            <p key={sentence} className="prose">
              {sentence}
            </p>
          ))}
          <form method="post" className="form">
            <Field
              name="name"
              label={words.name}
              hint={words.nameHint}
              defaultValue={sent?.typed['name']}
              required
              autoComplete="organization"
              dir="auto"
              problem={sent?.problem}
            />
            <Field
              name="registration_number"
              label={words.registrationNumber}
              hint={words.numberHint}
              defaultValue={sent?.typed['registration_number']}
              required
              dir="ltr"
              problem={sent?.problem}
            />
            <TextArea
              name="address"
              label={words.address}
              hint={words.addressHint}
              defaultValue={sent?.typed['address']}
              problem={sent?.problem}
            />
            <Button>{words.apply}</Button>
          </form>
        </>
      ) : (
        <p className="lead">
          {words.appliedAlready} <a href={`/manufacturers/${entry}`}>{words.seeEntry}</a>
        </p>
      )}
    </Page>
  )
}
