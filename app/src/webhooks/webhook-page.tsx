/** One system that is told of what happens: what was sent, each attempt, and having it sent again. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm, RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { endWebhook, redeliverEvent, type SeenDelivery, seeWebhook, switchOnWebhook } from './register-webhook.ts'
import { webhookWordsOf } from './webhook-words.ts'

export const handle = { see: 'see_webhooks', act: 'see_webhooks' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  return settled(context, await seeWebhook(context.get(recorderContext).database, actor, id))
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { outcome, word, address } = await actAsAsked(context, await sentForm(context, request), id)
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther(address, word)
}

async function actAsAsked(context: PageContext, form: FormData, id: string) {
  const act = form.get('act')
  const command = act === 'end' ? 'end_webhook' : act === 'switch_on' ? 'switch_on_webhook' : 'redeliver_event'
  mustBeAllowed(context, command)
  const recorder = context.get(recorderContext)
  const { actor } = context.get(pageCall)
  const address = `/webhooks/${id}`
  switch (command) {
    case 'end_webhook':
      return { outcome: await endWebhook(recorder, actor, id), word: 'ended', address: '/webhooks' }
    case 'switch_on_webhook':
      return { outcome: await switchOnWebhook(recorder, actor, id), word: 'switched_on', address }
    case 'redeliver_event': {
      const delivery = form.get('delivery')
      const asked = typeof delivery === 'string' ? delivery : ''
      return { outcome: await redeliverEvent(recorder, actor, asked), word: 'redelivered', address }
    }
  }
}

export default function WebhookPage() {
  const { webhook, deliveries } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = webhookWordsOf(language)
  const isOn = webhook.switched_off_at === null && webhook.ended_at === null
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={webhook.address}
        within={{ href: '/webhooks', title: words.title }}
        facts={[
          {
            name: words.state,
            value: <StateTag look={isOn ? 'good' : 'bad'}>{isOn ? words.on : words.off}</StateTag>,
          },
          { name: words.since, value: momentOf(webhook.registered_at, language).when },
          {
            name: words.events,
            value: webhook.kinds.map((kind) => words.kinds[kind]).join(language === 'ur' ? '؛ ' : '; '),
          },
        ]}
      />
      {webhook.switched_off_at === null ? undefined : (
        <>
          <p className="prose">{words.offLead}</p>
          <RowForm act="switch_on" label={words.switchOn} />
        </>
      )}
      <section>
        <h2 id="deliveries">{words.deliveries}</h2>
        {deliveries.length === 0 ? <EmptyState>{words.noDelivery}</EmptyState> : <Deliveries deliveries={deliveries} />}
      </section>
      {webhook.ended_at === null ? (
        <FoldedRowForm act="end" label={words.end}>
          {words.ending(webhook.address)}
        </FoldedRowForm>
      ) : undefined}
    </Page>
  )
}

function Deliveries({ deliveries }: { readonly deliveries: readonly SeenDelivery[] }) {
  const { language } = useShell()
  const words = webhookWordsOf(language)
  return (
    <DataTable
      titledBy="deliveries"
      rows={deliveries}
      columns={[
        { title: words.when, of: ({ made_at }) => momentOf(made_at, language).when },
        { title: words.event, of: ({ kind }) => words.kinds[kind] },
        { title: words.message, of: ({ message_id }) => <code dir="ltr">{message_id}</code> },
        {
          title: words.state,
          of: ({ delivered_at, failed_at }) =>
            delivered_at !== null ? (
              <StateTag look="good">{words.delivered}</StateTag>
            ) : (
              <StateTag look={failed_at === null ? 'open' : 'bad'}>
                {failed_at === null ? words.waiting : words.failed}
              </StateTag>
            ),
        },
        {
          title: words.attempts,
          of: ({ attempts }) => (
            <ul className="links">
              {attempts.map(({ nth, attempted_at, took_ms, status, said }) => (
                <li key={nth}>
                  {words.attempt(momentOf(attempted_at, language).when, took_ms)} <bdi>{status ?? words.noAnswer}</bdi>{' '}
                  <bdi className="quiet">{said}</bdi>
                </li>
              ))}
            </ul>
          ),
        },
        {
          title: words.toDo,
          of: ({ id }) => <RowForm act="redeliver" row={['delivery', id]} label={words.redeliver} />,
        },
      ]}
    />
  )
}
