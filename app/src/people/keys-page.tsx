/** Keys with which programs act for one's organization. A new one is shown once, in the answer to the form that issued it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { ROLES_OF } from '../kernel/authority.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, Field, type SentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { ownOrganization } from './end-membership.ts'
import { identityContext } from './identity-context.ts'
import { issueApiKey, revokeApiKey, seeApiKeys } from './issue-api-key.ts'
import { peopleWordsOf } from './people-words.ts'
import { RoleForm } from './role-form.tsx'
import { sentText } from './sent-text.ts'

export const handle = { see: 'see_api_keys', act: 'see_api_keys' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const { kind } = await ownOrganization(identity, actor)
  const roles = ROLES_OF[kind].filter((role) => role !== 'administrator')
  return { roles, keys: await seeApiKeys(identity, actor) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const isRevoked = sentText(form, 'act') === 'revoke'
  mustBeAllowed(context, isRevoked ? 'revoke_api_key' : 'issue_api_key')
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  if (isRevoked) {
    const outcome = await revokeApiKey(identity, actor, { key: sentText(form, 'key') })
    return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/people/keys', 'revoked')
  }
  const typed = { name: sentText(form, 'name'), role: sentText(form, 'role') }
  const outcome = await issueApiKey(identity, actor, typed)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { role_not_of_kind: 'role' })
  return { issued: outcome.done.key }
}

export default function KeysPage() {
  const { roles, keys } = useLoaderData<typeof loader>()
  const answer = useActionData<SentBack | { readonly issued: string }>()
  const sent = answer !== undefined && 'problem' in answer ? answer : undefined
  const words = peopleWordsOf(useShell().language)
  return (
    <Page title={words.keysTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/people">{words.peopleTitle}</a>
      </p>
      <h1>{words.keysTitle}</h1>
      <p className="prose">{words.keysLead}</p>
      {answer !== undefined && 'issued' in answer ? (
        <section className="confirmation" aria-labelledby="issued">
          <h2 id="issued" className="small-title">
            {words.issued}
          </h2>
          <p>
            <code dir="ltr">{answer.issued}</code>
          </p>
          <p>{words.issuedOnce}</p>
        </section>
      ) : undefined}
      <section>
        <h2 id="keys">{words.keys}</h2>
        <Keys keys={keys} />
      </section>
      <section aria-labelledby="issue">
        <h2 id="issue">{words.issue}</h2>
        <RoleForm act="issue" roles={roles} sent={sent} button={words.issue}>
          <Field
            name="name"
            label={words.keyName}
            hint={words.keyNameHint}
            defaultValue={sent?.typed['name']}
            dir="auto"
            required
            autoComplete="off"
            problem={sent?.problem}
          />
        </RoleForm>
      </section>
    </Page>
  )
}

function Keys({ keys }: Pick<Awaited<ReturnType<typeof loader>>, 'keys'>) {
  const { language } = useShell()
  const words = peopleWordsOf(language)
  if (keys.length === 0) return <EmptyState>{words.noKey}</EmptyState>
  return (
    <DataTable
      titledBy="keys"
      rows={keys}
      columns={[
        { title: words.keyName, of: ({ name }) => <bdi>{name}</bdi> },
        { title: words.role, of: ({ role }) => words.roles[role] },
        { title: words.issuedAt, of: ({ issued_at }) => momentOf(issued_at, language).when },
        {
          title: words.lastUsed,
          of: ({ last_used_on }) => (last_used_on === null ? words.neverUsed : dayText(last_used_on, language)),
        },
        {
          title: words.toDo,
          of: ({ id, name, revoked_at }) =>
            revoked_at === null ? (
              <FoldedRowForm act="revoke" row={['key', id]} label={words.revoke}>
                {words.revokingHolds(name)}
              </FoldedRowForm>
            ) : (
              <StateTag look="quiet">{words.revoked}</StateTag>
            ),
        },
      ]}
    />
  )
}
