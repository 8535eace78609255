/** Where the link for a forgotten password leads. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-identity.ts'
import { recoverPassword } from './recover-password.ts'
import { sentText } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'

export const handle = { see: 'recover_password', act: 'recover_password' } satisfies PageHandle

function tokenIn(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

export function loader({ context, request }: LoaderFunctionArgs) {
  if (tokenIn(request) === '') settled(context, { refused: { code: 'recovery_unknown' } })
  return { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { visitor } = context.get(pageCall)
  const input = { token: tokenIn(request), password: sentText(await sentForm(context, request), 'password') }
  const outcome = await recoverPassword(context.get(identityContext), visitor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  return seeOther('/sign-in', 'password_changed')
}

export default function NewPasswordPage() {
  const { least, most } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = signInWordsOf(useShell().language)
  return (
    <Page title={words.newPasswordTitle}>
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.newPasswordTitle}</h1>
      <p className="prose">{words.newPasswordLead}</p>
      <form method="post">
        <Field
          name="password"
          label={words.newPassword}
          hint={words.passwordHint(least, most)}
          type="password"
          dir="ltr"
          required
          autoComplete="new-password"
          problem={sent?.problem}
        />
        <Button>{words.change}</Button>
      </form>
      <p className="another-way">
        <a href="/forgotten-password">{words.anotherLink}</a>
      </p>
    </Page>
  )
}
