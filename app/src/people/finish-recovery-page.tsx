/** Where the link of a letter leads with which somebody removes his lost second factor. */
import type { ActionFunctionArgs } from 'react-router'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { completeRecovery } from './recover-second-factor.ts'
import { recoveryWordsOf } from './recovery-words.ts'
import { sentText } from './sent-text.ts'

export const handle = { see: 'complete_recovery', act: 'complete_recovery' } satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  const { visitor } = context.get(pageCall)
  const password = sentText(await sentForm(context, request), 'password')
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const outcome = await completeRecovery(context.get(identityContext), visitor, { token, password })
  return 'refused' in outcome
    ? sentBack(context, outcome.refused, {}, { password_wrong: 'password' })
    : seeOther('/sign-in?next=/account/second-factor', 'recovered')
}

export default function FinishRecoveryPage() {
  const sent = useSentBack()
  const { language, address } = useShell()
  const words = recoveryWordsOf(language)
  return (
    <Page title={words.finishTitle}>
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.finishTitle}</h1>
      {address.includes('token=') ? (
        <form method="post">
          <p className="prose">{words.finishLead}</p>
          <Field
            name="password"
            label={words.password}
            type="password"
            dir="ltr"
            required
            autoComplete="current-password"
            problem={sent?.problem}
          />
          <Button>{words.finish}</Button>
        </form>
      ) : (
        <p className="prose">{words.linkBroken}</p>
      )}
    </Page>
  )
}
