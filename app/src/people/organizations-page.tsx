/** The page on which a case officer brings an organization in: it is registered, and its administrator invited. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ROLES_OF } from '../kernel/authority.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { identityContext } from './identity-context.ts'
import { invitePerson } from './invite-person.ts'
import { organizationWordsOf } from './organization-words.ts'
import { registerOrganization } from './register-organization.ts'
import { seeUnadministered } from './see-unadministered.ts'
import { sentText } from './sent-text.ts'

export const handle = { see: 'register_organization', act: 'register_organization' } satisfies PageHandle

const ADDRESS = '/organizations'

/** The regulator's first administrator comes in by the command line. */
type Kind = Exclude<keyof typeof ROLES_OF, 'regulator'>
const KINDS: readonly Kind[] = ['manufacturer', 'supplier', 'accountant', 'laboratory', 'customs', 'telecom', 'public']

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const found = await seeUnadministered(context.get(identityContext), actor)
  return { organizations: found.flatMap(({ kind, ...one }) => (kind === 'regulator' ? [] : [{ ...one, kind }])) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  return sentText(form, 'act') === 'invite' ? await invite(context, form) : await register(context, form)
}

async function register(context: PageContext, form: FormData) {
  mustBeAllowed(context, 'register_organization')
  const typed = {
    name: sentText(form, 'name'),
    kind: sentText(form, 'kind'),
    administrator_email: sentText(form, 'administrator_email'),
  }
  const kind = KINDS.find((one) => one === typed.kind)
  const notChosen: FormRefusal = { code: 'field_not_chosen', place: '/body/kind' }
  if (kind === undefined) return sentBack(context, notChosen, typed)
  const { actor } = context.get(pageCall)
  const registered = await registerOrganization(context.get(identityContext), actor, { ...typed, kind })
  return 'refused' in registered ? sentBack(context, registered.refused, typed) : seeOther(ADDRESS, 'registered')
}

async function invite(context: PageContext, form: FormData) {
  mustBeAllowed(context, 'invite_person')
  const typed = { organization: sentText(form, 'organization'), email: sentText(form, 'email') }
  const { actor } = context.get(pageCall)
  const invited = await invitePerson(context.get(identityContext), actor, { ...typed, role: 'administrator' })
  if ('refused' in invited) return sentBack(context, invited.refused, typed, { organization_unknown: 'organization' })
  return seeOther(ADDRESS, 'invited')
}

export default function OrganizationsPage() {
  const { organizations } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = organizationWordsOf(language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={useSentBack()?.problem} />
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      <section aria-labelledby="register">
        <h2 id="register">{words.register}</h2>
        <RegisterForm />
      </section>
      <section>
        <h2 id="without">{words.without}</h2>
        <Unadministered organizations={organizations} />
      </section>
      {organizations.length === 0 ? undefined : (
        <section aria-labelledby="invite">
          <h2 id="invite">{words.inviteAgain}</h2>
          <p className="prose">{words.inviteAgainLead}</p>
          <InviteForm organizations={organizations} />
        </section>
      )}
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function RegisterForm() {
  const sent = useSentBack()
  const words = organizationWordsOf(useShell().language)
  return (
    <form method="post">
      <input type="hidden" name="act" value="register" />
      <Field
        name="name"
        label={words.name}
        defaultValue={sent?.typed['name']}
        dir="auto"
        required
        autoComplete="off"
        problem={sent?.problem}
      />
      <Select
        name="kind"
        label={words.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        defaultValue={sent?.typed['kind']}
        problem={sent?.problem}
      />
      <Field
        name="administrator_email"
        label={words.email}
        hint={words.emailHint}
        defaultValue={sent?.typed['administrator_email']}
        type="email"
        dir="ltr"
        required
        autoComplete="off"
        problem={sent?.problem}
      />
      <Button>{words.registerIt}</Button>
    </form>
  )
}

function Unadministered({ organizations }: Loaded) {
  const { language } = useShell()
  const words = organizationWordsOf(language)
  if (organizations.length === 0) return <EmptyState>{words.none}</EmptyState>
  return (
    <DataTable
      titledBy="without"
      rows={organizations}
      columns={[
        { title: words.toOrganization, of: ({ name }) => <bdi>{name}</bdi> },
        { title: words.kind, of: ({ kind }) => words.kinds[kind] },
        { title: words.registered, of: ({ registered_at }) => momentOf(registered_at, language).when },
        {
          title: words.invited,
          of: ({ invited }) =>
            invited.length === 0
              ? words.nobodyInvited
              : invited.map(({ email, expires_at }) => (
                  <div key={`${email} ${expires_at}`}>
                    <bdi>{email}</bdi> ({words.until(momentOf(expires_at, language).when)})
                  </div>
                )),
        },
      ]}
    />
  )
}

function InviteForm({ organizations }: Loaded) {
  const sent = useSentBack()
  const words = organizationWordsOf(useShell().language)
  return (
    <form method="post">
      <input type="hidden" name="act" value="invite" />
      <Select
        name="organization"
        label={words.toOrganization}
        choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={sent?.typed['organization']}
        problem={sent?.problem}
      />
      <Field
        name="email"
        label={words.administrator}
        defaultValue={sent?.typed['email']}
        type="email"
        dir="ltr"
        required
        autoComplete="off"
        problem={sent?.problem}
      />
      <Button>{words.send}</Button>
    </form>
  )
}
