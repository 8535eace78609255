/** Recoveries of lost second factors: what runs, asking for one, and stopping one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { identityContext } from './identity-context.ts'
import { peopleWordsOf } from './people-words.ts'
import { openRecovery, seeRecoveries } from './recover-second-factor.ts'
import { recoveryWordsOf } from './recovery-words.ts'
import { sentText } from './sent-text.ts'
import { stopRecovery } from './stop-recovery.ts'

export const handle = { see: 'see_recoveries', act: 'see_recoveries' } satisfies PageHandle

const ADDRESS = '/people/recoveries'

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const recoveries = await seeRecoveries(context.get(identityContext), actor)
  return {
    recoveries: recoveries.map(({ id, name, opened_at, ready_at }) => ({ id, name, opened_at, ready_at })),
    seesPeople: may('see_people'),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const isStop = sentText(form, 'act') === 'stop'
  mustBeAllowed(context, isStop ? 'stop_recovery' : 'open_recovery')
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  if (isStop) {
    const stopped = await stopRecovery(identity, actor, { recovery: sentText(form, 'recovery') })
    return 'refused' in stopped ? sentBack(context, stopped.refused, {}) : seeOther(ADDRESS, 'stopped')
  }
  const email = sentText(form, 'email')
  const opened = await openRecovery(identity, actor, { email })
  return 'refused' in opened ? sentBack(context, opened.refused, { email }) : seeOther(ADDRESS, 'opened')
}

export default function RecoveriesPage() {
  const { recoveries, seesPeople } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = recoveryWordsOf(language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      {seesPeople ? (
        <p className="within">
          <a href="/people">{peopleWordsOf(language).peopleTitle}</a>
        </p>
      ) : undefined}
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      <section>
        <h2 id="running">{words.running}</h2>
        {recoveries.length === 0 ? (
          <EmptyState>{words.none}</EmptyState>
        ) : (
          <DataTable
            titledBy="running"
            rows={recoveries}
            columns={[
              { title: words.name, of: ({ name }) => <bdi>{name}</bdi> },
              { title: words.openedAt, of: ({ opened_at }) => momentOf(opened_at, language).when },
              { title: words.readyAt, of: ({ ready_at }) => momentOf(ready_at, language).when },
              {
                title: peopleWordsOf(language).toDo,
                of: ({ id }) => <RowForm act="stop" row={['recovery', id]} label={words.stop} />,
              },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="open">
        <h2 id="open">{words.open}</h2>
        <form method="post">
          <input type="hidden" name="act" value="open" />
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
          <Button>{words.ask}</Button>
        </form>
      </section>
    </Page>
  )
}
