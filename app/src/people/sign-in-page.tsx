/** Signing in with a password, or by the OpenID provider where there is one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { PASSKEYS, PasskeyButton } from '../pages/passkey-button.tsx'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { identityContext } from './identity-context.ts'
import { leadBack, safeNext, withNext } from './lead-back.ts'
import { passkeyWordsOf } from './passkey-words.ts'
import { sentPasskey, sentText } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'
import { askToSignIn, signInByPasskey } from './sign-in-by-passkey.ts'
import { signIn } from './sign-in.ts'

export const handle = { see: 'sign_in', act: 'sign_in', script: PASSKEYS } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { hasOpenId } = identity
  const isBack = new URL(request.url).searchParams.has('error')
  return {
    openId: hasOpenId ? withNext('/sign-in/openid', safeNext(request.url)) : undefined,
    isBack,
    passkey: await askToSignIn(identity),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const identity = context.get(identityContext)
  const { visitor } = context.get(pageCall)
  const form = await sentForm(context, request)
  const passkey = sentPasskey(form)
  if (passkey !== '') {
    mustBeAllowed(context, 'sign_in_by_passkey')
    const known = await signInByPasskey(identity, visitor, { passkey })
    if ('refused' in known) return sentBack(context, known.refused, {})
    const { cookies = [] } = known
    return seeOther(await leadBack(context, cookies, safeNext(request.url)), undefined, cookies)
  }
  const email = sentText(form, 'email')
  const outcome = await signIn(identity, visitor, { email, password: sentText(form, 'password') })
  if ('refused' in outcome) return sentBack(context, outcome.refused, { email }, { sign_in_failed: 'email' })
  const { done, cookies = [] } = outcome
  const next = safeNext(request.url)
  if (done.second_factor_needed) return seeOther(withNext('/sign-in/code', next), undefined, cookies)
  return seeOther(await leadBack(context, cookies, next), undefined, cookies)
}

export default function SignInPage() {
  const { openId, isBack, passkey } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language, demonstration_day } = useShell()
  const words = signInWordsOf(language)
  const passkeys = passkeyWordsOf(language)
  return (
    <Page title={words.signInTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.signInTitle}</h1>
      {demonstration_day === undefined ? undefined : <p className="prose">{words.demonstration}</p>}
      {isBack && sent === undefined ? (
        <p className="lead prose" role="alert">
          {words.openIdFailed}
        </p>
      ) : undefined}
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
        <Field
          name="password"
          label={words.password}
          type="password"
          dir="ltr"
          required
          autoComplete="current-password"
          problem={sent?.problem}
        />
        <Button>{words.signIn}</Button>
      </form>
      {passkey === undefined ? undefined : (
        <form method="post" className="another-way">
          <input type="hidden" name="passkey" value="" />
          <PasskeyButton asked={passkey} label={passkeys.signIn} failed={passkeys.failed} />
        </form>
      )}
      {openId === undefined ? undefined : (
        <p className="another-way">
          <a className="ds-button" data-variant="secondary" href={openId}>
            {words.byOpenId}
          </a>
        </p>
      )}
      <p className="another-way">
        <a href="/forgotten-password">{words.forgotten}</a>
      </p>
      <p className="quiet prose">{words.whoComesIn}</p>
    </Page>
  )
}
