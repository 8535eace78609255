/** The second step of signing in: a code of the second factor, or one of the recovery codes. */
import type { ActionFunctionArgs } from 'react-router'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { leadBack, safeNext } from './lead-back.ts'
import { sentCode } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'
import { finishSignIn } from './sign-in.ts'

export const handle = { see: 'finish_sign_in', act: 'finish_sign_in' } satisfies PageHandle

export async function action({ context, request }: ActionFunctionArgs) {
  const identity = context.get(identityContext)
  const { visitor } = context.get(pageCall)
  const outcome = await finishSignIn(identity, visitor, sentCode(await sentForm(context, request)))
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { code_wrong: 'code' })
  const { cookies = [] } = outcome
  return seeOther(await leadBack(context, cookies, safeNext(request.url)), undefined, cookies)
}

export default function SignInCodePage() {
  const sent = useSentBack()
  const words = signInWordsOf(useShell().language)
  return (
    <Page title={words.codeTitle}>
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.codeTitle}</h1>
      <form method="post">
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          dir="ltr"
          required
          autoComplete="one-time-code"
          problem={sent?.problem}
        />
        <Button>{words.signIn}</Button>
      </form>
      <p className="another-way">
        <a href="/sign-in">{words.beginAgain}</a>
      </p>
    </Page>
  )
}
