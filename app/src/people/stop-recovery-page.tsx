/** Where the link of a letter leads that stops the recovery of a second factor. Opening it stops nothing: programs open links, too. */
import type { ActionFunctionArgs } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { Button, ErrorSummary, useSentBack } from '../pages/form.tsx'
import { seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { recoveryWordsOf } from './recovery-words.ts'
import { stopRecoveryByLink } from './stop-recovery.ts'

export const handle = { see: 'stop_recovery_by_link', act: 'stop_recovery_by_link' } satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  await sentForm(context, request)
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const outcome = await stopRecoveryByLink(context.get(identityContext), { token })
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/recovery/stop', 'stopped')
}

export default function StopRecoveryPage() {
  const sent = useSentBack()
  const { language, address, done } = useShell()
  const words = recoveryWordsOf(language)
  return (
    <Page title={words.stopTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.stopTitle}</h1>
      {address.includes('token=') ? (
        <form method="post">
          <p className="prose">{words.stopLead}</p>
          <Button>{words.stop}</Button>
        </form>
      ) : done === undefined ? (
        <p className="prose">{words.linkBroken}</p>
      ) : undefined}
    </Page>
  )
}
