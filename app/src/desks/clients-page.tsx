/** The clients of an accountant, what is due for each, and the choice for which of them he acts. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { ClientSection } from './client-section.tsx'
import { clientsWordsOf } from './clients-words.ts'
import { chooseClient, showClients } from './show-clients.ts'

export const handle = { see: 'see_clients', act: 'see_clients' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return { clients: await showClients(context) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  mustBeAllowed(context, 'act_for')
  const form = await sentForm(context, request)
  const organization = form.get('organization')
  const outcome = await chooseClient(context, typeof organization === 'string' ? organization : '')
  if ('refused' in outcome) return sentBack(context, outcome.refused, {})
  return form.get('act') === 'stop' ? seeOther('/clients', 'stopped') : seeOther('/calendar')
}

export default function ClientsPage() {
  const { clients } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const words = clientsWordsOf(useShell().language)
  const acting = clients.find(({ is_acting }) => is_acting)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.title}</h1>
      {clients.length === 0 ? <EmptyState>{words.none}</EmptyState> : <p className="prose">{words.lead}</p>}
      {clients.map((client) => (
        <ClientSection key={client.id} client={client} />
      ))}
      {acting === undefined ? undefined : (
        <section>
          <RowForm act="stop" row={['organization', acting.accountant_id]} label={words.stop} />
        </section>
      )}
    </Page>
  )
}
