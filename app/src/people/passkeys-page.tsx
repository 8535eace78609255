/** One's own passkeys: adding one, which takes the one script that there is, and removing one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Problem } from '../kernel/problem.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { PASSKEYS, PasskeyButton, type PasskeyAsked } from '../pages/passkey-button.tsx'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { whoIAm } from './act-for.ts'
import { addPasskey, askForNewPasskey, removePasskey, seePasskeys, type SeenPasskey } from './add-passkey.ts'
import { identityContext } from './identity-context.ts'
import { passkeyWordsOf } from './passkey-words.ts'
import { sentPasskey, sentText } from './sent-text.ts'
import { hasSecondFactor } from './set-up-second-factor.ts'

export const handle = { see: 'see_oneself', act: 'see_oneself', script: PASSKEYS } satisfies PageHandle

const COMMANDS = { add: 'add_passkey', remove: 'remove_passkey' } as const
const ADDRESS = '/account/passkeys'

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor, visitor } = context.get(pageCall)
  const self = await whoIAm(identity, visitor)
  const { person } = settled(context, self === undefined ? { refused: { code: 'sign_in_needed' } } : { done: self })
  return {
    passkeys: await seePasskeys(identity, actor),
    asked: await askForNewPasskey(identity, actor, person),
    hasCodes: await hasSecondFactor(identity, actor),
    hasOpenId: identity.hasOpenId,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const act = sentText(form, 'act') === 'remove' ? 'remove' : 'add'
  mustBeAllowed(context, COMMANDS[act])
  return act === 'remove' ? await remove(context, form) : await add(context, form)
}

async function add(context: PageContext, form: FormData) {
  const { actor, visitor } = context.get(pageCall)
  const name = sentText(form, 'name')
  const code = sentText(form, 'code').replaceAll(' ', '')
  const input = { name, code, password: sentText(form, 'password'), passkey: sentPasskey(form) }
  const outcome = await addPasskey(context.get(identityContext), actor, visitor, input)
  if (!('refused' in outcome)) return seeOther(ADDRESS, 'passkey_added')
  return sentBack(context, outcome.refused, { name }, { code_wrong: 'code', password_wrong: 'password' })
}

async function remove(context: PageContext, form: FormData) {
  const { actor, visitor } = context.get(pageCall)
  const input = { id: sentText(form, 'id'), code: sentText(form, 'removing_code').replaceAll(' ', '') }
  const outcome = await removePasskey(context.get(identityContext), actor, visitor, input)
  if (!('refused' in outcome)) return seeOther(ADDRESS, 'passkey_removed')
  return sentBack(context, outcome.refused, {}, { code_wrong: 'removing_code' })
}

export default function PasskeysPage() {
  const { passkeys, asked, hasCodes, hasOpenId } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = passkeyWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/account">{words.toAccount}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      <section>
        <h2 id="own">{words.own}</h2>
        <Own passkeys={passkeys} />
      </section>
      <section aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        {asked === undefined ? (
          <p className="prose">{hasCodes ? words.many : words.codesFirst}</p>
        ) : (
          <AddForm asked={asked} hasOpenId={hasOpenId} name={sent?.typed['name']} problem={sent?.problem} />
        )}
      </section>
      {passkeys.length === 0 ? undefined : <RemoveForm passkeys={passkeys} problem={sent?.problem} />}
    </Page>
  )
}

interface OwnProps {
  readonly passkeys: readonly SeenPasskey[]
}

function Own({ passkeys }: OwnProps) {
  const { language } = useShell()
  const words = passkeyWordsOf(language)
  if (passkeys.length === 0) return <EmptyState>{words.none}</EmptyState>
  return (
    <DataTable
      titledBy="own"
      rows={passkeys}
      columns={[
        { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
        { title: words.addedAt, of: ({ added_at }) => momentOf(added_at, language).when },
        {
          title: words.lastUsed,
          of: ({ last_used_at }) => (last_used_at === null ? words.never : momentOf(last_used_at, language).when),
        },
      ]}
    />
  )
}

interface FormProps {
  readonly problem: Problem | undefined
}

interface AddFormProps extends FormProps {
  readonly asked: PasskeyAsked
  readonly hasOpenId: boolean
  readonly name: string | undefined
}

function AddForm({ asked, hasOpenId, name, problem }: AddFormProps) {
  const words = passkeyWordsOf(useShell().language)
  return (
    <form method="post">
      <input type="hidden" name="act" value="add" />
      <input type="hidden" name="passkey" value="" />
      <p className="prose">{words.addLead}</p>
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        defaultValue={name}
        dir="auto"
        required
        autoComplete="off"
        problem={problem}
      />
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
      <Code name="code" problem={problem} />
      <p className="quiet">{words.noScript}</p>
      <PasskeyButton asked={asked} label={words.make} failed={words.failed} />
    </form>
  )
}

function Code({ name, problem }: FormProps & { readonly name: string }) {
  const words = passkeyWordsOf(useShell().language)
  return (
    <Field
      name={name}
      label={words.code}
      hint={words.codeHint}
      dir="ltr"
      inputMode="numeric"
      required
      autoComplete="one-time-code"
      problem={problem}
    />
  )
}

function RemoveForm({ passkeys, problem }: OwnProps & FormProps) {
  const words = passkeyWordsOf(useShell().language)
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">{words.remove}</h2>
      <p className="prose">{words.removing}</p>
      <form method="post">
        <input type="hidden" name="act" value="remove" />
        <Select
          name="id"
          label={words.which}
          choices={passkeys.map(({ id, name }) => ({ value: id, label: name }))}
          problem={undefined}
        />
        <Code name="removing_code" problem={problem} />
        <Button variant="secondary">{words.removeIt}</Button>
      </form>
    </section>
  )
}
