/** Choosing another password, by who has signed in. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { accountWordsOf } from './account-words.ts'
import { whoIAm } from './act-for.ts'
import { changePassword } from './change-password.ts'
import { identityContext } from './identity-context.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-identity.ts'
import { sentText } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'

export const handle = { see: 'see_oneself', act: 'change_password' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const self = await whoIAm(context.get(identityContext), context.get(pageCall).visitor)
  settled(context, self === undefined ? { refused: { code: 'sign_in_needed' } } : { done: self })
  return { least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { actor, visitor } = context.get(pageCall)
  const input = { current_password: sentText(form, 'current_password'), password: sentText(form, 'password') }
  const outcome = await changePassword(context.get(identityContext), actor, visitor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { password_wrong: 'current_password' })
  return seeOther('/account', 'password_changed', outcome.cookies)
}

export default function PasswordPage() {
  const { least, most } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const account = accountWordsOf(language)
  const words = signInWordsOf(language)
  return (
    <Page title={words.newPasswordTitle}>
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/account">{account.toAccount}</a>
      </p>
      <h1>{words.newPasswordTitle}</h1>
      <p className="prose">{account.passwordLead}</p>
      <form method="post">
        <Field
          name="current_password"
          label={account.currentPassword}
          type="password"
          dir="ltr"
          required
          autoComplete="current-password"
          problem={sent?.problem}
        />
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
        <a href="/forgotten-password">{words.forgotten}</a>
      </p>
    </Page>
  )
}
