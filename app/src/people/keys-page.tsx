/** Keys with which programs act for one's organization. A new one is shown once, in the answer to the form that issued it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { type MemberRole, ROLES_OF } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, type SentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, daysBetween, momentOf } from '../pages/when.ts'
import { ownOrganization } from './end-membership.ts'
import { identityContext } from './identity-context.ts'
import { keyCommandsContext } from './key-commands-context.ts'
import { KeyForm } from './key-form.tsx'
import { type IssuedKey, issueApiKey, revokeApiKey, seeApiKeys } from './issue-api-key.ts'
import { keyWordsOf } from './key-words.ts'
import { peopleWordsOf } from './people-words.ts'
import { sentText } from './sent-text.ts'

export const handle = { see: 'see_api_keys', act: 'see_api_keys' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const { kind } = await ownOrganization(identity, actor)
  const roles: readonly MemberRole[] = ROLES_OF[kind].filter((role) => role !== 'administrator')
  const asked = new URL(request.url).searchParams.get('role')
  const role = roles.find((one) => one === asked) ?? roles[0]
  const commands = context
    .get(keyCommandsContext)()
    .filter(({ roles: of }) => role !== undefined && of.includes(role))
  return { roles, role, commands, keys: await seeApiKeys(identity, actor), day: todayText(identity.clock) }
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
  const commands = form.getAll('commands').filter((one) => typeof one === 'string')
  const sent = { name: sentText(form, 'name'), role: sentText(form, 'role') }
  const typed = { ...sent, days: sentText(form, 'days'), commands: commands.join(' ') }
  const wanted = { ...sent, commands, days: Number(typed.days) }
  const outcome = await issueApiKey(identity, context.get(keyCommandsContext)(), actor, wanted)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return { issued: outcome.done }
}

export default function KeysPage() {
  const { keys, day, ...offered } = useLoaderData<typeof loader>()
  const answer = useActionData<SentBack | { readonly issued: IssuedKey }>()
  const sent = answer !== undefined && 'problem' in answer ? answer : undefined
  const { language } = useShell()
  const words = keyWordsOf(language)
  const { peopleTitle } = peopleWordsOf(language)
  return (
    <Page title={words.keysTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/people">{peopleTitle}</a>
      </p>
      <h1>{words.keysTitle}</h1>
      <p className="prose">{words.keysLead}</p>
      {answer !== undefined && 'issued' in answer ? (
        <section className="confirmation" aria-labelledby="issued">
          <h2 id="issued" className="small-title">
            {words.issued}
          </h2>
          <p>
            <code dir="ltr">{answer.issued.key}</code>
          </p>
          <p>{words.issuedOnce(dayText(answer.issued.expires_on, language))}</p>
        </section>
      ) : undefined}
      <section>
        <h2 id="keys">{words.keys}</h2>
        <Keys keys={keys} day={day} />
      </section>
      <section aria-labelledby="issue">
        <h2 id="issue">{words.issue}</h2>
        <KeyForm {...offered} sent={sent} />
      </section>
    </Page>
  )
}

function Keys({ keys, day }: Pick<Awaited<ReturnType<typeof loader>>, 'keys' | 'day'>) {
  const { language } = useShell()
  const words = keyWordsOf(language)
  const { role: roleTitle, roles, toDo } = peopleWordsOf(language)
  if (keys.length === 0) return <EmptyState>{words.noKey}</EmptyState>
  return (
    <DataTable
      titledBy="keys"
      rows={keys}
      columns={[
        { title: words.keyName, of: ({ name }) => <bdi>{name}</bdi> },
        { title: roleTitle, of: ({ role }) => roles[role] },
        { title: words.mayDo, of: ({ commands }) => <Scope commands={commands} /> },
        { title: words.issuedAt, of: ({ issued_at }) => momentOf(issued_at, language).when },
        {
          title: words.lastUsed,
          of: ({ last_used_on }) => (last_used_on === null ? words.neverUsed : dayText(last_used_on, language)),
        },
        {
          title: words.holdsUntil,
          of: ({ expires_on, revoked_at }) => (
            <>
              {dayText(expires_on, language)}
              {revoked_at === null && daysBetween(day, expires_on) <= SOON_DAYS ? (
                <Ending {...{ day, expires_on }} />
              ) : undefined}
            </>
          ),
        },
        {
          title: toDo,
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

const SOON_DAYS = 14

function Ending({ day, expires_on }: { readonly day: string; readonly expires_on: string }) {
  const words = keyWordsOf(useShell().language)
  const left = daysBetween(day, expires_on)
  return (
    <p>
      <StateTag look={left < 0 ? 'quiet' : 'open'}>{left < 0 ? words.expired : words.endsIn(left)}</StateTag>
    </p>
  )
}

function Scope({ commands }: { readonly commands: readonly string[] }) {
  const words = keyWordsOf(useShell().language)
  if (commands.length === 0) return words.readOnly
  return (
    <details className="folded">
      <summary>{words.readsAnd(commands.length)}</summary>
      <ul>
        {commands.map((one) => (
          <li key={one}>
            <code dir="ltr">{one}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
