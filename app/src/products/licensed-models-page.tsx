/** The telecom regulator asks what a licence is on a day, and which models may be made under it. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY } from '../kernel/field-schemas.ts'
import type { Problem } from '../kernel/problem.ts'
import { Button, ErrorSummary, Field, type Typed } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { inQuery, readForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { LicensedAnswer } from './licensed-answer.tsx'
import { licensedWordsOf } from './licensed-words.ts'
import { type LicensedModels, readLicensedModels } from './read-licensed-models.ts'

export const handle = { see: 'see_licensed_models' } satisfies PageHandle

const QUESTION = { licence: { minLength: 1, maxLength: 20 }, day: DAY } as const

interface Asked {
  readonly typed: Typed
  readonly problem?: Problem
  readonly answer?: LicensedModels
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, problemOf } = context.get(pageCall)
  const { searchParams } = new URL(request.url)
  if (searchParams.size === 0) return { typed: {} } satisfies Asked
  const form = new FormData()
  for (const [name, text] of searchParams) form.set(name, text)
  const { typed, read } = readForm(form, { properties: QUESTION })
  const refused = (problem: Problem) => data({ typed, problem } satisfies Asked, { status: problem.status })
  if ('refused' in read) return refused(inQuery(problemOf(read.refused)))
  const found = await readLicensedModels(context.get(recorderContext).database, actor, read.done)
  if ('refused' in found) return refused({ ...problemOf(found.refused), place: '/querystring/licence' })
  return { typed, answer: found.done } satisfies Asked
}

export default function LicensedModelsPage() {
  const { typed, problem, answer } = useLoaderData<Asked>()
  const words = licensedWordsOf(useShell().language)
  const field = (name: keyof typeof QUESTION) => ({ name, dir: 'ltr', defaultValue: typed[name], problem })
  return (
    <Page title={words.title} rehearsal={answer?.rehearsal === true ? words.rehearsal : undefined}>
      <h1>{words.title}</h1>
      <p className="prose">{words.whatItIs}</p>
      <ErrorSummary problem={problem} />
      <form className="one-line" action="/gate/models">
        <Field {...field('licence')} label={words.licence} hint={words.licenceHint} />
        <Field {...field('day')} label={words.day} hint={words.dayHint} />
        <Button>{words.ask}</Button>
      </form>
      {answer === undefined ? undefined : <LicensedAnswer answer={answer} />}
    </Page>
  )
}
