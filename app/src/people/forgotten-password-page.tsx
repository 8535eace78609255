/** Asks for a link to choose a new password. The answer is the same for an address that nobody has. */
import type { ActionFunctionArgs } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { requestRecovery } from './recover-password.ts'
import { sentText } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'

export const handle = { see: 'request_recovery', act: 'request_recovery' } satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  const { visitor } = context.get(pageCall)
  const email = sentText(await sentForm(context, request), 'email')
  const outcome = await requestRecovery(context.get(identityContext), visitor, { email })
  if ('refused' in outcome) return sentBack(context, outcome.refused, { email })
  return seeOther('/forgotten-password', 'letter_sent')
}

export default function ForgottenPasswordPage() {
  const sent = useSentBack()
  const words = signInWordsOf(useShell().language)
  return (
    <Page title={words.forgottenTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.forgottenTitle}</h1>
      <p className="prose">{words.forgottenLead}</p>
      <form method="post">
        <Field
          name="email"
          label={words.email}
          defaultValue={sent?.typed['email']}
          type="email"
          dir="ltr"
          required
          autoComplete="username"
          problem={sent?.problem}
        />
        <Button>{words.sendLink}</Button>
      </form>
      <p className="another-way">
        <a href="/sign-in">{words.toSignIn}</a>
      </p>
    </Page>
  )
}
