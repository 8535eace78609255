/** One's own account: for whom one acts, where one is signed in, and whether there is a second factor. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Select, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { accountWordsOf } from './account-words.ts'
import { actFor, whoIAm } from './act-for.ts'
import { chooseLetters, lettersChosen } from './choose-letters.ts'
import { DoorTable } from './door-table.tsx'
import { doorWordsOf } from './door-words.ts'
import { identityContext } from './identity-context.ts'
import { passkeyWordsOf } from './passkey-words.ts'
import { peopleWordsOf } from './people-words.ts'
import { RowForm } from '../pages/row-form.tsx'
import { seeOwnSignIns } from './see-sign-ins.ts'
import { withDevices } from './name-device.ts'
import { endSessions, seeSessions } from './see-sessions.ts'
import { sentText } from './sent-text.ts'
import { hasSecondFactor } from './set-up-second-factor.ts'

export const handle = { see: 'see_oneself', act: 'see_oneself' } satisfies PageHandle

const COMMANDS = {
  act_for: 'act_for',
  end_session: 'end_sessions',
  end_others: 'end_sessions',
  choose_letters: 'choose_letters',
} as const

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor, visitor } = context.get(pageCall)
  const self = await whoIAm(identity, visitor)
  const done = settled(context, self === undefined ? { refused: { code: 'sign_in_needed' } } : { done: self })
  const sessions = withDevices(await seeSessions(identity, visitor))
  const letters = await lettersChosen(identity.database, actor)
  const events = withDevices(await seeOwnSignIns(identity, actor))
  return { self: done, sessions, events, letters, secondFactor: await hasSecondFactor(identity, actor) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { outcome, word } = await actAsAsked(context, form)
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/account', word)
}

async function actAsAsked(context: PageContext, form: FormData) {
  const asked = sentText(form, 'act')
  const act = asked === 'end_session' || asked === 'end_others' || asked === 'choose_letters' ? asked : 'act_for'
  mustBeAllowed(context, COMMANDS[act])
  const identity = context.get(identityContext)
  const { actor, visitor } = context.get(pageCall)
  switch (act) {
    case 'end_session': {
      const session = sentText(form, 'session')
      return { outcome: await endSessions(identity, actor, visitor, { session }), word: 'session_ended' }
    }
    case 'end_others':
      return { outcome: await endSessions(identity, actor, visitor, { all_others: true }), word: 'others_ended' }
    case 'choose_letters': {
      const language = sentText(form, 'language') === 'ur' ? 'ur' : 'en'
      const reminders = sentText(form, 'reminders') === 'yes'
      return { outcome: await chooseLetters(identity, actor, { language, reminders }), word: 'letters_chosen' }
    }
    case 'act_for': {
      const organization = sentText(form, 'organization')
      return { outcome: await actFor(identity, visitor, { organization }), word: 'acting' }
    }
  }
}

export default function AccountPage() {
  const { self, sessions, events, letters, secondFactor } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = accountWordsOf(language)
  const door = doorWordsOf(language)
  const { person } = self
  return (
    <Page title={words.accountTitle}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader title={person.name} facts={[{ name: words.email, value: <bdi>{person.email}</bdi> }]} />
      <section>
        <h2 id="organizations">{words.organizations}</h2>
        <Organizations {...self} />
      </section>
      <section aria-labelledby="second-factor">
        <h2 id="second-factor">{words.secondFactor}</h2>
        <p>
          <StateTag look={secondFactor ? 'good' : 'open'}>{secondFactor ? words.isThere : words.isMissing}</StateTag>
        </p>
        <p className="prose">{words.secondFactorLead}</p>
        <p>
          <a href="/account/second-factor">{secondFactor ? words.change : words.setUp}</a>
        </p>
        <p>
          <a href="/account/password">{words.changePassword}</a>
        </p>
        <p>
          <a href="/account/passkeys">{passkeyWordsOf(language).title}</a>
        </p>
      </section>
      <section aria-labelledby="letters">
        <h2 id="letters">{words.letters}</h2>
        <p className="prose">{words.lettersLead}</p>
        <form method="post">
          <input type="hidden" name="act" value="choose_letters" />
          <Select
            name="language"
            label={words.lettersLanguage}
            choices={[
              { value: 'en', label: 'English' },
              { value: 'ur', label: 'اردو' },
            ]}
            defaultValue={letters.language}
            problem={undefined}
          />
          <Select
            name="reminders"
            label={words.reminders}
            choices={[
              { value: 'yes', label: words.remindersOn },
              { value: 'no', label: words.remindersOff },
            ]}
            defaultValue={letters.reminders ? 'yes' : 'no'}
            problem={undefined}
          />
          <Button variant="secondary">{words.keepChoice}</Button>
        </form>
      </section>
      <section>
        <h2 id="sessions">{words.sessions}</h2>
        <Sessions sessions={sessions} />
      </section>
      <section>
        <h2 id="door">{door.own}</h2>
        <p className="prose">{door.ownLead}</p>
        <DoorTable titledBy="door" rows={events} />
      </section>
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Organizations({ memberships, acting_for, lacks_factor }: Loaded['self']) {
  const { language } = useShell()
  const words = accountWordsOf(language)
  const { roles, organization, role } = peopleWordsOf(language)
  if (memberships.length === 0) return <EmptyState>{words.noOrganization}</EmptyState>
  return (
    <>
      {lacks_factor ? (
        <p className="lead">{words.factorFirst}</p>
      ) : acting_for === null ? (
        <p className="lead">{words.chooseOne}</p>
      ) : undefined}
      <DataTable
        titledBy="organizations"
        rows={memberships}
        columns={[
          { title: organization, of: (one) => <bdi>{one.organization_name}</bdi> },
          { title: role, of: (one) => roles[one.role] },
          {
            title: words.toDo,
            of: ({ organization_id }) =>
              organization_id === acting_for?.organization_id ? (
                <StateTag look="good">{words.actingNow}</StateTag>
              ) : (
                <RowForm act="act_for" row={['organization', organization_id]} label={words.actFor} />
              ),
          },
        ]}
      />
    </>
  )
}

function Sessions({ sessions }: Pick<Loaded, 'sessions'>) {
  const { language } = useShell()
  const words = accountWordsOf(language)
  return (
    <>
      <DataTable
        titledBy="sessions"
        rows={sessions}
        columns={[
          { title: words.since, of: ({ began_at }) => momentOf(began_at, language).when },
          { title: words.until, of: ({ ends_at }) => momentOf(ends_at, language).when },
          { title: words.address, of: ({ address }) => <bdi>{address}</bdi> },
          { title: words.browser, of: ({ agent }) => <bdi>{agent}</bdi> },
          {
            title: words.toDo,
            of: ({ id, is_this_one }) =>
              is_this_one ? (
                <StateTag look="good">{words.thisOne}</StateTag>
              ) : (
                <RowForm act="end_session" row={['session', id]} label={words.end} />
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <div className="another-way">
          <RowForm act="end_others" label={words.endOthers} />
        </div>
      ) : undefined}
    </>
  )
}
