/** Who is bound for a firm on a day that the reader chooses. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { DAY } from '../kernel/field-schemas.ts'
import { Button, ErrorSummary, Field } from '../pages/form.tsx'
import { idAsked, pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { BoundBody } from './bound-body.tsx'
import { eventWordsOf } from './event-words.ts'
import { readBound } from './read-bound.ts'

export const handle = { see: 'see_firm_events' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { actor, problemOf } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const id = idAsked(context, params['id'])
  const now = todayText(clock)
  const form = new FormData()
  form.set('on', new URL(request.url).searchParams.get('on') ?? now)
  const { typed, read } = readForm(form, { properties: { on: DAY } })
  const on = 'done' in read ? read.done.on : now
  const bound = settled(context, await readBound(database, actor, { id, on, made: undefined }))
  if ('done' in read) return { bound, typed, problem: undefined }
  const problem = { ...problemOf(read.refused), place: '/querystring/on' }
  return data({ bound, typed, problem }, { status: problem.status })
}

export default function BoundPage() {
  const { bound, typed, problem } = useLoaderData<typeof loader>()
  const words = eventWordsOf(useShell().language)
  const { id, name } = bound.firm
  return (
    <Page title={`${words.boundTitle} · ${name}`}>
      <ErrorSummary problem={problem} />
      <p className="within">
        <a href={`/manufacturers/${id}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1>{words.boundTitle}</h1>
      <p className="prose">{words.boundIntro}</p>
      <form method="get" className="form">
        <Field
          name="on"
          label={words.day}
          hint={words.dayHint}
          inputMode="numeric"
          dir="ltr"
          defaultValue={typed['on']}
          problem={problem}
        />
        <Button>{words.ask}</Button>
      </form>
      {problem === undefined ? <BoundBody bound={bound} /> : undefined}
    </Page>
  )
}
