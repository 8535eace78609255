/** Setting up a second factor, and removing it. What is set up is shown once, in the answer to the form that began it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Problem } from '../kernel/problem.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Button, ErrorSummary, Field, type SentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { accountWordsOf } from './account-words.ts'
import { whoIAm } from './act-for.ts'
import { identityContext } from './identity-context.ts'
import { type SecondFactorView, secondFactorView } from './second-factor-view.ts'
import { sentCode, sentText } from './sent-text.ts'
import { beginSecondFactor, confirmSetUp, hasSecondFactor, removeSecondFactor } from './set-up-second-factor.ts'

export const handle = { see: 'see_oneself', act: 'see_oneself' } satisfies PageHandle

const COMMANDS = {
  begin: 'begin_second_factor',
  confirm: 'set_up_second_factor',
  remove: 'remove_second_factor',
} as const
const ACTS = { begin, confirm, remove }

const ADDRESS = '/account/second-factor'
const CONTROLS = { code_wrong: 'code', password_wrong: 'password' }

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor, visitor } = context.get(pageCall)
  const self = await whoIAm(identity, visitor)
  const { lacks_factor } = settled(
    context,
    self === undefined ? { refused: { code: 'sign_in_needed' } } : { done: self },
  )
  return { lacks_factor, isThere: await hasSecondFactor(identity, actor), hasOpenId: identity.hasOpenId }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const asked = sentText(form, 'act')
  const act = asked === 'begin' || asked === 'remove' ? asked : 'confirm'
  mustBeAllowed(context, COMMANDS[act])
  return await ACTS[act](context, form)
}

/** Who signs in by OpenID only has no password to give. */
function passwordIn(form: FormData): { readonly password?: string } {
  const password = sentText(form, 'password')
  return password === '' ? {} : { password }
}

async function begin(context: PageContext, form: FormData) {
  const { actor, visitor } = context.get(pageCall)
  const outcome = await beginSecondFactor(context.get(identityContext), actor, visitor, passwordIn(form))
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, CONTROLS)
  return { setUp: secondFactorView(outcome.done) }
}

async function confirm(context: PageContext, form: FormData) {
  const { actor, visitor } = context.get(pageCall)
  const code = sentText(form, 'code').replaceAll(' ', '')
  const outcome = await confirmSetUp(context.get(identityContext), actor, visitor, { code })
  if ('refused' in outcome) return sentBack(context, outcome.refused, { confirming: 'yes' }, CONTROLS)
  return seeOther(ADDRESS, 'second_factor_set_up', outcome.cookies)
}

async function remove(context: PageContext, form: FormData) {
  const { actor, visitor } = context.get(pageCall)
  const input = { ...passwordIn(form), ...sentCode(form) }
  const outcome = await removeSecondFactor(context.get(identityContext), actor, visitor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, CONTROLS)
  return seeOther(ADDRESS, 'second_factor_removed', outcome.cookies)
}

export default function SecondFactorPage() {
  const { isThere, hasOpenId, lacks_factor } = useLoaderData<typeof loader>()
  const answer = useActionData<SentBack | { readonly setUp: SecondFactorView }>()
  const sent = answer !== undefined && 'problem' in answer ? answer : undefined
  const setUp = answer !== undefined && 'setUp' in answer ? answer.setUp : undefined
  const words = accountWordsOf(useShell().language)
  const problem = sent?.problem
  return (
    <Page title={words.secondFactor}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <p className="within">
        <a href="/account">{words.toAccount}</a>
      </p>
      <h1>{words.secondFactor}</h1>
      {lacks_factor ? <p className="lead prose">{words.factorFirst}</p> : undefined}
      {setUp === undefined ? <p className="prose">{words.secondFactorLead}</p> : undefined}
      {setUp !== undefined ? (
        <SetUp setUp={setUp} />
      ) : isThere ? (
        <Removal hasOpenId={hasOpenId} problem={problem} />
      ) : sent?.typed['confirming'] === 'yes' ? (
        <>
          <p className="prose">{words.tryAgain}</p>
          <Confirming problem={problem} />
          <p className="another-way">
            <a href={ADDRESS}>{words.beginAgain}</a>
          </p>
        </>
      ) : (
        <form method="post">
          <input type="hidden" name="act" value="begin" />
          <Password hasOpenId={hasOpenId} problem={problem} />
          <Button>{words.setUp}</Button>
        </form>
      )}
    </Page>
  )
}

function SetUp({ setUp: { qr, secret, recovery_codes } }: { readonly setUp: SecondFactorView }) {
  const words = accountWordsOf(useShell().language)
  return (
    <>
      <section aria-labelledby="scan">
        <h2 id="scan">{words.scan}</h2>
        <svg className="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-labelledby="scan">
          <path d={qr.path} />
        </svg>
        <p>
          {words.orType}: <code dir="ltr">{secret}</code>
        </p>
      </section>
      <section aria-labelledby="codes">
        <h2 id="codes">{words.keepCodes}</h2>
        <p className="prose">{words.keepCodesLead}</p>
        <ul className="codes" dir="ltr">
          {recovery_codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="enter">
        <h2 id="enter">{words.enterCode}</h2>
        <Confirming problem={undefined} />
      </section>
    </>
  )
}

interface FormProps {
  readonly problem: Problem | undefined
}

function Confirming({ problem }: FormProps) {
  const words = accountWordsOf(useShell().language)
  return (
    <form method="post">
      <Field
        name="code"
        label={words.code}
        hint={words.sixDigits}
        dir="ltr"
        inputMode="numeric"
        required
        autoComplete="one-time-code"
        problem={problem}
      />
      <Button>{words.confirm}</Button>
    </form>
  )
}

function Removal({ hasOpenId, problem }: FormProps & { readonly hasOpenId: boolean }) {
  const words = accountWordsOf(useShell().language)
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">{words.remove}</h2>
      <p className="prose">{words.removing}</p>
      <form method="post">
        <input type="hidden" name="act" value="remove" />
        <Password hasOpenId={hasOpenId} problem={problem} />
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          dir="ltr"
          required
          autoComplete="one-time-code"
          problem={problem}
        />
        <Button variant="secondary">{words.remove}</Button>
      </form>
    </section>
  )
}

function Password({ hasOpenId, problem }: FormProps & { readonly hasOpenId: boolean }) {
  const words = accountWordsOf(useShell().language)
  return (
    <Field
      name="password"
      label={words.password}
      hint={hasOpenId ? words.mayBeLeftOut : undefined}
      type="password"
      dir="ltr"
      required={!hasOpenId}
      autoComplete="current-password"
      problem={problem}
    />
  )
}
