/** One run: how far it is, what came out firm by firm, what is missing, and what came out otherwise than before and why. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { REASON } from '../../kernel/field-schemas.ts'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { RunBody } from './run-body.tsx'
import { showRun } from './show-runs.ts'
import { stopRun } from './start-run.ts'

export const handle = { see: 'see_runs', act: 'stop_run' } satisfies PageHandle

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showRun(context, params, request)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(await sentForm(context, request), { properties: { reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const stopped = await stopRun(context.get(recorderContext), actor, { id, ...read.done })
  return 'refused' in stopped
    ? sentBack(context, stopped.refused, typed)
    : seeOther(`/assessment-runs/${id}`, 'stopped')
}

export default function RunPage() {
  return <RunBody loaded={useLoaderData<typeof loader>()} />
}
