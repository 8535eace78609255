/** The people of one's organization, for its administrators. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { ROLES_OF } from '../kernel/authority.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm, RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { changeRole } from './change-role.ts'
import { ChangeRole } from './change-role-form.tsx'
import { delegationWordsOf } from './delegation-words.ts'
import { doorWordsOf } from './door-words.ts'
import { endMembership, ownOrganization, seePeople } from './end-membership.ts'
import { endSessionsOf } from './end-sessions-of.ts'
import { identityContext } from './identity-context.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { peopleWordsOf } from './people-words.ts'
import { recoveryWordsOf } from './recovery-words.ts'
import { RoleForm } from './role-form.tsx'
import { sentText } from './sent-text.ts'

export const handle = { see: 'see_people', act: 'see_people' } satisfies PageHandle

const COMMANDS = {
  invite: 'invite_person',
  withdraw: 'withdraw_invitation',
  change: 'change_role',
  end: 'end_membership',
  end_sessions: 'end_sessions_of',
} as const

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const organization = await ownOrganization(identity, actor)
  return { organization, roles: ROLES_OF[organization.kind], ...(await seePeople(identity, actor)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { outcome, word } = await actAsAsked(context, form)
  const typed = { email: sentText(form, 'email'), role: sentText(form, 'role') }
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { role_not_of_kind: 'role' })
  return seeOther('/people', word)
}

async function actAsAsked(context: PageContext, form: FormData) {
  const asked = sentText(form, 'act')
  const act =
    asked === 'withdraw' || asked === 'change' || asked === 'end' || asked === 'end_sessions' ? asked : 'invite'
  mustBeAllowed(context, COMMANDS[act])
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  switch (act) {
    case 'withdraw': {
      const invitation = sentText(form, 'invitation')
      return { outcome: await withdrawInvitation(identity, actor, { invitation }), word: 'withdrawn' }
    }
    case 'change': {
      const input = { membership: sentText(form, 'membership'), role: sentText(form, 'role') }
      return { outcome: await changeRole(identity, actor, input), word: 'changed' }
    }
    case 'end': {
      const membership = sentText(form, 'membership')
      return { outcome: await endMembership(identity, actor, { membership }), word: 'ended' }
    }
    case 'end_sessions': {
      const membership = sentText(form, 'membership')
      return { outcome: await endSessionsOf(identity, actor, { membership }), word: 'sessions_ended' }
    }
    case 'invite': {
      const input = { email: sentText(form, 'email'), role: sentText(form, 'role') }
      return { outcome: await invitePerson(identity, actor, input), word: 'invited' }
    }
  }
}

export default function PeoplePage() {
  const { organization, roles, members, invitations } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = peopleWordsOf(language)
  const delegation = delegationWordsOf(language)
  return (
    <Page title={words.peopleTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.peopleTitle}</h1>
      <p className="lead">
        <bdi>{organization.name}</bdi>
      </p>
      {organization.kind === 'regulator' ? (
        <p>
          <a href="/jobs">{words.jobs}</a>
        </p>
      ) : undefined}
      <section>
        <h2 id="members">{words.members}</h2>
        <Members organization={organization} roles={roles} members={members} />
      </section>
      <section>
        <h2 id="invitations">{words.invitations}</h2>
        <Invitations invitations={invitations} />
      </section>
      <section aria-labelledby="invite">
        <h2 id="invite">{words.invite}</h2>
        <p className="prose">{words.inviteLead}</p>
        <RoleForm act="invite" roles={roles} sent={sent} button={words.sendInvitation}>
          <Field
            name="email"
            label={words.email}
            defaultValue={sent?.typed['email']}
            type="email"
            dir="ltr"
            required
            autoComplete="off"
            problem={sent?.problem}
          />
        </RoleForm>
      </section>
      {organization.kind === 'manufacturer' || organization.kind === 'accountant' ? (
        <p className="another-way">
          <a href="/people/accountants">
            {organization.kind === 'manufacturer' ? delegation.title : delegation.clients}
          </a>
        </p>
      ) : undefined}
      <p className="another-way">
        <a href="/people/keys">{words.toKeys}</a>
      </p>
      <p>
        <a href="/people/recoveries">{recoveryWordsOf(language).title}</a>
      </p>
      <p>
        <a href="/people/sign-ins">{doorWordsOf(language).title}</a>
      </p>
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Members({ organization, roles, members }: Pick<Loaded, 'organization' | 'roles' | 'members'>) {
  const { language } = useShell()
  const words = peopleWordsOf(language)
  return (
    <DataTable
      titledBy="members"
      rows={members}
      columns={[
        { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
        { title: words.email, of: ({ email }) => <bdi>{email}</bdi> },
        { title: words.role, of: ({ role }) => words.roles[role] },
        { title: words.since, of: ({ began_at }) => momentOf(began_at, language).when },
        {
          title: words.toDo,
          of: ({ id, name, role }) => (
            <>
              <ChangeRole membership={id} person={name} role={role} roles={roles} />
              <FoldedRowForm act="end_sessions" row={['membership', id]} label={words.endSessions}>
                {words.sessionsEndAt(name)}
              </FoldedRowForm>
              <FoldedRowForm act="end" row={['membership', id]} label={words.endMembership}>
                {words.endingHolds(name, organization.name)}
              </FoldedRowForm>
            </>
          ),
        },
      ]}
    />
  )
}

function Invitations({ invitations }: Pick<Loaded, 'invitations'>) {
  const { language } = useShell()
  const words = peopleWordsOf(language)
  if (invitations.length === 0) return <EmptyState>{words.noInvitation}</EmptyState>
  return (
    <DataTable
      titledBy="invitations"
      rows={invitations}
      columns={[
        { title: words.email, of: ({ email }) => <bdi>{email}</bdi> },
        { title: words.role, of: ({ role }) => words.roles[role] },
        { title: words.until, of: ({ expires_at }) => momentOf(expires_at, language).when },
        {
          title: words.toDo,
          of: ({ id }) => <RowForm act="withdraw" row={['invitation', id]} label={words.withdraw} />,
        },
      ]}
    />
  )
}
